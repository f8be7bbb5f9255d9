import type { GeneratedRecord, GeneratedType } from '../../core/generator/form';
import { recognised, type GivenRecord } from '../../core/generator/known';
import type { ExistingRecord, Insertion, Replacement } from '../../core/generator/protocol';
import { grouped } from '../../core/generator/publish/output';
import { replacing, zoneLine } from '../../core/generator/publish/zone';
import type { Circumstances } from '../../core/model/editing';
import type { DocumentContext } from '../../core/model/model';
import { raiseSerial } from '../../core/model/zone/editing/raiseSerial';
import { entriesBetween, recordsOf, type StandingEntry } from '../../core/model/zone/lookup';
import { recordPlace, zoneApex, type RecordPlace } from '../../core/model/zone/place';
import { changedStretches, retexted } from '../../core/model/zone/retext';
import { isZoneModel, zoneReader, type ZoneModel } from '../../core/model/zone/zone';
import { message, type Localized, type Message } from '../../core/text/message';
import { edited, slice, sourceText } from '../../core/text/sourceText';
import { applyEdits, shiftEdit, shiftSpan, type Edit } from '../../core/text/span';
import { isWithin, plainName } from '../../core/values/domainName';
import { givenRecord } from './known';

const said = {
  conflict: {
    en: '{owner} has records of type {other} already, and an alias (CNAME) stands alone (RFC 1034 §3.6.2): the {type} record was left out',
    ja: '{owner} には既に {other} レコードがあり、別名 (CNAME) とは併用できません (RFC 1034 §3.6.2)。{type} レコードは追加していません',
  },
  outside: {
    en: '{owner} lies outside of the zone {zone}: its {type} record belongs into another zone and was left out',
    ja: '{owner} はゾーン {zone} の外にあるため、{type} レコードは追加していません。別のゾーンに追加してください',
  },
} satisfies Record<string, Localized>;

/** A zone file with records put into it. */
export interface PutInto {
  readonly before: string;
  readonly after: string;
  /** The zone as it is then. */
  readonly model: ZoneModel;
  /** What went or was changed for the records; the serial is not among it. */
  readonly replaced: readonly Replacement[];
  /** What was left out and why, and why the serial was not raised. */
  readonly notes: readonly Message[];
}

/** A text that is edited step by step, with the zone that it is after each. */
interface Work {
  model: ZoneModel;
  readonly lineEnd: string;
  readonly replaced: Replacement[];
  readonly notes: Message[];
}

/**
 * Puts records into a zone's text: those of one name and kind in place of all that are there of it, or in a fitting
 * place; then the serial is raised.
 * @param context how the text is read: the name of its file, its origin
 */
export function putRecordsInto(
  text: string,
  records: readonly GeneratedRecord[],
  context: DocumentContext,
  circumstances: Circumstances,
): PutInto {
  const work: Work = {
    // A model of its own: reading on from the one that is judged would take its index away.
    model: asZone(zoneReader.open(sourceText(text), context)),
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    replaced: [],
    notes: [],
  };
  const sets = grouped(
    records,
    (record) => `${record.owner} ${record.type} ${recognised(record)?.kind ?? ''}`,
  );
  for (const set of sets.values()) putSet(work, set);
  const done = (after: string, more: readonly Message[] = []): PutInto => ({
    before: text,
    after,
    model: work.model,
    replaced: work.replaced,
    notes: [...work.notes, ...more],
  });
  const after = slice(work.model.text);
  if (after === text) return done(after);
  // Where the file as it was saved is known, a serial that was raised since stays as it is.
  const when = context.saved === undefined ? 'now' : 'changed';
  const raised = raiseSerial(work.model, circumstances, when);
  if ('refused' in raised) return done(after, [raised.refused]);
  change(work, raised.edits);
  return done(slice(work.model.text));
}

function asZone(model: ReturnType<typeof zoneReader.open>): ZoneModel {
  if (!isZoneModel(model)) throw new TypeError('no zone');
  return model;
}

/** Makes edits that do not overlap, all counted from the text as it is. */
function change(work: Work, edits: readonly Edit[]): void {
  const backwards = [...edits].sort((a, b) => b.span.start - a.span.start);
  const text = backwards.reduce(edited, work.model.text);
  if (edits.length > 0) work.model = asZone(zoneReader.update(work.model, text));
}

/** Puts the records of one name and kind into the zone. */
function putSet(work: Work, set: readonly GeneratedRecord[]): void {
  const [first] = set as [GeneratedRecord, ...GeneratedRecord[]];
  const trouble = troubleWith(work.model, first);
  if (trouble !== undefined) {
    work.notes.push(trouble);
    return;
  }
  const wanted = { type: first.type, kind: recognised(first)?.kind };
  const place = (): RecordPlace => recordPlace(work.model, first.owner, wanted);
  // What is there already stays as it is written.
  const isThere = (standing: StandingEntry): boolean => set.some((record) => says(standing, record));
  const others = (): StandingEntry[] => place().existing.filter((standing) => !isThere(standing));
  const missing = set.filter((record) => !place().existing.some((standing) => says(standing, record)));
  for (let left = others(); left.length > missing.length; left = others()) remove(work, left.at(-1)!);
  const standing = others();
  replaceAll(
    work,
    standing.map((old, index) => ({ old, record: missing[index]! })),
  );
  for (const record of missing.slice(standing.length)) insert(work, record, place());
}

/** Why a record cannot stand in a zone. */
function troubleWith(model: ZoneModel, { owner, type }: GeneratedRecord): Message | undefined {
  const zone = zoneApex(model);
  if (!isWithin(owner, zone)) return message(said.outside, { owner, type, zone: plainName(zone) });
  const types = recordsOf(model, owner).map(({ entry }) => entry.typeName);
  const other = types.find((one) =>
    type === 'CNAME' ? one !== 'CNAME' && !BESIDE_ALIAS.has(one) : one === 'CNAME',
  );
  return other === undefined ? undefined : message(said.conflict, { owner, type, other });
}

/** What DNSSEC puts beside an alias (RFC 4034 §2.5, RFC 2181 §10.1). */
const BESIDE_ALIAS: ReadonlySet<string> = new Set(['RRSIG', 'NSEC', 'KEY', 'SIG', 'NXT']);

/** Whether an entry says what a record does. */
export function says({ entry }: Pick<StandingEntry, 'entry'>, record: GivenRecord): boolean {
  const given = givenRecord(entry);
  if (given === undefined || given.owner !== record.owner || given.type !== record.type) return false;
  const { preference, value } = given;
  if (record.type === 'TXT') return value === record.value;
  const alike = value.toLowerCase() === record.value.toLowerCase();
  return alike && (record.type !== 'MX' || preference === (record.preference ?? 10));
}

/** Where an entry stands, as edits of its data want it. */
export function existingRecord({ start, entry }: StandingEntry): ExistingRecord {
  return {
    text: entry.text,
    owner: entry.owner.name,
    ...(entry.owner.span && { ownerSpan: shiftSpan(entry.owner.span, start) }),
    data: shiftSpan(entry.rdata, start),
    origin: entry.origin,
  };
}

/**
 * The edits of a text that somebody laid out over several lines, counted from its entry: lines and comments stay.
 * Undefined where it is no such text, or they could not stay.
 */
function withinLines({ owner, type, value }: GeneratedRecord, { entry }: StandingEntry): Edit[] | undefined {
  const { rdata, strings, text } = entry;
  if (type !== 'TXT' || strings === undefined || owner !== entry.owner.name) return undefined;
  if (!text.slice(rdata.start, rdata.end).includes('\n')) return undefined;
  const edits = retexted(entry, changedStretches(strings.text, value));
  return edits?.some(({ span }) => span.start === rdata.start && span.end === rdata.end) === true
    ? undefined
    : edits;
}

function replaceAll(
  work: Work,
  pairs: readonly { readonly old: StandingEntry; readonly record: GeneratedRecord }[],
): void {
  const edits = pairs.map(({ old, record }) => {
    const laidOut = withinLines(record, old);
    const own = laidOut?.map((edit) => shiftEdit(edit, old.start)) ?? replacing(record, existingRecord(old));
    const here = own.map((edit) => shiftEdit(edit, -old.start));
    work.replaced.push({
      owner: record.owner,
      type: record.type,
      before: old.entry.text,
      after: applyEdits(old.entry.text, here),
    });
    return own;
  });
  change(work, edits.flat());
}

/**
 * Takes an entry out, with its line; its comments stay. Where the next one takes its owner from it (RFC 1035 §5.1),
 * that one states it from now on.
 */
function remove(work: Work, { start, entry }: StandingEntry): void {
  const { model, lineEnd } = work;
  const { text, owner, tokens } = entry;
  const end = start + text.length;
  const behind = slice(model.text, end, Math.min(end + 2, model.text.length));
  const lineBreak = /^(?:\r\n|\n|\r)?/.exec(behind)?.[0] ?? '';
  const comments = tokens.filter(({ kind }) => kind === 'comment');
  const kept = comments.map(
    ({ span }) => `${text.slice(span.start, span.end).trim()}${lineBreak || lineEnd}`,
  );
  const edits: Edit[] = [{ span: { start, end: end + lineBreak.length }, text: kept.join('') }];
  const next = owner.span && followerOf(model, start);
  if (next !== undefined && next.entry.owner.span === undefined) {
    const name = text.slice(owner.span!.start, owner.span!.end);
    const blank = /^[ \t]*/.exec(next.entry.text)?.[0] ?? '';
    // Of the blanks before its data so many go as the name needs; one stays.
    const room = Math.min(name.length, Math.max(0, blank.length - 1));
    edits.push({ span: { start: next.start, end: next.start + room }, text: name });
  }
  change(work, edits);
  work.replaced.push({ owner: owner.name, type: entry.typeName as GeneratedType, before: text, after: '' });
}

/** The record behind the one that begins at an offset. */
function followerOf(model: ZoneModel, start: number): StandingEntry | undefined {
  for (const standing of entriesBetween(model, start)) {
    if (standing.kind === 'record' && standing.start > start) return standing;
  }
  return undefined;
}

/** The place of a new line, with the layout of its neighbour. */
export function insertionOf({ neighbour, offset, breakBefore, origin, hasTtl }: RecordPlace): Insertion {
  const plain = { offset, breakBefore, origin, hasTtl };
  if (neighbour === undefined) return plain;
  const { span, written } = neighbour.owner;
  const gap = neighbour.text.slice(span?.end ?? 0, neighbour.rdata.start);
  return { ...plain, like: { owner: span === undefined ? '' : written, gap } };
}

function insert(work: Work, record: GeneratedRecord, place: RecordPlace): void {
  const insertion = insertionOf(place);
  const { offset, breakBefore } = insertion;
  const line = `${breakBefore ? work.lineEnd : ''}${zoneLine(record, insertion)}${work.lineEnd}`;
  change(work, [{ span: { start: offset, end: offset }, text: line }]);
}
