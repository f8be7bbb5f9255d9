import { removingTerm } from '../../records/spf';
import { spanOf } from '../../records/textRecord';
import { directivesOf } from '../../syntax/spf/record';
import type { SpfDirective } from '../../syntax/spf/term';
import { message } from '../../text/message';
import { covers } from '../../values/ipNetwork';
import { rule } from '../rule';
import { removeTitle } from '../titles';

/** More terms than any record has; each is held against each. */
const MOST = 500;

export default rule({
  name: 'spf-covered-network',
  on: 'spf-record',
  severity: 'hint',
  title: { en: 'A network inside another one', ja: '別のネットワークに含まれるネットワーク' },
  references: ['RFC 7208 §5.6'],
  check(record, report) {
    const terms = directivesOf(record.syntax).slice(0, MOST);
    for (const [index, term] of terms.entries()) {
      const inner = term.network?.value;
      if (inner === undefined) continue;
      const wide = terms.find(({ network }, place) => {
        const outer = network?.value;
        if (outer === undefined || outer.prefix >= inner.prefix || !covers(outer, inner)) return false;
        // One before decides whatever its sign; one behind only where nothing between can decide otherwise.
        return place < index || haveOneSign(terms.slice(index, place + 1));
      });
      if (wide === undefined) continue;
      report({
        span: spanOf(record, term),
        message: message(
          {
            en: '`{term}` lies inside `{wide}`, so it changes nothing. Remove it.',
            ja: '`{term}` は `{wide}` に含まれるため、何も変わりません。削除してください。',
          },
          { term: term.text, wide: wide.text },
        ),
        fixes: [{ title: removeTitle(term.text), edits: removingTerm(record, term) }],
        tag: 'unnecessary',
      });
    }
  },
});

function haveOneSign(terms: readonly SpfDirective[]): boolean {
  return terms.every(({ qualifier }) => qualifier === terms[0]?.qualifier);
}
