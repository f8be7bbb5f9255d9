import { allowing, type Allowance, type AllowRequest } from '../../core/evaluate/spf/allow';
import { warning } from '../../core/evaluate/spf/allowWords';
import { queryName } from '../../core/evaluate/dns';
import { systemResolver } from '../../core/model/zone/resolver';
import { responsibleRecord, type Responsible } from '../../core/model/zone/responsible';
import type {
  AllowProposal,
  AllowSenderParams,
  AllowSenderResult,
  LookedFor,
} from '../../core/generator/zoneProtocol';
import { directivesOf, modifiersOf, parseSpf } from '../../core/syntax/spf/record';
import { isSpf } from '../../core/syntax/spf/version';
import { message, type Localized, type Message } from '../../core/text/message';
import { asciiLower, plainName } from '../../core/values/domainName';
import { asciiDomain } from '../../core/values/internationalDomain';
import type { Host } from '../host';
import { changeOf } from './change';
import {
  lookedFor,
  nowhere,
  openSystem,
  placed,
  placeInFile,
  type OpenSystem,
  type PlacedRecord,
} from './records';

const said = {
  noDomain: {
    en: '“{domain}” is no domain that can have an SPF record.',
    ja: '「{domain}」は SPF レコードを置けるドメイン名ではありません。',
  },
  elsewhere: {
    en: 'No zone file at hand answers for {owner}. Open it, or add the address to the TXT record at {owner} where that is kept.',
    ja: '{owner} のゾーンファイルが手元にありません。そのファイルを開くか、管理している場所で {owner} の TXT レコードにアドレスを追加してください。',
  },
  missing: {
    en: '{owner} has no SPF record in its zone file.',
    ja: '{owner} のゾーンファイルに SPF レコードがありません。',
  },
  alias: {
    en: '{owner} is an alias, and the SPF record stands at {target}, outside of the zone files at hand.',
    ja: '{owner} は別名で、SPF レコードは手元のゾーンファイルの外の {target} にあります。',
  },
  several: {
    en: '{owner} has {count} SPF records, and receivers use none of them. Make one of them first.',
    ja: '{owner} に SPF レコードが {count} 個あり、受信側はどれも使いません。先に 1 個にまとめてください。',
  },
  generated: {
    en: 'The SPF record of {owner} is made by $GENERATE: change it there.',
    ja: '{owner} の SPF レコードは $GENERATE で作られています。そちらを変更してください。',
  },
} satisfies Record<string, Localized>;

/** How many redirects are followed to the record that says something itself. */
const MOST_REDIRECTS = 5;

/** A record that can be changed. */
interface Changeable {
  /** Absolute: the name at which receivers ask for it. */
  readonly owner: string;
  readonly found: Extract<Responsible, { state: 'found' }>;
  readonly record: PlacedRecord;
  readonly text: string;
}

type Refused = Exclude<AllowSenderResult, { readonly proposals: unknown }>;

/** The ways to allow addresses in a domain's SPF record, with the change of each. */
export function allowSender(host: Host, params: AllowSenderParams): AllowSenderResult {
  const domain = queryName(asciiDomain(params.domain.trim()) ?? '');
  if (domain === undefined) return { refused: message(said.noDomain, { domain: params.domain }) };
  const open = openSystem(host);
  if (open === undefined) {
    const missing = nowhere({ mechanism: 'spf', domain: params.domain }) as LookedFor;
    return refusedAt(said.elsewhere, domain, missing);
  }
  const own = changeable(host, open, domain);
  if (!('record' in own)) return own;
  const request = { domain, addresses: params.addresses, names: params.names ?? [] };
  const home = redirected(host, open, own);
  const there =
    home === undefined ? undefined : ways(host, open, home.target, { ...request, redirects: home.redirects });
  const here = ways(host, open, own, request);
  if (there === undefined || 'refused' in there) return here;
  const from = warning('redirecting', { domain: plainName(domain) });
  const only = warning('onlyHere', { domain: plainName(domain), target: plainName(home!.target.owner) });
  const others = 'proposals' in here ? here.proposals : [];
  return {
    proposals: [
      ...there.proposals.map((one) => ({ ...one, warnings: [from, ...one.warnings] })),
      ...others.map((one) => ({ ...one, warnings: [only, ...one.warnings] })),
    ],
  };
}

function refusedAt(words: Localized, owner: string, missing: LookedFor & { readonly uri?: string }): Refused {
  return { refused: message(words, { owner: plainName(owner) }), missing };
}

/** The one SPF record of a domain where it can be changed; else why not. */
function changeable(host: Host, open: OpenSystem, owner: string): Changeable | Refused {
  const found = responsibleRecord(open.system, { mechanism: 'spf', domain: owner })!;
  if (found.state === 'elsewhere') return refusedAt(said.elsewhere, found.owner, lookedFor(found));
  const uri = open.documentOf(found.zone)?.uri ?? '';
  if (found.state === 'missing') return refusedAt(said.missing, found.owner, { ...lookedFor(found), uri });
  const { zone, entry, type } = found;
  if (type !== 'TXT') {
    const values = {
      owner: plainName(entry.owner.name),
      target: plainName(entry.data.fields[0]?.name ?? ''),
    };
    return { refused: message(said.alias, values) };
  }
  const all = zone.entries(entry.owner.name, 'TXT').filter(({ strings }) => isSpf(strings?.text ?? ''));
  if (all.length > 1)
    return { refused: message(said.several, { owner: plainName(owner), count: all.length }) };
  const record = placed(open, found);
  if (record !== undefined) return { owner, found, record, text: entry.strings?.text ?? '' };
  const included = host.zones.filesOf(uri).filter((file) => host.document(file) === undefined);
  return included.length > 0
    ? { included }
    : { refused: message(said.generated, { owner: plainName(owner) }) };
}

/** The record to which one redirects that says nothing itself, as far as it can be changed. */
function redirected(
  host: Host,
  open: OpenSystem,
  own: Changeable,
): { readonly target: Changeable; readonly redirects: number } | undefined {
  let target = own;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const syntax = parseSpf(target.text);
    const to = directivesOf(syntax).length > 0 ? undefined : modifiersOf(syntax, 'redirect')[0];
    if (to === undefined) return redirects === 0 ? undefined : { target, redirects };
    const name = to.domain?.literal === undefined ? undefined : queryName(asciiLower(to.domain.literal));
    const next = name === undefined ? undefined : changeable(host, open, name);
    if (next === undefined || !('record' in next)) return undefined;
    target = next;
  }
  return undefined;
}

function ways(
  host: Host,
  open: OpenSystem,
  { owner, record, text, found }: Changeable,
  request: Omit<AllowRequest, 'owner' | 'text'>,
): { readonly proposals: readonly AllowProposal[] } | { readonly refused: Message } {
  const told = allowing({ ...request, owner, text }, systemResolver(open.system));
  if ('refused' in told) return told;
  const proposal = (way: Allowance): AllowProposal => {
    const { kind, service, terms, edit, budget, length, results, warnings } = way;
    return {
      kind,
      ...(service !== undefined && { service }),
      terms,
      owner: plainName(owner),
      place: placeInFile(record),
      before: text,
      after: way.text,
      change: changeOf(host, open, found.zone, record, [edit]),
      budget,
      length,
      results,
      warnings: [...found.said, ...warnings],
    };
  };
  return { proposals: told.ways.map(proposal) };
}
