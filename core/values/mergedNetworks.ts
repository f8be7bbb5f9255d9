import type { IpAddress } from './ipAddress';
import { addressBits, covers, withoutHostBits, type IpNetwork } from './ipNetwork';

/**
 * The fewest networks that hold exactly the given addresses and none besides: of 192.0.2.4 to 192.0.2.7 one /30.
 * @returns IPv4 first, each family in the order of its addresses
 */
export function mergedNetworks(addresses: readonly IpAddress[]): IpNetwork[] {
  const networks = addresses.map((address) => ({ address, prefix: addressBits(address.family) }));
  networks.sort((a, b) => compare(a.address, b.address));
  const merged: IpNetwork[] = [];
  for (const network of networks) {
    const last = merged.at(-1);
    if (last !== undefined && covers(last, network)) continue;
    merged.push(network);
    // Two halves of one network become that one, which may be a half itself.
    for (let pair = paired(merged); pair !== undefined; pair = paired(merged)) merged.splice(-2, 2, pair);
  }
  return merged;
}

/** The network of which the last two are the halves. */
function paired(networks: readonly IpNetwork[]): IpNetwork | undefined {
  const [first, second] = networks.slice(-2);
  if (first === undefined || second === undefined) return undefined;
  const { prefix } = first;
  if (prefix === 0 || prefix !== second.prefix || first.address.family !== second.address.family) {
    return undefined;
  }
  const around = withoutHostBits({ address: first.address, prefix: prefix - 1 });
  return covers(around, second) ? around : undefined;
}

function compare(a: IpAddress, b: IpAddress): number {
  if (a.family !== b.family) return a.family - b.family;
  for (const [index, octet] of a.octets.entries()) {
    const difference = octet - b.octets[index]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
