import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { replaceFix } from '../spfProblems';

export default rule({
  name: 'spf-bad-separator',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'Terms separated by something other than spaces', ja: '項目が空白以外で区切られている' },
  references: ['RFC 7208 §4.6.1'],
  check(record, report) {
    const { syntax } = record;
    const gaps = [...syntax.terms.map(({ gap }) => gap), syntax.tail];
    for (const gap of gaps) {
      if (gap.kind !== 'mark' && gap.kind !== 'bad-blank') continue;
      const last = gap === syntax.tail;
      const fixes = [replaceFix(record, gap, last ? '' : ' ')];
      if (gap.kind === 'mark') {
        const mark = gap.text.trim();
        report({
          span: spanOf(record, { from: gap.from, to: gap.from + gap.text.trimEnd().length }),
          message: message(
            {
              en: '`{mark}` does not belong between terms: receivers take it for a part of the term before, and the record is invalid (permerror). Use a space alone.',
              ja: '項目の間に `{mark}` は使えません。前の項目の一部と見なされ、レコードが無効になります(permerror)。空白だけで区切ってください。',
            },
            { mark },
          ),
          fixes,
        });
      } else {
        report({
          span: spanOf(record, gap),
          message: message({
            en: 'Only spaces may stand between terms, no tab, line break or other blank. Receivers reject the record (permerror) or do not recognise it. Use a space.',
            ja: '項目の区切りに使えるのは半角空白だけです(タブ、改行、全角空白などは使えません)。レコードが無効になるか、SPF と認識されません。半角空白にしてください。',
          }),
          fixes,
        });
      }
    }
  },
});
