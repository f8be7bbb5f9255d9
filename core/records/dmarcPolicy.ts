import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { JoinedText } from '../text/joinedText';
import { absoluteName, isWithin, labelsOf, sameName, writeName } from '../values/domainName';
import type { TagRecord } from './tagRecord';
import { readTagRecord } from './tagRecord';
import { dmarcPolicyDefinition } from './dmarcPolicyTags';

export { dmarcPolicyDefinition } from './dmarcPolicyTags';

/** A TXT record read as a DMARC Policy Record (RFC 9989 §4.7). */
export interface DmarcPolicyRecord extends TagRecord {
  /** `foreign`: at a `_dmarc` name, but nothing that could be meant as DMARC. */
  readonly content: 'dmarc' | 'foreign';
  /** `elsewhere`: the owner's first label is not `_dmarc`. */
  readonly place: 'policy' | 'elsewhere';
  /**
   * The DMARC Policy Domain that is meant: the owner below `_dmarc`, or the owner itself elsewhere. Absolute. Where
   * the owner lost its final dot and so has the origin's name twice, the name without the second.
   */
  readonly domain: string;
}

/** The label below which policies stand. */
export const POLICY_LABEL = '_dmarc';

/** Reads a TXT entry as a DMARC Policy Record; never fails. */
export function readDmarcPolicy(entry: ZoneEntry, text: JoinedText): DmarcPolicyRecord {
  const record = readTagRecord(dmarcPolicyDefinition, entry, text);
  const owner = labelsOf(intendedOwner(entry));
  const place = owner[0] === POLICY_LABEL ? 'policy' : 'elsewhere';
  const foreign = isForeign(record);
  return {
    content: foreign ? 'foreign' : 'dmarc',
    place,
    domain: writeName(place === 'policy' ? owner.slice(1) : owner),
    ...record,
    // What is no DMARC at all has no tags that could be wrong one by one.
    ...(foreign && { list: { text: text.text, items: [], tags: [] }, tags: [], byName: new Map() }),
  };
}

/** Another record's version, or a text without the word DMARC and without any of its tags. */
function isForeign(record: TagRecord): boolean {
  const text = record.text.text.trim();
  if (text === '' || /DMARC/i.test(text.slice(0, 40))) return false;
  if (/^v\s*=\s*(?:spf|dkim|bimi|sts|tlsrpt)/i.test(text)) return true;
  return !record.tags.some((tag) => tag.definition !== undefined && tag.key !== 'v');
}

/**
 * Whether the owner was written with the origin's own name but without the final dot, so that the origin comes
 * twice: `_dmarc.example.com` in the zone example.com.
 */
export function hasDoubledOrigin(entry: ZoneEntry): boolean {
  const { written } = entry.owner;
  if (written.endsWith('.') || labelsOf(entry.origin).length < 2) return false;
  const alone = absoluteName(written, '.');
  return alone !== undefined && isWithin(alone, entry.origin) && !sameName(entry.owner.name, alone);
}

/** The owner that was meant: the stated one, or without the origin that came in twice. Absolute. */
export function intendedOwner(entry: ZoneEntry): string {
  return hasDoubledOrigin(entry)
    ? (absoluteName(entry.owner.written, '.') ?? entry.owner.name)
    : entry.owner.name;
}

/** Whether a `;` outside of quotes turned the rest of the record into a comment (RFC 1035 §5.1). */
export function isCutByComment({ strings, tokens }: ZoneEntry): boolean {
  const last = strings?.pieces.at(-1);
  if (last === undefined || last.quoted) return false;
  return tokens.some(({ kind, span }) => kind === 'comment' && span.start === last.source.end);
}
