import { isBlank, restFrom, type PlainWord } from '../plainLines';
import type { ReadLine, TableProblem } from './line';

/** The flags of regexp_table(5) and pcre_table(5) together. */
const FLAGS = 'imsxAEUX';

interface Pattern {
  readonly body: PlainWord;
  readonly flags: string;
  readonly negative: boolean;
  /** Behind its flags. */
  readonly end: number;
}

/** `/pattern/flags result`, `if /pattern/flags`, `endif` (dict_regexp.c, dict_pcre.c). */
export const readPattern: ReadLine = ({ plain }) => {
  if (!/^[a-z0-9]/i.test(plain)) return rule(plain);
  const word = /^[a-z0-9]+/i.exec(plain)![0];
  const place = { start: 0, end: word.length };
  switch (word.toLowerCase()) {
    case 'if': {
      const found = patternAt(plain, word.length);
      if ('kind' in found) return { statement: 'if', problems: [found] };
      const rest = restFrom(plain, found.end);
      return {
        statement: 'if',
        key: found.body,
        problems: [
          ...bodyProblems(found),
          ...(rest === undefined ? [] : [{ kind: 'text-behind-statement' as const, span: rest.span }]),
        ],
      };
    }
    case 'endif': {
      const rest = restFrom(plain, word.length);
      return {
        statement: 'endif',
        problems: rest === undefined ? [] : [{ kind: 'text-behind-statement', span: rest.span }],
      };
    }
    default:
      return { problems: [{ kind: 'unknown-statement', span: place }] };
  }
};

function rule(plain: string): ReturnType<ReadLine> {
  const found = patternAt(plain, 0);
  if ('kind' in found) return { problems: [found] };
  const problems: TableProblem[] = bodyProblems(found);
  let end = found.end;
  // regexp: tables may exclude with a second pattern at once behind the first.
  if (plain[end] === '!') {
    const second = patternAt(plain, end);
    if ('kind' in second) return { key: found.body, problems: [...problems, second] };
    problems.push(...bodyProblems(second));
    end = second.end;
  }
  const result = restFrom(plain, end);
  if (result === undefined) {
    return { key: found.body, problems: [...problems, { kind: 'missing-result', span: found.body.span }] };
  }
  problems.push(...resultProblems(found, result));
  return { key: found.body, lookup: plain.slice(0, end), result, problems };
}

/** The pattern at or behind an offset, its `!` before it. */
function patternAt(plain: string, from: number): Pattern | TableProblem {
  let at = from;
  let negative = false;
  for (; at < plain.length; at++) {
    if (plain[at] === '!') negative = !negative;
    else if (!isBlank(plain[at])) break;
  }
  if (at === plain.length)
    return { kind: 'missing-pattern', span: { start: Math.max(0, from - 1), end: from } };
  const delimiter = plain[at]!;
  const start = at + 1;
  let end = start;
  while (end < plain.length && plain[end] !== delimiter) end += plain[end] === '\\' ? 2 : 1;
  if (end >= plain.length) return { kind: 'unclosed-pattern', span: { start: at, end: start } };
  let behind = end + 1;
  for (; behind < plain.length && !isBlank(plain[behind]) && plain[behind] !== '!'; behind++) {
    if (!FLAGS.includes(plain[behind]!)) {
      return { kind: 'unknown-flag', span: { start: behind, end: behind + 1 } };
    }
  }
  const body = { text: plain.slice(start, end), span: { start, end } };
  return { body, negative, flags: plain.slice(end + 1, behind), end: behind };
}

/** What both programs' libraries refuse; what only one of them does, or nobody can tell, is left alone. */
function bodyProblems({ body, flags }: Pattern): TableProblem[] {
  const { text, span } = body;
  if (flags.includes('x') || /\\Q|\(\?#/.test(text)) return [];
  const open: number[] = [];
  const problem = (kind: TableProblem['kind'], at: number, length = 1): TableProblem => ({
    kind,
    span: { start: span.start + at, end: span.start + at + length },
  });
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '\\':
        at++;
        break;
      case '[': {
        const end = classEnd(text, at);
        if (end === undefined) return [problem('unclosed-class', at)];
        at = end;
        break;
      }
      case '(':
        open.push(at);
        break;
      case ')':
        open.pop();
        break;
    }
  }
  const last = open.at(-1);
  if (last !== undefined) return [problem('unclosed-group', last)];
  return /^[*+?]/.test(text) ? [problem('nothing-to-repeat', 0)] : [];
}

/** Where a bracket expression ends that begins at `from`. */
function classEnd(text: string, from: number): number | undefined {
  let at = from + 1;
  if (text[at] === '^') at++;
  if (text[at] === ']') at++;
  for (; at < text.length; at++) {
    if (text[at] === '[' && /[:.=]/.test(text[at + 1] ?? '')) {
      const close = text.indexOf(`${text[at + 1]!}]`, at + 2);
      if (close >= 0) at = close + 1;
    } else if (text[at] === '\\' && text[at + 1] === ']') {
      // An end for POSIX, a character for PCRE: whoever escaped it meant the latter.
      if (text.indexOf(']', at + 2) >= 0) at++;
    } else if (text[at] === ']') {
      return at;
    }
  }
  return undefined;
}

/** How many parts of a match a pattern hands on. */
function groups(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') at = classEnd(text, at) ?? text.length;
    else if (
      text[at] === '(' &&
      (text[at + 1] !== '?' || /^\(\?(?:P?<(?![=!])|')/.test(text.slice(at, at + 4)))
    )
      count++;
  }
  return count;
}

/** `$1`, `${1}` and `$(1)`; `$$` is a dollar sign. */
function resultProblems({ body, negative, flags }: Pattern, { text, span }: PlainWord): TableProblem[] {
  const known = /\\Q|\(\?[#|]/.test(body.text) || flags.includes('x') ? Infinity : groups(body.text);
  return [...text.matchAll(/\$(?:\$|\{(\w*)(\}?)|\((\w*)(\)?)|(\w*))/g)].flatMap((match): TableProblem[] => {
    const [whole, braced, brace, round, bracket, bare] = match;
    if (whole === '$$') return [];
    const name = braced ?? round ?? bare ?? '';
    const start = span.start + match.index;
    const place = { start, end: start + whole.length };
    const closed = braced === undefined ? (round === undefined ? true : bracket === ')') : brace === '}';
    if (!closed || !/^\d+$/.test(name) || Number(name) === 0)
      return [{ kind: 'bad-replacement', span: place }];
    if (negative) return [{ kind: 'negative-replacement', span: place }];
    return Number(name) > known ? [{ kind: 'replacement-index', span: place }] : [];
  });
}
