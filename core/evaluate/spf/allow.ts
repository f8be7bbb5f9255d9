import { SPF_PROVIDERS, type SpfProvider } from '../../records/spfProviders';
import { modifiersOf, parseSpf, syntaxError, type SpfSyntax } from '../../syntax/spf/record';
import type { SpfTerm } from '../../syntax/spf/term';
import { isSpf } from '../../syntax/spf/version';
import { render, type Message } from '../../text/message';
import type { Edit } from '../../text/span';
import { asciiLower, isWithin, plainName } from '../../values/domainName';
import { formatIp, parseIp, unmapped, type IpAddress } from '../../values/ipAddress';
import { contains, formatNetwork } from '../../values/ipNetwork';
import { mergedNetworks } from '../../values/mergedNetworks';
import { organizationalDomain } from '../../values/publicSuffix';
import { UNROUTED_NETWORKS } from '../../values/unroutedNetworks';
import { utf8Length } from '../../values/utf8';
import { answered, type Resolver } from '../dns';
import { withTerms } from './addTerms';
import { listed, refusal, warning } from './allowWords';
import { spfBudget, type SpfBudget } from './budget';
import { SPF_LIMITS, type SpfOutcome, type SpfResult, type SpfTrace } from './outcome';
import { checkThoroughly } from './thorough';

/** Who is to be allowed by which record. */
export interface AllowRequest {
  /** The domain whose mail is checked. Absolute. */
  readonly domain: string;
  /** The domain whose record is changed: the same, or one to which its record redirects. Absolute. */
  readonly owner: string;
  /** How many redirects lead from the one to the other. */
  readonly redirects?: number;
  /** The record, decoded. */
  readonly text: string;
  readonly addresses: readonly string[];
  /** Names that belong to the addresses: of their hosts, of the domains that sign their mail. */
  readonly names?: readonly string[];
}

/** What a record costs, as far as is known. */
export interface KnownCost {
  readonly lookups: number;
  readonly voidLookups: number;
  readonly complete: boolean;
}

/** One way to allow them. */
export interface Allowance {
  readonly kind: 'addresses' | 'include';
  readonly service?: string;
  readonly terms: readonly string[];
  /** In the record's decoded text. */
  readonly edit: Edit;
  readonly text: string;
  readonly budget: { readonly before: KnownCost; readonly after: KnownCost };
  /** Octets. */
  readonly length: { readonly before: number; readonly after: number };
  /** What check_host() says; `unknown` where that depends on what is not at hand. */
  readonly results: readonly {
    readonly address: string;
    readonly before: SpfResult | 'unknown';
    readonly after: SpfResult | 'unknown';
  }[];
  readonly warnings: readonly Message[];
}

export type Allowing = { readonly ways: readonly Allowance[] } | { readonly refused: Message };

/** More addresses than this belong to a service, and change without notice. */
const MOST_ADDRESSES = 500;

/** So many are shown what becomes of them. */
const MOST_RESULTS = 20;

const MANY_TERMS = 10;

/** RFC 7208 §3.4. */
const COMFORTABLE = 450;

/**
 * How a record comes to allow addresses: by the narrowest mechanisms that hold them and, where they are known to
 * belong to a service, by its include. What the record already says is checked with check_host() before and after.
 * @param resolver tells what stands in the zones at hand; the record among them
 */
export function allowing(request: AllowRequest, resolver: Resolver): Allowing {
  const { text, owner } = request;
  const domain = plainName(owner);
  const syntax = parseSpf(text);
  const wrong = syntaxError(syntax);
  if (wrong !== undefined)
    return { refused: refusal('broken', { domain, text: text.slice(wrong.from, wrong.to) }) };
  const macro = onlyMacros(syntax);
  if (macro !== undefined) return { refused: refusal('macros', { domain, term: macro.text }) };
  const { wanted, odd, hidden } = sorted(request.addresses);
  if (wanted.length === 0)
    return { refused: refusal('noAddress', { addresses: listed([...hidden, ...odd]) }) };
  if (wanted.length > MOST_ADDRESSES) return { refused: refusal('tooMany', { count: wanted.length }) };

  const check = checker(request, resolver);
  const now = wanted.map((address) => ({ address, told: check(address, text) }));
  const known = now.filter(({ told }) => told.outcome.result === 'pass');
  const open = now.filter(({ told }) => told.outcome.result !== 'pass');
  if (open.length === 0) {
    const term = matchedTerm(known[0]!.told.outcome.trace);
    return { refused: refusal('already', { domain, addresses: said(known), term: term?.text ?? '' }) };
  }
  const left = [
    ...(odd.length > 0 ? [warning('unreadable', { addresses: listed(odd) })] : []),
    ...(hidden.length > 0 ? [warning('private', { addresses: listed(hidden) })] : []),
    ...(known.length > 0 ? [warning('allowed', { addresses: said(known) })] : []),
  ];
  const cost = (record: SpfSyntax): KnownCost => {
    const own = costOf(domain, record, resolver);
    return { ...own, lookups: own.lookups + (request.redirects ?? 0) };
  };
  const before = cost(syntax);
  const terms = mergedNetworks(open.map(({ address }) => address)).map(
    (network) => `ip${network.address.family}:${formatNetwork(network)}`,
  );

  /** The record with terms, as a way; undefined where `sure` addresses would not pass. */
  const way = (
    kind: Allowance['kind'],
    added: readonly string[],
    first: boolean,
    more: readonly Message[],
  ): { readonly allowance: Allowance; readonly failing: Told | undefined } => {
    const { edit, text: after } = withTerms(text, added, first);
    const then = open.map(({ address, told }) => ({ address, told, then: check(address, after) }));
    const failing = then.find((one) => !passes(one.then));
    const unknown = [...new Set(then.flatMap((one) => one.then.unknown))];
    const length = { before: utf8Length(text), after: utf8Length(after) };
    return {
      failing: failing && { address: failing.address, ...failing.then },
      allowance: {
        kind,
        terms: added,
        edit,
        text: after,
        budget: { before, after: cost(parseSpf(after)) },
        length,
        results: then.slice(0, MOST_RESULTS).map((one) => ({
          address: formatIp(one.address),
          before: resultOf(one.told),
          after: resultOf(one.then),
        })),
        warnings: [
          ...more,
          ...left,
          ...(added.length > MANY_TERMS ? [warning('many', { count: added.length })] : []),
          ...(length.after > COMFORTABLE ? [warning('long')] : []),
          ...(unknown.length > 0 ? [warning('elsewhere', { names: listed(unknown) })] : []),
        ],
      },
    };
  };

  let direct = way('addresses', terms, false, []);
  if (direct.failing !== undefined) {
    const { address } = direct.failing;
    const outcome = direct.failing.otherwise ?? direct.failing.outcome;
    const term = matchedTerm(outcome.trace);
    if (outcome.result !== 'permerror' && term !== undefined) {
      const values = { term: term.text, result: outcome.result, address: formatIp(address) };
      return { refused: refusal('contradicted', values) };
    }
    // Behind too many lookups nobody comes to what stands at the end.
    const over = before.lookups > SPF_LIMITS.lookups;
    const early = way(
      'addresses',
      terms,
      true,
      over ? [warning('overBudget', { lookups: before.lookups })] : [],
    );
    if (early.failing !== undefined) {
      const values = {
        address: formatIp(address),
        result: outcome.result,
        reason: { en: render(outcome.reason, 'en'), ja: render(outcome.reason, 'ja') },
      };
      return { refused: refusal('helpless', values) };
    }
    direct = early;
  }

  const provider = serviceOf(request.names ?? [], syntax);
  if (provider === undefined) return { ways: [direct.allowance] };
  const include = `include:${provider.include}`;
  const service = provider.name;
  const { allowance } = way('include', [include], false, [warning('others', { service })]);
  const { lookups } = allowance.budget.after;
  if (lookups > SPF_LIMITS.lookups) {
    const dear = warning('dear', { service, term: include, lookups });
    return { ways: [{ ...direct.allowance, warnings: [dear, ...direct.allowance.warnings] }] };
  }
  return { ways: [{ ...allowance, service }, direct.allowance] };
}

/** What a check comes to for an address. */
interface Told {
  readonly address: IpAddress;
  readonly outcome: SpfOutcome;
  readonly otherwise: SpfOutcome | undefined;
  readonly unknown: readonly string[];
}

/** Checks an address against the domain, as if the record said `text`. */
function checker({ domain, owner }: AllowRequest, resolver: Resolver) {
  const name = plainName(domain);
  return (ip: IpAddress, text: string): Omit<Told, 'address'> =>
    checkThoroughly({ ip, mailFrom: `postmaster@${name}`, helo: name }, (query) => {
      const answer = resolver(query);
      if (query.type !== 'TXT' || query.name !== owner || answer.status !== 'found') return answer;
      const others = answer.records.filter((record) => typeof record === 'string' && !isSpf(record));
      return { status: 'found', records: [...others, text] };
    });
}

/** Whether an address passes whatever the unknown names hold, errors in them aside. */
function passes({ outcome, otherwise }: Omit<Told, 'address'>): boolean {
  return outcome.result === 'pass' || otherwise?.result === 'pass';
}

function resultOf(told: Omit<Told, 'address'>): SpfResult | 'unknown' {
  if (passes(told)) return 'pass';
  return told.unknown.length > 0 ? 'unknown' : told.outcome.result;
}

/** The addresses that may be added, those that are none, and those that nobody sees. */
function sorted(texts: readonly string[]): {
  readonly wanted: readonly IpAddress[];
  readonly odd: readonly string[];
  readonly hidden: readonly string[];
} {
  const wanted = new Map<string, IpAddress>();
  const odd: string[] = [];
  const hidden: string[] = [];
  for (const text of new Set(texts)) {
    const read = parseIp(text.trim());
    if (read === undefined) {
      odd.push(text);
      continue;
    }
    const address = unmapped(read);
    if (UNROUTED_NETWORKS.some((network) => contains(network, address))) hidden.push(formatIp(address));
    else wanted.set(formatIp(address), address);
  }
  return { wanted: [...wanted.values()], odd, hidden };
}

function said(told: readonly { readonly address: IpAddress }[]): string {
  return listed(told.map(({ address }) => formatIp(address)));
}

/** Of a record that says nothing but by macros, the first such term. */
function onlyMacros(syntax: SpfSyntax): SpfTerm | undefined {
  const all = syntax.terms.some((term) => term.kind === 'directive' && term.mechanism === 'all');
  const counting = syntax.terms.filter((term) =>
    term.kind === 'directive'
      ? term.mechanism !== 'all'
      : !all && modifiersOf(syntax, 'redirect').some((r) => r === term),
  );
  const open = (term: SpfTerm): boolean =>
    term.kind !== 'unknown' && term.domain !== undefined && term.domain.literal === undefined;
  return counting.length > 0 && counting.every(open) ? counting[0] : undefined;
}

/** The term that gave a result; that of the record itself where an included one matched. */
function matchedTerm({ steps }: SpfTrace): SpfTerm | undefined {
  return steps.findLast(({ outcome }) => outcome === 'match')?.term;
}

function costOf(domain: string, syntax: SpfSyntax, resolver: Resolver): KnownCost {
  const { lookups, voidLookups, complete, items } = answered(spfBudget(domain, syntax), resolver);
  return { lookups: lookups + hiddenCost(items), voidLookups, complete };
}

/** What the includes of known services cost beyond the first lookup, where their records are not at hand. */
function hiddenCost(items: SpfBudget['items']): number {
  return items.reduce((sum, { state, target, nested }) => {
    if (nested !== undefined) return sum + hiddenCost(nested.items);
    const name = target === undefined ? undefined : asciiLower(target);
    const provider = state === 'unknown' ? SPF_PROVIDERS.find(({ include }) => include === name) : undefined;
    return sum + (provider?.lookups ?? 1) - 1;
  }, 0);
}

/** The service that one of the names belongs to, where the record does not include it yet. */
function serviceOf(names: readonly string[], { terms }: SpfSyntax): SpfProvider | undefined {
  const included = new Set(
    terms.flatMap((term) => (term.kind === 'directive' ? asciiLower(term.domain?.literal ?? '') : [])),
  );
  const own = names.map((name) => asciiLower(plainName(name.trim())));
  return SPF_PROVIDERS.find(({ include, receives = [] }) => {
    if (included.has(include)) return false;
    const homes = [organizationalDomain(include) ?? include, ...receives];
    return own.some((name) => name !== '' && homes.some((home) => isWithin(name, home)));
  });
}
