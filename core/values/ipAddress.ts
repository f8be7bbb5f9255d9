import { ipv4Octets, ipv6Octets, writeIpv4 } from './addressOctets';

/** An IPv4 or IPv6 address: four or sixteen octets, the first of the address first. */
export interface IpAddress {
  readonly family: 4 | 6;
  readonly octets: readonly number[];
}

function octetsOf(octets: string): number[] {
  return Array.from(octets, (octet) => octet.charCodeAt(0));
}

/** An IPv4 address in dotted decimal, without leading zeros (RFC 7208 §12 `ip4-network`, qnum). */
export function parseIp4(text: string): IpAddress | undefined {
  const octets = ipv4Octets(text);
  return octets === undefined ? undefined : { family: 4, octets: octetsOf(octets) };
}

/** An IPv6 address in any of the forms of RFC 4291 §2.2. */
export function parseIp6(text: string): IpAddress | undefined {
  const octets = ipv6Octets(text);
  return octets === undefined ? undefined : { family: 6, octets: octetsOf(octets) };
}

/** An address of either family. */
export function parseIp(text: string): IpAddress | undefined {
  return parseIp4(text) ?? parseIp6(text);
}

/** The IPv4 address that an IPv4-mapped IPv6 address (`::ffff:192.0.2.1`) stands for; any other as it is. */
export function unmapped(address: IpAddress): IpAddress {
  const { family, octets } = address;
  const mapped =
    family === 6 &&
    octets.slice(0, 10).every((octet) => octet === 0) &&
    octets[10] === 255 &&
    octets[11] === 255;
  return mapped ? { family: 4, octets: octets.slice(12) } : address;
}

/**
 * The labels of an address as SPF macros have them: four decimal numbers, or 32 hexadecimal digits (RFC 7208 §7.3),
 * which the conformance suite wants in upper case.
 */
export function addressLabels({ family, octets }: IpAddress): string[] {
  if (family === 4) return octets.map(String);
  return octets.flatMap((octet) => [octet >> 4, octet & 15].map((n) => n.toString(16).toUpperCase()));
}

/** An address in its usual form (RFC 5952 for IPv6): lower case, the longest run of zero groups as `::`. */
export function formatIp({ family, octets }: IpAddress): string {
  if (family === 4) return writeIpv4(String.fromCharCode(...octets));
  const groups = Array.from({ length: 8 }, (_, i) => (octets[2 * i]! << 8) | octets[2 * i + 1]!);
  if (unmapped({ family, octets }).family === 4) return `::ffff:${octets.slice(12).join('.')}`;
  let start = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let run = 0;
    while (i + run < 8 && groups[i + run] === 0) run++;
    if (run > length) {
      start = i;
      length = run;
    }
    i += Math.max(0, run - 1);
  }
  const words = groups.map((group) => group.toString(16));
  if (start < 0) return words.join(':');
  return `${words.slice(0, start).join(':')}::${words.slice(start + length).join(':')}`;
}
