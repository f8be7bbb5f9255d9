import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { isMailDomain } from '../../values/domainName';
import { parseIp4, parseIp6 } from '../../values/ipAddress';
import { rule } from '../rule';
import { listedNetworks, problemsIn, replaceFix } from '../spfProblems';

export default rule({
  name: 'spf-bad-network',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'An `ip4` or `ip6` without a valid address', ja: '`ip4` や `ip6` のアドレスが正しくない' },
  references: ['RFC 7208 §5.6', 'RFC 4291 §2.2'],
  check(record, report) {
    for (const { term, problem } of problemsIn(record, 'bad-network')) {
      if (term.kind !== 'directive') continue;
      const written = record.text.text.slice(problem.from, problem.to);
      const host = isMailDomain(written) && term.prefix4 === undefined && term.prefix6 === undefined;
      const listed = listedNetworks(term);
      const wanted = mended(written, term.mechanism === 'ip4' ? 4 : 6, problem.to === term.to);
      const values = { written, family: term.mechanism === 'ip4' ? 'IPv4' : 'IPv6' };
      report({
        span: spanOf(record, problem),
        message: host
          ? message(
              {
                en: '`{written}` is a name, not an {family} address, so receivers discard the whole record (permerror). A name goes with `a:`.',
                ja: '`{written}` は {family} アドレスではなく名前なので、レコード全体が無効になります(permerror)。名前は `a:` で指定します。',
              },
              values,
            )
          : message(
              {
                en: '`{written}` is no {family} address, so receivers discard the whole record (permerror). Correct it.',
                ja: '`{written}` は {family} アドレスではないため、レコード全体が無効になります(permerror)。直してください。',
              },
              values,
            ),
        fixes:
          listed !== undefined
            ? [replaceFix(record, term, listed)]
            : host
              ? [replaceFix(record, { from: term.name.from, to: term.separator.to }, 'a:')]
              : wanted === undefined
                ? []
                : [replaceFix(record, problem, wanted)],
      });
    }
  },
});

/** The address or network that is clearly meant: brackets taken off, `*` for the last numbers as a prefix length. */
function mended(written: string, family: 4 | 6, alone: boolean): string | undefined {
  const bare = /^\[(?:IPv6:)?(.*)\]$/i.exec(written)?.[1];
  if (bare !== undefined) {
    return (family === 4 ? parseIp4(bare) : parseIp6(bare)) === undefined ? undefined : bare;
  }
  const stars = /^((?:\d+\.){1,3})\*(?:\.\*)*$/.exec(written)?.[1];
  if (family === 6 || stars === undefined || !alone) return undefined;
  const stated = stars.split('.').length - 1;
  if (written.split('.').length > 4) return undefined;
  const network = `${stars}${'0.'.repeat(4 - stated)}`.slice(0, -1);
  return parseIp4(network) === undefined ? undefined : `${network}/${stated * 8}`;
}
