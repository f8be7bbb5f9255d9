import type { MasterOption, MasterOptionProblem, MasterService } from '../../syntax/masterCf';
import { message, type Localized } from '../../text/message';
import type { Span } from '../../text/span';
import { fieldsOf } from '../masterServices';
import { rule, type Fix } from '../rule';

const WORDS: Readonly<Record<MasterOptionProblem, Localized>> = {
  'missing-argument': {
    en: 'Nothing follows `-o`. Write `name=value` behind it, or remove it.',
    ja: '`-o` の後に何もありません。`名前=値` を書くか、削除してください。',
  },
  'missing-equals': {
    en: '`-o` is given `{found}` alone, without a `=`: around it there must be no blanks. Write `-o name=value`, or `-o { name = value }` where there are blanks.',
    ja: '`-o` に渡されるのは `{found}` だけで、`=` がありません。前後に空白は書けません。`-o 名前=値` か、空白を含むなら `-o { 名前 = 値 }` と書いてください。',
  },
  'missing-name': {
    en: 'Nothing stands before the `=`. Write `-o name=value`.',
    ja: '`=` の前に名前がありません。`-o 名前=値` と書いてください。',
  },
  'unclosed-brace': {
    en: 'The `{` is not closed. Write a `}` behind the value.',
    ja: '`{` が閉じられていません。値の後に `}` を書いてください。',
  },
  'text-behind-brace': {
    en: 'Something follows the `}` at once. Put a blank between them.',
    ja: '`}` の直後に文字があります。空白を入れてください。',
  },
};

const STOPS: Localized = {
  en: ' The service does not start.',
  ja: 'このサービスは起動しません。',
};

/** Braces are read before any daemon is started. */
const STOPS_ALL: Localized = {
  en: ' Postfix stops over it and no mail moves.',
  ja: 'Postfix はここで停止し、メールは流れません。',
};

export default rule({
  name: 'master-bad-option',
  on: 'master-service',
  severity: 'error',
  title: { en: 'A `-o` that is no `name=value`', ja: '`名前=値` の形になっていない `-o`' },
  references: ['master(5)'],
  check(service, report) {
    if (fieldsOf(service) === undefined) return;
    for (const { kind, span } of service.braces) {
      const { en, ja } = WORDS[kind];
      report({ span, message: message({ en: en + STOPS_ALL.en, ja: ja + STOPS_ALL.ja }) });
    }
    for (const option of service.options) {
      const { problem, argument, flag } = option;
      if (problem === undefined || problem === 'unclosed-brace' || problem === 'text-behind-brace') continue;
      const { en, ja } = WORDS[problem];
      const split = problem === 'missing-equals' ? spacedEquals(service, option) : undefined;
      report({
        span: split?.span ?? argument?.span ?? flag,
        message: message({ en: en + STOPS.en, ja: ja + STOPS.ja }, { found: argument?.text ?? '' }),
        fixes: split === undefined ? [] : [split.fix],
      });
    }
    for (const { argument, setting } of service.options) {
      if (setting === undefined || argument === undefined || setting.value.text !== '') continue;
      const lost = lostValue(service, argument.span.end);
      if (lost === undefined) continue;
      report({
        span: { start: argument.span.start, end: lost.end },
        message: message(
          {
            en: 'The blank behind the `=` ends the option: `{name}` becomes empty, and `{value}` is a word of its own that the daemon refuses. Remove the blank.',
            ja: '`=` の後の空白で `-o` が終わるため、`{name}` は空になり、`{value}` は別の引数として拒否されます。空白を削除してください。',
          },
          { name: setting.name, value: service.text.slice(lost.start, lost.end) },
        ),
        fixes: [join([{ start: argument.span.end, end: lost.start }])],
      });
    }
  },
});

/** The rest of `-o name = value` or `-o name =value`, in one line. */
function spacedEquals(
  { text, options }: MasterService,
  { argument }: MasterOption,
): { readonly span: Span; readonly fix: Fix } | undefined {
  if (argument === undefined || !/^\w+$/.test(argument.text)) return undefined;
  const rest = /^([ \t]+)=([ \t]*)([^\s={}]+)/.exec(text.slice(argument.span.end));
  if (rest === null || rest[3]!.startsWith('-')) return undefined;
  const [whole, before = '', after = ''] = rest;
  const start = argument.span.end;
  const span = { start: argument.span.start, end: start + whole.length };
  if (options.some(({ flag }) => flag.start > span.start && flag.start < span.end)) return undefined;
  const equals = start + before.length;
  return {
    span,
    fix: join([
      { start, end: equals },
      { start: equals + 1, end: equals + 1 + after.length },
    ]),
  };
}

/** The word in the same line that was meant as the value of `name=`. */
function lostValue({ text, operands }: MasterService, from: number): Span | undefined {
  const next = operands[0];
  if (next === undefined || next.span.start < from) return undefined;
  return /^[ \t]+$/.test(text.slice(from, next.span.start)) && !next.text.includes('=')
    ? next.span
    : undefined;
}

function join(blanks: readonly Span[]): Fix {
  return {
    title: message({ en: 'Remove the blanks around `=`', ja: '`=` の前後の空白を削除する' }),
    edits: blanks.filter(({ start, end }) => end > start).map((span) => ({ span, text: '' })),
  };
}
