import { answered, ask } from '../../evaluate/dns';
import type { MailSystem } from '../../model/mailSystem';
import { systemResolver } from '../../model/zone/resolver';
import { message, type Localized } from '../../text/message';
import { absoluteName, plainName } from '../../values/domainName';
import { rule, type Related } from '../rule';
import { signingKeys, tableKeys } from '../systemKeys';
import { typeSpan } from '../zoneRecords';

export default rule({
  name: 'system-missing-dkim-key',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'Mail is signed with a key that is not published', ja: '公開されていない鍵による署名' },
  references: ['RFC 6376 §3.6.2', 'opendkim.conf(5)'],
  check(subject, report) {
    const { kind, system } = subject;
    if (kind !== 'opendkim' && kind !== 'opendkim-keytable') return;
    const { file } = subject;
    const keys = kind === 'opendkim' ? (signingKeys(file) ?? []) : tableKeys(file);
    const resolver = systemResolver(system);
    for (const { domain, selector, member, span } of keys) {
      const name = absoluteName(`${selector}._domainkey.${domain}.`, '.');
      if (name === undefined) continue;
      const answer = answered(ask('TXT', name), resolver);
      if (answer.status === 'failed') continue;
      const texts = answer.status === 'found' ? answer.records : [];
      const revoked = texts.length > 0 && texts.every((text) => REVOKED.test(text));
      if (texts.length > 0 && !revoked) continue;
      report({
        anchor: member.anchor,
        span,
        message: message(revoked ? GONE : MISSING, { name: plainName(name), domain }),
        related: zoneOf(system, name),
      });
    }
  },
});

/** A key record without a key (RFC 6376 §3.6.1). */
const REVOKED = /(?:^|;)\s*p\s*=\s*(?:;|$)/;

const MISSING: Localized = {
  en: 'Mail of {domain} is signed with a key that nobody finds: its zone has no TXT record at `{name}`, so no signature holds. Publish the key there (opendkim-genkey writes the record), or correct the selector.',
  ja: '{domain} のメールに付く署名の鍵が公開されていません。ゾーンの `{name}` に TXT レコードがないため、署名の検証はすべて失敗します。鍵をそこに公開するか（opendkim-genkey がレコードを書き出します）、セレクターを直してください。',
};

const GONE: Localized = {
  en: 'Mail of {domain} is signed with a key that is revoked: the record at `{name}` has an empty `p=`, so no signature holds. Publish the key, or sign with another selector.',
  ja: '{domain} のメールに付く署名の鍵は失効しています。`{name}` のレコードの `p=` が空のため、署名の検証はすべて失敗します。鍵を公開するか、別のセレクターで署名してください。',
};

function zoneOf(system: MailSystem, name: string): Related[] {
  const zone = system.zoneFor(name);
  const soa = zone?.apex === undefined ? undefined : zone.entries(zone.apex, 'SOA')[0];
  const elsewhere = soa && zone?.place(soa, typeSpan(soa));
  return elsewhere === undefined ? [] : [{ elsewhere, message: THE_ZONE }];
}

const THE_ZONE = message({ en: 'The zone of the domain', ja: 'ドメインのゾーン' });
