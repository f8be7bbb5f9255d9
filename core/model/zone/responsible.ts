import { answered, queryName } from '../../evaluate/dns';
import { policyByTreeWalk } from '../../evaluate/dmarc/policy';
import { isPolicyRecord } from '../../evaluate/dmarc/record';
import { policyAt } from '../../evaluate/dmarc/treeWalk';
import { resolverOver, type KnownZone } from '../../evaluate/zoneResolver';
import { POLICY_LABEL } from '../../records/dmarcPolicy';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { namesAbove } from '../../syntax/masterFile/nameHash';
import { isSpf } from '../../syntax/spf/version';
import { message, type Localized, type Message } from '../../text/message';
import { absoluteName, labelsOf, plainName, writeName } from '../../values/domainName';
import { asciiDomain } from '../../values/internationalDomain';
import { isPublicSuffix, organizationalDomain } from '../../values/publicSuffix';
import type { MailSystem, SystemZone } from '../mailSystem';

/** What decided a result of a report; names are as the report has them. */
export type WantedResult =
  | { readonly mechanism: 'spf' | 'dmarc'; readonly domain: string }
  | { readonly mechanism: 'dkim'; readonly domain: string; readonly selector: string };

/** Where a record was looked for, and what came of it. Names are absolute. */
export type Responsible =
  | {
      readonly state: 'found';
      readonly zone: SystemZone;
      readonly entry: ZoneEntry;
      readonly type: 'TXT' | 'CNAME' | 'DNAME';
      /** The domain that the record is for. */
      readonly domain: string;
      readonly said: readonly Message[];
    }
  | {
      readonly state: 'missing';
      readonly zone: SystemZone;
      readonly owner: string;
      readonly domain: string;
      readonly said: readonly Message[];
    }
  | {
      readonly state: 'elsewhere';
      readonly owner: string;
      readonly domain: string;
      readonly said: readonly Message[];
    };

/** How many aliases are followed before it counts as a loop. */
const CHAIN = 16;

/**
 * The record that decided a result: the SPF record of a domain (RFC 7208 §4.4), the key of a selector (RFC 6376
 * §3.6.2.1), the DMARC Policy Record that applies to a domain (RFC 9989 §4.10.1). Zone files are read as they stand:
 * what they lack is not there.
 * @param system all zones that are open
 * @returns undefined where the names cannot stand in the DNS
 */
export function responsibleRecord(system: MailSystem, wanted: WantedResult): Responsible | undefined {
  const domain = nameOf(wanted.domain);
  if (domain === undefined) return undefined;
  switch (wanted.mechanism) {
    case 'spf':
      return standing(system, domain, domain, isSpf);
    case 'dkim': {
      const owner = nameOf(`${wanted.selector}._domainkey.${wanted.domain}`);
      return owner === undefined ? undefined : standing(system, owner, domain, () => true);
    }
    case 'dmarc':
      return policyRecord(system, domain);
  }
}

/** A name as the DNS has it; undefined for what is none. */
function nameOf(written: string): string | undefined {
  const ascii = asciiDomain(written.trim());
  return ascii === undefined ? undefined : queryName(ascii);
}

/** The policy record that receivers come to for a domain, or the place where it is missing. */
function policyRecord(system: MailSystem, domain: string): Responsible | undefined {
  const resolver = resolverOver((name) => asItStands(system.zoneFor(name)));
  const at = (place: string, said: readonly Message[] = []): Responsible | undefined => {
    const owner = absoluteName(`${POLICY_LABEL}.${place}`, '.');
    if (owner === undefined) return undefined;
    const found = standing(system, owner, place, isPolicyRecord);
    return { ...found, said: [...said, ...found.said] };
  };
  // With several of them a receiver goes on as if there were none; whoever looks for the record wants to see that.
  if (answered(policyAt(domain), resolver).state === 'several') return at(domain);
  const policy = answered(policyByTreeWalk(domain, true), resolver);
  // Registries seldom publish a policy; that theirs is not known says nothing of where the record should be.
  if (policy.kind === 'unknown' && !isPublicSuffix(policy.at)) return at(policy.at);
  const from = policy.kind === 'unknown' ? undefined : policy.from;
  if (from !== undefined) {
    const above = message(ABOVE, { from: plainName(from), domain: plainName(domain) });
    return at(from, from === domain ? [] : [above]);
  }
  const home = organizationalDomain(domain);
  const top = home === undefined ? domain : absoluteName(home, '.')!;
  const zone = system.zoneFor(top);
  return at(zone === undefined || zone.delegation(top) !== undefined || isPublicSuffix(top) ? domain : top);
}

/** A zone as its file stands: what it lacks does not exist. */
function asItStands(zone: SystemZone | undefined): KnownZone | undefined {
  if (zone?.apex === undefined) return undefined;
  return {
    apex: zone.apex,
    complete: true,
    records: (name, type) => zone.entries(name, type),
    exists: (name) => zone.exists(name),
  };
}

/**
 * The first TXT record that answers for a name and is the right one; aliases are followed as far as there are zones,
 * and wildcards applied.
 */
function standing(
  system: MailSystem,
  owner: string,
  domain: string,
  isRight: (text: string) => boolean,
): Responsible {
  let name = owner;
  let alias: Extract<Responsible, { state: 'found' }> | undefined;
  const said: Message[] = [];
  for (let left = CHAIN; left > 0; left--) {
    const zone = system.zoneFor(name);
    const cut = zone?.delegation(name);
    if (zone === undefined || cut !== undefined) {
      if (alias !== undefined) {
        const target = message(OUTSIDE, { target: plainName(name) });
        return { ...alias, said: [...said, target] };
      }
      const delegated = cut === undefined ? [] : [message(DELEGATED, { cut: plainName(cut) })];
      return { state: 'elsewhere', owner: name, domain, said: [...said, ...delegated] };
    }
    const wildcard = zone.wildcardFor(name);
    const at = wildcard ?? name;
    const texts = zone.entries(at, 'TXT').filter(({ strings }) => isRight(strings?.text ?? ''));
    const [entry] = texts;
    if (entry !== undefined) {
      if (wildcard !== undefined) said.push(message(WILDCARD, { wildcard: plainName(wildcard) }));
      if (texts.length > 1) said.push(message(SEVERAL, { count: texts.length, owner: plainName(at) }));
      return { state: 'found', zone, entry, type: 'TXT', domain, said };
    }
    const link = aliasAt(zone, name, at);
    if (link === undefined) {
      if (!zone.complete) said.push(message(UNREAD));
      return { state: 'missing', zone, owner: name, domain, said };
    }
    alias = { state: 'found', zone, entry: link.entry, type: link.type, domain, said };
    said.push(message(ALIAS, { owner: plainName(name), target: plainName(link.target) }));
    name = link.target;
  }
  return { ...alias!, said: [...said.slice(0, 2), message(LOOP)] };
}

/** The alias that answers for a name: a CNAME at it, or a DNAME above it (RFC 6672 §2.2). */
function aliasAt(
  zone: SystemZone,
  name: string,
  at: string,
): { readonly entry: ZoneEntry; readonly type: 'CNAME' | 'DNAME'; readonly target: string } | undefined {
  const target = zone.targets(at, 'CNAME')[0];
  const [entry] = zone.entries(at, 'CNAME');
  if (entry !== undefined && target !== undefined) return { entry, type: 'CNAME', target };
  for (const above of namesAbove(name)) {
    if (!zone.isInZone(above)) break;
    const to = zone.targets(above, 'DNAME')[0];
    const [renaming] = zone.entries(above, 'DNAME');
    if (to === undefined || renaming === undefined) continue;
    const own = labelsOf(name).slice(0, labelsOf(name).length - labelsOf(above).length);
    const made = absoluteName(writeName([...own, ...labelsOf(to)]), '.');
    return made === undefined ? undefined : { entry: renaming, type: 'DNAME', target: made };
  }
  return undefined;
}

const ABOVE: Localized = {
  en: '{domain} has no policy record of its own: that of {from} applies.',
  ja: '{domain} には自身のポリシーレコードがなく、{from} のレコードが適用されます。',
};
const OUTSIDE: Localized = {
  en: 'The answer stands at {target}, outside of the zone files at hand.',
  ja: '実際のレコードは {target} にあり、手元のゾーンファイルの外です。',
};
const DELEGATED: Localized = {
  en: 'Other name servers answer for {cut}: an NS record delegates it.',
  ja: '{cut} は NS レコードで委任されており、別のネームサーバーが応答します。',
};
const WILDCARD: Localized = {
  en: 'The wildcard {wildcard} answers for it.',
  ja: 'ワイルドカード {wildcard} のレコードが応答します。',
};
const SEVERAL: Localized = {
  en: 'There are {count} such records at {owner}; receivers cannot use any of them.',
  ja: '{owner} に同じ種類のレコードが {count} 個あり、受信側はどれも使えません。',
};
const UNREAD: Localized = {
  en: 'A part of the zone could not be read ($INCLUDE): the record may stand there.',
  ja: 'ゾーンの一部 ($INCLUDE) を読めていないため、レコードがそこにある可能性があります。',
};
const ALIAS: Localized = {
  en: '{owner} is an alias of {target}.',
  ja: '{owner} は {target} の別名です。',
};
const LOOP: Localized = {
  en: 'The aliases lead round in a circle.',
  ja: '別名が循環しています。',
};
