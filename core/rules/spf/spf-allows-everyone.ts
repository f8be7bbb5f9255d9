import { spanOf } from '../../records/textRecord';
import type { SpfDirective } from '../../syntax/spf/term';
import { message } from '../../text/message';
import { rule } from '../rule';
import { signedApart } from '../spfProblems';

export default rule({
  name: 'spf-allows-everyone',
  on: 'spf-record',
  severity: 'warning',
  title: { en: 'Every host may send', ja: 'すべてのホストに送信を許可している' },
  references: ['RFC 7208 §5.1', 'RFC 7208 §11.1'],
  check(record, report) {
    for (const [index, term] of record.syntax.terms.entries()) {
      // `~ all`: reported there.
      if (term.kind !== 'directive' || !isOpen(term) || signedApart(record, index - 1) === term) continue;
      report({
        span: spanOf(record, term),
        message: message(
          {
            en: '`{term}` lets every host in the world send for this domain, so the record protects against nothing. Name the hosts that send, and end with `~all` or `-all`.',
            ja: '`{term}` は世界中のホストにこのドメインでの送信を許可するため、レコードは何の保護にもなりません。送信するホストを列挙し、`~all` か `-all` で終えてください。',
          },
          { term: term.text },
        ),
      });
    }
  },
});

/** A pass for every address of a family, or both. */
function isOpen({ mechanism, qualifier, prefix4, prefix6, problems }: SpfDirective): boolean {
  return (
    qualifier === '+' &&
    problems.length === 0 &&
    (mechanism === 'all' || prefix4?.bits === 0 || prefix6?.bits === 0)
  );
}
