import { parseIp } from '../../core/values/ipAddress';

// Nothing of Node.js: suites in VS Code's web worker use it, too.

/** A value as a test writes it: numbers that are whole become uint32, others doubles. */
export type Written =
  | string
  | number
  | bigint
  | boolean
  | Uint8Array
  | readonly Written[]
  | { readonly [key: string]: Written }
  | RawBytes;

/** Octets that are put into the data section as they are. */
export class RawBytes {
  constructor(readonly octets: readonly number[]) {}
}

export interface DatabaseToWrite {
  readonly type?: string;
  readonly ipVersion?: 4 | 6;
  readonly recordBits?: 24 | 28 | 32;
  /** `192.0.2.0/24`, the widest first. */
  readonly networks: Readonly<Record<string, Written>>;
  /** Taken for what the writer would put into the metadata. */
  readonly metadata?: Readonly<Record<string, Written>>;
}

const utf8 = new TextEncoder();
const MARKER = [0xab, 0xcd, 0xef, ...utf8.encode('MaxMind.com')];

/** Writes a MaxMind DB file; texts that come again are written as pointers, as the real writers do. */
export function writeMmdb(database: DatabaseToWrite): Uint8Array {
  const { ipVersion = 6, recordBits = 24, type = 'Test', networks } = database;
  const data: number[] = [];
  const texts = new Map<string, number>();
  /** Two records a node: a node, `data` of an offset, or nothing. */
  type Side = number | { readonly data: number } | undefined;
  const nodes: [Side, Side][] = [[undefined, undefined]];

  for (const [network, value] of Object.entries(networks)) {
    const offset = data.length;
    write(data, value, texts);
    const [text = '', prefix = ''] = network.split('/');
    const { family, octets } = parseIp(text)!;
    const ahead = ipVersion === 6 && family === 4 ? Array<number>(12).fill(0) : [];
    const bits = [...ahead, ...octets].flatMap((octet) =>
      [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => ((octet >> bit) & 1) as 0 | 1),
    );
    const length = Number(prefix) + ahead.length * 8;
    let node = 0;
    for (const bit of bits.slice(0, length - 1)) {
      let next = nodes[node]![bit];
      if (typeof next !== 'number') {
        nodes.push([next, next]);
        next = nodes.length - 1;
        nodes[node]![bit] = next;
      }
      node = next;
    }
    nodes[node]![bits[length - 1]!] = { data: offset };
  }

  const number = (side: Side): number =>
    side === undefined ? nodes.length : typeof side === 'number' ? side : nodes.length + 16 + side.data;
  const tree = nodes.flatMap(([left, right]) => nodeOctets(number(left), number(right), recordBits));
  const metadata: number[] = [];
  write(metadata, {
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_790_000_000n,
    database_type: type,
    description: { en: 'made by a test' },
    ip_version: ipVersion,
    languages: ['en'],
    node_count: nodes.length,
    record_size: recordBits,
    ...database.metadata,
  });
  return Uint8Array.from([...tree, ...Array<number>(16).fill(0), ...data, ...MARKER, ...metadata]);
}

function nodeOctets(left: number, right: number, recordBits: 24 | 28 | 32): number[] {
  const big = (value: number, octets: number): number[] =>
    Array.from({ length: octets }, (_, i) => Math.floor(value / 256 ** (octets - 1 - i)) % 256);
  if (recordBits === 28) {
    const top = (Math.floor(left / 2 ** 24) << 4) | Math.floor(right / 2 ** 24);
    return [...big(left % 2 ** 24, 3), top, ...big(right % 2 ** 24, 3)];
  }
  return [...big(left, recordBits / 8), ...big(right, recordBits / 8)];
}

/** The octets of a type and a size. */
function control(type: number, size: number): number[] {
  const first = type > 7 ? 0 : type << 5;
  const extended = type > 7 ? [type - 7] : [];
  if (size < 29) return [first | size, ...extended];
  if (size < 285) return [first | 29, ...extended, size - 29];
  if (size < 65821) return [first | 30, ...extended, (size - 285) >> 8, (size - 285) & 255];
  const rest = size - 65821;
  return [first | 31, ...extended, rest >> 16, (rest >> 8) & 255, rest & 255];
}

/** A pointer to an offset of the data section, as short as it can be. */
export function pointerTo(offset: number): number[] {
  const split = (value: number, size: number): number[] => [
    0x20 | ((size - 1) << 3) | (size === 4 ? 0 : Math.floor(value / 256 ** size)),
    ...Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256),
  ];
  if (offset < 2048) return split(offset, 1);
  if (offset < 526336) return split(offset - 2048, 2);
  if (offset < 526336 + 2 ** 27) return split(offset - 526336, 3);
  return split(offset, 4);
}

function write(into: number[], value: Written, texts?: Map<string, number>): void {
  if (value instanceof RawBytes) {
    into.push(...value.octets);
  } else if (typeof value === 'string') {
    const before = texts?.get(value);
    if (before !== undefined) {
      into.push(...pointerTo(before));
      return;
    }
    texts?.set(value, into.length);
    const octets = utf8.encode(value);
    into.push(...control(2, octets.length));
    for (const octet of octets) into.push(octet);
  } else if (typeof value === 'boolean') {
    into.push(...control(14, value ? 1 : 0));
  } else if (typeof value === 'bigint') {
    const octets: number[] = [];
    for (let rest = value; rest > 0n; rest >>= 8n) octets.unshift(Number(rest & 255n));
    into.push(...control(octets.length > 8 ? 10 : 9, octets.length), ...octets);
  } else if (typeof value === 'number') {
    const octets = new Uint8Array(Number.isInteger(value) ? 4 : 8);
    const view = new DataView(octets.buffer);
    if (!Number.isInteger(value)) view.setFloat64(0, value);
    else if (value < 0) view.setInt32(0, value);
    else view.setUint32(0, value);
    into.push(...control(octets.length === 8 ? 3 : value < 0 ? 8 : 6, octets.length), ...octets);
  } else if (value instanceof Uint8Array) {
    into.push(...control(4, value.length), ...value);
  } else if (Array.isArray(value)) {
    into.push(...control(11, value.length));
    for (const item of value as readonly Written[]) write(into, item, texts);
  } else {
    const entries = Object.entries(value as Readonly<Record<string, Written>>);
    into.push(...control(7, entries.length));
    for (const [key, held] of entries) {
      write(into, key, texts);
      write(into, held, texts);
    }
  }
}
