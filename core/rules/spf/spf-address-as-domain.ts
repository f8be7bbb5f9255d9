import { spanOf } from '../../records/textRecord';
import type { SpfTerm } from '../../syntax/spf/term';
import { message } from '../../text/message';
import { parseIp } from '../../values/ipAddress';
import { rule } from '../rule';
import { problemsIn, replaceFix } from '../spfProblems';

export default rule({
  name: 'spf-address-as-domain',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'An IP address where a domain belongs', ja: 'ドメインの位置に IP アドレスがある' },
  references: ['RFC 7208 §7.1', 'RFC 7208 §5.6'],
  check(record, report) {
    for (const { term, problem } of problemsIn(record, 'address-as-domain')) {
      const wanted = asNetwork(term);
      report({
        span: spanOf(record, term),
        message: message(
          {
            en: '`{name}` takes a domain, and `{address}` is an address: receivers discard the whole record (permerror). Addresses go with `ip4:` and `ip6:`.',
            ja: '`{name}` にはドメインを指定しますが、`{address}` はアドレスです。レコード全体が無効になります(permerror)。アドレスは `ip4:` や `ip6:` で指定します。',
          },
          { name: term.name.text, address: record.text.text.slice(problem.from, problem.to) },
        ),
        fixes:
          wanted === undefined ? [] : [replaceFix(record, { from: term.name.from, to: term.to }, wanted)],
      });
    }
  },
});

/** The same as ip4 or ip6, for the mechanisms that are about addresses; the prefix length of its family stays. */
function asNetwork(term: SpfTerm): string | undefined {
  if (term.kind !== 'directive' || !['a', 'mx', 'include'].includes(term.mechanism)) return undefined;
  const text = term.domain?.text.replace(/\.$/, '').replace(/^\[(.*)\]$/, '$1') ?? '';
  const address = parseIp(text);
  if (address === undefined) return undefined;
  if (address.family === 4) return `ip4:${text}${term.prefix4?.text ?? ''}`;
  return `ip6:${text}${term.prefix6?.text.slice(1) ?? ''}`;
}
