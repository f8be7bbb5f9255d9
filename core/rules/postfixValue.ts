import type { Enumeration } from '../facts/enumeration';
import type { PostfixType } from '../facts/postfixTypes';
import { POSTFIX_VERSION } from '../facts/postfixVersion';
import { message, type Localized, type Message } from '../text/message';
import type { Span } from '../text/span';
import { isPostfixBoolean } from '../values/boolean';
import { isCompatibilityLevel } from '../values/compatibilityLevel';
import { postfixIntegerProblem } from '../values/integer';
import { nearest } from '../values/nearest';
import { readPostfixTime } from '../values/time';
import { compareVersions } from '../values/version';
import { listWords } from '../values/words';
import { shapeProblems } from './postfixShape';

/** What is wrong with a value. */
export interface ValueProblem {
  /** Of the value, decoded. */
  readonly part: Span;
  /** What is expected instead, as a sentence. */
  readonly expected: Message;
  /** What surely was meant. */
  readonly meant?: string;
  /**
   * Postfix goes on with another value and a warning in its log: it is a word for another parameter, or one that it
   * does not know.
   */
  readonly tolerated?: 'misplaced' | 'unknown';
}

const BOOLEAN: Localized = { en: 'Write `yes` or `no`.', ja: '`yes` か `no` を書いてください。' };
const INTEGER: Localized = {
  en: 'Write a decimal number without a unit.',
  ja: '単位のない 10 進数を書いてください。',
};
const TIME: Localized = {
  en: 'Write a number with a unit at once behind it: `s`, `m`, `h`, `d` or `w`.',
  ja: '数値の直後に単位 `s`、`m`、`h`、`d`、`w` のどれかを付けてください。',
};
const LEVEL: Localized = {
  en: 'Write a version such as `3.6`.',
  ja: '`3.6` のようなバージョンを書いてください。',
};
const SOMETHING: Localized = { en: 'It must not be empty.', ja: '空にはできません。' };

/**
 * Judges a value that holds no `$` by the type of its parameter, as Postfix does when it reads it.
 * @param version the Postfix that reads it
 * @returns the problems, in the order in which they stand
 */
export function valueProblems(type: PostfixType, value: string, version = POSTFIX_VERSION): ValueProblem[] {
  const whole = { start: 0, end: value.length };
  switch (type.kind) {
    case 'boolean':
      return isPostfixBoolean(value) ? [] : [problem(whole, message(BOOLEAN), meantBoolean(value))];
    case 'integer':
      return integer(value, type.least, type.most);
    case 'time':
      return time(value, type);
    case 'level':
      return isCompatibilityLevel(value) ? [] : [problem(whole, message(LEVEL), undefined)];
    case 'keyword':
      return keywords(type.enumeration, value);
    case 'raw':
      return value === '' && type.required ? [problem(whole, message(SOMETHING), undefined)] : [];
    case 'text':
      if (value === '') {
        const once = type.requiredBefore !== undefined && compareVersions(version, type.requiredBefore) < 0;
        return type.required || once ? [problem(whole, message(SOMETHING), undefined)] : [];
      }
      return type.shape === undefined ? [] : shapeProblems(type.shape, value);
    default:
      return [];
  }
}

function problem(part: Span, expected: Message, meant: string | undefined): ValueProblem {
  return meant === undefined ? { part, expected } : { part, expected, meant };
}

function meantBoolean(value: string): string | undefined {
  if (/^(?:true|on|y|1|enabled?)$/i.test(value)) return 'yes';
  return /^(?:false|off|n|0|disabled?)$/i.test(value) ? 'no' : undefined;
}

/** `5 h`, `5H`, `30 min`: the unit is plain, but not `M` (a minute or a month?). */
function meantTime(value: string): string | undefined {
  const parts = /^(\d+)\s*(s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?|w|weeks?)$/i.exec(value);
  if (parts === null || parts[2] === 'M') return undefined;
  const meant = parts[1]! + parts[2]![0]!.toLowerCase();
  return typeof readPostfixTime(meant) === 'string' ? undefined : meant;
}

function time(value: string, { least, most, unit }: PostfixType & { kind: 'time' }): ValueProblem[] {
  const whole = { start: 0, end: value.length };
  const read = readPostfixTime(value, unit);
  if (typeof read === 'string') return [problem(whole, message(TIME), meantTime(value))];
  if (read.seconds < least) return [problem(whole, leastIs(`${least}s`), undefined)];
  return read.seconds > most ? [problem(whole, mostIs(`${most}s`), undefined)] : [];
}

function integer(value: string, least: bigint, most: bigint): ValueProblem[] {
  const whole = { start: 0, end: value.length };
  switch (postfixIntegerProblem(value, { least, most })) {
    case undefined:
      return [];
    case 'not-a-number':
      return [problem(whole, message(INTEGER), undefined)];
    case 'too-small':
      return [problem(whole, leastIs(String(least)), undefined)];
    case 'too-large':
      return [problem(whole, mostIs(String(most)), undefined)];
  }
}

function leastIs(least: string): Message {
  return message({ en: 'The least is {least}.', ja: '最小値は {least} です。' }, { least });
}

function mostIs(most: string): Message {
  return message({ en: 'The greatest is {most}.', ja: '最大値は {most} です。' }, { most });
}

function keywords(enumeration: Enumeration, value: string): ValueProblem[] {
  if (value === '')
    return enumeration.required === true
      ? [{ part: { start: 0, end: 0 }, expected: message(SOMETHING) }]
      : [];
  if (enumeration.open === true) return [];
  const names = enumeration.values.map(({ name }) => name);
  const fold = (word: string) => (enumeration.exactCase === true ? word : word.toLowerCase());
  const words =
    enumeration.many === true ? listWords(value) : [{ text: value, span: { start: 0, end: value.length } }];
  return words.flatMap(({ text, span }) => {
    if (names.some((name) => fold(name) === fold(text))) return [];
    const misplaced = enumeration.misplaced?.some((name) => fold(name) === fold(text)) === true;
    const tolerated = misplaced ? 'misplaced' : enumeration.lenient === true ? 'unknown' : undefined;
    const meant = misplaced
      ? undefined
      : (names.find((n) => n === text.toLowerCase()) ?? nearest(text, names));
    const expected = message(
      { en: 'Possible are: {names}.', ja: '使える値: {names}。' },
      { names: names.join(', ') },
    );
    return [{ ...problem(span, expected, meant), ...(tolerated && { tolerated }) }];
  });
}
