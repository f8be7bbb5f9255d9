import { LABEL_LIMIT, NAME_LIMIT, asciiLower, wireLength, writeName } from '../values/domainName';
import type { IpAddress } from '../values/ipAddress';
import { utf8Octets } from '../values/utf8';

/** A mail exchanger (RFC 5321 §5.1); the name absolute, with final dot; `.` is the null MX (RFC 7505). */
export interface MailExchange {
  readonly preference: number;
  readonly exchange: string;
}

/** What a record of each type says. */
export interface RecordData {
  /** The character-strings joined without a blank (RFC 7208 §3.3). */
  readonly TXT: string;
  readonly A: IpAddress;
  readonly AAAA: IpAddress;
  readonly MX: MailExchange;
  /** Absolute, with final dot. */
  readonly PTR: string;
}

export type QueryType = keyof RecordData;

/** A question. The name is absolute, in presentation form (RFC 1035 §5.1), ASCII letters in lower case. */
export interface DnsQuery {
  readonly type: QueryType;
  readonly name: string;
}

/**
 * Why a question has no answer: it took too long; the server did not answer in order (any RCODE but 0 and 3, a CNAME
 * loop); or, where files are asked instead of the DNS, the name lies outside of what they tell.
 */
export type FailureReason = 'timeout' | 'server' | 'unknown';

export type DnsAnswer<T extends QueryType = QueryType> =
  /** The name exists; without any records of the type the list is empty. CNAMEs have been followed. */
  | { readonly status: 'found'; readonly records: readonly RecordData[T][] }
  /** The name does not exist (RCODE 3). */
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly reason: FailureReason };

/**
 * Something that asks the DNS and comes to an R: a generator that yields questions and is handed the answers. So the
 * same code runs over zone files at once ({@link answered}) and over live DNS in its time ({@link answeredLater}).
 */
export type Asking<R> = Generator<DnsQuery, R, DnsAnswer>;

/** One question. */
export function* ask<T extends QueryType>(type: T, name: string): Asking<DnsAnswer<T>> {
  // The driver hands back what was asked for.
  return (yield { type, name }) as DnsAnswer<T>;
}

/** Where answers come from at once: zone files, a table. */
export type Resolver = (query: DnsQuery) => DnsAnswer;

/** Where answers come from later: live DNS. A rejection ends what was asking with that error. */
export type LiveResolver = (query: DnsQuery) => Promise<DnsAnswer>;

/** Runs something that asks to its end. */
export function answered<R>(asking: Asking<R>, resolver: Resolver): R {
  let step = asking.next();
  while (step.done !== true) step = asking.next(resolver(step.value));
  return step.value;
}

/** The same answers, each asked for once. For as long as these stay the same. */
export function remembering(resolver: Resolver): Resolver {
  const known = new Map<string, DnsAnswer>();
  return (query) => {
    const key = `${query.type} ${query.name}`;
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = resolver(query)));
    return answer;
  };
}

/**
 * Runs something that asks to its end.
 * @param expired tells whether the time is up: from then on every question counts as timed out (RFC 7208 §4.6.4 wants
 *   such a limit, of at least 20 seconds)
 */
export async function answeredLater<R>(
  asking: Asking<R>,
  resolver: LiveResolver,
  expired: () => boolean = () => false,
): Promise<R> {
  let step = asking.next();
  while (step.done !== true) {
    const answer: DnsAnswer = expired()
      ? { status: 'failed', reason: 'timeout' }
      : await resolver(step.value);
    step = asking.next(answer);
  }
  return step.value;
}

/**
 * The name under which a text is asked for: absolute, in presentation form, lower case.
 * @param text labels with dots between, with or without a final dot; any other character stands for itself
 * @returns undefined where no question can hold it: an empty label, one beyond 63 octets, a name beyond 255
 */
export function queryName(text: string): string | undefined {
  const octets = text.replace(/[^\0-\x7f]/gu, (character) => String.fromCharCode(...utf8Octets(character)));
  const labels = octets.replace(/\.$/, '').split('.');
  if (labels.some((label) => label === '' || label.length > LABEL_LIMIT)) return undefined;
  return wireLength(labels) > NAME_LIMIT ? undefined : asciiLower(writeName(labels));
}
