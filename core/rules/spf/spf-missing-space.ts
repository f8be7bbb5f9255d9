import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { isUnquoted, replaceFix } from '../spfProblems';

export default rule({
  name: 'spf-missing-space',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'No space between two terms', ja: '項目の間に空白がない' },
  references: ['RFC 7208 §4.6.1', 'RFC 7208 §3.3'],
  check(record, report) {
    if (isUnquoted(record)) return;
    record.syntax.terms.forEach((term, index, terms) => {
      const before = terms[index - 1];
      if (term.gap.kind !== 'missing' || before === undefined) return;
      const joint = record.text.pieces.some(({ from }) => from === term.from);
      report({
        span: spanOf(record, term),
        message: joint
          ? message(
              {
                en: 'Strings are joined without a space, so receivers read `{both}` as one term. End the first string with a space.',
                ja: '文字列は空白なしで連結されるため、受信側は `{both}` を一つの項目として読みます。前の文字列の終わりに空白を入れてください。',
              },
              { both: before.text + term.text },
            )
          : message(
              {
                en: 'No space stands before `{term}`, so receivers read it as a part of the term before. Insert one.',
                ja: '`{term}` の前に空白がないため、前の項目の一部として読まれます。空白を入れてください。',
              },
              { term: term.text },
            ),
        fixes: [replaceFix(record, term.gap, ' ')],
      });
    });
  },
});
