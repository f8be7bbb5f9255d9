import { KEY_LABEL } from '../../records/dkimKey';
import { message } from '../../text/message';
import { rule } from '../rule';

/** A policy of DomainKeys: tags t, o, n and r (RFC 4870 §3.6). */
const POLICY = /^\s*(?:[tnr]\s*=[^;]{0,200};\s*)*o\s*=\s*[-~]/;

export default rule({
  name: 'dkim-domainkeys-policy',
  on: 'zone-owner',
  severity: 'information',
  title: {
    en: 'A policy of DomainKeys, which nobody reads any more',
    ja: 'もはや参照されない DomainKeys のポリシー',
  },
  references: ['RFC 4870 §3.6'],
  check(owner, report) {
    if (owner.labels[0] !== KEY_LABEL) return;
    for (const { anchor, value: entry } of owner.records) {
      if (entry.typeName !== 'TXT' || !POLICY.test(entry.strings?.text ?? '')) continue;
      // A record that others inherit their owner from, or their TTL, cannot just go.
      const alone = owner.records.length === 1 && entry.ttl === undefined && entry.owner.span !== undefined;
      report({
        anchor,
        span: entry.rdata,
        tag: 'deprecated',
        message: message({
          en: 'This is a policy of DomainKeys (RFC 4870, historic since 2007), which DKIM replaced. No receiver looks it up. Remove the record; DMARC says today what it said.',
          ja: 'これは DomainKeys(RFC 4870、2007 年に DKIM に置き換えられた歴史的な規格)のポリシーで、参照する受信側はありません。レコードを削除してください。現在は DMARC がその役割を担います。',
        }),
        fixes: alone
          ? [
              {
                title: message({
                  en: 'Remove the DomainKeys policy',
                  ja: 'DomainKeys のポリシーを削除する',
                }),
                edits: [{ span: { start: 0, end: entry.text.length }, text: '' }],
              },
            ]
          : [],
      });
    }
  },
});
