import { removingTerm } from '../../records/spf';
import { spanOf } from '../../records/textRecord';
import { modifiersOf } from '../../syntax/spf/record';
import { message } from '../../text/message';
import { rule } from '../rule';
import { mechanismsIn } from '../spfProblems';
import { removeTitle } from '../titles';

export default rule({
  name: 'spf-redirect-beside-all',
  on: 'spf-record',
  severity: 'warning',
  title: { en: '`redirect` beside `all`', ja: '`all` と `redirect` の併用' },
  references: ['RFC 7208 §5.1', 'RFC 7208 §6.1'],
  check(record, report) {
    const all = mechanismsIn(record, 'all')[0];
    const [redirect] = modifiersOf(record.syntax, 'redirect');
    if (all === undefined || redirect === undefined) return;
    report({
      span: spanOf(record, redirect),
      message: message(
        {
          en: '`redirect` only counts where nothing matches, and `{all}` always does, so it does nothing. Remove one of them.',
          ja: '`redirect` はどれにも一致しない場合にだけ使われますが、`{all}` が必ず一致するため効果がありません。どちらかを削除してください。',
        },
        { all: all.text },
      ),
      fixes: [{ title: removeTitle(redirect.text), edits: removingTerm(record, redirect) }],
      tag: 'unnecessary',
    });
  },
});
