import { answered, type DnsQuery, type Resolver } from '../dns';
import { checkHost } from './checkHost';
import type { SpfOutcome, SpfRequest, SpfTrace } from './outcome';

/** What a check over files comes to: files seldom tell everything. */
export interface ThoroughOutcome {
  /** As far as the files tell. */
  readonly outcome: SpfOutcome;
  /** The names of which the files tell nothing, without final dot, in the order in which they were asked for. */
  readonly unknown: readonly string[];
  /**
   * What the result would be if nothing that is unknown matches: the terms behind it are tried as well.
   * Undefined where all is known, or where the unknown alone decides (the domain itself, a redirect).
   */
  readonly otherwise: SpfOutcome | undefined;
}

/**
 * check_host() over answers that may be missing. Where one is, the check is done again as if the terms that need it
 * did not match, so that one learns what the rest of the record says.
 * @param resolver answers `unknown` where it cannot tell
 */
export function checkThoroughly(request: SpfRequest, resolver: Resolver): ThoroughOutcome {
  const unknown = new Set<string>();
  const isUnknown = (query: DnsQuery): boolean => {
    const answer = resolver(query);
    return answer.status === 'failed' && answer.reason === 'unknown';
  };
  const outcome = answered(checkHost(request), (query) => {
    if (isUnknown(query)) unknown.add(spoken(query.name));
    return resolver(query);
  });
  if (unknown.size === 0) return { outcome, unknown: [], otherwise: undefined };
  const otherwise = answered(
    // What is unknown is not known to be void either.
    checkHost({ ...request, limits: { ...request.limits, voidLookups: Infinity } }),
    (query) => {
      if (!isUnknown(query)) return resolver(query);
      unknown.add(spoken(query.name));
      return { status: 'found', records: query.type === 'TXT' ? [SILENT] : [] };
    },
  );
  const names = [...unknown];
  return {
    outcome,
    unknown: names,
    otherwise: decidedBy(otherwise.trace, names) ? undefined : otherwise,
  };
}

/** A record that says nothing of anybody. */
const SILENT = 'v=spf1';

function spoken(name: string): string {
  return name.replace(/\.$/, '');
}

/** Whether the result comes from a record that is not known: the domain's own, or that of a redirect. */
function decidedBy(trace: SpfTrace, unknown: readonly string[]): boolean {
  if (unknown.includes(trace.domain.toLowerCase())) return true;
  const last = trace.steps.at(-1);
  return last?.term.kind === 'modifier' && last.nested !== undefined && decidedBy(last.nested, unknown);
}
