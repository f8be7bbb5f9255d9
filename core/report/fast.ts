import { mostMessages } from './counts';
import { plainRecord } from './plain';
import { sections, type Sections } from './sections';
import type { ReportRecord } from './types';

/**
 * Plain records, a row each. A record is four sections, shared with all records that have the same bytes there, an
 * address and a count.
 */
export interface PlainRecords<T> {
  readonly length: number;
  /** The addresses one after the other, as ASCII; that of row n ends at `ends[n]`. */
  readonly codes: Uint8Array;
  readonly ends: readonly number[];
  readonly counts: readonly number[];
  /** What gave disposition, verdicts and reasons; the identifiers; the results of DKIM; those of SPF. */
  readonly evaluated: readonly T[];
  readonly identifiers: readonly T[];
  readonly dkim: readonly T[];
  readonly spf: readonly T[];
}

/** Reads plain records straight from bytes. */
export interface FastReader<T> {
  /**
   * Takes the record that begins at `at`, where it is plain.
   * @returns where the next byte is; `more` where it is plain so far, but cut; `other` where the careful reader must
   *   look at it
   */
  take(bytes: Uint8Array, at: number): number;
  /** The records taken since the last call. */
  taken(): PlainRecords<T>;
}

/** What `take` says instead of a position. */
export const more = -1;
export const other = -2;

const less = 0x3c;
const ampersand = 0x26;

const recordStart = ascii('<record>');
const rowStart = ascii('<row>');
const sourceStart = ascii('<source_ip>');
const sourceEnd = ascii('</source_ip>');
const countStart = ascii('<count>');
const countEnd = ascii('</count>');
const evaluatedStart = ascii('<policy_evaluated>');
const evaluatedEnd = searched('</policy_evaluated>');
const rowEnd = ascii('</row>');
const identifiersStart = ascii('<identifiers>');
const identifiersEnd = searched('</identifiers>');
const resultsStart = ascii('<auth_results>');
const resultsEnd = searched('</auth_results>');
const spfStart = searched('<spf>');
const recordEnd = ascii('</record>');

/**
 * A reader of records whose elements stand in the order of the schema, without attributes. Reports repeat
 * themselves: each different section (what was evaluated, the identifiers, the DKIM and the SPF results) is parsed
 * once, by `plainRecord`, and known again by its bytes, so that both readers cannot differ.
 * @param prepare what the caller makes of a section: of a record that holds nothing else
 * @param longest the longest record that is taken, in bytes
 */
export function fastReader<T>(
  decode: (bytes: Uint8Array) => string | undefined,
  prepare: (section: ReportRecord) => T,
  longest: number,
): FastReader<T> {
  const parsed = (before: string, after: string, fits = (_: ReportRecord): boolean => true): Sections<T> =>
    sections((bytes) => {
      const text = decode(bytes);
      const fields =
        text === undefined ? undefined : plainRecord(`<record>${before}${text}${after}</record>`);
      return fields === undefined || !fits(fields.record) ? undefined : prepare(fields.record);
    });
  const evaluated = parsed('<row><policy_evaluated>', '</policy_evaluated></row>');
  const identifiers = parsed('<identifiers>', '</identifiers>');
  const dkim = parsed('<auth_results>', '</auth_results>', ({ spfResults }) => spfResults.length === 0);
  const spf = parsed('<auth_results>', '</auth_results>', ({ dkimResults }) => dkimResults.length === 0);

  let batch = emptyBatch<T>();
  let viewed: Uint8Array | undefined;
  let view: DataView = new DataView(new ArrayBuffer(0));

  return {
    taken() {
      const taken = batch;
      batch = emptyBatch();
      return taken;
    },
    take(bytes, start) {
      if (viewed !== bytes) {
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      }
      let at = follow(bytes, start, recordStart);
      at = follow(bytes, skipBlanks(bytes, at), rowStart);
      at = follow(bytes, skipBlanks(bytes, at), sourceStart);
      if (at < 0) return at;
      const address = at;
      const addressEnd = nextTag(bytes, address);
      at = follow(bytes, addressEnd, sourceEnd);
      at = follow(bytes, skipBlanks(bytes, at), countStart);
      let count = 0;
      let digits = 0;
      for (; at >= 0 && at < bytes.length; at++, digits++) {
        const digit = bytes[at]! - 0x30;
        if (digit < 0 || digit > 9) break;
        count = count * 10 + digit;
      }
      if (at >= 0 && at < bytes.length && (digits === 0 || count > mostMessages)) return other;
      at = follow(bytes, at, countEnd);
      const a = follow(bytes, skipBlanks(bytes, at), evaluatedStart);
      const aEnd = find(bytes, a, evaluatedEnd, bytes.length);
      at = aEnd < 0 ? aEnd : follow(bytes, skipBlanks(bytes, aEnd + evaluatedEnd.tag.length), rowEnd);
      const b = follow(bytes, skipBlanks(bytes, at), identifiersStart);
      const bEnd = find(bytes, b, identifiersEnd, bytes.length);
      at = bEnd < 0 ? bEnd : skipBlanks(bytes, bEnd + identifiersEnd.tag.length);
      const c = follow(bytes, at, resultsStart);
      const cEnd = find(bytes, c, resultsEnd, bytes.length);
      if (cEnd < 0) return cEnd;
      const end = follow(bytes, skipBlanks(bytes, cEnd + resultsEnd.tag.length), recordEnd);
      if (end < 0) return end;
      // SPF results follow those of DKIM as a rule; two short sections recur more often than one long.
      const between = find(bytes, c, spfStart, cEnd);
      const cut = between < 0 ? cEnd : between;

      if (end - start > longest || !isAddressText(bytes, address, addressEnd)) return other;
      const one = evaluated.at(bytes, view, a, aEnd);
      const two = identifiers.at(bytes, view, b, bEnd);
      const three = dkim.at(bytes, view, c, cut);
      const four = spf.at(bytes, view, cut, cEnd);
      if (one === undefined || two === undefined || three === undefined || four === undefined) return other;
      batch.add(bytes, address, addressEnd, count);
      batch.evaluated.push(one);
      batch.identifiers.push(two);
      batch.dkim.push(three);
      batch.spf.push(four);
      return end;
    },
  };
}

interface Batch<T> extends PlainRecords<T> {
  readonly evaluated: T[];
  readonly identifiers: T[];
  readonly dkim: T[];
  readonly spf: T[];
  /** Adds an address, without the blanks around it, and a count. */
  add(bytes: Uint8Array, from: number, to: number, count: number): void;
}

function emptyBatch<T>(): Batch<T> {
  let codes = new Uint8Array(1 << 9);
  let length = 0;
  const ends: number[] = [];
  const counts: number[] = [];
  return {
    get length() {
      return ends.length;
    },
    get codes() {
      return codes;
    },
    ends,
    counts,
    evaluated: [],
    identifiers: [],
    dkim: [],
    spf: [],
    add(bytes, from, to, count) {
      let [start, end] = [from, to];
      while (start < end && bytes[start] === 0x20) start++;
      while (end > start && bytes[end - 1] === 0x20) end--;
      if (length + end - start > codes.length) {
        const larger = new Uint8Array(codes.length * 2);
        larger.set(codes);
        codes = larger;
      }
      for (let i = start; i < end; i++) codes[length++] = bytes[i]!;
      ends.push(length);
      counts.push(count);
    },
  };
}

/** The record in a row of plain records, where sections were left as they are. */
export function plainRecordAt(records: PlainRecords<ReportRecord>, row: number): ReportRecord {
  const from = row === 0 ? 0 : records.ends[row - 1]!;
  const { disposition, dkim, spf, reasons } = records.evaluated[row]!;
  const { headerFrom, envelopeFrom, envelopeTo } = records.identifiers[row]!;
  const { dkimResults } = records.dkim[row]!;
  const { spfResults } = records.spf[row]!;
  return {
    sourceIp: String.fromCharCode(...records.codes.subarray(from, records.ends[row])),
    count: records.counts[row]!,
    disposition,
    dkim,
    spf,
    reasons,
    headerFrom,
    envelopeFrom,
    envelopeTo,
    dkimResults,
    spfResults,
  };
}

/** The position behind `word` where it stands at `at`; `more` where the bytes end first, `other` where something else stands. */
function follow(bytes: Uint8Array, at: number, word: Uint8Array): number {
  if (at < 0) return at;
  for (let i = 0; i < word.length; i++) {
    if (bytes[at + i] === word[i]) continue;
    return at + i >= bytes.length ? more : other;
  }
  return at + word.length;
}

/** The position of the next `<record>` from `at` on; -1 where there is none. */
export function nextRecord(bytes: Uint8Array, at: number): number {
  for (let i = bytes.indexOf(less, at); i >= 0; i = bytes.indexOf(less, i + 1)) {
    if (follow(bytes, i, recordStart) >= 0) return i;
  }
  return -1;
}

/** The position behind blanks. */
export function skipBlanks(bytes: Uint8Array, at: number): number {
  if (at < 0) return at;
  let i = at;
  for (; i < bytes.length; i++) {
    const octet = bytes[i]!;
    if (octet !== 0x20 && octet !== 0x0a && octet !== 0x0d && octet !== 0x09) break;
  }
  return i;
}

/** The position of the next `<`; `more` where the bytes end first, `other` at a reference. */
function nextTag(bytes: Uint8Array, at: number): number {
  for (let i = at; i < bytes.length; i++) {
    const octet = bytes[i]!;
    if (octet === less) return i;
    if (octet === ampersand) return other;
  }
  return more;
}

/** Whether the text of an address is short and printable ASCII. */
function isAddressText(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > 64) return false;
  for (let i = from; i < to; i++) {
    const octet = bytes[i]!;
    // `>` is left to the careful reader: it may end a CDATA section that never began.
    if (octet < 0x20 || octet > 0x7e || octet === 0x3e) return false;
  }
  return true;
}

/** A tag, and how far its end can be moved on where some octet stands under it (Horspool's search). */
interface Searched {
  readonly tag: Uint8Array;
  readonly steps: Uint8Array;
}

function searched(text: string): Searched {
  const tag = ascii(text);
  const steps = new Uint8Array(256).fill(tag.length);
  for (let i = 0; i < tag.length - 1; i++) steps[tag[i]!] = tag.length - 1 - i;
  return { tag, steps };
}

/** No section of a plain record is longer; one that is is not searched for its end again and again. */
const longestSection = 1 << 14;

/** The position of a tag in [at, end); `more` where the bytes end first, `other` where it is not near. */
function find(bytes: Uint8Array, at: number, { tag, steps }: Searched, end: number): number {
  if (at < 0) return at;
  const behind = tag.length - 1;
  const last = Math.min(end, at + longestSection + behind);
  let i = at + behind;
  while (i < last) {
    const octet = bytes[i]!;
    if (octet === tag[behind]) {
      let n = behind - 1;
      while (n >= 0 && bytes[i - behind + n] === tag[n]) n--;
      if (n < 0) return i - behind;
    }
    i += steps[octet]!;
  }
  return last === end ? more : other;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
