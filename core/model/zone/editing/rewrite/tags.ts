import {
  effectiveKeyword,
  removing,
  replacing,
  type RecordTag,
  type TagRecord,
} from '../../../../records/tagRecord';
import { recogniseRecord } from '../../../../records/recognise';
import type { TagDefinition } from '../../../../records/definition';
import type { ZoneEntry } from '../../../../syntax/masterFile/entry';
import type { Edit } from '../../../../text/span';

/** A record whose tags can be moved about: a tag list in order, each tag once. */
function tidyList(entry: ZoneEntry): TagRecord | undefined {
  const record = recogniseRecord(entry);
  if (record === undefined || record.kind === 'spf-record') return undefined;
  const { value } = record;
  const { items } = value.list;
  const tidy =
    value.tags.length > 1 &&
    value.byName.size === value.tags.length &&
    items.every(
      ({ tag, separator, text }) => separator.kind !== 'missing' && (tag !== undefined || text === ''),
    );
  return tidy ? value : undefined;
}

/** What readers take from a record: every tag with its value; the order counts for the version alone. */
export function meaningOf(entry: ZoneEntry): string | undefined {
  const list = tidyList(entry);
  if (list === undefined) return undefined;
  const first = list.tags[0]!;
  const said = list.tags.map(({ key, value }) => `${key}=${value.text.replace(/\s+/g, ' ')}`).sort();
  return [entry.owner.name, first.key, ...said].join('\n');
}

/** The same, with the words that hold where a tag is absent. */
export function effectOf(entry: ZoneEntry): string | undefined {
  const record = recogniseRecord(entry);
  const list = tidyList(entry);
  if (list === undefined || record?.kind !== 'dmarc-policy') return undefined;
  const said = list.definition.tags.map((tag) => `${tag.name}=${effectiveValue(list, tag)}`);
  const unknown = list.tags
    .filter(({ definition }) => definition === undefined)
    .map((tag) => sourceOf(list, tag));
  return [entry.owner.name, list.tags[0]!.key, ...said, ...unknown].join('\n');
}

/** The value that holds: as stated, or as its absence has it. */
function effectiveValue(record: TagRecord, tag: TagDefinition): string {
  const stated = record.byName.get(tag.name);
  if (tag.value.type === 'keyword') return effectiveKeyword(record, tag.name) ?? '';
  return stated?.value.text.toLowerCase() ?? tag.default ?? '';
}

/** A tag as it is written, decoded. */
function sourceOf({ text }: TagRecord, { from, to }: RecordTag): string {
  return text.text.slice(from, to);
}

/** Where a tag stands in the usual order; unknown ones come last. */
function rankOf(record: TagRecord, { definition }: RecordTag): number {
  const { tags } = record.definition;
  return definition === undefined ? tags.length : tags.indexOf(definition);
}

/** Puts the tags of a record into the order in which people write them: each takes the place of another one. */
export function usualOrder(entry: ZoneEntry): Edit[] {
  const record = tidyList(entry);
  if (record === undefined) return [];
  const { tags } = record;
  const sorted = [...tags].sort((a, b) => rankOf(record, a) - rankOf(record, b) || a.from - b.from);
  if (sorted.every((tag, index) => tag === tags[index])) return [];
  return tags.flatMap((tag, index) => {
    const other = sorted[index]!;
    return other === tag ? [] : replacing(record, tag, sourceOf(record, other));
  });
}

/** Takes out the tags that say no more than their absence does (RFC 9989 §4.7). */
export function withoutDefaults(entry: ZoneEntry): Edit[] {
  const record = tidyList(entry);
  if (record === undefined || record.definition.kind !== 'dmarc-policy') return [];
  return record.tags
    .filter((tag) => tag.key !== 'v' && tag.key !== 'p' && saysDefault(record, tag))
    .flatMap((tag) => removing(record, tag));
}

function saysDefault(record: TagRecord, { definition, value, read }: RecordTag): boolean {
  if (definition === undefined) return false;
  if (definition.inherits !== undefined) {
    const above = definition.inherits.find((name) => record.byName.has(name));
    if (above === undefined || read.type !== 'keyword' || read.keyword === undefined) return false;
    return effectiveKeyword(record, above) === read.keyword.value;
  }
  return definition.default !== undefined && value.text.toLowerCase() === definition.default;
}

/** Writes out what holds anyway, as far as both standards know the tag: `adkim=r`, `sp=` as `p` … */
export function withDefaults(entry: ZoneEntry): Edit[] {
  const record = tidyList(entry);
  if (record === undefined || record.definition.kind !== 'dmarc-policy') return [];
  const { tags } = record.definition;
  const added = new Map<RecordTag, string[]>();
  for (const [index, tag] of tags.entries()) {
    if (record.byName.has(tag.name) || !isShared(tag) || (tag.name === 'fo' && !record.byName.has('ruf')))
      continue;
    const said = tag.value.type === 'keyword' ? effectiveKeyword(record, tag.name) : tag.default;
    const before = tags.slice(0, index).findLast(({ name }) => record.byName.has(name));
    const anchor = before && record.byName.get(before.name);
    if (said === undefined || anchor === undefined) continue;
    added.set(anchor, [...(added.get(anchor) ?? []), `${tag.name}=${said}`]);
  }
  return [...added].flatMap(([{ to }, texts]) =>
    replacing(record, { from: to, to }, texts.map((text) => `; ${text}`).join('')),
  );
}

/** Whether both RFC 7489 and RFC 9989 have the tag. */
function isShared({ status }: TagDefinition): boolean {
  return status?.rfc9989 !== 'removed' && (status?.rfc7489 === 'optional' || status?.rfc7489 === 'required');
}
