import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { Part, Range, Tag, TagList } from '../syntax/tagList';
import { parseTagList } from '../syntax/tagList';
import type { JoinedText } from '../text/joinedText';
import type { Edit } from '../text/span';
import type { HttpsUriProblem } from '../values/httpsUri';
import { httpsUriProblem } from '../values/httpsUri';
import type { ReportUri } from '../values/mailtoUri';
import { parseReportUris } from '../values/mailtoUri';
import { holdsPrivateKey } from '../values/privateKey';
import type { KeywordDefinition, RecordDefinition, TagDefinition, ValueKind } from './definition';
import { keywordOf, tagDefinition } from './definition';
import { replacing, type TextRecord } from './textRecord';

export { replacing, spanOf, wholeSpan } from './textRecord';

/** One word of a list such as `fo=0:d`. */
export interface ListMember extends Part {
  readonly keyword: KeywordDefinition | undefined;
}

/** A tag's value, read as its definition has it. */
export type ReadValue =
  /** Undefined where it is none of the tag's words. */
  | { readonly type: 'keyword'; readonly keyword: KeywordDefinition | undefined }
  | { readonly type: 'keyword-list'; readonly members: readonly ListMember[] }
  /** Undefined where it is no number, or out of bounds. */
  | { readonly type: 'integer'; readonly number: number | undefined }
  | { readonly type: 'report-uris'; readonly uris: readonly ReportUri[] }
  | { readonly type: 'https-uri'; readonly problem: HttpsUriProblem | undefined }
  /** Read by the record's own file. */
  | { readonly type: 'base64' }
  | { readonly type: 'text'; readonly fits: boolean }
  /** The tag is unknown. */
  | { readonly type: 'unknown' };

/** A tag of a record with what it means. Offsets count in the decoded text. */
export interface RecordTag extends Tag {
  /** In lower case. */
  readonly key: string;
  readonly definition: TagDefinition | undefined;
  readonly read: ReadValue;
}

/** A TXT record that is read as a tag list. */
export interface TagRecord extends TextRecord {
  readonly definition: RecordDefinition;
  readonly list: TagList;
  /** In the order of the record, duplicates too. */
  readonly tags: readonly RecordTag[];
  /** The first tag of each name. */
  readonly byName: ReadonlyMap<string, RecordTag>;
}

/**
 * Reads the text of a TXT entry as a tag list. Of a text with a private key in it nothing is read, so that no part of
 * it comes to stand in a message or a hover.
 */
export function readTagRecord(definition: RecordDefinition, entry: ZoneEntry, text: JoinedText): TagRecord {
  if (holdsPrivateKey(text.text)) {
    const list: TagList = { text: '', items: [], tags: [] };
    return { definition, entry, text, list, tags: [], byName: new Map() };
  }
  const joints = text.pieces.slice(1).map((piece) => piece.from);
  const list = parseTagList(text.text, definition.vocabulary, joints);
  const tags = list.tags.map((tag): RecordTag => {
    const own = tagDefinition(definition, tag.name.text);
    return {
      key: tag.name.text.toLowerCase(),
      definition: own,
      read: own === undefined ? { type: 'unknown' } : readValue(own.value, tag.value),
      ...tag,
    };
  });
  const byName = new Map<string, RecordTag>();
  for (const tag of tags) if (!byName.has(tag.key)) byName.set(tag.key, tag);
  return { definition, entry, text, list, tags, byName };
}

function readValue(kind: ValueKind, value: Part): ReadValue {
  switch (kind.type) {
    case 'keyword':
      return { type: 'keyword', keyword: keywordOf(kind, value.text) };
    case 'keyword-list':
      return { type: 'keyword-list', members: membersOf(kind, value) };
    case 'integer': {
      const number = /^\d{1,10}$/.test(value.text) ? Number(value.text) : undefined;
      const fits = number !== undefined && number >= kind.least && number <= kind.most;
      return { type: 'integer', number: fits ? number : undefined };
    }
    case 'report-uris': {
      const uris = parseReportUris(value.text, value.from);
      return { type: 'report-uris', uris: kind.https === true ? uris.map(withHttps) : uris };
    }
    case 'https-uri':
      return { type: 'https-uri', problem: value.text === '' ? undefined : httpsUriProblem(value.text) };
    case 'base64':
      return { type: 'base64' };
    case 'text':
      return { type: 'text', fits: kind.form === undefined || kind.form.test(value.text) };
  }
}

/** A report URI where `https:` is as good as `mailto:`. */
function withHttps(uri: ReportUri): ReportUri {
  const good = uri.scheme === 'https' && httpsUriProblem(uri.text) === undefined;
  return good ? { ...uri, address: uri.text, problem: undefined } : uri;
}

function membersOf(kind: Extract<ValueKind, { type: 'keyword-list' }>, value: Part): ListMember[] {
  const members: ListMember[] = [];
  let at = value.from;
  for (const raw of value.text.split(kind.separator)) {
    const text = raw.trim();
    const from = at + (raw.length - raw.trimStart().length);
    members.push({ text, from, to: from + text.length, keyword: keywordOf(kind, text) });
    at += raw.length + kind.separator.length;
  }
  return members;
}

/** Whether a tag's value is one that readers understand; unknown tags never are. */
export function isValid(tag: RecordTag): boolean {
  const { read } = tag;
  switch (read.type) {
    case 'keyword':
      return read.keyword !== undefined;
    case 'keyword-list':
      return read.members.every((member) => member.keyword !== undefined);
    case 'integer':
      return read.number !== undefined;
    case 'report-uris':
      return read.uris.some((uri) => uri.problem === undefined);
    case 'https-uri':
      return read.problem === undefined;
    case 'base64':
      return true;
    case 'text':
      return read.fits;
    case 'unknown':
      return false;
  }
}

/**
 * The word that a tag has, in the definition's case: as stated, or taken over from the tag it inherits from, or the
 * default. A bad value counts as absent (RFC 9989 §4.7: syntax errors fall back to the default).
 */
export function effectiveKeyword(record: TagRecord, name: string): string | undefined {
  const own = statedKeyword(record, name);
  if (own !== undefined) return own;
  const definition = tagDefinition(record.definition, name);
  for (const other of definition?.inherits ?? []) {
    const inherited = effectiveKeyword(record, other);
    if (inherited !== undefined) return inherited;
  }
  return definition?.default;
}

/** The word that a tag states, in the definition's case; undefined where it is absent or bad. */
export function statedKeyword(record: TagRecord, name: string): string | undefined {
  const read = record.byName.get(name)?.read;
  return read?.type === 'keyword' ? read.keyword?.value : undefined;
}

/** Edits that take a tag out together with the separator before it; the first tag goes with the one behind it. */
export function removing(record: TagRecord, tag: Range): Edit[] {
  const { items } = record.list;
  const index = items.findIndex((item) => item.from === tag.from);
  const before = items[index - 1];
  if (before !== undefined) return replacing(record, { from: before.to, to: tag.to }, '');
  const next = items[index + 1];
  return replacing(record, { from: tag.from, to: next === undefined ? tag.to : next.from }, '');
}

/** Edits that put a tag behind another one, with `; ` before it. */
export function addingAfter(record: TagRecord, tag: Range, text: string): Edit[] {
  return replacing(record, { from: tag.to, to: tag.to }, `; ${text}`);
}
