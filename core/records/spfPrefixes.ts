import type { SpfTerm } from '../syntax/spf/term';
import type { Candidate, Expectation } from '../text/cursor';
import type { Localized } from '../text/message';
import { message } from '../text/message';
import { formatIp, parseIp4, parseIp6, type IpAddress } from '../values/ipAddress';
import { addressBits, lastAddress, withoutHostBits, type IpNetwork } from '../values/ipNetwork';
import { offering } from './place';
import type { SpfPlace } from './spfExpected';

/** Prefix lengths in the order of use. */
const USUAL = {
  4: [24, 32, 28, 29, 27, 26, 25, 23, 22, 21, 20, 19, 18, 17, 16, 30, 31],
  6: [64, 128, 48, 56, 32, 44, 40, 36, 29],
} as const;

/** Prefix lengths behind a slash of ip4, ip6, a and mx; undefined where the cursor stands behind none. */
export function prefixExpected(place: SpfPlace, term: SpfTerm): Expectation | undefined {
  if (term.kind !== 'directive' && term.kind !== 'unknown') return undefined;
  const name = term.name.text.toLowerCase();
  const { at, record } = place;
  const before = record.text.text.slice(term.name.to, at);
  const slash = /(\/\/?)(\d*)$/.exec(before);
  if (slash === null) return undefined;
  const digits = /^\d*/.exec(record.text.text.slice(at, term.to))![0].length;
  const range = { from: at - slash[2]!.length, to: at + digits };
  if (name === 'ip4' || name === 'ip6') {
    const text = before.slice(term.separator.text.length, slash.index);
    const address = name === 'ip4' ? parseIp4(text) : parseIp6(text);
    return address && offering(place, range, networksAt(address));
  }
  if (name !== 'a' && name !== 'mx') return undefined;
  const family = slash[1] === '//' ? 6 : 4;
  return offering(
    place,
    range,
    USUAL[family].map((length) => prefixCandidate(length, perAddress(length, family))),
  );
}

/** The lengths at which an address is the first of its network: others have bits that count for nothing. */
function networksAt(address: IpAddress): Candidate[] {
  return USUAL[address.family].flatMap((length): Candidate[] => {
    const network: IpNetwork = { address, prefix: length };
    const first = formatIp(withoutHostBits(network).address);
    if (first !== formatIp(address)) return [];
    return [prefixCandidate(length, spanWords(network))];
  });
}

/** A network's first and last address, and how many there are. */
export function spanWords(network: IpNetwork): Localized {
  const bits = addressBits(network.address.family) - network.prefix;
  const first = formatIp(withoutHostBits(network).address);
  if (bits === 0) return { en: `One address: ${first}`, ja: `アドレス 1 個: ${first}` };
  const last = formatIp(lastAddress(network));
  const count = bits <= 32 ? String(2 ** bits) : `2^${bits}`;
  return {
    en: `${first} to ${last} (${count} addresses)`,
    ja: `${first} から ${last} まで(${count} アドレス)`,
  };
}

/** What a prefix length means behind a host's name: a network around each of its addresses. */
export function perAddress(length: number, family: 4 | 6): Localized {
  const bits = addressBits(family) - length;
  if (bits === 0) return { en: `each IPv${family} address alone`, ja: `各 IPv${family} アドレスのみ` };
  const count = bits <= 32 ? String(2 ** bits) : `2^${bits}`;
  return {
    en: `the ${count} addresses around each IPv${family} address`,
    ja: `各 IPv${family} アドレスを含む ${count} アドレス`,
  };
}

function prefixCandidate(length: number, detail: Localized): Candidate {
  return { label: String(length), kind: 'value', detail: message(detail) };
}
