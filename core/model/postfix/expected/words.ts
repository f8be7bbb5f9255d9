import {
  CIPHER_PROPOSALS,
  FEEDBACK_PROPOSALS,
  INTERFACE_PROPOSALS,
  NETWORK_PROPOSALS,
  NEXTHOP_PROPOSALS,
  ROUTE_PROPOSALS,
  TRANSPORT_PROPOSALS,
  type Proposal,
} from '../../../facts/postfixProposals';
import type { TextShape } from '../../../facts/postfixShapes';
import type { Candidate, Expectation } from '../../../text/cursor';
import { message } from '../../../text/message';
import { compareVersions } from '../../../values/version';
import { masterServices } from './endpoints';
import { pathIn } from './paths';
import type { ValuePlace } from './place';
import { tablesExpected } from './tables';

/** What may be written in a value of free text whose shape is known. */
export function textExpected(place: ValuePlace, shape: TextShape | undefined): Expectation | undefined {
  const { groups, name, typed, rest } = place;
  if (groups === undefined) return undefined;
  const tables = shape === 'tables' || shape === 'table' || shape === 'cache';
  const lists = shape === 'patterns' || shape === 'networks';
  if (groups.length > 0) {
    // Of what is in braces only these are tables again.
    const nested = groups.every(({ opener }) => /(?:^|:)(?:unionmap|pipemap):$/.test(opener));
    return nested && (tables || lists) ? tablesExpected(place) : undefined;
  }
  if (tables) return tablesExpected(place, shape === 'cache');
  if (lists) return listExpected(place, shape);
  const whole = (candidates: Candidate[]): Expectation | undefined =>
    candidates.length === 0 ? undefined : { replace: place.span(typed.length, rest.length), candidates };
  switch (shape) {
    case 'file':
    case 'files':
    case 'absolute':
      return pathIn(place, typed);
    case 'folder':
      return pathIn(place, typed, { foldersOnly: true });
    case 'interfaces':
      return name === 'inet_interfaces' ? whole(proposed(INTERFACE_PROPOSALS, place)) : undefined;
    case 'feedback':
      return whole(proposed(FEEDBACK_PROPOSALS, place));
    case 'nexthop':
      return whole(proposed(NEXTHOP_PROPOSALS, place));
    case 'transport':
      return transportExpected(place);
    default:
      if (/_exclude_ciphers$/.test(name)) return whole(proposed(CIPHER_PROPOSALS, place));
      return name === 'myorigin' ? whole(['$mydomain', '$myhostname'].map(reference)) : undefined;
  }
}

function proposed(proposals: readonly Proposal[], { version }: ValuePlace): Candidate[] {
  return proposals
    .filter(({ since }) => since === undefined || compareVersions(since, version) <= 0)
    .map(({ name, means, insert }) => ({
      label: name,
      kind: 'value',
      ...(insert !== undefined && { insert, snippet: true }),
      detail: message(means),
      documentation: message(means),
    }));
}

function reference(label: string): Candidate {
  return { label, kind: 'reference' };
}

const OWN_DOMAINS = ['$myhostname', 'localhost.$mydomain', 'localhost', '$mydomain'];

/** Lists of names or networks, in which files and tables may stand as well; behind a `!` what is left out. */
function listExpected(place: ValuePlace, shape: 'patterns' | 'networks'): Expectation | undefined {
  const { name, typed, rest } = place;
  const item = typed.replace(/^!+/, '');
  if (item.startsWith('/')) return pathIn(place, item);
  if (item.includes(':') && !item.startsWith('[')) return tablesExpected(place);
  const types = tablesExpected(place)!;
  const words =
    shape === 'networks'
      ? proposed(NETWORK_PROPOSALS, place)
      : name === 'mydestination'
        ? OWN_DOMAINS.map(reference)
        : name === 'relay_domains'
          ? ['$mydomain', '$mydestination'].map(reference)
          : [];
  // Before a colon that stands already there can only be a type.
  if (words.length === 0 || rest.includes(':')) return types;
  return { replace: place.span(item.length, rest.length), candidates: [...words, ...types.candidates] };
}

/** What delivers: services of the master.cf that is open, else the usual ones; behind the colon where to. */
function transportExpected(place: ValuePlace): Expectation | undefined {
  const { before, typed, rest } = place;
  if (before.trim() !== typed) return undefined;
  const colon = typed.indexOf(':');
  if (colon >= 0) {
    const nexthop = typed.slice(colon + 1);
    const to = typed.startsWith('lmtp:') ? lmtpHops() : NEXTHOP_PROPOSALS;
    return { replace: place.span(nexthop.length, rest.length), candidates: proposed(to, place) };
  }
  const followed = rest.includes(':');
  const tail = /^[^:]*:?/.exec(rest)![0];
  const services = masterServices(place).filter(({ type }) => type === 'unix');
  const open = services.filter(({ command }) => DELIVERS.test(command));
  const names: Candidate[] =
    open.length === 0
      ? TRANSPORT_PROPOSALS.map(({ name, means }) => ({
          label: `${name}:`,
          kind: 'name',
          detail: message(means),
        }))
      : open.map(({ name, command }) => ({
          label: `${name}:`,
          kind: 'name',
          detail: message({ en: 'master.cf: {command}', ja: 'master.cf: {command}' }, { command }),
        }));
  return {
    replace: place.span(typed.length, tail.length),
    candidates: [
      ...(followed ? [] : proposed(ROUTE_PROPOSALS, place)),
      ...names.map((candidate) => (followed ? candidate : { ...candidate, again: true })),
    ],
  };
}

/** The programs of master.cf that deliver mail. */
const DELIVERS = /^(?:smtp|lmtp|local|virtual|pipe|error|discard)$/;

/** What stands behind `lmtp:`. */
function lmtpHops(): Proposal[] {
  return ROUTE_PROPOSALS.filter(({ name }) => name.startsWith('lmtp:')).map((route) => ({
    ...route,
    name: route.name.slice('lmtp:'.length),
    ...(route.insert !== undefined && { insert: route.insert.slice('lmtp:'.length) }),
  }));
}
