import { SSHFP_LENGTHS, TLSA_LENGTHS } from '../../../facts/rr/certificateNumbers';
import { DS_DIGEST_LENGTHS } from '../../../facts/rr/dnssecNumbers';
import type { Program } from '../../../facts/rrTypes';
import type { FieldReading } from '../entry';
import { ALL, BIND, BIND_KNOT, complain, KNOT, type FieldValue, type RdataReader } from './reader';
import { checkSvcParams } from './svcParams';

/** RFC 8976 §2.2.3, §2.2.4: octets of a ZONEMD digest by hash algorithm, and the least that any may have. */
const ZONEMD_LENGTHS: ReadonlyMap<number, number> = new Map([
  [1, 48],
  [2, 64],
]);
const ZONEMD_LEAST = 12;

/** What counts for several fields of a record together. */
export function checkRecord(
  reader: RdataReader,
  readings: readonly FieldReading[],
  values: readonly FieldValue[],
  headEnd: number,
): void {
  switch (reader.type.name) {
    case 'DS':
      // Knot reads it, and then finds it unsound.
      digestLength(reader, readings, values, 'digest type', DS_DIGEST_LENGTHS, BIND_KNOT);
      return;
    case 'CDS':
    case 'DLV':
    case 'TA':
      digestLength(reader, readings, values, 'digest type', DS_DIGEST_LENGTHS, BIND);
      return;
    case 'SSHFP':
      digestLength(reader, readings, values, 'fp type', SSHFP_LENGTHS, BIND);
      return;
    case 'TLSA':
    case 'SMIMEA':
      digestLength(reader, readings, values, 'matching type', TLSA_LENGTHS, []);
      return;
    case 'ZONEMD':
      digestLength(reader, readings, values, 'hash algorithm', ZONEMD_LENGTHS, BIND, ZONEMD_LEAST);
      return;
    case 'SVCB':
    case 'HTTPS':
      serviceParameters(reader, readings, values);
      return;
    case 'IPSECKEY':
      ipsecKey(reader, readings, headEnd);
      return;
    case 'AMTRELAY':
      if ((reader.numbers.get('discovery-optional') ?? 0) > 1) {
        complain(reader, 'bad-number', readings[1]!.span, ALL, {
          detail: 'range',
          field: readings[1]!.field,
          values: { text: String(readings[1]!.number), most: 1 },
        });
      }
      return;
    case 'A6':
      if ((reader.numbers.get('prefix length') ?? 0) > 128) {
        complain(reader, 'bad-number', readings[0]!.span, ALL, {
          detail: 'range',
          field: readings[0]!.field,
          values: { text: String(readings[0]!.number), most: 128 },
        });
      }
      missingA6(reader, readings, headEnd);
      return;
    case 'NSEC':
      missingTypes(reader, readings, headEnd, BIND);
      return;
    case 'NXT':
      missingTypes(reader, readings, headEnd, ['NSD']);
      return;
    case 'WKS':
      missingTypes(reader, readings, headEnd, ['NSD']);
      return;
    case 'RKEY':
      if ((reader.numbers.get('flags') ?? 0) !== 0) {
        complain(reader, 'bad-value', readings[0]!.span, BIND, {
          detail: 'rkey-flags',
          field: readings[0]!.field,
          meant: '0',
        });
      }
      return;
    case 'KEY':
    case 'KEYDATA': {
      const key = readings.find(({ field }) => field.kind.is === 'base64');
      // Where all three numbers are 0, BIND's note is about a key that it has not seen yet.
      const isZero = (name: string): boolean => reader.numbers.get(name) === 0;
      const isNote =
        reader.type.name === 'KEYDATA' && isZero('flags') && isZero('protocol') && isZero('algorithm');
      if (key !== undefined && (isNote || (reader.numbers.get('flags') ?? 0) >= 0xc000)) {
        complain(reader, 'bad-value', key.span, BIND, { detail: 'key-unwanted', field: key.field });
      }
      return;
    }
    case 'RRSIG':
      validity(reader, readings);
      return;
    case 'NAPTR':
      naptrExpression(reader, readings, values);
      return;
    default:
  }
}

/** Whether the digest, the last field, is as long as its type wants it. */
function digestLength(
  reader: RdataReader,
  readings: readonly FieldReading[],
  values: readonly FieldValue[],
  typeField: string,
  lengths: ReadonlyMap<number, number>,
  refusedBy: readonly Program[],
  least = 0,
): void {
  const octets = values[3]?.octets ?? (reader.type.name === 'SSHFP' ? values[2]?.octets : undefined);
  const reading = readings.at(-1);
  const kind = reader.numbers.get(typeField);
  if (octets === undefined || reading === undefined || kind === undefined) return;
  const wanted = lengths.get(kind);
  if (wanted === undefined ? octets.length >= least : octets.length === wanted) return;
  complain(reader, 'digest-length', reading.span, refusedBy, {
    detail: wanted === undefined ? 'least' : 'exact',
    field: reading.field,
    values: { wanted: wanted ?? least, octets: octets.length, kind, what: typeField },
  });
}

function serviceParameters(
  reader: RdataReader,
  readings: readonly FieldReading[],
  values: readonly FieldValue[],
): void {
  const params = values.filter((_, i) => readings[i]!.field.kind.is === 'svc-param');
  checkSvcParams(reader, params, reader.type.fields[2]!);
}

/** RFC 4025 §2.4: algorithm 0 says that there is no key. */
function ipsecKey(reader: RdataReader, readings: readonly FieldReading[], headEnd: number): void {
  const key = readings.find(({ field }) => field.kind.is === 'base64');
  const algorithm = reader.numbers.get('algorithm');
  if (readings.length < 4 || algorithm === undefined) return;
  if (key === undefined) {
    complain(reader, 'missing-field', readings.at(-1)?.span ?? { start: headEnd, end: headEnd }, BIND, {
      field: reader.type.fields[4]!,
      values: { fields: 'public key', type: 'IPSECKEY' },
    });
  } else if (algorithm === 0) {
    complain(reader, 'bad-value', key.span, KNOT, { detail: 'key-unwanted', field: key.field });
  }
}

/** A list of types or services that is empty. */
function missingTypes(
  reader: RdataReader,
  readings: readonly FieldReading[],
  headEnd: number,
  refusedBy: readonly Program[],
): void {
  const field = reader.type.fields.at(-1)!;
  const last = readings.at(-1);
  if (readings.length !== reader.type.fields.length - 1 || last === undefined) return;
  complain(
    reader,
    'missing-field',
    { start: last.span.start, end: Math.max(last.span.end, headEnd) },
    refusedBy,
    {
      field,
      values: { fields: field.name, type: reader.type.name },
    },
  );
}

/** A6's suffix and name are there as the prefix length has it. */
function missingA6(reader: RdataReader, readings: readonly FieldReading[], headEnd: number): void {
  const prefix = reader.numbers.get('prefix length');
  if (prefix === undefined || prefix > 128) return;
  const wanted = reader.type.fields.filter(
    ({ kind }) => (kind.is === 'a6-suffix' && prefix < 128) || (kind.is === 'name' && prefix > 0),
  );
  const missing = wanted.filter((field) => !readings.some((r) => r.field === field));
  if (missing.length === 0) return;
  const last = readings.at(-1)?.span ?? { start: headEnd, end: headEnd };
  complain(reader, 'missing-field', last, ALL, {
    field: missing[0]!,
    values: { fields: missing.map(({ name }) => name).join(', '), type: 'A6' },
  });
}

/** A signature that ends before it begins, in the arithmetic of serial numbers (RFC 4034 §3.1.5). */
function validity(reader: RdataReader, readings: readonly FieldReading[]): void {
  const [expiration, inception] = [readings[4], readings[5]];
  if (expiration?.number === undefined || inception?.number === undefined) return;
  const ahead = (((expiration.number - inception.number) % 2 ** 32) + 2 ** 32) % 2 ** 32;
  if (ahead < 2 ** 31) return;
  complain(reader, 'bad-time', expiration.span, BIND, { detail: 'expired-before', field: expiration.field });
}

/** The substitution of NAPTR as BIND checks it: `!expression!replacement!i` (RFC 3402 §3.2). */
function naptrExpression(
  reader: RdataReader,
  readings: readonly FieldReading[],
  values: readonly FieldValue[],
): void {
  const octets = values[4]?.octets?.slice(1) ?? '';
  const reading = readings[4];
  if (octets === '' || reading === undefined) return;
  const delimiter = octets.charAt(0);
  const parts: string[] = [];
  let part = '';
  for (let at = 1; at < octets.length; at++) {
    const character = octets.charAt(at);
    if (character === '\\' && at + 1 < octets.length) {
      part += character + octets.charAt(++at);
    } else if (character === delimiter) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  const [expression = '', replacement = '', flags] = parts;
  const groups = (expression.replace(/\\[^]/g, '').match(/\(/g) ?? []).length;
  const references = [...replacement.matchAll(/\\(\d)/g)].map(([, digit]) => Number(digit));
  const fits =
    parts.length === 3 &&
    !/[\\0-9i]/.test(delimiter) &&
    /^i?$/.test(flags ?? '') &&
    references.every((reference) => reference > 0 && reference <= groups);
  if (!fits)
    complain(reader, 'bad-value', reading.span, BIND, { detail: 'naptr-regexp', field: reading.field });
}
