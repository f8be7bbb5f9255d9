import { addressLabels, unmapped, type IpAddress } from '../../values/ipAddress';
import { ask, queryName, type Asking } from '../dns';
import { SPF_LIMITS, type SpfLimits, type SpfRequest } from './outcome';

/** What one check remembers while it goes on. */
export interface Session {
  /** IPv4-mapped addresses are IPv4 (RFC 7208 §5). */
  readonly ip: IpAddress;
  readonly sender: string;
  readonly localPart: string;
  readonly senderDomain: string;
  readonly helo: string;
  readonly receiver: string;
  readonly time: number;
  readonly limits: SpfLimits;
  lookups: number;
  voidLookups: number;
  /** The client's names, once they were asked for. */
  names: ValidatedNames | undefined;
}

/** The client's own names (RFC 7208 §5.5). */
export interface ValidatedNames {
  /** Whether the PTR lookup itself succeeded. */
  readonly answered: boolean;
  /** Whether it found nothing. */
  readonly void: boolean;
  /** Absolute, lower case; those that have the client's address. */
  readonly names: readonly string[];
}

/** Begins a check: MAIL FROM, or where it is empty HELO; without a local part it is `postmaster` (RFC 7208 §2.4, §4.3). */
export function openSession(request: SpfRequest): Session {
  const address = request.mailFrom === '' ? `postmaster@${request.helo}` : request.mailFrom;
  const at = address.lastIndexOf('@');
  const localPart = at > 0 ? address.slice(0, at) : 'postmaster';
  const senderDomain = address.slice(at + 1);
  return {
    ip: unmapped(request.ip),
    sender: `${localPart}@${senderDomain}`,
    localPart,
    senderDomain,
    helo: request.helo,
    receiver: request.receiver ?? 'unknown',
    time: request.time ?? 0,
    limits: { ...SPF_LIMITS, ...request.limits },
    lookups: 0,
    voidLookups: 0,
    names: undefined,
  };
}

/** The type of the client's address. */
export function addressType(session: Session): 'A' | 'AAAA' {
  return session.ip.family === 4 ? 'A' : 'AAAA';
}

/** Whether two addresses of one family are the same. */
export function sameAddress(a: IpAddress, b: IpAddress): boolean {
  return a.family === b.family && a.octets.every((octet, index) => octet === b.octets[index]);
}

/**
 * The names that the client's address has and that have the client's address. Names whose own lookup fails are
 * passed over, and so are all beyond the limit (RFC 7208 §5.5, §4.6.4).
 */
export function* validatedNames(session: Session): Asking<ValidatedNames> {
  if (session.names !== undefined) return session.names;
  const zone = session.ip.family === 4 ? 'in-addr.arpa.' : 'ip6.arpa.';
  const labels = addressLabels(session.ip).reverse().join('.').toLowerCase();
  const pointers = yield* ask('PTR', `${labels}.${zone}`);
  const listed = pointers.status === 'found' ? pointers.records : [];
  const names: string[] = [];
  for (const written of listed.slice(0, session.limits.ptrNames)) {
    const name = queryName(written.replace(/\.$/, ''));
    if (name === undefined) continue;
    const addresses = yield* ask(addressType(session), name);
    if (addresses.status !== 'found') continue;
    if (addresses.records.some((address) => sameAddress(address, session.ip))) names.push(name);
  }
  session.names = {
    answered: pointers.status !== 'failed',
    void: pointers.status !== 'failed' && listed.length === 0,
    names,
  };
  return session.names;
}
