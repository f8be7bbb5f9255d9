import { spanOf } from '../../records/textRecord';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import { rule } from '../rule';
import { problemsIn, replaceFix } from '../spfProblems';

const WORDS: Readonly<Record<'single-label' | 'bad-top-label' | 'impossible-name', Localized>> = {
  'single-label': {
    en: '`{domain}` is no full domain name: it has a single label. Receivers discard the whole record (permerror). Write the whole name.',
    ja: '`{domain}` は完全なドメイン名ではありません(ラベルが一つだけ)。レコード全体が無効になります(permerror)。名前全体を書いてください。',
  },
  'bad-top-label': {
    en: '`{part}` cannot end a domain name: its last label is made of letters, digits and inner hyphens, and is no number. Receivers discard the whole record (permerror). Correct it.',
    ja: '`{part}` で終わるドメイン名はありません(最後のラベルは英数字と途中のハイフンだけで、数字だけは不可)。レコード全体が無効になります(permerror)。直してください。',
  },
  'impossible-name': {
    en: 'No DNS query can hold this name: a label is empty or longer than 63 characters. Receivers never find it, or give permerror. Correct it.',
    ja: '空のラベルまたは 63 文字を超えるラベルがあり、DNS で問い合わせられない名前です。一致しないか、permerror になります。直してください。',
  },
};

export default rule({
  name: 'spf-bad-domain',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'A domain that is none', ja: 'ドメイン名になっていない' },
  references: ['RFC 7208 §7.1', 'RFC 7208 §4.8'],
  check(record, report) {
    for (const { term, problem } of problemsIn(record, 'single-label', 'bad-top-label', 'impossible-name')) {
      const { kind } = problem;
      if (kind !== 'single-label' && kind !== 'bad-top-label' && kind !== 'impossible-name') continue;
      report({
        span: spanOf(record, problem),
        ...(kind === 'impossible-name' && { severity: 'warning' }),
        message: message(WORDS[kind], {
          domain: term.argument.text,
          part: record.text.text.slice(problem.from, problem.to),
        }),
      });
    }
    for (const term of record.syntax.terms) {
      const domain = term.kind === 'unknown' || term.problems.length > 0 ? undefined : term.domain;
      const host = /^(?:[a-z][a-z\d+.-]*:\/\/|[^@]*@)([\w.-]+)\/?$/i.exec(domain?.literal ?? '')?.[1];
      if (domain === undefined || host === undefined) continue;
      report({
        span: spanOf(record, domain),
        severity: 'warning',
        message: message(
          {
            en: '`{domain}` is an address of something, not a domain, so receivers never find it. Write the domain alone: `{host}`.',
            ja: '`{domain}` は URL やメールアドレスであり、ドメイン名ではないため、見つかりません。ドメイン名 `{host}` だけを書いてください。',
          },
          { domain: domain.text, host },
        ),
        fixes: [replaceFix(record, domain, host)],
      });
    }
  },
});
