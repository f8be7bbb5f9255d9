import { formatIp, parseIp, type IpAddress } from './ipAddress';
import { addressBits, formatNetwork, withoutHostBits, type IpNetwork } from './ipNetwork';

/** An entry of a list of hosts, as OpenDMARC and OpenDKIM compare it: letter by letter with what a client is called. */
export interface HostWord {
  /** Whether a `!` before it takes the hosts out. */
  readonly negated: boolean;
  readonly kind: 'address' | 'network' | 'name' | 'bad';
  /** What it stands for, where it is an address or network. */
  readonly network?: IpNetwork;
  /** How it would have to be written to match anything, where it is written otherwise. */
  readonly canonical?: string;
  /** Why it is bad. */
  readonly problem?: 'address' | 'prefix' | 'pattern' | 'name';
}

/** The prefix that a netmask in dots stands for. */
function maskBits(mask: IpAddress): number | undefined {
  const bits = mask.octets.map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(bits) ? bits.replace(/0+$/, '').length : undefined;
}

/** Reads an entry: an address, a network by its prefix or netmask, or a name; perhaps with `!` before it. */
export function readHost(written: string): HostWord {
  const negated = written.startsWith('!');
  const text = written.slice(negated ? 1 : 0);
  const bracketed = /^\[(.*)\](\/\d+)?$/.exec(text);
  const bare = bracketed === null ? text : bracketed[1]! + (bracketed[2] ?? '');
  const slash = bare.indexOf('/');
  const address = parseIp(slash < 0 ? bare : bare.slice(0, slash));
  if (address === undefined) {
    if (bare.includes('*')) return { negated, kind: 'bad', problem: 'pattern' };
    // Digits and dots, or a colon, were to be an address; no name has them.
    if (slash >= 0 || /^[\d.]+$/.test(bare) || bare.includes(':'))
      return { negated, kind: 'bad', problem: 'address' };
    // Clients are looked up by their names as DNS tells them; a leading dot means all below.
    return /^\.?[\w-]+(?:\.[\w-]+)*$/.test(bare)
      ? { negated, kind: 'name' }
      : { negated, kind: 'bad', problem: 'name' };
  }
  const sign = negated ? '!' : '';
  const shown = (canonical: string): { canonical?: string } => {
    const whole = sign + (bracketed === null ? canonical : canonical.replace(/^([^/]+)/, '[$1]'));
    return whole.toLowerCase() === written.toLowerCase() ? {} : { canonical: whole };
  };
  if (slash < 0) {
    const network = { address, prefix: addressBits(address.family) };
    return { negated, kind: 'address', network, ...shown(formatIp(address)) };
  }
  const tail = bare.slice(slash + 1);
  const mask = address.family === 4 && tail.includes('.') ? parseIp(tail) : undefined;
  const prefix = mask === undefined ? (/^\d{1,3}$/.test(tail) ? Number(tail) : undefined) : maskBits(mask);
  if (prefix === undefined || prefix > addressBits(address.family))
    return { negated, kind: 'bad', problem: 'prefix' };
  const network = withoutHostBits({ address, prefix });
  const base = formatNetwork(network).replace(/\/\d+$/, '');
  return { negated, kind: 'network', network, ...shown(`${base}/${mask === undefined ? prefix : tail}`) };
}
