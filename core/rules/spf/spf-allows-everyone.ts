import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { mechanismsIn, signedApart } from '../spfProblems';

export default rule({
  name: 'spf-allows-everyone',
  on: 'spf-record',
  severity: 'warning',
  title: { en: 'Every host may send', ja: 'すべてのホストに送信を許可している' },
  references: ['RFC 7208 §5.1', 'RFC 7208 §11.1'],
  check(record, report) {
    const open = mechanismsIn(record, 'all', 'ip4', 'ip6', 'a', 'mx').filter(
      ({ mechanism, qualifier, prefix4, prefix6, problems }) =>
        qualifier === '+' &&
        problems.length === 0 &&
        (mechanism === 'all' || prefix4?.bits === 0 || prefix6?.bits === 0),
    );
    const { terms } = record.syntax;
    for (const term of open) {
      // `~ all`: reported there.
      const before = terms[terms.indexOf(term) - 1];
      if (before !== undefined && signedApart(record, before) === term) continue;
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
