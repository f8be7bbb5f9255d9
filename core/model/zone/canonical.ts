import { rrTypeCode, rrTypeName, type RrType } from '../../facts/rrTypes';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { writeRdata } from '../../syntax/masterFile/rdata/write';
import { hashTable } from './hashTable';
import { zoneRecords, type Unloaded, type ZoneSource } from './records';

/** A record that cannot be printed, and why. */
export interface Unprinted {
  readonly reason: Unloaded['reason'] | 'bad-head' | 'bad-rdata';
  /** The entry's source. */
  readonly text: string;
}

/**
 * The record set of a zone, a line a record, as BIND's named-compilezone prints it with `-s full`: owner, TTL, class,
 * type, RDATA, one blank between; owners in lower case, in the order of the files, each record once. It reads the
 * zone twice and holds two tables of hashes, but never the records themselves.
 * @param unprinted is told of every record that a server would refuse
 */
export function* canonicalRecords(
  source: ZoneSource,
  unprinted: (what: Unprinted) => void,
): Generator<string, undefined> {
  // What comes last decides for the RRset, but only the whole zone shows what comes last.
  const ttls = hashTable();
  let uneven = false;
  for (const { owner, set, ttl } of zoneRecords(source, () => undefined)) {
    const before = ttls.set(`${owner} ${set}`, ttl);
    if (before >= 0 && before !== ttl) uneven = true;
  }
  const printed = hashTable(ttls.size);
  for (const record of zoneRecords(source, unprinted)) {
    const entry = record.entry();
    // The reading of an entry mends what servers refuse: a second TTL, a class behind the type.
    if (entry.problems.some(({ kind }) => kind === 'misplaced-head')) {
      unprinted({ reason: 'bad-head', text: entry.text });
      continue;
    }
    const { type, octets } = entry.data;
    const code = type?.code ?? rrTypeCode(entry.typeName);
    if (octets === undefined || code === undefined || !isInternet(entry)) {
      unprinted({ reason: isInternet(entry) ? 'bad-rdata' : 'bad-class', text: entry.text });
      continue;
    }
    const data = writeRdata(type, octets);
    const name = `${record.owner} ${rrTypeName(code)} `;
    if (printed.set(name + (holdsNamesAlone(type) ? data.toLowerCase() : data), 1) >= 0) continue;
    const ttl = uneven ? ttls.get(`${record.owner} ${record.set}`) : record.ttl;
    yield `${record.owner} ${ttl} IN ${rrTypeName(code)} ${data}`;
  }
}

/** Whether the record is of the Internet, the only class with zones of note (RFC 1035 §3.2.4). */
function isInternet({ text, class: span }: ZoneEntry): boolean {
  return span === undefined || /^(?:IN|CLASS0*1)$/i.test(text.slice(span.start, span.end));
}

/** Names compare without regard to case (RFC 4343); beside them, RDATA of these types has only numbers. */
function holdsNamesAlone(type: RrType | undefined): boolean {
  if (type === undefined || type.fields.length === 0) return false;
  return type.fields.every(({ kind: { is } }) => is === 'name' || is === 'number' || is === 'period');
}
