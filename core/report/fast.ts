import { plainRecord } from './plain';
import type { RecordFields } from './fields';
import type { ReportRecord } from './types';

/** What became of the bytes at a `<record>`. */
export type Taken =
  /** A plain record; `end` is where the next byte is. */
  | { readonly type: 'record'; readonly record: ReportRecord; readonly end: number }
  /** Plain so far, but cut: more bytes are needed to know. */
  | { readonly type: 'more' }
  /** Not of the plain shape: the careful reader must look at it. */
  | { readonly type: 'other' };

/** Reads plain records straight from bytes. */
export interface FastReader {
  /** @param at where `<record>` begins in `bytes` */
  take(bytes: Uint8Array, at: number): Taken;
}

const more: Taken = { type: 'more' };
const other: Taken = { type: 'other' };

const recordStart = ascii('<record>');
const rowStart = ascii('<row>');
const sourceStart = ascii('<source_ip>');
const sourceEnd = ascii('</source_ip>');
const countStart = ascii('<count>');
const countEnd = ascii('</count>');
const evaluatedStart = ascii('<policy_evaluated>');
const evaluatedEnd = ascii('</policy_evaluated>');
const rowEnd = ascii('</row>');
const identifiersStart = ascii('<identifiers>');
const identifiersEnd = ascii('</identifiers>');
const resultsStart = ascii('<auth_results>');
const resultsEnd = ascii('</auth_results>');
const spfStart = ascii('<spf>');
const recordEnd = ascii('</record>');

const less = 0x3c;
const ampersand = 0x26;

/**
 * A reader of records whose elements stand in the order of the schema, without attributes. Reports repeat
 * themselves: each different section (what was evaluated, the identifiers, the DKIM and the SPF results) is parsed
 * once, by `plainRecord`, and known again by its bytes, so that both readers cannot differ.
 */
export function fastReader(decode: (bytes: Uint8Array) => string | undefined): FastReader {
  const parsed = (before: string, after: string): Sections<RecordFields> =>
    sections((bytes) => {
      const text = decode(bytes);
      if (text === undefined) return undefined;
      const fields = plainRecord(`<record>${before}${text}${after}</record>`);
      if (fields === undefined) return undefined;
      // Shared by all records with these bytes: frozen lists are known again by the store.
      const { reasons, dkimResults, spfResults } = fields.record;
      for (const list of [reasons, dkimResults, spfResults]) Object.freeze(list);
      return fields;
    });
  const evaluated = parsed('<row><policy_evaluated>', '</policy_evaluated></row>');
  const identifiers = parsed('<identifiers>', '</identifiers>');
  const dkim = parsed('<auth_results>', '</auth_results>');
  const spf = parsed('<auth_results>', '</auth_results>');

  return {
    take(bytes, start) {
      let at = follow(bytes, start, recordStart);
      at = follow(bytes, skipBlanks(bytes, at), rowStart);
      at = follow(bytes, skipBlanks(bytes, at), sourceStart);
      if (at < 0) return failure(at);
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
      if (at >= 0 && at < bytes.length && (digits === 0 || digits > 15)) return other;
      at = follow(bytes, at, countEnd);
      const a = follow(bytes, skipBlanks(bytes, at), evaluatedStart);
      const aEnd = find(bytes, a, evaluatedEnd);
      at = aEnd < 0 ? aEnd : follow(bytes, skipBlanks(bytes, aEnd + evaluatedEnd.length), rowEnd);
      const b = follow(bytes, skipBlanks(bytes, at), identifiersStart);
      const bEnd = find(bytes, b, identifiersEnd);
      at = bEnd < 0 ? bEnd : skipBlanks(bytes, bEnd + identifiersEnd.length);
      const c = follow(bytes, at, resultsStart);
      const cEnd = find(bytes, c, resultsEnd);
      if (cEnd < 0) return failure(cEnd);
      const end = follow(bytes, skipBlanks(bytes, cEnd + resultsEnd.length), recordEnd);
      if (end < 0) return failure(end);
      // SPF results follow those of DKIM as a rule; two short sections recur more often than one long.
      const between = find(bytes.subarray(0, cEnd), c, spfStart);
      const cut = between < 0 ? cEnd : between;

      const sourceIp = addressText(bytes, address, addressEnd);
      const one = evaluated.at(bytes, a, aEnd);
      const two = identifiers.at(bytes, b, bEnd);
      const three = dkim.at(bytes, c, cut);
      const four = spf.at(bytes, cut, cEnd);
      if (
        sourceIp === undefined ||
        one === undefined ||
        two === undefined ||
        three === undefined ||
        four === undefined ||
        three.record.spfResults.length > 0 ||
        four.record.dkimResults.length > 0
      ) {
        return other;
      }
      const { disposition, dkim: dkimEvaluated, spf: spfEvaluated, reasons } = one.record;
      const { headerFrom, envelopeFrom, envelopeTo } = two.record;
      const { dkimResults } = three.record;
      const { spfResults } = four.record;
      const record: ReportRecord = {
        sourceIp,
        count,
        disposition,
        dkim: dkimEvaluated,
        spf: spfEvaluated,
        reasons,
        headerFrom,
        envelopeFrom,
        envelopeTo,
        dkimResults,
        spfResults,
      };
      return { type: 'record', record, end };
    },
  };
}

function failure(at: number): Taken {
  return at === -1 ? more : other;
}

/** The position behind `word` where it stands at `at`; -1 where the bytes end first, -2 where something else stands. */
function follow(bytes: Uint8Array, at: number, word: Uint8Array): number {
  if (at < 0) return at;
  for (let i = 0; i < word.length; i++) {
    if (bytes[at + i] === word[i]) continue;
    return at + i >= bytes.length ? -1 : -2;
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

/** The position of the next `<`; -1 where the bytes end first, -2 at a reference. */
function nextTag(bytes: Uint8Array, at: number): number {
  for (let i = at; i < bytes.length; i++) {
    const octet = bytes[i]!;
    if (octet === less) return i;
    if (octet === ampersand) return -2;
  }
  return -1;
}

/** The text of an address, blanks around it removed; undefined where it is not short and printable ASCII. */
function addressText(bytes: Uint8Array, from: number, to: number): string | undefined {
  if (to - from > 64) return undefined;
  let text = '';
  for (let i = from; i < to; i++) {
    const octet = bytes[i]!;
    // `>` is left to the careful reader: it may end a CDATA section that never began.
    if (octet < 0x20 || octet > 0x7e || octet === 0x3e) return undefined;
    text += characters[octet]!;
  }
  return text.trim();
}

const characters = Array.from({ length: 128 }, (_, octet) => String.fromCharCode(octet));

/** No section of a plain record is longer; one that is is not searched for its end again and again. */
const longestSection = 1 << 14;

/** The position of `tag` from `at` on; -1 where the bytes end first, -2 where it is not near. */
function find(bytes: Uint8Array, at: number, tag: Uint8Array): number {
  if (at < 0) return at;
  const second = tag[1]!;
  const third = tag[2]!;
  const last = Math.min(bytes.length, at + longestSection);
  for (let i = at; i < last; i++) {
    if (bytes[i] !== less || bytes[i + 1] !== second || bytes[i + 2] !== third) continue;
    const found = follow(bytes, i, tag);
    if (found >= 0) return i;
    if (found === -1) return -1;
  }
  return last === bytes.length ? -1 : -2;
}

/** Values by the bytes that they are read from. */
interface Sections<T> {
  /** The value of bytes [from, to); undefined where they have none. */
  at(bytes: Uint8Array, from: number, to: number): T | undefined;
}

/** More different sections than this are not kept: reports that never repeat must not fill the memory. */
const most = 1 << 18;
const longestKept = 4096;
/** Sections made to have the same hash must not be compared with all others. */
const mostProbes = 64;

function sections<T>(read: (bytes: Uint8Array) => T | undefined): Sections<T> {
  let table = new Int32Array(1 << 12);
  let hashes = new Int32Array(1 << 10);
  let values: (T | undefined)[] = [];
  let starts = new Uint32Array((1 << 10) + 1);
  let kept = new Uint8Array(1 << 16);

  const grow = (): void => {
    table = new Int32Array(table.length * 4);
    for (let n = 0; n < values.length; n++) {
      let slot = hashes[n]! & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = n + 1;
    }
  };
  const keep = (bytes: Uint8Array, from: number, to: number, hash: number, value: T | undefined): void => {
    if (values.length >= most) {
      table.fill(0);
      values = [];
    }
    if (values.length * 2 >= table.length) grow();
    const n = values.length;
    if (n === hashes.length) {
      hashes = grown(hashes, new Int32Array(n * 2));
      starts = grown(starts, new Uint32Array(n * 2 + 1));
    }
    const start = n === 0 ? 0 : starts[n]!;
    const end = start + to - from;
    if (end > kept.length) kept = grown(kept, new Uint8Array(Math.max(end, kept.length * 2)));
    for (let i = from; i < to; i++) kept[start + i - from] = bytes[i]!;
    values.push(value);
    hashes[n] = hash;
    starts[n] = start;
    starts[n + 1] = end;
    let slot = hash & (table.length - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
    table[slot] = n + 1;
  };

  return {
    at(bytes, from, to) {
      let hash = 0x811c9dc5 | 0; // FNV-1a
      for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
      hash ^= hash >>> 15;
      const length = to - from;
      let slot = hash & (table.length - 1);
      let probes = 0;
      for (let n = table[slot]!; n !== 0 && probes < mostProbes; n = table[slot]!, probes++) {
        const start = starts[n - 1]!;
        if (hashes[n - 1] === hash && starts[n]! - start === length) {
          let i = 0;
          while (i < length && kept[start + i] === bytes[from + i]) i++;
          if (i === length) return values[n - 1];
        }
        slot = (slot + 1) & (table.length - 1);
      }
      const value = read(bytes.subarray(from, to));
      if (length <= longestKept && probes < mostProbes) keep(bytes, from, to, hash, value);
      return value;
    },
  };
}

function grown<T extends Int32Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
