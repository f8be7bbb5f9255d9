import { SPF_PROVIDERS, type SpfProvider } from '../records/spfProviders';
import { spfTermDefinition } from '../records/spfTerms';
import { parseSpf } from '../syntax/spf/record';
import { message, type Message } from '../text/message';
import { asciiLower } from '../values/domainName';
import { formatNetwork } from '../values/ipNetwork';
import { domainOf } from './domain';
import { membersOf, type Answers } from './form';
import { isYes } from './questions';
import { networkOf, smallest } from './spfNetworks';

/** RFC 7208 §4.6.4. */
const MOST_LOOKUPS = 10;

/** The services that were chosen, or whose include was typed. */
function chosenSenders({ senders = '', includes = '' }: Answers): SpfProvider[] {
  const ids = new Set(membersOf(senders));
  const typed = new Set(names(includes));
  return SPF_PROVIDERS.filter(({ id, include }) => ids.has(id) || typed.has(include));
}

/** Names in one spelling, each once. */
function names(text: string): string[] {
  return [...new Set(membersOf(text).map((name) => asciiLower(name).replace(/\.$/, '')))];
}

function includedNames(answers: Answers): string[] {
  const services = chosenSenders(answers).map(({ include }) => include);
  return [...new Set([...services, ...names(answers['includes'] ?? '')])];
}

/** Terms of an existing record that no question has, as they stood. */
function otherTerms({ other = '' }: Answers): string[] {
  return other.split(' ').filter((term) => term !== '');
}

/**
 * The record for a set of answers: first what is kept of an older one, then what needs no lookups, so that receivers
 * seldom have to make any.
 */
export function spfText(answers: Answers): string {
  const own = domainOf(answers['domain'] ?? '');
  const networks = membersOf(answers['addresses'] ?? '').flatMap((text) => networkOf(text) ?? []);
  const { all = '' } = answers;
  const kept = otherTerms(answers);
  const modifiers = kept.filter((term) => /^[a-z][\w.-]*=/i.test(term));
  return [
    'v=spf1',
    ...kept.filter((term) => !modifiers.includes(term)),
    ...smallest(networks).map((network) => `ip${network.address.family}:${formatNetwork(network)}`),
    ...(isYes(answers, 'mx') ? ['mx'] : []),
    ...names(answers['hosts'] ?? '').map((host) => (host === own ? 'a' : `a:${host}`)),
    ...includedNames(answers).map((name) => `include:${name}`),
    ...(all === '' ? [] : [all]),
    ...modifiers,
  ].join(' ');
}

/** How many lookups a record costs receivers. */
export interface SpfCost {
  readonly lookups: number;
  /** Whether more may be needed for what the included records include. */
  readonly least: boolean;
}

/** The DNS lookups that the answers come to, as far as they are known (RFC 7208 §4.6.4). */
export function spfCost(answers: Answers): SpfCost {
  const { terms } = parseSpf(spfText(answers), []);
  let lookups = 0;
  let least = false;
  for (const term of terms) {
    if (term.kind === 'unknown' || spfTermDefinition(term.name.text)?.counted !== true) continue;
    const nested = /^(?:include|redirect)$/i.test(term.name.text);
    const provider = nested
      ? SPF_PROVIDERS.find(({ include }) => include === asciiLower(term.argument.text))
      : undefined;
    lookups += provider?.lookups ?? 1;
    least ||= nested && provider?.lookups === undefined;
  }
  return { lookups, least };
}

/** That the answers need more lookups than receivers make; undefined where they may do. */
export function budgetComplaint(answers: Answers): Message | undefined {
  const { lookups } = spfCost(answers);
  if (lookups <= MOST_LOOKUPS) return undefined;
  return message(
    {
      en: 'This needs {lookups} DNS lookups, and receivers give up after 10 (RFC 7208 §4.6.4): SPF would fail for everyone. Leave something out, or name addresses in place of hosts.',
      ja: 'DNS 参照が {lookups} 回必要になります。受信側は 10 回で打ち切るため (RFC 7208 §4.6.4)、SPF が常に失敗します。項目を減らすか、ホスト名の代わりにアドレスを指定してください。',
    },
    { lookups },
  );
}
