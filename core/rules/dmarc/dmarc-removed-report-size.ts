import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'dmarc-removed-report-size',
  on: 'dmarc-policy',
  severity: 'information',
  title: { en: 'A size limit on a report address', ja: 'レポート送付先のサイズ上限' },
  references: ['RFC 9989 §4.8', 'RFC 7489 §6.2'],
  readers: ['both', 'rfc9989'],
  check(record, report) {
    for (const { read } of record.tags) {
      if (read.type !== 'report-uris') continue;
      for (const { size } of read.uris) {
        if (size === undefined) continue;
        const text = record.text.text.slice(size.from, size.to);
        report({
          span: spanOf(record, size),
          message: message(
            {
              en: 'The size limit `{text}` is obsolete: receivers that follow RFC 9989 ignore it, and few ever looked at it. Remove it.',
              ja: 'サイズ上限 `{text}` は廃止された書き方です。RFC 9989 に従う受信側は無視し、もともと対応する実装もわずかでした。削除してください。',
            },
            { text },
          ),
          tag: 'deprecated',
          fixes: [{ title: removeTitle(text), edits: replacing(record, size, '') }],
        });
      }
    }
  },
});
