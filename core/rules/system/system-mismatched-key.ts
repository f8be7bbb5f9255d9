import { message } from '../../text/message';
import { absoluteName, plainName } from '../../values/domainName';
import { rule } from '../rule';
import { areDifferent, publicHalf, publishedKeys } from '../systemKeyPairs';
import { signingKeys, tableKeys } from '../systemKeys';
import { recordSpan } from '../zoneRecords';

export default rule({
  name: 'system-mismatched-key',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'A private key whose public half is not the published one', ja: '公開鍵と対にならない秘密鍵' },
  references: ['RFC 6376 §3.6.1', 'opendkim.conf(5)'],
  check(subject, report) {
    const { kind, system, publicKey } = subject;
    if (publicKey === undefined || (kind !== 'opendkim' && kind !== 'opendkim-keytable')) return;
    const keys = kind === 'opendkim' ? (signingKeys(subject.file) ?? []) : tableKeys(subject.file);
    for (const { domain, selector, file } of keys) {
      const name = absoluteName(`${selector}._domainkey.${domain}.`, '.');
      const zone = name === undefined ? undefined : system.zoneFor(name);
      if (name === undefined || zone === undefined || file === undefined) continue;
      const published = publishedKeys(zone, name) ?? [];
      if (published.length === 0) continue;
      const own = publicHalf(file, publicKey);
      if (own === undefined || !published.every(({ record }) => areDifferent(record.key().octets, own)))
        continue;
      report({
        anchor: file.member.anchor,
        span: file.span,
        message: message(
          {
            en: 'The private key in `{path}` does not belong to the public key at `{name}`, so receivers reject every signature of {domain}. Publish the public half of this key, or sign with the one that is published.',
            ja: '`{path}` の秘密鍵は `{name}` の公開鍵と対になっていないため、{domain} の署名はすべて検証に失敗します。この鍵の公開鍵を公開するか、公開済みの鍵で署名してください。',
          },
          { path: file.path, name: plainName(name), domain },
        ),
        related: published.flatMap(({ entry }) => {
          const elsewhere = zone.place(entry, recordSpan(entry));
          return elsewhere === undefined ? [] : [{ elsewhere, message: THERE }];
        }),
      });
    }
  },
});

const THERE = message({ en: 'The public key', ja: '公開鍵' });
