import { SPF_TERMS, type SpfTermDefinition } from '../../records/spfTerms';
import { spanOf } from '../../records/textRecord';
import type { SpfUnknownTerm } from '../../syntax/spf/term';
import { message } from '../../text/message';
import { parseIp4, parseIp6 } from '../../values/ipAddress';
import { nearest } from '../../values/nearest';
import { rule } from '../rule';
import { problemsIn, replaceFix, signedApart, strandedArgument } from '../spfProblems';

/** What people write for a mechanism by its meaning. */
const ALIASES: Readonly<Record<string, string>> = {
  ip: 'ip4',
  ipv4: 'ip4',
  'ip-4': 'ip4',
  ipv6: 'ip6',
  'ip-6': 'ip6',
  host: 'a',
  any: 'all',
  exist: 'exists',
  includes: 'include',
  incl: 'include',
};

export default rule({
  name: 'spf-unknown-mechanism',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'A term that SPF does not have', ja: 'SPF に存在しない項目' },
  references: ['RFC 7208 §4.6.1', 'RFC 7208 §5'],
  check(record, report) {
    for (const { term, index } of problemsIn(record, 'unknown-mechanism')) {
      // Parted from its name by a blank: reported there.
      if (strandedArgument(record, index - 1) === term) continue;
      const signed = signedApart(record, index);
      const wanted =
        signed !== undefined
          ? term.text + signed.text
          : term.kind === 'unknown'
            ? meantTerm(term)
            : undefined;
      const place = { from: term.from, to: (signed ?? term).to };
      report({
        span: spanOf(record, place),
        message:
          wanted === undefined
            ? message(
                {
                  en: '`{term}` is no term of SPF. Because of it receivers discard the whole record (permerror). Correct or remove it.',
                  ja: '`{term}` は SPF の項目ではありません。このためレコード全体が無効になります(permerror)。直すか、削除してください。',
                },
                { term: term.text },
              )
            : message(
                {
                  en: '`{term}` is no term of SPF. Because of it receivers discard the whole record (permerror). Is `{wanted}` meant?',
                  ja: '`{term}` は SPF の項目ではありません。このためレコード全体が無効になります(permerror)。`{wanted}` の誤りではありませんか。',
                },
                { term: term.text, wanted },
              ),
        fixes: wanted === undefined ? [] : [replaceFix(record, place, wanted)],
      });
    }
  },
});

/** Whether a term can be followed by what stands behind the name. */
function takes({ argument, kind }: SpfTermDefinition, behind: string): boolean {
  if (behind.startsWith(':')) return argument !== 'none';
  if (behind.startsWith('=')) return kind === 'modifier';
  return argument === 'own-domain' || (argument === 'none' && behind === '');
}

/** The term that is clearly meant. */
function meantTerm({ text, name }: SpfUnknownTerm): string | undefined {
  const doubled = /^([-+~?])[-+~?]*([-~?])?(all)$/i.exec(text);
  if (doubled !== null) return `${text.at(-4)!}${doubled[3]!}`;
  const behindAll = /^(all)([-+~?])$/i.exec(text);
  if (behindAll !== null) return `${behindAll[2]!}${behindAll[1]!}`;
  if (/^[-+~?]?all[.,;:]+$/i.test(text)) return text.replace(/[.,;:]+$/, '');
  const [, sign = '', rest = ''] = /^([-+~?]?)(.*)$/s.exec(text) ?? [];
  const address = /^([\da-f.:]+)(\/\d+)?$/i.exec(rest);
  if (address !== null) {
    if (parseIp4(address[1]!) !== undefined) return `${sign}ip4:${rest}`;
    if (parseIp6(address[1]!) !== undefined) return `${sign}ip6:${rest}`;
  }
  const word = name.text.toLowerCase();
  const behind = rest.slice(name.text.length);
  if (word === '' || (behind !== '' && !/^[:/=]/.test(behind))) return undefined;
  const family = /^:[\da-f]*:/i.test(behind) ? 'ip6' : 'ip4';
  const alias = word === 'ip' ? family : ALIASES[word];
  const fits = SPF_TERMS.filter((term) => takes(term, behind)).map((term) => term.name);
  const near =
    alias ??
    nearest(
      word,
      fits.filter((candidate) => candidate.length > 2),
    );
  if (near === undefined || !fits.includes(near)) return undefined;
  if (near === 'redirect' || near === 'exp') return sign === '' ? `${near}=${behind.slice(1)}` : undefined;
  return `${sign}${near}${behind}`;
}
