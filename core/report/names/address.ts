import { asciiLower, isMailDomain } from '../../values/domainName';
import { addressLabels, formatIp, parseIp, unmapped, type IpAddress } from '../../values/ipAddress';
import { contains, type IpNetwork } from '../../values/ipNetwork';
import { UNROUTED_NETWORKS } from '../../values/unroutedNetworks';

/** Beyond the networks that are never routed: addresses of documentation, tests and translation (RFC 6890). */
const SPECIAL_NETWORKS: readonly IpNetwork[] = Object.freeze(
  (
    [
      ['192.0.0.0', 24],
      ['192.0.2.0', 24],
      ['192.88.99.0', 24],
      ['198.18.0.0', 15],
      ['198.51.100.0', 24],
      ['203.0.113.0', 24],
      // All of IPv6 that is not 2000::/3 (RFC 4291 §2.4): unspecified, loopback, translation, local, multicast …
      ['::', 3],
      ['4000::', 2],
      ['8000::', 1],
      ['2001:2::', 48],
      ['2001:10::', 28],
      ['2001:20::', 28],
      ['2001:db8::', 32],
      ['3fff::', 20],
    ] as const
  ).map(([address, prefix]) => ({ address: parseIp(address)!, prefix })),
);

/**
 * The address that a text from a report means, an IPv4-mapped one as IPv4.
 * @returns undefined where the text is no address
 */
export function addressOf(text: string): IpAddress | undefined {
  const address = parseIp(text.trim());
  return address === undefined ? undefined : unmapped(address);
}

/**
 * The address to ask the public DNS about, in its usual form.
 * @returns undefined where the text is no address, or one of a private or special network (RFC 6890)
 */
export function askableAddress(text: string): string | undefined {
  const address = addressOf(text);
  if (address === undefined) return undefined;
  const special = [...UNROUTED_NETWORKS, ...SPECIAL_NETWORKS].some((network) => contains(network, address));
  return special ? undefined : formatIp(address);
}

/**
 * Where the PTR records of an address stand (RFC 1035 §3.5, RFC 3596 §2.5).
 * @param text an address, of the kind that `askableAddress` gives
 */
export function reverseName(text: string): string {
  const address = addressOf(text);
  if (address === undefined) throw new Error(`no address: ${text}`);
  const labels = addressLabels(address).reverse().join('.').toLowerCase();
  return `${labels}.${address.family === 4 ? 'in-addr' : 'ip6'}.arpa`;
}

/** Whether a text is an address, given in its usual form. */
export function isSameAddress(text: string, address: string): boolean {
  const other = addressOf(text);
  return other !== undefined && formatIp(other) === address;
}

/**
 * A name that a PTR record holds, in lower case and without its final dot.
 * @returns undefined where it is no host name (RFC 1123 §2.1): a PTR record may hold any octets at all
 */
export function hostNameOf(text: string): string | undefined {
  const name = asciiLower(text.endsWith('.') ? text.slice(0, -1) : text);
  return isMailDomain(name) ? name : undefined;
}
