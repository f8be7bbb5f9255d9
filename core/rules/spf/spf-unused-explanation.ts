import { removingTerm } from '../../records/spf';
import { spanOf } from '../../records/textRecord';
import { directivesOf, modifiersOf } from '../../syntax/spf/record';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'spf-unused-explanation',
  on: 'spf-record',
  severity: 'information',
  title: { en: '`exp` in a record that never fails', ja: 'fail にならないレコードの `exp`' },
  references: ['RFC 7208 §6.2'],
  check(record, report) {
    const [exp] = modifiersOf(record.syntax, 'exp');
    if (exp === undefined || record.syntax.terms.some(({ kind }) => kind === 'unknown')) return;
    if (directivesOf(record.syntax).some(({ qualifier }) => qualifier === '-')) return;
    report({
      span: spanOf(record, exp),
      message: message({
        en: 'Receivers read `exp` only where a mechanism of this very record fails, and none has a `-`. With `redirect` the explanation of the other record counts. Remove it.',
        ja: '`exp` が使われるのは、このレコードのメカニズムで fail になる場合だけですが、`-` の付いたものがありません(`redirect` では参照先の `exp` が使われます)。削除してください。',
      }),
      fixes: [{ title: removeTitle(exp.text), edits: removingTerm(record, exp) }],
      tag: 'unnecessary',
    });
  },
});
