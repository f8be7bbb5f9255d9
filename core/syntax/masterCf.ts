import type { JoinedText } from '../text/joinedText';
import type { Span } from '../text/span';
import { afterBlanks, isBlank, plainLines, restFrom, type PlainLine, type PlainWord } from './plainLines';
import type { Setting } from './setting';

/** A field or argument of a service; spans count from the service's beginning. */
export type MasterWord = PlainWord;

/** Why the daemon that is given an option does not start. */
export type MasterOptionProblem =
  /** `-o` is the last word. */
  | 'missing-argument'
  | 'missing-equals'
  | 'missing-name'
  | 'unclosed-brace'
  /** Something follows the closing brace without a blank. */
  | 'text-behind-brace';

/** A parameter that a service sets for itself: `-o name=value` or `-o { name = value }`. */
export interface MasterOption {
  /** The `-o`. */
  readonly flag: Span;
  /** What it is given; undefined where nothing follows. */
  readonly argument?: MasterWord;
  /** As a setting of main.cf; undefined where it is none. */
  readonly setting?: Setting;
  readonly problem?: MasterOptionProblem;
}

/** One service of master.cf (master(5)). */
export interface MasterService {
  /** All its lines. */
  readonly text: string;
  /** Its first line begins with a blank: Postfix passes over all of it (readlline.c). */
  readonly indented: boolean;
  /** service, type, private, unprivileged, chroot, wakeup, process limit, command: as many as there are. */
  readonly fields: readonly MasterWord[];
  /** Each `-o` before the first operand. */
  readonly options: readonly MasterOption[];
  /** What follows the options, without the braces around it. */
  readonly operands: readonly MasterWord[];
  /** Words that begin with a brace and do not end with its counterpart: Postfix stops over them (extpar). */
  readonly braces: readonly BraceProblem[];
}

/** A word in braces that is none. */
export interface BraceProblem {
  readonly kind: 'unclosed-brace' | 'text-behind-brace';
  readonly span: Span;
}

/** A service and where it begins in the file. */
export interface ParsedService {
  readonly at: number;
  readonly value: MasterService;
}

/** How many fields stand before the command's arguments. */
export const MASTER_FIELDS = 8;

/** The daemons' options that take a word behind them (single_server.c and its kin). */
const WITH_ARGUMENT = 'imnorst';

/**
 * The services of a master.cf. Its logical lines are those of main.cf; blanks part the fields, and among the
 * arguments what stands in braces is one word.
 */
export function parseMasterCf(text: string): ParsedService[] {
  return plainLines(text).map((line) => ({ at: line.at, value: service(line) }));
}

function service({ text, plain, indented }: PlainLine): MasterService {
  const fields: MasterWord[] = [];
  let at = 0;
  while (fields.length < MASTER_FIELDS) {
    const word = wordFrom(plain, at, false);
    if (word === undefined) break;
    fields.push(word);
    at = word.span.end;
  }
  const words: MasterWord[] = [];
  for (let word = wordFrom(plain, at, true); word; word = wordFrom(plain, word.span.end, true))
    words.push(word);
  const braces = words.flatMap(({ text: word, span }): BraceProblem[] => {
    const { problem } = unbraced({ text: word, span });
    return problem === undefined ? [] : [{ kind: problem, span }];
  });
  return { text, indented, fields, braces, ...taken(words, text) };
}

/** The next word at or behind an offset (mystrtok, and with braces mystrtokq). */
function wordFrom(plain: string, from: number, braces: boolean): MasterWord | undefined {
  const start = afterBlanks(plain, from);
  if (start === plain.length) return undefined;
  let end = start;
  for (let level = 0; end < plain.length; end++) {
    const character = plain[end]!;
    if (braces && character === '{') level++;
    else if (level > 0 && character === '}') level--;
    else if (level === 0 && isBlank(character)) break;
  }
  return { text: plain.slice(start, end), span: { start, end } };
}

/** The arguments as getopt() takes them: options up to the first word that is none. */
function taken(words: readonly MasterWord[], text: string): Pick<MasterService, 'options' | 'operands'> {
  const options: MasterOption[] = [];
  let index = 0;
  for (; index < words.length; index++) {
    const { text: word, span } = words[index]!;
    if (!word.startsWith('-') || word === '-') break;
    if (word === '--') {
      index++;
      break;
    }
    const letter = [...word.slice(1)].findIndex((one) => WITH_ARGUMENT.includes(one)) + 1;
    if (letter === 0) continue;
    const glued = word.slice(letter + 1);
    const next = words[index + 1];
    // Only a word of its own loses its braces.
    const own =
      glued === '' ? next && unbraced(next) : { word: part(words[index]!, letter + 1, word.length) };
    if (glued === '') index++;
    if (word[letter] !== 'o') continue;
    const flag = { start: span.start + (letter > 1 ? letter : 0), end: span.start + letter + 1 };
    options.push(
      own === undefined
        ? { flag, problem: 'missing-argument' }
        : { flag, ...option(own, glued === '' ? next! : own.word, text) },
    );
  }
  return { options, operands: words.slice(index).map((word) => unbraced(word).word) };
}

function part(word: MasterWord, from: number, to: number): MasterWord {
  const { start } = word.span;
  return { text: word.text.slice(from, to), span: { start: start + from, end: start + to } };
}

interface Unbraced {
  readonly word: MasterWord;
  readonly problem?: BraceProblem['kind'];
}

/** What stands in the braces around a word, without the blanks at its ends (extpar). */
function unbraced(word: MasterWord): Unbraced {
  const { text } = word;
  if (!text.startsWith('{')) return { word };
  const close = closing(text);
  const problem: BraceProblem['kind'] | undefined =
    close === text.length ? 'unclosed-brace' : close < text.length - 1 ? 'text-behind-brace' : undefined;
  const inner = restFrom(text.slice(0, close), 1)?.span ?? { start: close, end: close };
  return { word: part(word, inner.start, inner.end), ...(problem && { problem }) };
}

/** Where the brace closes that a text opens; its length where it does not. */
function closing(text: string): number {
  let level = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') level++;
    else if (text[at] === '}' && --level === 0) return at;
  }
  return text.length;
}

/** Reads `name=value` as split_nameval() does: blanks around name, `=` and value do not count. */
function option({ word, problem }: Unbraced, argument: MasterWord, text: string): Omit<MasterOption, 'flag'> {
  const parts = /^([^\s=]*)(\s*)(=?)(\s*)/.exec(word.text)!;
  const [whole, name = '', , equals = ''] = parts;
  const wrong: MasterOptionProblem | undefined =
    problem ?? (equals === '' ? 'missing-equals' : name === '' ? 'missing-name' : undefined);
  if (equals === '') return { argument, problem: wrong ?? 'missing-equals' };
  const nameSpan = part(word, 0, name.length).span;
  const value = part(word, whole.length, word.text.length);
  const setting: Setting = {
    name,
    nameSpan,
    equals: word.span.start + word.text.indexOf('='),
    value: joined(value),
    valueSpan: value.span,
    text,
    problems: [],
  };
  return { argument, setting, ...(wrong && { problem: wrong }) };
}

/** A word as a text of one piece. */
function joined({ text, span }: MasterWord): JoinedText {
  const place = { from: 0, to: text.length, source: span };
  return {
    text,
    pieces: [{ ...place, quoted: false }],
    runs: text === '' ? [] : [{ ...place, piece: 0 }],
  };
}
