import { removingTerm } from '../../records/spf';
import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'spf-repeated-version',
  on: 'spf-record',
  severity: 'warning',
  title: { en: 'A second `v=spf1` inside the record', ja: 'レコードの途中にある 2 番目の `v=spf1`' },
  references: ['RFC 7208 §4.5', 'RFC 7208 §6'],
  check(record, report) {
    for (const term of record.syntax.terms) {
      if (term.kind !== 'modifier' || !/^v=spf1$/i.test(term.text)) continue;
      report({
        span: spanOf(record, term),
        message: message({
          en: 'A second `v=spf1` stands inside the record; it seems that two records were put into one. Receivers skip it, and what follows an `all` never counts. Leave one `v=spf1` at the beginning and one `all` at the end.',
          ja: 'レコードの途中に 2 番目の `v=spf1` があり、二つのレコードをつなげたように見えます。受信側は読み飛ばし、`all` より後の項目は評価されません。`v=spf1` は先頭に、`all` は末尾に一つだけにしてください。',
        }),
        fixes: [{ title: removeTitle(term.text), edits: removingTerm(record, term) }],
      });
    }
  },
});
