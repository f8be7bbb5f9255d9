import type { Span } from '../../text/span';
import { parseDomainName } from '../../values/domainName';
import { isClass, isTtl, ttlSeconds } from './characters';
import type { EntryProblem, Token } from './entry';
import { comparableName, endsWithDot } from './names';
import { innerSpan } from './strings';
import { readTemplate, type Template } from './template';
import { tokenise } from './tokens';

/** Something wrong with a directive. */
export interface DirectiveProblem {
  readonly kind:
    /** None of the directives that a name server knows. */
    | 'unknown'
    /** Blanks before it: servers read a record there. */
    | 'indented'
    /** A word that it needs is not there; `part` says which. */
    | 'missing'
    /** Words behind the last that it takes. */
    | 'extra'
    /** Not a domain name. */
    | 'bad-name'
    /** A relative name where NSD and Knot want an absolute one. */
    | 'relative-name'
    /** Quotes around a name or a number, which servers take as a part of it. */
    | 'quoted'
    | 'bad-ttl'
    | 'bad-date'
    | 'bad-range'
    /** A `${…}` of a template. */
    | 'bad-modifier';
  /** Counts from the beginning of the entry. */
  readonly span: Span;
  /** What of the directive it is about. */
  readonly part?: DirectivePart;
}

/** The words that directives take, by what they are. */
export type DirectivePart = 'name' | 'ttl' | 'file' | 'origin' | 'date' | 'range' | 'owner' | 'type' | 'data';

/** What an `$INCLUDE` says (RFC 1035 §5.1). */
export interface IncludeReading {
  /** Without quotes, backslashes as written. */
  readonly file: string;
  readonly fileSpan: Span;
  readonly quoted: boolean;
  /** The origin inside the file, absolute; that of the including file where none is stated. */
  readonly origin: string;
}

/** What a `$GENERATE` says (BIND 9 Administrator Reference Manual, "BIND Primary File Extension"). */
export interface GenerateReading {
  readonly start: number;
  /** Included. */
  readonly stop: number;
  readonly step: number;
  readonly owner: Template;
  readonly ownerSpan: Span;
  readonly ttl?: { readonly span: Span; readonly seconds: number };
  readonly class?: Span;
  readonly type: Span;
  /** In upper case. */
  readonly typeName: string;
  /** The RDATA; of a quoted word what stands between the quotes, `\"` read as `"`. */
  readonly data: Template;
  readonly dataSpan: Span;
}

/**
 * One directive of a master file: RFC 1035 §5.1 has $ORIGIN and $INCLUDE, RFC 2308 §4 $TTL, BIND $GENERATE and
 * $DATE. All spans count from the beginning of the entry.
 */
export interface ZoneDirective {
  /** The source from the beginning of its line to its end, without the final line break. */
  readonly text: string;
  /** Upper case, without the `$`: `ORIGIN`. Empty for a `$` that stands alone. */
  readonly name: string;
  /** With the `$`. */
  readonly nameSpan: Span;
  /** The origin in force before it, absolute with final dot. */
  readonly origin: string;
  /** Every token behind the name, comments and parentheses too. */
  readonly tokens: readonly Token[];
  /** The words and quoted strings among them. */
  readonly arguments: readonly Token[];
  /** What is wrong with quotes and parentheses. */
  readonly lexical: readonly EntryProblem[];
  readonly problems: readonly DirectiveProblem[];
  /** Of a readable $ORIGIN: the origin from here on, absolute. */
  readonly newOrigin?: string;
  /** Of a readable $TTL: seconds. */
  readonly ttl?: number;
  readonly include?: IncludeReading;
  readonly generate?: GenerateReading;
}

/** The directives that some name server reads. */
export const DIRECTIVES: readonly string[] = Object.freeze(['ORIGIN', 'TTL', 'INCLUDE', 'GENERATE', 'DATE']);

/** What reading one directive brings, and where its problems go. */
interface Reading {
  readonly text: string;
  readonly origin: string;
  readonly words: readonly Token[];
  /** Where a word would stand that is not there. */
  readonly end: number;
  report(kind: DirectiveProblem['kind'], span: Span, part?: DirectivePart): void;
}

/** Whether an entry is a directive: its first word begins with `$`, in column 0 or behind blanks. */
export function isDirective(text: string): boolean {
  return /^[ \t\r]*\$/.test(text);
}

/**
 * Reads one directive.
 * @param text the entry's source from column 0 on; its first word begins with `$`
 * @param origin the origin in force, absolute with final dot
 */
export function parseDirective(text: string, { origin }: { readonly origin: string }): ZoneDirective {
  const lexical: EntryProblem[] = [];
  const problems: DirectiveProblem[] = [];
  const [head, ...tokens] = tokenise(text, lexical);
  const nameSpan = head?.span ?? { start: 0, end: 0 };
  const name = text.slice(nameSpan.start + 1, nameSpan.end).toUpperCase();
  const words = tokens.filter((t) => t.kind === 'word' || t.kind === 'quoted');
  const reading: Reading = {
    text,
    origin,
    words,
    end: words.at(-1)?.span.end ?? nameSpan.end,
    report: (kind, span, part) => problems.push({ kind, span, ...(part && { part }) }),
  };
  if (nameSpan.start > 0) reading.report('indented', { start: 0, end: nameSpan.start });
  return {
    text,
    name,
    nameSpan,
    origin,
    tokens,
    arguments: words,
    lexical,
    problems,
    ...readArguments(name, nameSpan, reading),
  };
}

type Outcome = Pick<ZoneDirective, 'newOrigin' | 'ttl' | 'include' | 'generate'>;

function readArguments(name: string, nameSpan: Span, reading: Reading): Outcome {
  switch (name) {
    case 'ORIGIN': {
      const newOrigin = readOrigin(reading, need(reading, 0, 'name'), 'name');
      refuseExtra(reading, 1);
      return newOrigin === undefined ? {} : { newOrigin };
    }
    case 'TTL': {
      const ttl = readTtl(reading, need(reading, 0, 'ttl'));
      refuseExtra(reading, 1);
      return ttl === undefined ? {} : { ttl };
    }
    case 'INCLUDE':
      return readInclude(reading);
    case 'GENERATE':
      return readGenerate(reading);
    case 'DATE': {
      const date = need(reading, 0, 'date');
      // Year to second, as BIND writes it into the dump of a cache.
      if (date !== undefined && !/^\d{14}$/.test(spell(reading, date)))
        reading.report('bad-date', date.span, 'date');
      refuseExtra(reading, 1);
      return {};
    }
    default:
      reading.report('unknown', nameSpan);
      return {};
  }
}

function spell({ text }: Reading, { span }: Token): string {
  return text.slice(span.start, span.end);
}

function need(reading: Reading, index: number, part: DirectivePart): Token | undefined {
  const token = reading.words[index];
  // Only the first of the missing words is worth a word: it stands for all behind it.
  if (token === undefined && index === reading.words.length) {
    reading.report('missing', { start: reading.end, end: reading.end }, part);
  }
  return token;
}

function refuseExtra(reading: Reading, count: number, part?: DirectivePart): void {
  const extra = reading.words.slice(count);
  if (extra.length > 0) {
    reading.report('extra', { start: extra[0]!.span.start, end: extra.at(-1)!.span.end }, part);
  }
}

function readOrigin(reading: Reading, token: Token | undefined, part: DirectivePart): string | undefined {
  if (token === undefined) return undefined;
  if (token.kind === 'quoted') {
    reading.report('quoted', token.span, part);
    return undefined;
  }
  const written = spell(reading, token);
  if (written !== '@' && typeof parseDomainName(written) === 'string') {
    reading.report('bad-name', token.span, part);
    return undefined;
  }
  if (!endsWithDot(written)) reading.report('relative-name', token.span, part);
  return comparableName(written, reading.origin);
}

/** NSD reads quoted numbers and forgives a unit that is not there; what it forgives is still a value. */
function readTtl(reading: Reading, token: Token | undefined): number | undefined {
  if (token === undefined) return undefined;
  const inner = innerSpan(reading.text, token);
  const written = reading.text.slice(inner.start, inner.end);
  if (token.kind === 'quoted') reading.report('quoted', token.span, 'ttl');
  if (!isTtl(written)) {
    reading.report('bad-ttl', token.span, 'ttl');
    return undefined;
  }
  const seconds = ttlSeconds(written);
  // RFC 2181 §8: a TTL has 31 bits.
  if (seconds > 0x7fffffff || /[a-z]\d+$/i.test(written)) reading.report('bad-ttl', token.span, 'ttl');
  return seconds;
}

function readInclude(reading: Reading): Outcome {
  const token = need(reading, 0, 'file');
  if (token === undefined) return {};
  const fileSpan = innerSpan(reading.text, token);
  const file = reading.text.slice(fileSpan.start, fileSpan.end);
  const quoted = token.kind === 'quoted';
  if (quoted) reading.report('quoted', token.span, 'file');
  const stated = reading.words[1] && readOrigin(reading, reading.words[1], 'origin');
  refuseExtra(reading, 2);
  if (file === '') {
    reading.report('missing', token.span, 'file');
    return {};
  }
  return { include: { file, fileSpan, quoted, origin: stated ?? reading.origin } };
}

/** `range owner [ttl] [class] type data`; BIND wants the data in one word, quoted where it has blanks. */
function readGenerate(reading: Reading): Outcome {
  const { words } = reading;
  const range = need(reading, 0, 'range');
  const owner = need(reading, 1, 'owner');
  let at = 2;
  let klass: Span | undefined;
  let ttl: GenerateReading['ttl'];
  for (; at < words.length; at++) {
    const written = spell(reading, words[at]!);
    if (klass === undefined && isClass(written)) klass = words[at]!.span;
    else if (ttl === undefined && isTtl(written))
      ttl = { span: words[at]!.span, seconds: ttlSeconds(written) };
    else break;
  }
  const type = need(reading, at, 'type');
  const data = need(reading, at + 1, 'data');
  refuseExtra(reading, at + 2, 'data');
  for (const [token, part] of [
    [range, 'range'],
    [owner, 'owner'],
    [type, 'type'],
  ] as const) {
    if (token?.kind === 'quoted') reading.report('quoted', token.span, part);
  }
  const numbers = range?.kind === 'word' ? readRange(spell(reading, range)) : undefined;
  if (range?.kind === 'word' && numbers === undefined) reading.report('bad-range', range.span, 'range');
  const ownerTemplate = owner && templateOf(reading, owner, 'owner');
  const dataTemplate = data && templateOf(reading, data, 'data');
  if (numbers === undefined || ownerTemplate === undefined || dataTemplate === undefined) return {};
  if (ownerTemplate.problems.length + dataTemplate.problems.length > 0) return {};
  return {
    generate: {
      ...numbers,
      owner: ownerTemplate,
      ownerSpan: owner!.span,
      ...(ttl && { ttl }),
      ...(klass && { class: klass }),
      type: type!.span,
      typeName: spell(reading, type!).toUpperCase(),
      data: dataTemplate,
      dataSpan: data!.span,
    },
  };
}

function templateOf(reading: Reading, token: Token, part: DirectivePart): Template {
  const inner = innerSpan(reading.text, token);
  const written = reading.text.slice(inner.start, inner.end);
  for (const { start, end } of readTemplate(written).problems) {
    reading.report('bad-modifier', { start: inner.start + start, end: inner.start + end }, part);
  }
  return readTemplate(token.kind === 'quoted' ? written.replace(/\\([\s\S])/g, unquoted) : written);
}

function unquoted(escape: string, character: string): string {
  return character === '"' ? '"' : escape;
}

/** BIND's `start-stop[/step]`: C's `%u`, so that a sign is forgiven and what lies behind the last number, too. */
function readRange(written: string): { start: number; stop: number; step: number } | undefined {
  const match = /^\+?(\d{1,15})-\+?(\d{1,15})(?:(\/.*)|.*)$/s.exec(written);
  if (match === null) return undefined;
  const [start, stop] = [unsigned(match[1]!), unsigned(match[2]!)];
  const stepped = match[3] === undefined ? '1' : /^\/\+?(\d{1,15})/.exec(match[3])?.[1];
  if (stepped === undefined) return undefined;
  const step = unsigned(stepped);
  if (stop < start || stop > 0x7fffffff || step === 0 || step > 0x7fffffff) return undefined;
  return { start, stop, step };
}

/** As C reads it into 32 bits. */
function unsigned(digits: string): number {
  return Number(digits) % 0x100000000;
}
