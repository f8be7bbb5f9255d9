import { isTtl, ttlSeconds } from '../../syntax/masterFile/characters';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { parseEntry, type EntryContext } from '../../syntax/masterFile/parse';
import type { Chunk, SourceText } from '../../text/sourceText';
import { isNewerSerial } from '../../values/serial';
import type { ZoneText } from './locate';
import { serialIn, type StandingSoa } from './soa';
import { ttlBefore } from './ttls';
import { contextHere, nextEntry, sourceHere, ttlHere, walkBlock, type TtlState } from './walk';

/** More chunks (of about 512 lines) than this are not compared entry by entry: so much at once is a change. */
const MOST = 64;

/** A stretch of chunks as it is read from a place on where two versions are still alike. */
interface Stretch {
  readonly entries: readonly Entry[];
  /** What is in force behind it, and how far its last entry reaches; alike where the rest is read alike. */
  readonly end: string;
}

/** An entry of a changed stretch: what it says is only put together where it differs from its counterpart. */
interface Entry {
  readonly source: string;
  says(): string;
}

/** Whether the records differ from those of a version of the file, and the serial is none that is newer. */
export function isSerialStale(zone: ZoneText, saved: SourceText, soa: StandingSoa): boolean {
  if (soa.serial === undefined || saved === zone.text) return false;
  const before = serialIn(saved);
  if (before === undefined || isNewerSerial(soa.serial, before)) return false;
  return recordsDiffer(saved, zone);
}

/**
 * Whether a zone file holds other records than an older version of its text: another owner, TTL, class, type or data,
 * or another directive. Layout, comments, the order of records and the serial make no difference. An edited text
 * shares the chunks that were not touched with the text before, so this costs what the edits touched.
 */
export function recordsDiffer(before: SourceText, { text, sections }: ZoneText): boolean {
  if (before === text) return false;
  const [one, other] = [before.chunks, text.chunks];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  if (start === one.length && start === other.length) return false;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  if (Math.max(one.length, other.length) - start - end > MOST) return true;
  // An entry that runs on into what changed begins earlier.
  start = Math.min(start, sections.length - 1);
  while (start > 0 && sections[start - 1]!.overran.length > 0) start--;
  const { context, carryIn } = sections[start]!;
  const ttl = ttlBefore(sections, start);
  const old = readStretch(one, start, one.length - end, carryIn, context, ttl);
  const fresh = readStretch(other, start, other.length - end, carryIn, context, ttl);
  return (end > 0 && old.end !== fresh.end) || !sayTheSame(old.entries, fresh.entries);
}

function readStretch(
  chunks: readonly Chunk[],
  from: number,
  to: number,
  carryIn: number,
  contextIn: EntryContext,
  ttlIn: TtlState,
): Stretch {
  const entries: Entry[] = [];
  let carry = carryIn;
  let context = contextIn;
  let ttl = ttlIn;
  for (let index = from; index < to; index++) {
    const walk = walkBlock(chunks, index, carry, context, ttl);
    while (nextEntry(walk)) {
      if (walk.head.kind === 'blank') continue;
      const source = sourceHere(walk);
      const here = contextHere(walk);
      const { stated, last } = ttlHere(walk);
      const isRecord = walk.head.kind === 'record';
      const inherited = stated ?? last;
      entries.push({
        source,
        says: () => (isRecord ? recordKey(parseEntry(source, here), inherited) : directiveKey(source)),
      });
    }
    const over = carry > walk.limit ? carry : walk.end;
    carry = Math.max(0, over - walk.limit);
    context = contextHere(walk);
    ttl = ttlHere(walk);
  }
  const { origin, owner } = context;
  return { entries, end: [carry, origin, owner?.name, ttl.stated, ttl.last].join(' ') };
}

function sayTheSame(one: readonly Entry[], other: readonly Entry[]): boolean {
  const shorter = Math.min(one.length, other.length);
  let same = 0;
  while (same < shorter && one[same]!.source === other[same]!.source) same++;
  let tail = 0;
  while (tail < shorter - same && one.at(-1 - tail)!.source === other.at(-1 - tail)!.source) tail++;
  if (one.length !== other.length) return false;
  const said = (entries: readonly Entry[]) =>
    entries
      .slice(same, entries.length - tail)
      .map((entry) => entry.says())
      .sort();
  const sorted = said(other);
  return said(one).every((key, index) => key === sorted[index]);
}

function directiveKey(source: string): string {
  return source.replace(/;.*/g, '').trim().replace(/\s+/g, ' ');
}

/**
 * What a record says: owner, TTL, class, type and data; of an SOA record all but its serial.
 * @param inherited the TTL in force where it states none
 */
export function recordKey(entry: ZoneEntry, inherited: number | undefined): string {
  const { owner, ttl, text, typeName } = entry;
  const klass =
    entry.class === undefined ? 'IN' : text.slice(entry.class.start, entry.class.end).toUpperCase();
  const seconds = ttl?.seconds ?? inherited ?? '-';
  return [owner.name, seconds, klass, typeName, dataKey(entry)].join(' ');
}

function dataKey(entry: ZoneEntry): string {
  const { data, strings, tokens, rdata, text, typeName } = entry;
  if (data.octets !== undefined && typeName !== 'SOA') return data.octets;
  if (strings !== undefined)
    return strings.pieces.map(({ from, to }) => strings.text.slice(from, to)).join('\n');
  // What is no record to the letter is compared by its words, names made absolute.
  return tokens
    .filter(({ kind, span }) => (kind === 'word' || kind === 'quoted') && span.start >= rdata.start)
    .map(({ span }) => {
      const reading = data.fields.find((field) => field.span.start === span.start);
      if (typeName === 'SOA' && reading?.field.name === 'serial') return '';
      const written = text.slice(span.start, span.end);
      if (reading?.field.kind.is === 'period' && isTtl(written)) return ttlSeconds(written);
      return reading?.name ?? written;
    })
    .join(' ');
}
