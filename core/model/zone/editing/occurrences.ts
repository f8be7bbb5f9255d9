import type { ZoneEntry } from '../../../syntax/masterFile/entry';
import { comparableName } from '../../../syntax/masterFile/names';
import { nameHash } from '../../../syntax/masterFile/nameHash';
import { shiftSpan, touches, type Span } from '../../../text/span';
import type { NameHere, Occurrence } from '../../editing';
import { blockAt } from '../locate';
import { recordsOf, recordsPointingAt, type StandingEntry } from '../lookup';
import { ownerRows, rowEntry } from '../rows';
import type { ZoneModel } from '../zone';
import { directivesOf } from './directives';
import { dataNames } from './rdata';
import { readDirective, standingAt } from './standing';

/** The domain name that is written at a document offset: an owner, one in RDATA, or a directive's. */
export function zoneNameAt(model: ZoneModel, offset: number): NameHere | undefined {
  const standing = standingAt(model, offset);
  if (standing === undefined) return undefined;
  const { start } = standing;
  const at = offset - start;
  const names: NameHere[] =
    standing.kind === 'record' ? recordNames(standing.entry) : directiveNames(readDirective(standing));
  const found = names.find(({ span }) => touches(span, at));
  return found && { name: found.name, span: shiftSpan(found.span, start) };
}

/** The names that a record writes; spans count from its beginning. */
export function recordNames(entry: ZoneEntry): NameHere[] {
  const { span, name } = entry.owner;
  // In quotes stands no name: the server that reads it at all reads something else.
  const stated = span === undefined || entry.text[span.start] === '"' ? [] : [{ span, name }];
  return [...stated, ...dataNames(entry)];
}

/** The names that `$ORIGIN` and `$INCLUDE` state; spans count from the directive's beginning. */
export function directiveNames({
  name,
  origin,
  arguments: words,
  text,
}: ReturnType<typeof readDirective>): NameHere[] {
  const token = name === 'ORIGIN' ? words[0] : name === 'INCLUDE' ? words[1] : undefined;
  if (token?.kind !== 'word') return [];
  const { span } = token;
  return [{ span, name: comparableName(text.slice(span.start, span.end), origin) }];
}

/** A list of places that nobody would read to its end. */
const MOST_RECORDS = 10_000;

/** Every place where a name is written, in document order: as an owner, in RDATA, in directives. */
export function zoneOccurrences(model: ZoneModel, name: string, span?: Span): Occurrence[] {
  const found: Occurrence[] = [];
  const add = (role: Occurrence['role'], at: Span, start: number): void => {
    const placed = shiftSpan(at, start);
    if (span === undefined || (placed.start <= span.end && placed.end >= span.start)) {
      found.push({ role, span: placed });
    }
  };
  for (const standing of candidates(model, name, span)) {
    const { start, entry } = standing;
    if (entry.owner.span !== undefined && entry.owner.name === name)
      add('definition', entry.owner.span, start);
    for (const target of dataNames(entry)) if (target.name === name) add('reference', target.span, start);
  }
  for (const { start, directive } of directivesOf(model, span)) {
    for (const stated of directiveNames(directive))
      if (stated.name === name) add('reference', stated.span, start);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The records that may have the name, each once; of a stretch only those are read whose hashes say so. */
function candidates(model: ZoneModel, name: string, span?: Span): Iterable<StandingEntry> {
  if (span !== undefined) return nearbyRecords(model, name, span);
  const byStart = new Map<number, StandingEntry>();
  const stated = recordsOf(model, name, MOST_RECORDS);
  for (const standing of [...stated, ...recordsPointingAt(model, name, MOST_RECORDS)]) {
    byStart.set(standing.start, standing);
  }
  return byStart.values();
}

function* nearbyRecords(model: ZoneModel, name: string, span: Span): Generator<StandingEntry, undefined> {
  const hash = nameHash(name);
  for (let index = blockAt(model, span.start); index < model.sections.length; index++) {
    const base = model.sectionStart(index);
    if (base > span.end) return;
    const block = model.sections[index]!;
    const { at, target, targetRow } = block.table;
    const rows = new Set(ownerRows(block, hash, name));
    for (let i = target.indexOf(hash); i >= 0; i = target.indexOf(hash, i + 1)) rows.add(targetRow[i]!);
    for (const row of rows) yield { start: base + at[row]!, entry: rowEntry(block, row) };
  }
}

/**
 * Where what stands at an offset is defined: where a name is first stated as an owner (its other records are found as
 * references; with several places editors ask which is meant), or the wildcard that answers for it; of the blanks
 * before a record, the owner that they stand for.
 */
export function zoneDefinitions(model: ZoneModel, offset: number): Span[] {
  const standing = standingAt(model, offset);
  const here = zoneNameAt(model, offset);
  if (here !== undefined) {
    const stated = statedOwners(model, here.name);
    return stated.length > 0 ? stated.slice(0, 1) : wildcardOwners(model, here.name);
  }
  if (standing?.kind !== 'record' || standing.entry.owner.span !== undefined) return [];
  const blank = /^[ \t\r]*/.exec(standing.entry.text)![0].length;
  if (offset - standing.start > blank) return [];
  const last = statedOwners(model, standing.entry.owner.name).findLast(({ start }) => start < standing.start);
  return last === undefined ? [] : [last];
}

function statedOwners(model: ZoneModel, name: string): Span[] {
  return recordsOf(model, name, MOST_RECORDS).flatMap(({ start, entry: { owner } }) =>
    owner.span === undefined ? [] : [shiftSpan(owner.span, start)],
  );
}

/** The owner `*` under the nearest domain above that has one (RFC 4592 §3.3.1). */
function wildcardOwners(model: ZoneModel, name: string): Span[] {
  const apex = model.sections[0]?.context.origin ?? '.';
  let rest = name;
  while (rest.includes('.') && rest !== apex && rest !== '.') {
    const dot = rest.search(/(?<!\\)\./);
    if (dot < 0) return [];
    rest = rest.slice(dot + 1);
    if (rest === '') return [];
    const stated = statedOwners(model, `*.${rest}`);
    if (stated.length > 0) return stated;
  }
  return [];
}
