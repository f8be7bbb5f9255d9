import { spfProvider } from '../records/spfProviders';
import type { SpfRecord } from '../records/spf';
import type { SpfDirective, SpfTerm } from '../syntax/spf/term';
import { asciiLower, plainName } from '../values/domainName';
import { formatNetwork } from '../values/ipNetwork';
import { withoutHostBits } from '../values/ipNetwork';
import type { Answers } from './form';

/** Where a term of a record has its place among the answers. */
type Place =
  | { readonly key: 'senders' | 'addresses' | 'hosts' | 'includes' | 'other'; readonly value: string }
  | { readonly key: 'mx' }
  | { readonly key: 'all'; readonly value: string };

/** The answers that a record stands for, without its domain. */
export function spfAnswers(record: SpfRecord): Answers {
  const lists: Record<string, string[]> = { senders: [], addresses: [], hosts: [], includes: [], other: [] };
  let mx = 'n';
  let all = '';
  for (const term of record.syntax.terms) {
    const place = placeOf(term, plainName(record.domain));
    if (place === undefined) continue;
    if (place.key === 'mx') mx = 'y';
    else if (place.key === 'all') all ||= place.value;
    else lists[place.key]!.push(place.value);
  }
  return {
    senders: lists['senders']!.join(','),
    mx,
    addresses: lists['addresses']!.join(', '),
    hosts: lists['hosts']!.join(', '),
    includes: lists['includes']!.join(', '),
    other: lists['other']!.join(' '),
    all,
  };
}

/** Undefined for what is no term at all: with it, receivers do not use the record (RFC 7208 §4.6). */
function placeOf(term: SpfTerm, domain: string): Place | undefined {
  if (term.kind === 'unknown') return undefined;
  if (term.problems.length > 0) return undefined;
  if (term.kind === 'modifier') return { key: 'other', value: term.text };
  const { mechanism, qualifier } = term;
  if (mechanism === 'all') return { key: 'all', value: `${qualifier}all` };
  return (qualifier === '+' ? plainPlace(term, domain) : undefined) ?? { key: 'other', value: term.text };
}

function plainPlace(term: SpfDirective, own: string): Place | undefined {
  const { mechanism, domain, prefix4, prefix6, network } = term;
  const name = domain === undefined ? undefined : plainName(asciiLower(domain.text));
  const literal = name === undefined || !name.includes('%');
  const bare = prefix4 === undefined && prefix6 === undefined && literal;
  switch (mechanism) {
    case 'include': {
      if (name === undefined || !literal) return undefined;
      const service = spfProvider(name);
      return service === undefined ? { key: 'includes', value: name } : { key: 'senders', value: service.id };
    }
    case 'ip4':
    case 'ip6':
      return network?.value && { key: 'addresses', value: formatNetwork(withoutHostBits(network.value)) };
    case 'mx':
      return bare && name === undefined ? { key: 'mx' } : undefined;
    case 'a':
      return bare ? { key: 'hosts', value: name ?? own } : undefined;
    default:
      return undefined;
  }
}

/**
 * What a record says, a term a text in one spelling. Terms that permit can change places; one that refuses counts
 * for what stands behind it, so that one behind others is marked.
 */
export function spfMeaning({ syntax, domain }: SpfRecord): string[] {
  let permits = false;
  return syntax.terms.map((term) => {
    const plain = asciiLower(term.text).replace(/^\+/, '');
    if (term.kind !== 'directive') return plain;
    if (term.mechanism === 'all') return `${term.qualifier}all`;
    const place = placeOf(term, plainName(domain));
    const refuses = term.qualifier !== '+';
    const text = refuses && permits ? `… ${plain}` : plain;
    permits ||= term.qualifier === '+';
    if (place?.key === 'addresses') return place.value;
    if (place?.key === 'hosts') return `a:${place.value}`;
    if (place?.key === 'includes') return `include:${place.value}`;
    return place?.key === 'senders' ? plain.replace(/\.$/, '') : text;
  });
}
