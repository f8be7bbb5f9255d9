import { parseSpf, type SpfSyntax } from '../../syntax/spf/record';
import type { SpfTerm } from '../../syntax/spf/term';
import { isSpf } from '../../syntax/spf/version';
import { ask, queryName, type Asking } from '../dns';
import { isCounted } from './mechanisms';
import { SPF_LIMITS } from './outcome';

/** What became of a counted term. */
export type BudgetState =
  /** Counted, and what it refers to is known or does not matter for the count. */
  | 'known'
  /** The name depends on the message (macros). */
  | 'depends'
  /** What the name holds is not known: behind it there may be more lookups. */
  | 'unknown'
  /** include or redirect of a name without an SPF record, or with several: permerror. */
  | 'no-record'
  | 'several-records'
  /** Leads back to a record that is being evaluated: permerror. */
  | 'loop'
  /** The name has nothing that the term asks for: a void lookup. */
  | 'void'
  /** More mail servers than the ten that receivers ask for: permerror. */
  | 'too-many-exchanges';

/** One term that costs lookups. */
export interface BudgetItem {
  readonly term: SpfTerm;
  /** Without final dot; undefined where it depends on the message. */
  readonly target: string | undefined;
  readonly state: BudgetState;
  /** Itself and everything behind it. */
  readonly lookups: number;
  /** The record that include or redirect lead to; the same object wherever it is referred to again. */
  readonly nested: SpfBudget | undefined;
}

/** How many DNS lookups a record costs a receiver for whom no mechanism matches before the last one. */
export interface SpfBudget {
  /** Without final dot. */
  readonly domain: string;
  readonly items: readonly BudgetItem[];
  /** RFC 7208 §4.6.4: at most ten, over all records. */
  readonly lookups: number;
  /** Lookups that are known to find nothing; at most two. */
  readonly voidLookups: number;
  /** Whether all records are known; where not, the numbers are the least. */
  readonly complete: boolean;
}

/** No receiver asks for the eleventh; a record of 65,535 octets has room for thirty thousand. */
const MOST_TERMS = 200;

interface Walk {
  readonly done: Map<string, SpfBudget | BudgetState>;
  /** The domains whose records lead here, from the first. */
  readonly path: readonly string[];
}

/**
 * Counts the lookups of a record, as far as they can be known without a message: through included and redirected
 * records.
 * @param domain whose record it is, with or without final dot
 * @param syntax the record, as its author meant it or to the letter
 */
export function* spfBudget(domain: string, syntax: SpfSyntax): Asking<SpfBudget> {
  return yield* budgetOf(domain, syntax, { done: new Map(), path: [] });
}

function* budgetOf(written: string, syntax: SpfSyntax, { done, path }: Walk): Asking<SpfBudget> {
  const domain = written.replace(/\.$/, '');
  const walk: Walk = { done, path: [...path, queryName(domain) ?? domain] };
  const items: BudgetItem[] = [];
  for (const term of evaluatedTerms(syntax)) {
    if (items.length === MOST_TERMS) break;
    if (isCounted(term)) items.push(yield* itemOf(domain, term, walk));
  }
  return {
    domain,
    items,
    lookups: items.reduce((sum, { lookups }) => sum + lookups, 0),
    voidLookups: items.reduce(
      (sum, { state, nested }) => sum + (state === 'void' ? 1 : (nested?.voidLookups ?? 0)),
      0,
    ),
    complete:
      items.length < MOST_TERMS &&
      items.every(({ state, nested }) => state !== 'unknown' && nested?.complete !== false),
  };
}

/** The mechanisms up to `all`; where there is none, the redirect behind them. */
function evaluatedTerms({ terms }: SpfSyntax): SpfTerm[] {
  const directives = terms.filter((term) => term.kind === 'directive');
  const all = directives.findIndex(({ mechanism }) => mechanism === 'all');
  if (all >= 0) return directives.slice(0, all);
  const redirect = terms.find((term) => term.kind === 'modifier' && term.modifier === 'redirect');
  return redirect === undefined ? directives : [...directives, redirect];
}

function* itemOf(domain: string, term: SpfTerm, walk: Walk): Asking<BudgetItem> {
  const stated = term.kind === 'unknown' ? undefined : term.domain;
  const target = stated === undefined ? domain : literalOf(stated.text, stated.literal, domain);
  const item = (state: BudgetState, nested?: SpfBudget): BudgetItem => ({
    term,
    target,
    state,
    lookups: 1 + (nested?.lookups ?? 0),
    nested,
  });
  if (target === undefined) return item('depends');
  const name = queryName(target);
  if (name === undefined) return item('known');
  if (term.kind === 'directive' && term.mechanism !== 'include') {
    return item(yield* hostsState(term.mechanism, name));
  }
  if (walk.path.includes(name)) return item('loop');
  // Whoever goes deeper is over the limit already.
  if (walk.path.length > SPF_LIMITS.lookups) return item('unknown');
  const known = walk.done.get(name) ?? (yield* nestedOf(target, name, walk));
  return typeof known === 'string' ? item(known) : item('known', known);
}

/** `%{d}` alone is the record's own domain. */
function literalOf(text: string, literal: string | undefined, domain: string): string | undefined {
  return literal ?? (/^%\{[dD]\}\.?$/.test(text) ? domain : undefined);
}

function* nestedOf(target: string, name: string, walk: Walk): Asking<SpfBudget | BudgetState> {
  const answer = yield* ask('TXT', name);
  const records = answer.status === 'found' ? answer.records.filter(isSpf) : [];
  const found =
    answer.status === 'failed'
      ? 'unknown'
      : records.length === 1
        ? yield* budgetOf(target, parseSpf(records[0]!), walk)
        : records.length === 0
          ? 'no-record'
          : 'several-records';
  // Each name is walked once, or a few records that include each other would take for ever. What a loop or the depth
  // cut short is a permerror whichever way one comes.
  walk.done.set(name, found);
  return found;
}

/** What is known of the lookup of a, mx, ptr and exists. */
function* hostsState(mechanism: string, name: string): Asking<BudgetState> {
  if (mechanism === 'ptr') return 'depends';
  if (mechanism === 'mx') {
    const answer = yield* ask('MX', name);
    if (answer.status === 'failed') return 'known';
    const count = answer.status === 'found' ? answer.records.length : 0;
    if (count > SPF_LIMITS.mxNames) return 'too-many-exchanges';
    return count === 0 ? 'void' : 'known';
  }
  const four = yield* ask('A', name);
  if (four.status === 'failed' || (four.status === 'found' && four.records.length > 0)) return 'known';
  if (mechanism === 'exists') return 'void';
  const six = yield* ask('AAAA', name);
  return six.status === 'failed' || (six.status === 'found' && six.records.length > 0) ? 'known' : 'void';
}
