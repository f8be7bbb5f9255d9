import { ADSP_LABELS } from '../../records/adsp';
import { beginsWith } from '../../records/labelledRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'adsp-historic',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'An ADSP record, which nobody reads any more', ja: 'もはや参照されない ADSP レコード' },
  references: ['RFC 5617'],
  check(owner, report) {
    if (!beginsWith(owner.labels, ADSP_LABELS)) return;
    for (const { anchor, value: entry } of owner.records) {
      if (entry.typeName !== 'TXT') continue;
      // A record that others inherit their owner from, or their TTL, cannot just go.
      const alone = owner.records.length === 1 && entry.ttl === undefined && entry.owner.span !== undefined;
      report({
        anchor,
        span: entry.rdata,
        tag: 'deprecated',
        message: message({
          en: 'ADSP (RFC 5617) has been Historic since 2013; no receiver looks it up any more. DMARC took its place. Remove the record.',
          ja: 'ADSP(RFC 5617)は 2013 年に歴史的な規格とされ、現在参照する受信側はありません。DMARC に置き換えられています。レコードを削除してください。',
        }),
        fixes: alone
          ? [
              {
                title: message({ en: 'Remove the ADSP record', ja: 'ADSP レコードを削除する' }),
                edits: [{ span: { start: 0, end: entry.text.length }, text: '' }],
              },
            ]
          : [],
      });
    }
  },
});
