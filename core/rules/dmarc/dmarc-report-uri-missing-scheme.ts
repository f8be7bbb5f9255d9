import type { Range } from '../../syntax/tagList';
import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { insertTitle, replaceTitle } from '../titles';

export default rule({
  name: 'dmarc-report-uri-missing-scheme',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'A report address without `mailto:`', ja: 'レポートの送付先に `mailto:` がない' },
  references: ['RFC 9989 §4.7', 'RFC 6068 §2'],
  check(record, report) {
    for (const { read } of record.tags) {
      if (read.type !== 'report-uris') continue;
      for (const { problem, text, from } of read.uris) {
        if (problem === undefined) continue;
        const place: Range = { from: problem.from, to: problem.to };
        if (problem.kind === 'no-scheme') {
          // Without an `@` it may be anything; the scheme alone would not mend it.
          const address = text.includes('@');
          report({
            span: spanOf(record, place),
            message: message(
              {
                en: '`{text}` is no URI, so receivers cannot report to it. Addresses are written `mailto:mailbox@domain`.',
                ja: '`{text}` は URI ではないため、レポートを送れません。アドレスは `mailto:メールボックス@ドメイン` の形で書きます。',
              },
              { text },
            ),
            fixes: address
              ? [{ title: insertTitle('mailto:'), edits: replacing(record, { from, to: from }, 'mailto:') }]
              : [],
          });
        } else if (problem.kind === 'misspelt-scheme' || problem.kind === 'slashes') {
          const written = record.text.text.slice(from, place.to);
          report({
            span: spanOf(record, place),
            message: message(
              {
                en: '`{written}` is no way to begin a mail address; receivers do not know it and send no report. Write `mailto:`.',
                ja: '`{written}` はメールアドレスの URI の書き方ではありません。受信側は解釈できず、レポートを送りません。`mailto:` と書いてください。',
              },
              { written },
            ),
            fixes: [
              {
                title: replaceTitle(written, 'mailto:'),
                edits: replacing(record, { from, to: place.to }, 'mailto:'),
              },
            ],
          });
        }
      }
    }
  },
});
