import type { MailSystem } from '../../model/mailSystem';
import { message } from '../../text/message';
import { plainName, sameName } from '../../values/domainName';
import { rule } from '../rule';
import { hasKeyForAll, signingKeys, tableKeys, type SigningKey } from '../systemKeys';
import { headSpan } from '../zoneRecords';

export default rule({
  name: 'system-unused-dkim-key',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'A DKIM key with which nobody signs', ja: '署名に使われていない DKIM の鍵' },
  references: ['RFC 6376 §3.1', 'opendkim.conf(5)'],
  check({ records, labels, zone }, report) {
    if (!labels.includes('_domainkey')) return;
    for (const { anchor, value, recognised } of records) {
      if (recognised?.kind !== 'dkim-key' || recognised.value.place !== 'selector') continue;
      const { selector, domain, content } = recognised.value;
      if (content !== 'key' || recognised.value.key().state === 'revoked') continue;
      const keys = keysIn(zone.system);
      const own = keys?.filter((key) => sameName(key.domain, domain)) ?? [];
      const first = own[0];
      if (first === undefined || own.some((key) => sameName(key.selector, selector))) continue;
      report({
        anchor,
        span: headSpan(value),
        message: message(
          {
            en: 'No open opendkim.conf signs with `{selector}`: mail of {domain} is signed with `{other}`. Keep the record for some days after a change of keys, then revoke or remove it; the same if nobody else signs with it.',
            ja: '開いている opendkim.conf に `{selector}` で署名するものはなく、{domain} のメールの署名には `{other}` が使われています。鍵の切り替え後は数日残し、ほかで使っていなければ失効させるか削除してください。',
          },
          { selector, domain: plainName(domain), other: first.selector },
        ),
      });
    }
  },
});

/** All keys with which open configurations sign; undefined where they do not tell. */
function keysIn(system: MailSystem): SigningKey[] | undefined {
  const tables = system.configurations('opendkim-keytable').map(({ file }) => file);
  if (tables.some(hasKeyForAll)) return undefined;
  const keys = system.configurations('opendkim').map(({ file }) => signingKeys(file));
  // Which table a configuration means is not looked up: those that are open stand for it.
  if (keys.includes(undefined) && tables.length === 0) return undefined;
  return [...keys.flatMap((some) => some ?? []), ...tables.flatMap(tableKeys)];
}
