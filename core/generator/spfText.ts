import { SPF_PROVIDERS, type SpfProvider } from '../records/spfProviders';
import { spfTermDefinition } from '../records/spfTerms';
import { parseSpf } from '../syntax/spf/record';
import { message, type Localized, type Message } from '../text/message';
import { revealed } from '../text/visible';
import { asciiLower } from '../values/domainName';
import { formatNetwork } from '../values/ipNetwork';
import { domainOf } from './domain';
import { membersOf, type Answers } from './form';
import { asciiName } from './names';
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
  return [...new Set(membersOf(text).map((name) => asciiName(name).replace(/\.$/, '')))];
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

/** What one term of a record costs. */
export interface SpfTermCost extends SpfCost {
  /** The service's name, or the term as it is written. */
  readonly name: string;
}

/** What each term costs that needs DNS lookups, in the record's order, as far as it is known (RFC 7208 §4.6.4). */
export function spfTermCosts(answers: Answers): SpfTermCost[] {
  const { terms } = parseSpf(spfText(answers), []);
  return terms.flatMap((term): SpfTermCost[] => {
    if (term.kind === 'unknown' || spfTermDefinition(term.name.text)?.counted !== true) return [];
    const nested = /^(?:include|redirect)$/i.test(term.name.text);
    const provider = nested
      ? SPF_PROVIDERS.find(({ include }) => include === asciiLower(term.argument.text))
      : undefined;
    const lookups = provider?.lookups ?? 1;
    return [
      {
        name: provider?.name ?? revealed(term.text),
        lookups,
        least: nested && provider?.lookups === undefined,
      },
    ];
  });
}

/** The DNS lookups that the answers come to, as far as they are known (RFC 7208 §4.6.4). */
export function spfCost(answers: Answers): SpfCost {
  const costs = spfTermCosts(answers);
  return {
    lookups: costs.reduce((sum, { lookups }) => sum + lookups, 0),
    least: costs.some(({ least }) => least),
  };
}

/** That the answers need more lookups than receivers make; undefined where they may do. */
export function budgetComplaint(answers: Answers): Message | undefined {
  const { lookups } = spfCost(answers);
  if (lookups <= MOST_LOOKUPS) return undefined;
  return message(TOO_MANY, { lookups, costs: costsInWords(spfTermCosts(answers)) });
}

/** The same with what helps, for the question that it is mostly about. */
export function budgetAdvice(answers: Answers): Message | undefined {
  const complaint = budgetComplaint(answers);
  if (complaint === undefined) return undefined;
  const text = { en: `${TOO_MANY.en} ${REMEDIES.en}`, ja: `${TOO_MANY.ja}${REMEDIES.ja}` };
  return { ...complaint, text };
}

const TOO_MANY: Localized = {
  en: 'This needs {lookups} DNS lookups, and receivers give up after 10 (RFC 7208 §4.6.4): SPF would fail for everyone. The costs: {costs}.',
  ja: 'DNS 参照が {lookups} 回必要になります。受信側は 10 回で打ち切るため (RFC 7208 §4.6.4)、SPF が常に失敗します。内訳: {costs}。',
};

const REMEDIES: Localized = {
  en: 'What helps: leave out services that use an envelope sender of their own, as DMARC then passes by DKIM; give a newsletter or shop a subdomain with an SPF record of its own; name fixed addresses in place of hosts. A service’s addresses in place of its include (flattening) hold only until the service changes them: its mail then fails without warning.',
  ja: '対策: サービス独自のエンベロープ送信者を使うものは外す(DMARC は DKIM で合格できます)、メールマガジンや通販には専用の SPF レコードを持つサブドメインを使う、ホスト名の代わりに固定のアドレスを指定する。include の代わりにサービスの IP アドレスを並べる方法(フラット化)では、サービス側がアドレスを変えた時点で、気付かないうちにそのメールが失敗します。',
};

/** What is dearest first. */
function costsInWords(costs: readonly SpfTermCost[]): Localized {
  const ordered = [...costs].sort((a, b) => b.lookups - a.lookups);
  const shown = ordered.slice(0, MOST_COSTS);
  const more = ordered.length > shown.length ? ' …' : '';
  return {
    en:
      shown.map(({ name, lookups, least }) => `${name} ${lookups}${least ? ' or more' : ''}`).join(', ') +
      more,
    ja:
      shown.map(({ name, lookups, least }) => `${name} ${lookups} 回${least ? '以上' : ''}`).join('、') +
      more,
  };
}

/** So many terms are named with their costs. */
const MOST_COSTS = 15;

/** That the record would be longer than an answer of the DNS can be (RFC 1035 §4.2.2); undefined where it may do. */
export function lengthComplaint(answers: Answers): Message | undefined {
  const { length } = spfText(answers);
  return length <= LONGEST_RECORD ? undefined : message(TOO_LONG, { length, most: LONGEST_RECORD });
}

/** 65,535 octets less what else is in an answer: a length octet for each string of 255, names, the header. */
const LONGEST_RECORD = 64_000;

const TOO_LONG: Localized = {
  en: 'The record would have {length} octets, and no DNS answer holds more than {most}. Name larger networks, or put a part into a record of its own and include that.',
  ja: 'レコードが {length} オクテットになります。DNS の応答に収まるのは {most} オクテットまでです。より大きなネットワークにまとめるか、一部を別のレコードに分けて include してください。',
};
