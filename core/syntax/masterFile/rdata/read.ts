import type { FieldKind } from '../../../facts/rrTypes';
import { rrType, rrTypeCode } from '../../../facts/rrTypes';
import type { EntryProblem, FieldReading, Rdata, Token } from '../entry';
import {
  readA6Suffix,
  readApl,
  readAtma,
  readEui,
  readGateway,
  readIpv4,
  readIpv6,
  readNodeId,
  readNsap,
} from './addresses';
import { readBinary } from './binary';
import { checkRecord } from './checks';
import { readGeneric } from './generic';
import { readAltitude, readCoordinate, readDistance } from './location';
import { readName } from './names';
import { readNumber, readPeriod, readTimestamp } from './numbers';
import {
  ALL,
  BIND_KNOT,
  complain,
  NSD_KNOT,
  type FieldValue,
  type RdataReader,
  type ReadField,
} from './reader';
import { misshapen } from './shape';
import { readDecimal, readString, readTag, readText } from './strings';
import { readSvcParam } from './svcParams';
import { readProtocol, readServices, readType, readTypes } from './types';
import { joinOctets } from './wire';

/** The RDATA part of an entry and what it stands in. */
export interface RdataSource {
  /** The entry's source; all spans count from its beginning. */
  readonly text: string;
  /** Words and quoted strings of the RDATA. */
  readonly words: readonly Token[];
  /** Mnemonic in upper case, or TYPEn. */
  readonly typeName: string;
  /** Absolute, with final dot. */
  readonly origin: string;
  /** Where the type ends: what is missing is missing there. */
  readonly headEnd: number;
  /** Gets what is wrong. */
  readonly problems: EntryProblem[];
}

/** What RDATA may have at most (RFC 1035 §3.2.1: a length of 16 bits). */
const RDATA_LIMIT = 65_535;

const READERS: Readonly<Record<FieldKind['is'], ReadField>> = {
  number: readNumber,
  period: readPeriod,
  timestamp: readTimestamp,
  ipv4: readIpv4,
  ipv6: readIpv6,
  name: readName,
  string: readString,
  text: readText,
  tag: readTag,
  base64: readBinary,
  hex: readBinary,
  base32hex: readBinary,
  type: readType,
  types: readTypes,
  services: readServices,
  protocol: readProtocol,
  latitude: readCoordinate,
  longitude: readCoordinate,
  altitude: readAltitude,
  distance: readDistance,
  decimal: readDecimal,
  apl: readApl,
  'svc-param': readSvcParam,
  gateway: readGateway,
  eui: readEui,
  'node-id': readNodeId,
  nsap: readNsap,
  atma: readAtma,
  'a6-suffix': readA6Suffix,
};

/**
 * Reads RDATA field by field, as the definition of its type has them.
 * Problems name the programs that refuse the zone for them; where a program does not know the type at all, it counts
 * among them.
 */
export function readRdata(source: RdataSource): Rdata {
  const { text, words, typeName, origin, headEnd, problems } = source;
  const type = rrType(typeName);
  const first = words[0];
  if (first !== undefined && text.slice(first.span.start, first.span.end) === '\\#') {
    return { type, generic: true, fields: [], ...readGeneric(source, type) };
  }
  if (type === undefined && rrTypeCode(typeName) !== undefined) {
    const span = { start: first?.span.start ?? headEnd, end: words.at(-1)?.span.end ?? headEnd };
    problems.push({
      kind: 'bad-generic-data',
      detail: 'only-generic',
      span,
      refusedBy: ALL,
      values: { type: typeName },
    });
  }
  if (type === undefined || type.status === 'meta') return { type, generic: false, fields: [] };
  const found: EntryProblem[] = [];
  const reader: RdataReader = { type, text, words, origin, next: 0, numbers: new Map(), problems: found };
  const readings: FieldReading[] = [];
  const values: FieldValue[] = [];
  if (type.fields.length === 0) {
    complain(
      reader,
      'bad-generic-data',
      { start: first?.span.start ?? headEnd, end: words.at(-1)?.span.end ?? headEnd },
      ALL,
      {
        detail: 'only-generic',
        values: { type: type.name },
      },
    );
  } else if (!misshapen(reader)) {
    for (const field of type.fields) {
      if (isLeftOut(reader, field.kind.is)) continue;
      do {
        if (reader.next >= words.length) break;
        const value = READERS[field.kind.is](reader, field);
        values.push(value);
        readings.push({
          field,
          span: value.span,
          ...(value.name !== undefined && { name: value.name }),
          ...(value.number !== undefined && { number: value.number }),
        });
      } while (field.repeated === true);
    }
    checkEnd(reader, headEnd, readings);
    checkRecord(reader, readings, values, headEnd);
  }
  const complete = readings.length > 0 || (type.fields[0]?.optional === true && words.length === 0);
  const whole = complete && reader.next >= words.length && values.every(({ octets }) => octets !== undefined);
  const missing = found.some(
    ({ kind, refusedBy }) => kind === 'missing-field' && refusedBy?.length === ALL.length,
  );
  const octets =
    whole && !missing
      ? joinOctets(
          type,
          values.map((value) => value.octets ?? ''),
        )
      : undefined;
  if (octets !== undefined && octets.length > RDATA_LIMIT) {
    complain(reader, 'record-too-long', { start: first!.span.start, end: first!.span.end }, ALL, {
      values: { octets: octets.length },
    });
  }
  for (const problem of found) problems.push(withStrangers(problem, type.unknownTo ?? []));
  const fits = octets !== undefined && octets.length <= RDATA_LIMIT;
  return { type, generic: false, fields: readings, ...(fits && { octets }) };
}

/** A6 has no suffix behind a whole prefix and no name with none (RFC 2874 §3.1). */
function isLeftOut(reader: RdataReader, kind: FieldKind['is']): boolean {
  if (reader.type.name !== 'A6') return false;
  const prefix = reader.numbers.get('prefix length');
  return (kind === 'a6-suffix' && prefix === 128) || (kind === 'name' && prefix === 0);
}

/** Fields that are missing at the end, and words that are too many. */
function checkEnd(reader: RdataReader, headEnd: number, readings: readonly FieldReading[]): void {
  const { words, type } = reader;
  if (reader.next < words.length) {
    const start = words[reader.next]!.span.start;
    const text = reader.text.slice(start, words.at(-1)!.span.end);
    complain(
      reader,
      'extra-field',
      { start, end: words.at(-1)!.span.end },
      type.name === 'LOC' ? BIND_KNOT : ALL,
      {
        values: { text, type: type.name },
      },
    );
    return;
  }
  const missing = type.fields.filter(
    (field) =>
      field.optional !== true &&
      !isLeftOut(reader, field.kind.is) &&
      !readings.some((r) => r.field === field),
  );
  if (missing.length === 0) return;
  const end = words.at(-1)?.span.end ?? headEnd;
  const start = words.at(-1)?.span.start ?? Math.max(0, headEnd - type.name.length);
  // RFC 2535 §3.1.2: these flags say that there is no key.
  const noKey = type.name === 'KEY' && missing.length === 1 && (reader.numbers.get('flags') ?? 0) >= 0xc000;
  complain(reader, 'missing-field', { start, end }, noKey ? NSD_KNOT : ALL, {
    field: missing[0]!,
    values: { fields: missing.map(({ name }) => name).join(', '), type: type.name },
  });
}

/** The problem with those programs added that do not know the type. */
function withStrangers(problem: EntryProblem, strangers: readonly EntryProblemProgram[]): EntryProblem {
  const { refusedBy } = problem;
  if (refusedBy === undefined || refusedBy.length === 0 || strangers.length === 0) return problem;
  return { ...problem, refusedBy: ALL.filter((p) => refusedBy.includes(p) || strangers.includes(p)) };
}

type EntryProblemProgram = NonNullable<EntryProblem['refusedBy']>[number];
