import type { Member } from '../model/model';
import type { OwnerRecord, OwnerRecords } from '../model/zone/owner';
import type { ZoneView } from '../model/zone/view';
import type { ZoneEntry } from '../syntax/masterFile/entry';
import { endsWithDot } from '../syntax/masterFile/names';
import type { Span } from '../text/span';
import { message, type Message } from '../text/message';
import { isWithin, plainName } from '../values/domainName';
import { hasKnownTopLevel } from '../values/publicSuffix';
import type { FixEdit, Related } from './rule';

/** A domain name in RDATA: where it stands in the entry, and what it is in full. */
export interface Target {
  readonly span: Span;
  /** Absolute, in the form of `comparableName`. */
  readonly name: string;
}

/** The domain names in a record's RDATA, in order. */
export function targetsOf(entry: ZoneEntry): Target[] {
  return entry.data.fields.flatMap(({ span, name }) => (name === undefined ? [] : [{ span, name }]));
}

/** The owner where the entry states it, else its type: the place for what is wrong with a record's being there. */
export function headSpan(entry: ZoneEntry): Span {
  return entry.owner.span ?? entry.type ?? entry.rdata;
}

/** The type of a record: the place for what is wrong with a type's being there. */
export function typeSpan(entry: ZoneEntry): Span {
  return entry.type ?? headSpan(entry);
}

/** From the type to the end of the data. */
export function recordSpan(entry: ZoneEntry): Span {
  return { start: typeSpan(entry).start, end: Math.max(entry.rdata.end, typeSpan(entry).end) };
}

/** Another record, to point at from a finding. */
export function relatedRecord({ anchor, value }: Member<ZoneEntry>, what: Message): Related {
  return { anchor, span: recordSpan(value), message: what };
}

/** A name as messages show it: without the final dot. */
export function shown(name: string): string {
  return plainName(name);
}

/** Whether a target is written as an IPv4 address. */
export function isAddress({ text }: ZoneEntry, { span }: Target): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}\.?$/.test(text.slice(span.start, span.end));
}

/**
 * Whether a target was most likely meant to be absolute: it is written without its final dot, ends in a top-level
 * domain that exists, and the zone has nothing where it leads to.
 */
export function looksAbsolute(entry: ZoneEntry, { span, name }: Target, zone: ZoneView): boolean {
  const written = entry.text.slice(span.start, span.end);
  if (!written.includes('.') || endsWithDot(written) || !zone.isInZone(name)) return false;
  if (zone.exists(name) || zone.delegation(name) !== undefined) return false;
  // A wildcard for the whole zone answers whatever name comes out of a slip; any other was meant.
  const wildcard = zone.wildcardFor(name);
  if (wildcard !== undefined && wildcard !== `*.${zone.apex}`) return false;
  return hasKnownTopLevel(written) && !isUnderOrigin(written, entry.origin);
}

/** Whether a name ends in the origin's own name: zone-name-missing-final-dot has its word on those. */
function isUnderOrigin(written: string, origin: string): boolean {
  return isWithin(`${written}.`, origin);
}

/**
 * What makes two records of one owner and type the same, for comparing: names in the data are absolute and without
 * case (RFC 2181 §5, RFC 4343). Undefined where the data cannot be read.
 */
export function dataKey({ data, text }: ZoneEntry): string | undefined {
  if (data.octets === undefined) return undefined;
  if (data.fields.every(({ name }) => name === undefined)) return data.octets;
  return data.fields
    .map(({ name, number, span }) => name ?? number ?? text.slice(span.start, span.end))
    .join(' ');
}

/** Whether two records of one owner and type say the same. */
export function isSame(a: ZoneEntry, b: ZoneEntry): boolean {
  const data = dataKey(a);
  return data !== undefined && data === dataKey(b);
}

/** The message "The first one". */
export const FIRST_ONE = message({ en: 'The first one', ja: '最初のレコード' });

/**
 * The edit that takes a record of an owner out, with its line; what was said in its comments stays. Undefined where
 * a record below takes its owner from this one (RFC 1035 §5.1).
 */
export function removalOf({ records }: OwnerRecords, record: OwnerRecord): FixEdit | undefined {
  const { anchor, value, lineBreak } = record;
  const next = records[records.indexOf(record) + 1];
  if (value.owner.span !== undefined && next !== undefined && next.value.owner.span === undefined)
    return undefined;
  const comments = value.tokens.filter(({ kind }) => kind === 'comment');
  const text = comments
    .map(({ span }) => `${value.text.slice(span.start, span.end).trim()}${lineBreak}`)
    .join('');
  return { anchor, span: { start: 0, end: value.text.length + lineBreak.length }, text };
}
