import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { JoinedText } from '../text/joinedText';
import { labelsOf, writeName } from '../values/domainName';
import { holdsPrivateKey } from '../values/privateKey';
import type { RecordDefinition } from './definition';
import { intendedOwner } from './dmarcPolicy';
import type { TagRecord } from './tagRecord';
import { readTagRecord } from './tagRecord';

/** A tag-list record that is looked up at labels of its own in front of the domain: `_mta-sts`, `_smtp._tls` … */
export interface LabelledRecord extends TagRecord {
  /** `foreign`: at the right name, but nothing that could be meant as this record. */
  readonly content: 'own' | 'foreign';
  /** `elsewhere`: the owner lacks the labels. */
  readonly place: 'right' | 'elsewhere';
  /** The domain that it is for: the labels behind, or the owner itself elsewhere. Absolute. */
  readonly domain: string;
}

/** Whether a name begins with labels. */
export function beginsWith(labels: readonly string[], own: readonly string[]): boolean {
  return own.every((label, index) => labels[index] === label);
}

/**
 * Reads a TXT entry as a record of `definition`; never fails.
 * @param own the labels in front of the domain
 * @param skip how many labels stand before them (a selector's)
 */
export function readLabelled(
  definition: RecordDefinition,
  own: readonly string[],
  entry: ZoneEntry,
  text: JoinedText,
  skip = 0,
): LabelledRecord {
  const record = readTagRecord(definition, entry, text);
  const labels = labelsOf(intendedOwner(entry));
  const place = beginsWith(labels.slice(skip), own) ? 'right' : 'elsewhere';
  const foreign = isForeign(record);
  return {
    content: foreign ? 'foreign' : 'own',
    place,
    domain: writeName(place === 'right' ? labels.slice(skip + own.length) : labels),
    ...record,
    ...(foreign && { list: { text: '', items: [], tags: [] }, tags: [], byName: new Map() }),
  };
}

/** How other records of mail authentication begin. */
const OTHERS = /^\s*v\s*=\s*(spf|dkim|dmarc|sts|tlsrpt|bimi)/i;

/** Another record's version, or a text without the own version's word and without any of its tags. */
function isForeign({ definition, tags, text: { text } }: TagRecord): boolean {
  if (holdsPrivateKey(text)) return true;
  if (text.trim() === '') return false;
  const word = definition.version.value.replace(/v?\d+$/, '').toLowerCase();
  const other = OTHERS.exec(text)?.[1]?.toLowerCase();
  if (other !== undefined && other !== word) return true;
  if (text.slice(0, 40).toLowerCase().includes(word)) return false;
  return !tags.some(({ key, definition: own }) => own !== undefined && key !== 'v');
}
