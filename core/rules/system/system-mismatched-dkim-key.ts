import type { MailSystem, SystemConfiguration } from '../../model/mailSystem';
import { message } from '../../text/message';
import { spanOf } from '../../records/tagRecord';
import { plainName, sameName } from '../../values/domainName';
import { rule, type Related } from '../rule';
import { areDifferent, publicHalf } from '../systemKeyPairs';
import { signingKeys, tableKeys, type SigningKey } from '../systemKeys';

export default rule({
  name: 'system-mismatched-dkim-key',
  on: 'zone-owner',
  severity: 'warning',
  title: {
    en: 'A public key that belongs to no private key which signs with it',
    ja: '署名に使う秘密鍵と対にならない公開鍵',
  },
  references: ['RFC 6376 §3.6.1', 'opendkim.conf(5)'],
  check({ records, labels, zone }, report) {
    if (!labels.includes('_domainkey')) return;
    const keys = records.flatMap(({ anchor, recognised }) =>
      recognised?.kind === 'dkim-key' ? [{ anchor, record: recognised.value }] : [],
    );
    const { record: first } = keys[0] ?? {};
    if (
      first === undefined ||
      keys.some(
        ({ record: { content, place, key } }) =>
          content !== 'key' || place !== 'selector' || key().state !== 'clean',
      )
    )
      return;
    const signers = signersWith(zone.system, first.selector, first.domain);
    const halves = signers.map(({ key, by }) => publicHalf(key.file, by.publicKey));
    // One that cannot be read may be the one.
    if (halves.length === 0 || halves.includes(undefined)) return;
    const different = keys.every(({ record }) =>
      halves.every((half) => half !== undefined && areDifferent(record.key().octets, half)),
    );
    if (!different) return;
    for (const { anchor, record } of keys) {
      report({
        anchor,
        span: spanOf(record, record.key().tag ?? record.tags[0]!),
        message: message(
          {
            en: 'OpenDKIM signs for `{selector}` of {domain} with a private key that does not belong to this public key, so receivers reject every signature. Publish the public half of that key, or sign with the one that belongs here.',
            ja: 'OpenDKIM が {domain} の `{selector}` の署名に使う秘密鍵は、この公開鍵と対になっていないため、署名はすべて検証に失敗します。その鍵の公開鍵を公開するか、この公開鍵と対になる鍵で署名してください。',
          },
          { selector: record.selector, domain: plainName(record.domain) },
        ),
        related: signers.flatMap(({ key: { file }, by }): Related[] =>
          file === undefined ? [] : [{ elsewhere: by.place(file.member.anchor, file.span), message: THERE }],
        ),
      });
    }
  },
});

const THERE = message({ en: 'The private key', ja: '秘密鍵' });

/** The keys with which open configurations sign for a selector. */
function signersWith(
  system: MailSystem,
  selector: string,
  domain: string,
): { readonly key: SigningKey; readonly by: Pick<SystemConfiguration, 'publicKey' | 'place'> }[] {
  const all = [
    ...system
      .configurations('opendkim')
      .flatMap((by) => (signingKeys(by.file) ?? []).map((key) => ({ key, by }))),
    ...system
      .configurations('opendkim-keytable')
      .flatMap((by) => tableKeys(by.file).map((key) => ({ key, by }))),
  ];
  return all.filter(({ key }) => sameName(key.selector, selector) && sameName(key.domain, domain));
}
