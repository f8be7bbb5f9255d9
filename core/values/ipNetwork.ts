import { formatIp, type IpAddress } from './ipAddress';

/** The addresses whose first `prefix` bits are those of `address`; its other bits count for nothing. */
export interface IpNetwork {
  readonly address: IpAddress;
  readonly prefix: number;
}

/** How many bits an address of a family has. */
export function addressBits(family: IpAddress['family']): 32 | 128 {
  return family === 4 ? 32 : 128;
}

/** Whether an address lies in a network; never where the families differ. */
export function contains({ address, prefix }: IpNetwork, candidate: IpAddress): boolean {
  if (address.family !== candidate.family) return false;
  const whole = prefix >> 3;
  for (let i = 0; i < whole; i++) if (address.octets[i] !== candidate.octets[i]) return false;
  const mask = lastMask(prefix);
  return mask === 0 || ((address.octets[whole]! ^ candidate.octets[whole]!) & mask) === 0;
}

/** Whether every address of `inner` lies in `outer` too. */
export function covers(outer: IpNetwork, inner: IpNetwork): boolean {
  return outer.prefix <= inner.prefix && contains(outer, inner.address);
}

/** The network with the bits behind its prefix set to zero, as it is usually written. */
export function withoutHostBits({ address, prefix }: IpNetwork): IpNetwork {
  const whole = prefix >> 3;
  const octets = address.octets.map((octet, index) =>
    index < whole ? octet : index === whole ? octet & lastMask(prefix) : 0,
  );
  return { address: { family: address.family, octets }, prefix };
}

/** The last address of a network. */
export function lastAddress({ address, prefix }: IpNetwork): IpAddress {
  const whole = prefix >> 3;
  const octets = address.octets.map((octet, index) =>
    index < whole ? octet : index === whole ? octet | (0xff >> (prefix & 7)) : 0xff,
  );
  return { family: address.family, octets };
}

/** The bits of the octet in which a prefix ends that belong to it. */
function lastMask(prefix: number): number {
  return (0xff00 >> (prefix & 7)) & 0xff;
}

/** `192.0.2.0/24`; a single address without its prefix. */
export function formatNetwork({ address, prefix }: IpNetwork): string {
  const text = formatIp(address);
  return prefix === addressBits(address.family) ? text : `${text}/${prefix}`;
}
