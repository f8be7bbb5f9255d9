import type { SpfDirective } from '../../syntax/spf/term';
import type { Message } from '../../text/message';
import { isWithin, plainName } from '../../values/domainName';
import { formatIp, type IpAddress } from '../../values/ipAddress';
import { contains } from '../../values/ipNetwork';
import { ask, queryName, type Asking, type DnsAnswer } from '../dns';
import { expandDomain } from './expand';
import type { SpfStep, SpfTrace } from './outcome';
import { addressType, validatedNames, type Session } from './session';
import {
  beyondAscii,
  lookupFailed,
  nested,
  notAName,
  nothingThere,
  tooManyExchanges,
  tooManyLookups,
  tooManyVoidLookups,
} from './words';

/** Evaluates the record of another domain: check_host() called by include. */
export type Recursion = (session: Session, domain: string) => Asking<SpfTrace>;

/** The step of a term before anything is known of it. */
export function freshStep(term: SpfStep['term']): SpfStep {
  return {
    term,
    target: undefined,
    outcome: 'no-match',
    lookup: undefined,
    void: false,
    found: [],
    nested: undefined,
    reason: undefined,
  };
}

/** The mechanisms that cause DNS lookups (RFC 7208 §4.6.4). */
const COSTLY: ReadonlySet<string> = new Set(['include', 'a', 'mx', 'ptr', 'exists']);

/** Whether a term counts against the limit of DNS lookups. */
export function isCounted(term: SpfStep['term']): boolean {
  if (term.kind === 'directive') return COSTLY.has(term.mechanism);
  return term.kind === 'modifier' && term.modifier === 'redirect';
}

/**
 * Counts a lookup.
 * @returns the step with its number, or as permerror where it is one too many
 */
export function counted(session: Session, step: SpfStep): SpfStep {
  session.lookups++;
  const one = { ...step, lookup: session.lookups };
  return session.lookups > session.limits.lookups
    ? { ...one, outcome: 'permerror', reason: tooManyLookups(session.limits.lookups) }
    : one;
}

/** Tries a mechanism (RFC 7208 §5). The record has been found free of syntax errors. */
export function* tryDirective(
  session: Session,
  domain: string,
  term: SpfDirective,
  recursion: Recursion,
): Asking<SpfStep> {
  const fresh = freshStep(term);
  if (term.mechanism === 'all') return { ...fresh, outcome: 'match' };
  if (term.network !== undefined) {
    const match = term.network.value !== undefined && contains(term.network.value, session.ip);
    return { ...fresh, outcome: match ? 'match' : 'no-match' };
  }
  const step = counted(session, fresh);
  if (step.outcome === 'permerror') return step;
  const target = term.domain === undefined ? domain : yield* expandDomain(session, domain, term.domain);
  if (target === undefined) return { ...step, reason: beyondAscii };
  const aimed = { ...step, target };
  const name = queryName(target);
  if (term.mechanism === 'include') return yield* tryInclude(session, aimed, target, recursion);
  // A malformed name is one that does not exist; the question cannot be asked (RFC 7208 §4.8).
  if (name === undefined) return { ...aimed, reason: notAName(target) };
  const done = yield* tryLookup(session, aimed, term, name);
  return done.void ? countedVoid(session, done) : done;
}

/** Counts a void lookup, once a term however many of its questions found nothing (RFC 7208 §4.6.4: "terms"). */
function countedVoid(session: Session, step: SpfStep): SpfStep {
  session.voidLookups++;
  return session.voidLookups > session.limits.voidLookups
    ? { ...step, outcome: 'permerror', reason: tooManyVoidLookups(session.limits.voidLookups) }
    : step;
}

function* tryLookup(session: Session, step: SpfStep, term: SpfDirective, name: string): Asking<SpfStep> {
  switch (term.mechanism) {
    case 'a':
      return compared(session, step, term, name, yield* ask(addressType(session), name));
    case 'mx':
      return yield* tryMx(session, step, term, name);
    case 'ptr':
      return yield* tryPtr(session, step, name);
    default: {
      // The type is A even where the client comes by IPv6 (RFC 7208 §5.7).
      const answer = yield* ask('A', name);
      if (answer.status === 'failed') return failed(step, lookupFailed(plainName(name), answer.reason));
      const found = answer.status === 'found' ? answer.records.map(formatIp) : [];
      return { ...step, found, void: found.length === 0, outcome: found.length > 0 ? 'match' : 'no-match' };
    }
  }
}

function failed(step: SpfStep, reason: Message): SpfStep {
  return { ...step, outcome: 'temperror', reason };
}

/** The result of RFC 7208 §5.2's table. */
function* tryInclude(session: Session, step: SpfStep, target: string, recursion: Recursion): Asking<SpfStep> {
  const trace = yield* recursion(session, target);
  const found = { ...step, nested: trace };
  switch (trace.result) {
    case 'pass':
      return { ...found, outcome: 'match', reason: nested(target, trace.result) };
    case 'temperror':
    case 'permerror':
      return { ...found, outcome: trace.result, reason: trace.reason };
    case 'none':
      return { ...found, outcome: 'permerror', reason: nothingThere(target) };
    default:
      return { ...found, reason: nested(target, trace.result) };
  }
}

/** Compares the client with the addresses of a host, as far as the term's prefix lengths say (RFC 7208 §5.3). */
function compared(
  session: Session,
  step: SpfStep,
  { prefix4, prefix6 }: SpfDirective,
  name: string,
  answer: DnsAnswer<'A' | 'AAAA'>,
): SpfStep {
  if (answer.status === 'failed') return failed(step, lookupFailed(plainName(name), answer.reason));
  const addresses: readonly IpAddress[] = answer.status === 'found' ? answer.records : [];
  const { ip } = session;
  const prefix = (ip.family === 4 ? prefix4?.bits : prefix6?.bits) ?? ip.octets.length * 8;
  return {
    ...step,
    found: [...step.found, ...addresses.map(formatIp)],
    void: step.void || addresses.length === 0,
    outcome: addresses.some((address) => contains({ address, prefix }, ip)) ? 'match' : 'no-match',
  };
}

function* tryMx(session: Session, step: SpfStep, term: SpfDirective, name: string): Asking<SpfStep> {
  const { limits } = session;
  const answer = yield* ask('MX', name);
  if (answer.status === 'failed') return failed(step, lookupFailed(plainName(name), answer.reason));
  const exchanges = answer.status === 'found' ? answer.records : [];
  if (exchanges.length > limits.mxNames) {
    return { ...step, outcome: 'permerror', reason: tooManyExchanges(plainName(name), limits.mxNames) };
  }
  let now: SpfStep = { ...step, void: exchanges.length === 0 };
  for (const { exchange } of exchanges) {
    // The null MX (RFC 7505) has no host.
    const host = exchange === '.' ? undefined : queryName(plainName(exchange));
    if (host === undefined) continue;
    now = compared(session, now, term, host, yield* ask(addressType(session), host));
    if (now.outcome !== 'no-match') return now;
  }
  return now;
}

/** DNS errors do not matter here: without an answer the mechanism does not match (RFC 7208 §5.5). */
function* tryPtr(session: Session, step: SpfStep, name: string): Asking<SpfStep> {
  const { names, void: nothing } = yield* validatedNames(session);
  return {
    ...step,
    found: names.map(plainName),
    void: nothing,
    outcome: names.some((own) => isWithin(own, name)) ? 'match' : 'no-match',
  };
}
