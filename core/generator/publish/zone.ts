import type { Edit } from '../../text/span';
import { relativeName } from '../../values/domainName';
import type { GeneratedRecord } from '../form';
import type { ExistingRecord, LinePlace } from '../protocol';
import { recordData } from './data';

/** The record as one line of a zone file, without a line break (RFC 1035 §5.1). */
export function zoneLine(record: GeneratedRecord, place: LinePlace): string {
  const owner = relativeName(record.owner, place.origin);
  const ttl = place.hasTtl ? '' : String(record.ttl);
  const data = recordData(record);
  const { like } = place;
  // A neighbour's layout is taken over where it has just class and type; its columns stay where they are.
  const gap = like === undefined ? null : /^([ \t]+)((?:IN[ \t]+)?)([A-Z]+)([ \t]+)$/i.exec(like.gap);
  if (like === undefined || gap === null || ttl !== '') {
    return [owner, ...(ttl === '' ? [] : [ttl]), 'IN', record.type, data].join('\t');
  }
  const [, lead = '', rrClass = '', word = '', behind = ''] = gap;
  const width = like.owner.length + lead.length;
  const blank = lead.includes('\t') ? lead : ' '.repeat(Math.max(1, width - owner.length));
  const type = word === word.toLowerCase() ? record.type.toLowerCase() : record.type;
  const column = behind.includes('\t')
    ? behind
    : ' '.repeat(Math.max(1, word.length + behind.length - type.length));
  return `${owner}${blank}${rrClass}${type}${column}${data}`;
}

/** The record as a line that is right in any zone file, wherever it is pasted. */
export function absoluteLine(record: GeneratedRecord): string {
  return [record.owner, record.ttl, 'IN', record.type, recordData(record)].join('\t');
}

/**
 * Edits that put the record in the place of one that stands in a zone file: its data is replaced, and its owner
 * where that was not quite the right one. TTL, class and the comment behind it stay.
 */
export function replacing(record: GeneratedRecord, existing: ExistingRecord): Edit[] {
  const data: Edit = { span: existing.data, text: recordData(record) };
  if (existing.ownerSpan === undefined || existing.owner === record.owner) return [data];
  return [{ span: existing.ownerSpan, text: relativeName(record.owner, existing.origin) }, data];
}
