import { removingTerm } from '../../records/spf';
import { spanOf } from '../../records/textRecord';
import { directivesOf } from '../../syntax/spf/record';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'spf-unreachable-term',
  on: 'spf-record',
  severity: 'warning',
  title: { en: 'A term behind `all`', ja: '`all` の後にある項目' },
  references: ['RFC 7208 §5.1'],
  check(record, report) {
    const directives = directivesOf(record.syntax);
    const all = directives.find(({ mechanism, problems }) => mechanism === 'all' && problems.length === 0);
    if (all === undefined) return;
    for (const term of directives.slice(directives.indexOf(all) + 1)) {
      report({
        span: spanOf(record, term),
        message: message(
          {
            en: '`{term}` is never looked at, because `{all}` before it always matches. Move `{all}` to the end, or remove the term.',
            ja: '前にある `{all}` が必ず一致するため、`{term}` は評価されません。`{all}` を末尾に移すか、この項目を削除してください。',
          },
          { term: term.text, all: all.text },
        ),
        // A second `all` can go; of other terms only the author knows whether they were meant to count.
        fixes:
          term.mechanism === 'all'
            ? [{ title: removeTitle(term.text), edits: removingTerm(record, term) }]
            : [],
        tag: 'unnecessary',
      });
    }
  },
});
