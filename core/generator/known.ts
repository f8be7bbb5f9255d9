import { recogniseRecord, type RecognisedRecord } from '../records/recognise';
import { parseEntry } from '../syntax/masterFile/parse';
import { quoteCharacters } from '../values/characterString';
import { absoluteName } from '../values/domainName';
import type { Moment } from '../values/serial';
import type { GeneratedType } from './form';

/** A record that is published already, or was generated. */
export interface GivenRecord {
  /** Absolute, with the final dot. */
  readonly owner: string;
  readonly type: GeneratedType;
  /** As in {@link GeneratedRecord}. */
  readonly value: string;
  readonly preference?: number;
}

/** A key that a signer uses. */
export interface SigningKey {
  /** Without final dot. */
  readonly domain: string;
  readonly selector: string;
}

/** What the door knows of the circumstances; whatever is absent is unknown. Names are without final dot. */
export interface Known {
  /** The domain that it is most likely about: the open zone's. */
  readonly domain?: string;
  readonly now?: Moment;
  /** The hosts that the domain's MX records name, the most wanted first. */
  readonly mailServers?: readonly string[];
  /** Addresses that the mail system sends from, and networks: of main.cf, or of the mail servers. */
  readonly addresses?: readonly string[];
  /** Keys of opendkim.conf, KeyTable and SigningTable. */
  readonly signing?: readonly SigningKey[];
  /** Domains whose `rua` or `ruf` sends reports to the domain. */
  readonly reporters?: readonly string[];
  /** The text of an MTA-STS policy file. */
  readonly policyFile?: string;
  /** Records that stand in the zone, of the domain and of names below it; absent where no zone holds the domain. */
  readonly records?: readonly GivenRecord[];
}

/** Nothing is known. */
export const NOTHING_KNOWN: Known = Object.freeze({});

/** An absolute name for labels and a typed domain. */
export function ownerAt(labels: string, domain: string): string {
  const name = labels === '' ? domain : `${labels}.${domain}`;
  return absoluteName(name, '.') ?? `${name}.`;
}

/** What a TXT record is, as readers of the zone take it. */
export function recognised({ owner, type, value }: GivenRecord): RecognisedRecord | undefined {
  if (type !== 'TXT') return undefined;
  return recogniseRecord(parseEntry(`${owner} IN TXT ${quoteCharacters(value)}`, { origin: '.' }));
}

/** The moment as the identifier of a policy: `20261122T103000` without its `T`, of the day's seconds in UTC. */
export function momentId({ year, month, day, seconds }: Moment): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const ofDay = seconds % 86_400;
  const clock = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60];
  return `${year}${two(month)}${two(day)}${clock.map(two).join('')}`;
}
