import type { SpfSyntax } from '../../syntax/spf/record';
import type { SpfTerm } from '../../syntax/spf/term';
import type { Message } from '../../text/message';
import type { IpAddress } from '../../values/ipAddress';

/** RFC 7208 §2.6. */
export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

/** Whose mail is checked (RFC 7208 §4.1). */
export interface SpfRequest {
  readonly ip: IpAddress;
  /** The address of MAIL FROM without angle brackets; empty for the null reverse-path: then HELO is checked. */
  readonly mailFrom: string;
  readonly helo: string;
  /** The host that checks, for `%{r}`. */
  readonly receiver?: string;
  /** Seconds since 1970, for `%{t}`. */
  readonly time?: number;
  readonly limits?: Partial<SpfLimits>;
}

/** RFC 7208 §4.6.4. */
export interface SpfLimits {
  /** Terms that cause DNS lookups: include, a, mx, ptr, exists, redirect. */
  readonly lookups: number;
  /** Terms whose lookups found nothing. */
  readonly voidLookups: number;
  /** Names of one mx; more are a permerror. */
  readonly mxNames: number;
  /** Names of one ptr; more are passed over. */
  readonly ptrNames: number;
}

export const SPF_LIMITS: SpfLimits = Object.freeze({
  lookups: 10,
  voidLookups: 2,
  mxNames: 10,
  ptrNames: 10,
});

/** One term as it was tried. */
export interface SpfStep {
  readonly term: SpfTerm;
  /** The name that was asked for, macros expanded; without final dot. */
  readonly target: string | undefined;
  readonly outcome: 'match' | 'no-match' | 'temperror' | 'permerror';
  /** Which of the counted lookups it was (from 1); undefined for terms that cost none. */
  readonly lookup: number | undefined;
  /** Whether it found nothing, so that it counts as a void lookup. */
  readonly void: boolean;
  /** What was compared with the client's address: addresses, validated names. In the order of the answers. */
  readonly found: readonly string[];
  /** The evaluation that include or redirect led to. */
  readonly nested: SpfTrace | undefined;
  /** Where there is more to say than the outcome. */
  readonly reason: Message | undefined;
}

/** The evaluation of one domain's record. */
export interface SpfTrace {
  /** Without final dot. */
  readonly domain: string;
  /** Undefined where the domain has no record, or several. */
  readonly syntax: SpfSyntax | undefined;
  /** The terms in the order in which they were tried; a redirect comes last. */
  readonly steps: readonly SpfStep[];
  readonly result: SpfResult;
  readonly reason: Message;
}

/** What check_host() comes to. */
export interface SpfOutcome {
  readonly result: SpfResult;
  /** The domain's own words for a fail (`exp=`, RFC 7208 §6.2): a stranger's text. Undefined where there are none. */
  readonly explanation: string | undefined;
  readonly reason: Message;
  /** How many lookups were counted, and how many of them found nothing. */
  readonly lookups: number;
  readonly voidLookups: number;
  readonly trace: SpfTrace;
}
