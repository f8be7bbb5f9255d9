import type { SpfTerm } from '../syntax/spf/term';
import type { Candidate, Expectation } from '../text/cursor';
import type { Localized } from '../text/message';
import { message } from '../text/message';
import { plainName } from '../values/domainName';
import { offering } from './place';
import type { SpfPlace } from './spfExpected';
import { SPF_PROVIDERS } from './spfProviders';
import type { ZoneName } from './surroundings';

/** So many names and addresses of the zone are offered. */
const MOST = 40;

/** Addresses for ip4 and ip6: those of the domain's mail servers first. */
export function networksExpected(place: SpfPlace, term: SpfTerm): Expectation | undefined {
  const name = term.name.text.toLowerCase();
  if ((name !== 'ip4' && name !== 'ip6') || term.separator.text !== ':') return undefined;
  const { record, around, at } = place;
  const taken = new Set(
    record.syntax.terms.flatMap((other) =>
      other !== term && other.kind === 'directive' ? [other.network?.text.toLowerCase()] : [],
    ),
  );
  const slash = term.argument.text.indexOf('/');
  const to = slash < 0 ? term.argument.to : term.argument.from + slash;
  if (at > to) return undefined;
  const found = around
    .addresses(record.domain, name === 'ip4' ? 4 : 6)
    .filter(({ address }) => !taken.has(address.toLowerCase()))
    .slice(0, MOST);
  return offering(
    place,
    { from: term.argument.from, to },
    found.map(({ address, name: host, mx }): Candidate => ({
      label: address,
      kind: 'value',
      detail: message(
        mx
          ? { en: '{host}, where mail comes in (MX)', ja: '{host}(MX のホスト)' }
          : { en: '{host}', ja: '{host}' },
        { host },
      ),
    })),
  );
}

/** Domains for a term: those of mail services for include, names of the zone that have what the term asks for. */
export function domainsExpected(place: SpfPlace, term: SpfTerm): Expectation | undefined {
  const { record, at } = place;
  const { from } = term.argument;
  if (term.separator.text === '' || at < from) return undefined;
  // The prefix lengths behind a name stay where they are.
  const name = term.name.text.toLowerCase();
  const lengths = name === 'a' || name === 'mx' ? (/\/[/\d]*$/.exec(term.argument.text)?.[0].length ?? 0) : 0;
  const range = { from, to: term.argument.to - lengths };
  if (at > range.to) return undefined;
  const typed = record.text.text.slice(from, at).toLowerCase();
  const { candidates, complete } = candidatesFor(place, term, typed);
  const offered = offering(place, range, unique(candidates));
  return offered && (complete ? offered : { ...offered, incomplete: true });
}

interface Domains {
  readonly candidates: readonly Candidate[];
  readonly complete: boolean;
}

const NOTHING: Domains = { candidates: [], complete: true };

const OWN: Localized = { en: 'in your own domain', ja: '自ドメインの名前' };

function candidatesFor(place: SpfPlace, term: SpfTerm, typed: string): Domains {
  const own = plainName(place.record.domain);
  const whole = (list: readonly Candidate[]): Domains => ({ candidates: list, complete: true });
  switch (term.name.text.toLowerCase()) {
    case 'include':
      return included(place, term, typed, own);
    case 'redirect':
      return withSpf(place, typed, [value(`_spf.${own}`, OWN)]);
    case 'exp':
      return named(
        place,
        typed,
        ({ types, name }) => types.has('TXT') && name !== own && !/(?:^|\.)_(?:dmarc|domainkey)\b/.test(name),
        [value(`explain._spf.${own}`, OWN)],
      );
    case 'a':
      return named(place, typed, ({ types }) => types.has('A') || types.has('AAAA'), [
        value(`mail.${own}`, OWN),
      ]);
    case 'mx':
      return named(place, typed, ({ types }) => types.has('MX'), [value(own, OWN)]);
    case 'ptr':
      return whole([value(own, OWN)]);
    case 'exists':
      return whole([
        value(`%{i}._spf.${own}`, { en: 'a name for each client', ja: '送信元ごとの名前' }),
        value(`%{ir}.%{v}._spf.${own}`, {
          en: 'a name for each client, reversed as in DNS blocklists',
          ja: '送信元ごとの名前(DNSBL のような逆順)',
        }),
        value(`%{l}._spf.${own}`, { en: 'a name for each mailbox', ja: 'ローカルパートごとの名前' }),
      ]);
    default:
      return NOTHING;
  }
}

function value(label: string, detail: Localized): Candidate {
  return { label, kind: 'value', detail: message(detail) };
}

/** Services that are not included yet, then the zone's own records. */
function included(place: SpfPlace, term: SpfTerm, typed: string, own: string): Domains {
  const taken = new Set(
    place.record.syntax.terms.flatMap((other) =>
      other !== term && other.name.text.toLowerCase() === 'include'
        ? [other.argument.text.toLowerCase()]
        : [],
    ),
  );
  const services = SPF_PROVIDERS.filter(({ include }) => !taken.has(include)).map(
    ({ include, name }): Candidate => ({
      ...value(include, {
        en: `${name}: 1 lookup, and those of its record`,
        ja: `${name}: DNS 参照 1 回と参照先の分`,
      }),
      documentation: message({
        en: 'Counts as one of the ten DNS lookups, and so does every term of the record over there that asks the DNS. Services change their records: only a check over the DNS tells what this one costs today. (RFC 7208 §4.6.4)',
        ja: 'DNS 参照の上限(10 回)に 1 回と数えられ、参照先のレコードの中で DNS を参照する項目もそれぞれ加算されます。サービス側の変更で増減するため、正確な回数は DNS で確かめる必要があります(RFC 7208 §4.6.4)。',
      }),
    }),
  );
  const zone = withSpf(place, typed, [value(`_spf.${own}`, OWN)], taken);
  return { candidates: [...services, ...zone.candidates], complete: zone.complete };
}

/** Names of the zone that have an SPF record, with what it costs. */
function withSpf(
  place: SpfPlace,
  typed: string,
  others: readonly Candidate[],
  taken: ReadonlySet<string> = new Set(),
): Domains {
  const own = plainName(place.record.domain);
  const { names, complete } = place.around.names(typed);
  const found = names
    .filter(({ name, types }) => types.has('TXT') && name !== own && !taken.has(name))
    .slice(0, MOST)
    .flatMap(({ name }): Candidate[] => {
      const cost = place.around.spfCost(name);
      if (cost === undefined) return [];
      const least = cost.complete ? '' : '≥';
      return [
        {
          label: name,
          kind: 'value',
          detail: message(
            {
              en: 'an SPF record of this zone: {least}{lookups} of 10 lookups',
              ja: 'このゾーンの SPF レコード: DNS 参照 {least}{lookups}/10 回',
            },
            { least, lookups: cost.lookups },
          ),
        },
      ];
    });
  return { candidates: found.length > 0 ? found : others, complete };
}

/** Names of the zone that fit; without any, what could be one. */
function named(
  { around }: SpfPlace,
  typed: string,
  fits: (name: ZoneName) => boolean,
  others: readonly Candidate[],
): Domains {
  const { names, complete } = around.names(typed);
  const found = names.filter((name) => !name.name.startsWith('*.') && fits(name)).slice(0, MOST);
  const candidates = found.map(({ name, types }) => {
    const list = [...types].join(', ');
    return value(name, { en: list, ja: list });
  });
  return { candidates: candidates.length > 0 ? candidates : others, complete };
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ label }) => !seen.has(label) && seen.add(label));
}
