import type { IpAddress } from '../../values/ipAddress';
import type { Platform } from '../platform';
import { decodeValue, isMap, type MmdbMap, type Section } from './mmdbValue';

/** A MaxMind DB file, opened (https://maxmind.github.io/MaxMind-DB/, version 2.0). */
export interface Mmdb {
  /** `database_type`, such as `GeoLite2-ASN`; empty where the file does not say. */
  readonly type: string;
  /**
   * What the file has for an address.
   * @returns undefined where it has nothing, `damaged` where it breaks off or contradicts itself there
   */
  find(address: IpAddress): MmdbMap | 'damaged' | undefined;
}

/** Why bytes are no MaxMind DB file that can be read. */
export type MmdbProblem = 'compressed' | 'no-metadata' | 'damaged-metadata' | 'unknown-version' | 'truncated';

/** 0xABCDEF and `MaxMind.com`; the metadata stand behind its last occurrence. */
const MARKER = [0xab, 0xcd, 0xef, 0x4d, 0x61, 0x78, 0x4d, 0x69, 0x6e, 0x64, 0x2e, 0x63, 0x6f, 0x6d] as const;
/** The metadata with their marker take at most this many octets. */
const METADATA_LIMIT = 128 * 1024;
/** Zero octets between the search tree and the data. */
const SEPARATOR = 16;

/** Opens a MaxMind DB file. Reads only its metadata; the bytes must stay as they are while the result is used. */
export function openMmdb(bytes: Uint8Array, platform: Platform): Mmdb | MmdbProblem {
  const end = findMarker(bytes);
  if (end === undefined) {
    // As MaxMind and IPinfo give them out: .tar.gz, .gz (RFC 1952 §2.3.1), .zip.
    const packed = (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
    return packed ? 'compressed' : 'no-metadata';
  }
  const text = platform.decoder('utf-8', false);
  if (text === undefined) return 'damaged-metadata';
  const metadata = decodeValue({ bytes, start: end + MARKER.length, end: bytes.length, text }, 0);
  if (!isMap(metadata)) return 'damaged-metadata';
  const nodes = metadata.get('node_count');
  const recordBits = metadata.get('record_size');
  const version = metadata.get('ip_version');
  const type = metadata.get('database_type');
  if (metadata.get('binary_format_major_version') !== 2) return 'unknown-version';
  if (typeof nodes !== 'number' || !isOneOf(recordBits, [24, 28, 32]) || !isOneOf(version, [4, 6])) {
    return 'damaged-metadata';
  }
  const treeLength = (nodes * recordBits) / 4;
  if (treeLength + SEPARATOR > end) return 'truncated';
  const read = recordReader(bytes, recordBits);
  const data: Section = { bytes, start: treeLength + SEPARATOR, end, text };

  /** Follows bits from a node on; a number from `nodes` on is no node any more. */
  const walk = (from: number, count: number, bit: (index: number) => number): number => {
    let node = from;
    for (let i = 0; i < count && node < nodes; i++) node = read(node, bit(i));
    return node;
  };
  // An IPv4 address stands in a tree of IPv6 behind 96 zero bits.
  const start4 = version === 4 ? 0 : walk(0, 96, () => 0);

  return {
    type: typeof type === 'string' ? type : '',
    find({ family, octets }) {
      if (family === 6 && version === 4) return undefined;
      const bit = (index: number): number => (octets[index >> 3]! >> (7 - (index & 7))) & 1;
      const found = walk(family === 4 ? start4 : 0, octets.length * 8, bit);
      if (found === nodes) return undefined;
      // Either still a node after the last bit, or within the separator.
      if (found < nodes + SEPARATOR) return 'damaged';
      const value = decodeValue(data, found - nodes - SEPARATOR);
      return isMap(value) ? value : 'damaged';
    },
  };
}

function isOneOf<T extends number>(value: unknown, allowed: readonly T[]): value is T {
  return allowed.some((one) => one === value);
}

/** Where the last marker begins. */
function findMarker(bytes: Uint8Array): number | undefined {
  const first = Math.max(0, bytes.length - METADATA_LIMIT);
  for (let at = bytes.length - MARKER.length; at >= first; at--) {
    if (MARKER.every((octet, index) => bytes[at + index] === octet)) return at;
  }
  return undefined;
}

/** Reads the left (0) or right (1) record of a node that lies within the tree. */
function recordReader(bytes: Uint8Array, recordBits: 24 | 28 | 32): (node: number, side: number) => number {
  const octet = (at: number): number => bytes[at]!;
  const three = (at: number): number => (octet(at) << 16) | (octet(at + 1) << 8) | octet(at + 2);
  switch (recordBits) {
    case 24:
      return (node, side) => three(node * 6 + side * 3);
    case 28:
      // The octet in the middle has the top four bits of either record.
      return (node, side) => {
        const at = node * 7;
        const top = side === 0 ? octet(at + 3) >> 4 : octet(at + 3) & 15;
        return top * 2 ** 24 + three(at + side * 4);
      };
    case 32:
      return (node, side) => {
        const at = node * 8 + side * 4;
        return octet(at) * 2 ** 24 + three(at + 1);
      };
  }
}
