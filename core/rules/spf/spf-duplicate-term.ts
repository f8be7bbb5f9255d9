import { removingTerm } from '../../records/spf';
import { spanOf } from '../../records/textRecord';
import { directivesOf } from '../../syntax/spf/record';
import type { SpfDirective } from '../../syntax/spf/term';
import { message } from '../../text/message';
import { asciiLower } from '../../values/domainName';
import { formatNetwork, withoutHostBits } from '../../values/ipNetwork';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'spf-duplicate-term',
  on: 'spf-record',
  severity: 'information',
  title: { en: 'A mechanism stands twice', ja: '同じメカニズムが 2 回書かれている' },
  references: ['RFC 7208 §4.6.2'],
  check(record, report) {
    const seen = new Set<string>();
    for (const term of directivesOf(record.syntax)) {
      if (term.mechanism === 'all' || term.problems.length > 0) continue;
      const key = keyOf(term);
      if (!seen.has(key)) {
        seen.add(key);
        continue;
      }
      report({
        span: spanOf(record, term),
        message: message(
          {
            en: '`{term}` stands here a second time and cannot match any more; it only makes the record longer or costs a lookup. Remove it.',
            ja: '`{term}` は 2 回目で、もう一致することはありません。レコードが長くなるか、DNS 参照が増えるだけです。削除してください。',
          },
          { term: term.text },
        ),
        fixes: [{ title: removeTitle(term.text), edits: removingTerm(record, term) }],
        tag: 'unnecessary',
      });
    }
  },
});

/** What a mechanism matches, whatever its sign: the first of two decides. */
function keyOf({ mechanism, network, domain, prefix4, prefix6 }: SpfDirective): string {
  if (network?.value !== undefined) return `${mechanism} ${formatNetwork(withoutHostBits(network.value))}`;
  const name = domain === undefined ? '' : (domain.literal ?? domain.text);
  return [mechanism, asciiLower(name), prefix4?.bits ?? 32, prefix6?.bits ?? 128].join(' ');
}
