import { encodeCharacters, splitCharacters, quoteCharacters } from '../../values/characterString';
import { isWithin, labelsOf, plainName, relativeName, writeName } from '../../values/domainName';
import type { GivenRecord } from '../known';

/** The data of a record as a master file has it (RFC 1035 §5.1); names absolute. */
export function recordData({ type, value, preference }: GivenRecord): string {
  if (type === 'TXT') return quoteCharacters(value);
  return type === 'MX' ? `${preference ?? 10} ${value}` : value;
}

/** The text of a TXT record as the insides of its strings, escaped and at most 255 octets each. */
export function quotedParts(value: string): string[] {
  return splitCharacters(value).map((part) => encodeCharacters(part, true));
}

/** The zone that is managed: the one that is stated where the record lies in it, else the record's own domain. */
export function managedZone({ owner, type }: GivenRecord, zone: string | undefined): string {
  if (zone !== undefined && isWithin(owner, zone)) return `${plainName(zone)}.`;
  // Addresses, MX and SPF stand at a domain itself, all the others at labels with an underscore below it.
  const labels = labelsOf(owner);
  const last = labels.findLastIndex((label) => label.startsWith('_'));
  if (last >= 0) return writeName(labels.slice(last + 1));
  return type === 'MX' || type === 'TXT' ? owner : writeName(labels.slice(1));
}

/** The owner's labels above the zone: `@` for the zone itself. */
export function hostIn(record: GivenRecord, zone: string): string {
  return relativeName(record.owner, zone);
}
