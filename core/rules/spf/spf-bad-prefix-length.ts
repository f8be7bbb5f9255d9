import { spanOf } from '../../records/textRecord';
import type { SpfDirective } from '../../syntax/spf/term';
import { message } from '../../text/message';
import { parseIp4 } from '../../values/ipAddress';
import { rule } from '../rule';
import { listedNetworks, problemsIn, replaceFix } from '../spfProblems';

export default rule({
  name: 'spf-bad-prefix-length',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'A prefix length that is none', ja: 'プレフィックス長が正しくない' },
  references: ['RFC 7208 §5.6', 'RFC 7208 §12'],
  check(record, report) {
    for (const { term, problem } of problemsIn(record, 'bad-prefix', 'single-slash')) {
      if (term.kind !== 'directive') continue;
      const written = record.text.text.slice(problem.from, problem.to);
      const six = isForIp6(term, problem.from);
      const wanted = problem.kind === 'single-slash' ? `/${written}` : mended(term, written, six);
      const listed = listedNetworks(term);
      const values = { written, most: six ? 128 : 32, family: six ? 'IPv6' : 'IPv4' };
      report({
        span: spanOf(record, problem),
        message:
          problem.kind === 'single-slash'
            ? message(
                {
                  en: 'A second prefix length is for IPv6 and takes two slashes. Because of `{written}` receivers discard the whole record (permerror). Write `/{written}`.',
                  ja: '2 番目のプレフィックス長は IPv6 用で、スラッシュが二つ要ります。`{written}` のためレコード全体が無効になります(permerror)。`/{written}` と書いてください。',
                },
                values,
              )
            : message(
                {
                  en: '`{written}` is no prefix length for {family}: it takes a number from 0 to {most} without leading zeros. Receivers discard the whole record (permerror). Correct it.',
                  ja: '`{written}` は {family} のプレフィックス長ではありません(先頭に 0 を付けない 0～{most} の数)。レコード全体が無効になります(permerror)。直してください。',
                },
                values,
              ),
        fixes:
          listed !== undefined
            ? [replaceFix(record, term, listed)]
            : wanted === undefined
              ? []
              : [replaceFix(record, problem, wanted)],
      });
    }
  },
});

function isForIp6({ mechanism, prefix6 }: SpfDirective, from: number): boolean {
  return mechanism === 'ip6' || prefix6?.from === from;
}

/** The prefix length that is clearly meant; empty where only a slash is left over. */
function mended({ mechanism }: SpfDirective, written: string, six: boolean): string | undefined {
  const slashes = mechanism !== 'ip6' && six ? '//' : '/';
  const [, digits] = /^\/+(\d*)\/*$/.exec(written) ?? [];
  if (digits === '') return '';
  if (digits !== undefined) {
    const number = Number(digits);
    return number <= (six ? 128 : 32) ? `${slashes}${number}` : undefined;
  }
  const mask = mechanism === 'ip4' ? parseIp4(written.slice(1)) : undefined;
  const bits = mask?.octets.map((octet) => octet.toString(2).padStart(8, '0')).join('');
  // 255.255.255.0: ones, then zeros.
  return bits !== undefined && /^1*0*$/.test(bits) ? `/${bits.lastIndexOf('1') + 1}` : undefined;
}
