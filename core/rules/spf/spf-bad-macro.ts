import type { SpfRecord } from '../../records/spf';
import { spanOf } from '../../records/textRecord';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import type { SpfProblemKind } from '../../syntax/spf/problem';
import { rule } from '../rule';
import { problemsIn, replaceFix } from '../spfProblems';

const WORDS: Partial<Record<SpfProblemKind, Localized>> = {
  'stray-percent': {
    en: 'A lone `%` is not allowed; it begins a macro such as `%{d}`. Receivers discard the whole record (permerror). Write `%%` for the character itself.',
    ja: '`%` を単独で書くことはできません(`%{d}` のようなマクロの始まりです)。レコード全体が無効になります(permerror)。文字そのものは `%%` と書きます。',
  },
  'unclosed-macro': {
    en: 'The macro `{macro}` is not closed, so receivers discard the whole record (permerror). Add the `}`.',
    ja: 'マクロ `{macro}` が閉じていないため、レコード全体が無効になります(permerror)。`}` を補ってください。',
  },
  'unknown-macro': {
    en: 'SPF has no macro `{macro}`, so receivers discard the whole record (permerror). In terms there are `s`, `l`, `o`, `d`, `i`, `p`, `v` and `h`.',
    ja: '`{macro}` というマクロは SPF になく、レコード全体が無効になります(permerror)。項目で使えるのは `s`、`l`、`o`、`d`、`i`、`p`、`v`、`h` です。',
  },
  'explanation-macro': {
    en: '`{macro}` is only allowed in the text that `exp` points to. Here receivers discard the whole record (permerror).',
    ja: '`{macro}` は `exp` が指す説明文でだけ使えます。ここに書くとレコード全体が無効になります(permerror)。',
  },
  'bad-transformer': {
    en: '`{macro}` cannot follow a macro letter: a number from 1, then `r`, then characters of `.-+,/_=` may. Receivers discard the whole record (permerror).',
    ja: 'マクロ文字の後に `{macro}` は書けません。書けるのは 1 以上の数、`r`、`.-+,/_=` の文字をこの順に並べたものです。レコード全体が無効になります(permerror)。',
  },
};

export default rule({
  name: 'spf-bad-macro',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'A macro that is none', ja: 'マクロの書き方が正しくない' },
  references: ['RFC 7208 §7.1', 'RFC 7208 §7.2'],
  check(record, report) {
    const kinds = Object.keys(WORDS) as SpfProblemKind[];
    for (const { problem } of problemsIn(record, ...kinds)) {
      const macro = record.text.text.slice(problem.from, problem.to);
      // `%{d.example.com`: the brace goes behind the letter and what may follow it.
      const closed = problem.kind === 'unclosed-macro' && /^%\{[slodipvh]\d*r?$/i.test(macro);
      const round = problem.kind === 'stray-percent' ? roundMacro(record, problem.from) : undefined;
      report({
        span: spanOf(record, problem),
        message: message(WORDS[problem.kind]!, { macro }),
        fixes: closed
          ? [replaceFix(record, { from: problem.to, to: problem.to }, '}')]
          : round === undefined
            ? []
            : [replaceFix(record, { from: problem.from, to: problem.from + round.length }, braced(round))],
      });
    }
  },
});

/** `%(ir)`: a macro with the wrong brackets. */
function roundMacro(record: SpfRecord, from: number): string | undefined {
  return /^%\([slodipvh]\d*r?[-.+,/_=]*\)/i.exec(record.text.text.slice(from))?.[0];
}

function braced(round: string): string {
  return `%{${round.slice(2, -1)}}`;
}
