import { parseMacroString } from '../../syntax/spf/macroString';
import { modifiersOf, parseSpf, syntaxError, type SpfSyntax } from '../../syntax/spf/record';
import { isSpf } from '../../syntax/spf/version';
import type { Qualifier, SpfModifier } from '../../syntax/spf/term';
import { plainName } from '../../values/domainName';
import { formatIp } from '../../values/ipAddress';
import { ask, queryName, type Asking } from '../dns';
import { expand, expandDomain } from './expand';
import { counted, freshStep, tryDirective } from './mechanisms';
import type { SpfOutcome, SpfRequest, SpfResult, SpfStep, SpfTrace } from './outcome';
import { openSession, type Session } from './session';
import {
  badSyntax,
  beyondAscii,
  lookupFailed,
  matched,
  nested,
  noDomain,
  noRecord,
  nothingMatched,
  nothingThere,
  severalRecords,
} from './words';

const RESULTS: Readonly<Record<Qualifier, SpfResult>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

/** A domain whose mail can be checked: several labels, the last no number and no part of an address literal. */
const CHECKABLE = /^(?!\[).*\.(?!\d+$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/is;

/**
 * check_host() of RFC 7208 §4: whether a client may send mail for a domain. Asks its questions by yielding them; run
 * it with `answered` (answers at once) or `answeredLater` (live DNS). Never throws.
 */
export function* checkHost(request: SpfRequest): Asking<SpfOutcome> {
  const session = openSession(request);
  const trace = yield* checkDomain(session, session.senderDomain);
  return {
    result: trace.result,
    explanation: trace.result === 'fail' ? yield* explanationOf(session, trace) : undefined,
    reason: trace.reason,
    lookups: session.lookups,
    voidLookups: session.voidLookups,
    trace,
  };
}

/** RFC 7208 §4.3 to §4.7 for one domain; include and redirect come back to it. */
function* checkDomain(session: Session, written: string): Asking<SpfTrace> {
  const domain = written.replace(/\.$/, '');
  const ended = (result: SpfResult, reason: SpfTrace['reason']): SpfTrace => ({
    domain,
    syntax: undefined,
    steps: [],
    result,
    reason,
  });
  const name = CHECKABLE.test(domain) ? queryName(domain) : undefined;
  if (name === undefined) return ended('none', noDomain(domain));
  const answer = yield* ask('TXT', name);
  if (answer.status === 'failed') return ended('temperror', lookupFailed(plainName(name), answer.reason));
  const records = answer.status === 'found' ? answer.records.filter(isSpf) : [];
  const [record] = records;
  if (record === undefined) return ended('none', noRecord(domain));
  if (records.length > 1) return ended('permerror', severalRecords(domain, records.length));
  return yield* evaluate(session, domain, parseSpf(record));
}

/** The record's mechanisms from left to right, then its redirect (RFC 7208 §4.6, §4.7). */
function* evaluate(session: Session, domain: string, syntax: SpfSyntax): Asking<SpfTrace> {
  const steps: SpfStep[] = [];
  const ended = (result: SpfResult, reason: SpfTrace['reason']): SpfTrace => ({
    domain,
    syntax,
    steps,
    result,
    reason,
  });
  // Any error anywhere ends the check before it begins (RFC 7208 §4.6).
  const wrong = syntaxError(syntax);
  if (wrong !== undefined) return ended('permerror', badSyntax(syntax.text.slice(wrong.from, wrong.to)));
  for (const term of syntax.terms) {
    if (term.kind !== 'directive') continue;
    const step = yield* tryDirective(session, domain, term, checkDomain);
    steps.push(step);
    if (step.outcome === 'match') {
      return ended(RESULTS[term.qualifier], matched(term.text, formatIp(session.ip)));
    }
    if (step.outcome !== 'no-match') return ended(step.outcome, step.reason ?? badSyntax(term.text));
  }
  const redirect = modifiersOf(syntax, 'redirect')[0];
  if (redirect === undefined) return ended('neutral', nothingMatched);
  const step = yield* tryRedirect(session, domain, redirect);
  steps.push(step);
  if (step.outcome === 'match' && step.nested !== undefined) {
    return ended(step.nested.result, step.nested.reason);
  }
  return ended(
    step.outcome === 'temperror' ? 'temperror' : 'permerror',
    step.reason ?? nothingThere(step.target ?? redirect.text),
  );
}

/** RFC 7208 §6.1: the result is that of the other domain; without a record there it is permerror. */
function* tryRedirect(session: Session, domain: string, term: SpfModifier): Asking<SpfStep> {
  const step = counted(session, freshStep(term));
  if (step.outcome === 'permerror' || term.domain === undefined) return step;
  const target = yield* expandDomain(session, domain, term.domain);
  if (target === undefined) return { ...step, outcome: 'permerror', reason: beyondAscii };
  const trace = yield* checkDomain(session, target);
  const found = { ...step, target, nested: trace };
  if (trace.result === 'none') return { ...found, outcome: 'permerror', reason: nothingThere(target) };
  if (trace.result === 'temperror' || trace.result === 'permerror') {
    return { ...found, outcome: trace.result, reason: trace.reason };
  }
  return { ...found, outcome: 'match', reason: nested(target, trace.result) };
}

/**
 * The domain's own words for its fail (RFC 7208 §6.2): those of the record that gave the result, not of included
 * ones. Whatever goes wrong means that there are none. Neither counts against a limit.
 */
function* explanationOf(session: Session, trace: SpfTrace): Asking<string | undefined> {
  const last = trace.steps.at(-1);
  if (last?.term.kind === 'modifier' && last.nested !== undefined) {
    return yield* explanationOf(session, last.nested);
  }
  const modifier = trace.syntax && modifiersOf(trace.syntax, 'exp')[0];
  if (modifier?.domain === undefined) return undefined;
  const target = yield* expandDomain(session, trace.domain, modifier.domain);
  const name = target === undefined ? undefined : queryName(target);
  if (name === undefined) return undefined;
  const answer = yield* ask('TXT', name);
  if (answer.status !== 'found' || answer.records.length !== 1) return undefined;
  const text = answer.records[0]!;
  if (/[^\x20-\x7e]/.test(text)) return undefined;
  const macros = parseMacroString(text, 0, text.length, 'explanation');
  return macros.problems.length > 0 ? undefined : yield* expand(session, trace.domain, macros);
}
