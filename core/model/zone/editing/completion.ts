import type { Candidate, Expectation } from '../../../text/cursor';
import { SPF_RECORDS } from '../../../facts/rr/suggestions';
import type { Token } from '../../../syntax/masterFile/entry';
import { holdsStrings } from '../../../syntax/masterFile/parse';
import { shiftSpan, type Span } from '../../../text/span';
import { stateAt } from '../locate';
import type { StandingDirective, StandingRecord } from '../lookup';
import type { ZoneModel } from '../zone';
import {
  classCandidates,
  directiveCandidates,
  MOST_NAMES,
  ownerCandidates,
  ttlCandidates,
  typeCandidates,
} from './completeHead';
import { completeDirective } from './completeDirective';
import { dataCandidates, MOST_RANKED, suggested, takesOwners, takesUsed } from './completeData';
import { near, usedNear } from './namesNear';
import { isNameWord, readData } from './rdata';
import { dataWords, isInComment, lineBefore, spell, standingAt, tokenAt, wordsOf } from './standing';

/**
 * What may be written at a document offset: an owner or directive in column 0, then TTL, class and type, then what
 * the type's next field holds. Nothing in comments and in text (what a TXT record says is the record's own affair).
 */
export function zoneCompletion(model: ZoneModel, offset: number): Expectation | undefined {
  const standing = standingAt(model, offset);
  if (standing === undefined) return onBlankLine(model, offset);
  return standing.kind === 'record'
    ? inRecord(model, standing, offset)
    : inDirective(model, standing, offset);
}

/** The cursor stands alone in its line: in column 0 an owner begins, behind blanks the owner above is meant. */
function onBlankLine(model: ZoneModel, offset: number): Expectation | undefined {
  const before = lineBefore(model, offset);
  const replace = { start: offset, end: offset };
  if (before.trim() !== '') return undefined;
  const { origin } = stateAt(model, offset);
  if (before === '') return owners(model, replace, offset, undefined, origin, '');
  return { replace, candidates: [...typeCandidates(origin), ...ttlCandidates(''), ...classCandidates()] };
}

function owners(
  model: ZoneModel,
  replace: Span,
  offset: number,
  except: number | undefined,
  origin: string,
  typed: string,
): Expectation {
  if (typed.startsWith('$')) return { replace, candidates: directiveCandidates() };
  const found = near(model, offset, except, { typed, origin }, MOST_NAMES);
  const candidates = ownerCandidates(found, origin);
  if (typed === '') candidates.push(...directiveCandidates());
  return { replace, candidates, ...(!found.complete && { incomplete: true }) };
}

function inRecord(model: ZoneModel, standing: StandingRecord, offset: number): Expectation | undefined {
  const { entry, start } = standing;
  const { text, tokens, type, origin } = entry;
  const at = offset - start;
  if (isInComment(tokens, at)) return undefined;
  const token = tokenAt(text, wordsOf(tokens), at);
  const replace = shiftSpan(token?.span ?? { start: at, end: at }, start);
  const typed = token === undefined ? '' : text.slice(token.span.start, at);
  const owner = entry.owner.span;
  if (at === 0 || (owner !== undefined && at <= owner.end)) {
    return owners(
      model,
      owner === undefined ? { start: offset, end: offset } : replace,
      offset,
      start,
      origin,
      typed,
    );
  }
  if (type === undefined || at <= type.end) {
    const candidates = headCandidates(standing, typed, token?.span);
    return { replace, candidates, ...(isNumber(typed) && { incomplete: true }) };
  }
  if (!holdsStrings(entry.typeName)) return inData(model, standing, offset, token?.span);
  return entry.typeName === 'TXT' ? emptyText(standing, replace, token) : undefined;
}

/** Text that does not say yet what it is; records of other names are known by their owner. */
function emptyText(
  { entry }: StandingRecord,
  replace: Span,
  token: Token | undefined,
): Expectation | undefined {
  // A record takes the place of the only string; beside one it would be another string.
  if (dataWords(entry).length !== (token === undefined ? 0 : 1)) return undefined;
  if (/^_(?!spf)/.test(entry.owner.name) || !/^(?:v(?:=s?)?)?$/i.test(entry.strings?.text ?? ''))
    return undefined;
  return { replace, candidates: SPF_RECORDS.map(suggested) };
}

/** Behind each digit of a time, other units are on offer. */
function isNumber(typed: string): boolean {
  return /^\d/.test(typed);
}

/** TTL, class and type come in any order but for the type, which is the last; each stands once. */
function headCandidates({ entry }: StandingRecord, typed: string, current: Span | undefined): Candidate[] {
  const isCurrent = (span: Span): boolean => span.start === current?.start;
  const hasTtl = entry.ttl !== undefined && !isCurrent(entry.ttl.span);
  const hasClass = entry.class !== undefined && !isCurrent(entry.class);
  const ttls = hasTtl ? [] : ttlCandidates(typed);
  if (isNumber(typed)) return ttls;
  return [...typeCandidates(entry.owner.name), ...(hasClass ? [] : classCandidates()), ...ttls];
}

function inData(
  model: ZoneModel,
  { entry, start }: StandingRecord,
  offset: number,
  current: Span | undefined,
): Expectation | undefined {
  const at = offset - start;
  const reading = readData(entry);
  const { type, words } = reading;
  if (type === undefined) return undefined;
  const word = words.find(({ token }) => token.span.start === current?.start);
  const following = words.find(({ token }) => token.span.start > at);
  const index = word?.index ?? following?.index ?? reading.next;
  const field = type.fields[index];
  if (field === undefined) return undefined;
  const isName = field.kind.is === 'name' || (word !== undefined && isNameWord(word, reading));
  const typed = word === undefined ? '' : spell(entry.text, word.token).slice(0, at - word.token.span.start);
  const begun = { typed, origin: entry.origin };
  const found = takesOwners(field) ? near(model, offset, start, begun, MOST_RANKED) : NONE;
  const used = takesUsed(field)
    ? usedNear(model, offset, start, { type: type.name, index, isName }, begun)
    : NONE;
  const candidates = dataCandidates({
    type,
    field,
    others: words.filter((other) => other !== word),
    typed,
    owner: entry.owner.name,
    origin: entry.origin,
    near: found,
    used,
  });
  if (candidates.length === 0) return undefined;
  return {
    replace: shiftSpan(word?.token.span ?? { start: at, end: at }, start),
    candidates,
    ...((!found.complete || !used.complete || field.kind.is === 'period') && { incomplete: true }),
  };
}

/** For fields that take nothing from elsewhere in the zone. */
const NONE = { owners: new Map(), words: new Set<string>(), complete: true } as const;

function inDirective(model: ZoneModel, standing: StandingDirective, offset: number): Expectation | undefined {
  const found = completeDirective(model, standing, offset - standing.start);
  return found && { ...found, replace: shiftSpan(found.replace, standing.start) };
}
