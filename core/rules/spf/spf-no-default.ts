import { spanOf } from '../../records/textRecord';
import { modifiersOf } from '../../syntax/spf/record';
import { message } from '../../text/message';
import { labelsOf } from '../../values/domainName';
import { rule } from '../rule';
import { mechanismsIn } from '../spfProblems';

export default rule({
  name: 'spf-no-default',
  on: 'spf-record',
  severity: 'warning',
  title: { en: 'Neither `all` nor `redirect`', ja: '`all` も `redirect` もない' },
  references: ['RFC 7208 §4.7', 'RFC 7208 §5.1'],
  check(record, report) {
    const { version, terms } = record.syntax;
    if (mechanismsIn(record, 'all').length > 0 || modifiersOf(record.syntax, 'redirect').length > 0) return;
    // What cannot be read may have been meant as one of them.
    if (terms.some(({ kind }) => kind === 'unknown') || version.state === 'missing') return;
    // Records that are only there to be included (`_spf.example.com`) do without.
    if (labelsOf(record.domain)[0]?.startsWith('_') === true) return;
    report({
      span: spanOf(record, terms.at(-1) ?? version),
      message: message({
        en: 'The record does not say what becomes of other hosts, so for them it means neutral: no protection. End it with `~all`, `-all` or a `redirect`.',
        ja: 'それ以外のホストの扱いが書かれていないため、結果は neutral となり保護になりません。`~all`、`-all` または `redirect` で終えてください。',
      }),
    });
  },
});
