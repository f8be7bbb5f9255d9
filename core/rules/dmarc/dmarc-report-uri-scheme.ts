import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'dmarc-report-uri-scheme',
  on: 'dmarc-policy',
  severity: 'warning',
  title: { en: 'A report address that receivers do not use', ja: '受信側が対応しない形式の送付先' },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    for (const { read } of record.tags) {
      for (const { problem, scheme } of read.type === 'report-uris' ? read.uris : []) {
        if (problem?.kind !== 'other-scheme' || scheme === undefined) continue;
        report({
          span: spanOf(record, problem),
          message: message(
            {
              en: 'Receivers send reports by mail only and skip URIs that begin with `{scheme}:`. Name a `mailto:` address.',
              ja: '受信側はレポートをメールでしか送らず、`{scheme}:` で始まる URI は無視します。`mailto:` アドレスを指定してください。',
            },
            { scheme },
          ),
        });
      }
    }
  },
});
