import { rrType, rrTypeCode, RR_TYPES } from '../../facts/rrTypes';
import type { Span } from '../../text/span';
import { periodSeconds } from '../../values/clock';
import { nearest } from '../../values/nearest';
import { isClass, isTtl, ttlSeconds } from './characters';
import type { EntryProblem, EntryTtl, Token } from './entry';
import { nameProblem } from './rdata/names';
import { ALL, BIND_KNOT, KNOT } from './rdata/reader';
import { innerSpan } from './strings';

/** The words between a record's owner and its RDATA. */
export interface RecordHead {
  readonly ttl?: EntryTtl;
  readonly class?: Span;
  readonly type?: Token;
  /** Where the RDATA begins among the words. */
  readonly next: number;
}

/** The greatest TTL (RFC 2181 §8): from there on a server takes it for 0. */
const TTL_MOST = 0x7fffffff;

/**
 * Reads TTL, class and type, in whichever order BIND takes them: the first word that is none of the former two is the
 * type.
 * @param words words and quoted strings of the entry
 * @param first index of the first behind the owner
 * @param problems gets what is wrong
 */
export function readRecordHead(
  text: string,
  words: readonly Token[],
  first: number,
  problems: EntryProblem[],
): RecordHead {
  const spell = ({ span }: Token): string => text.slice(span.start, span.end);
  let ttl: EntryTtl | undefined;
  let klass: Span | undefined;
  let next = first;
  for (; next < words.length; next++) {
    const { kind, span } = words[next]!;
    const word = spell(words[next]!);
    if (kind === 'word' && /^[+-]?\d/.test(word)) {
      if (ttl !== undefined) {
        problems.push({
          kind: 'misplaced-head',
          detail: 'second-ttl',
          span,
          refusedBy: ALL,
          values: { text: word },
        });
      } else {
        ttl = { span, seconds: ttlSeconds(word) };
        checkTtl(word, span, problems);
      }
    } else if (kind === 'word' && isClass(word)) {
      if (klass !== undefined) {
        problems.push({
          kind: 'misplaced-head',
          detail: 'second-class',
          span,
          refusedBy: ALL,
          values: { text: word },
        });
      } else {
        klass = span;
        checkClass(word, span, problems);
      }
    } else break;
  }
  const type = words[next];
  return {
    ...(ttl && { ttl }),
    ...(klass && { class: klass }),
    ...(type && { type }),
    next: type === undefined ? next : next + 1,
  };
}

/** What is wrong with a TTL in front of a record. */
function checkTtl(word: string, span: Span, problems: EntryProblem[]): void {
  const seconds = periodSeconds(word);
  if (typeof seconds === 'number') {
    if (seconds > TTL_MOST)
      problems.push({ kind: 'bad-ttl', detail: 'sign-bit', span, refusedBy: [], values: { text: word } });
    return;
  }
  // NSD takes what is left over, and cuts off what is too long.
  const refusedBy = seconds === 'not-a-period' ? ALL : BIND_KNOT;
  const meant = seconds === 'missing-unit' ? `${word}m` : undefined;
  problems.push({
    kind: 'bad-ttl',
    detail: seconds,
    span,
    refusedBy,
    values: { text: word, meant: meant ?? '' },
  });
}

/** Zones of mail and the web are of class IN (RFC 1035 §3.2.4). */
function checkClass(word: string, span: Span, problems: EntryProblem[]): void {
  if (/^IN$/i.test(word)) return;
  const isIn = /^CLASS0*1$/i.test(word);
  problems.push({
    kind: 'bad-class',
    detail: isIn ? 'numeric' : 'other',
    span,
    refusedBy: isIn ? KNOT : ALL,
    values: { text: word },
    meant: 'IN',
  });
}

/**
 * What is wrong with the type.
 * @param owner the owner as written, where the entry states it
 * @param end where the entry's words end
 */
export function checkType(
  text: string,
  type: Token | undefined,
  owner: Span | undefined,
  end: number,
  problems: EntryProblem[],
): void {
  const ownerText = owner === undefined ? '' : text.slice(owner.start, owner.end);
  if (type === undefined) {
    problems.push({
      kind: 'missing-type',
      span: { start: owner?.start ?? end, end },
      refusedBy: ALL,
      values: { text: ownerText },
    });
    return;
  }
  const inner = innerSpan(text, type);
  const word = text.slice(inner.start, inner.end);
  const known = rrType(word);
  const code = rrTypeCode(word);
  if (type.kind === 'quoted') {
    problems.push({
      kind: 'quoted-field',
      span: type.span,
      refusedBy: code === undefined && !isTtl(word) && !isClass(word) ? ALL : BIND_KNOT,
      ...(code !== undefined && { meant: word }),
    });
    return;
  }
  const dialect = code === undefined ? dialectOf(word) : undefined;
  if (dialect !== undefined) {
    problems.push({
      kind: 'unknown-type',
      detail: 'dialect',
      span: type.span,
      refusedBy: ALL,
      values: { text: word, program: dialect },
    });
    return;
  }
  if (code === undefined) {
    // A record in column 0 without an owner: its type was read as one.
    const looksLikeType = RR_TYPES.has(ownerText.toUpperCase());
    const meant = looksLikeType ? undefined : nearest(word, RR_TYPES.keys());
    problems.push({
      kind: 'unknown-type',
      detail: looksLikeType ? 'owner-is-type' : /^TYPE\d+$/i.test(word) ? 'number' : 'name',
      span: looksLikeType ? owner! : type.span,
      refusedBy: ALL,
      values: { text: word, owner: ownerText },
      ...(meant !== undefined && { meant }),
    });
    return;
  }
  if (known?.status === 'meta' || code === 0) {
    const byNumber = /^TYPE\d/i.test(word);
    problems.push({
      kind: 'unknown-type',
      detail: 'meta',
      span: type.span,
      refusedBy:
        byNumber && code !== 0
          ? ['BIND']
          : byNumber
            ? ['BIND', 'NSD']
            : word.toUpperCase() === 'OPT'
              ? BIND_KNOT
              : ALL,
      values: { text: word, meaning: known?.meaning ?? '' },
    });
    return;
  }
  if (known !== undefined && !/^TYPE\d/i.test(word)) {
    const unknownTo = known.name === 'MD' || known.name === 'MF' ? BIND_KNOT : known.unknownTo;
    if (unknownTo === undefined) return;
    problems.push({
      kind: 'unknown-type',
      detail: 'not-everywhere',
      span: type.span,
      refusedBy: unknownTo,
      values: { text: known.name, code: known.code },
    });
  }
}

/** The program that alone reads a word in a type's place. */
function dialectOf(word: string): string | undefined {
  if (/^(?:ALIAS|LUA)$/i.test(word)) return 'PowerDNS';
  return /^(?:WINS(?:-?R)?|\[AGE:\d+\])$/i.test(word) ? 'Windows DNS' : undefined;
}

/** What is wrong with the owner as the entry states it. */
export function checkOwner(text: string, token: Token, origin: string, problems: EntryProblem[]): void {
  const inner = innerSpan(text, token);
  const quoted = token.kind === 'quoted';
  const written = text.slice(inner.start, inner.end);
  const problem = nameProblem(written, token.span, origin, quoted);
  if (problem === undefined) return;
  // An owner in quotes NSD and BIND read.
  problems.push(quoted ? { ...problem, refusedBy: KNOT } : problem);
}
