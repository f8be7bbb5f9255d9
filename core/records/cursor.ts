import type { Item, Range } from '../syntax/tagList';
import type { Candidate, Expectation } from '../text/cursor';
import type { JoinedText } from '../text/joinedText';
import type { Localized, Message } from '../text/message';
import { message } from '../text/message';
import { quoteCharacters } from '../values/characterString';
import { plainName } from '../values/domainName';
import type { TagDefinition } from './definition';
import { defaultWords, statusWords } from './describe';
import { offering, offeringWhole, placeIn, type TextPlace } from './place';
import type { RecognisedRecord } from './recognise';
import { expectedInSpf, spfRecords } from './spfExpected';
import { ALONE, type RecordSurroundings } from './surroundings';
import type { RecordTag, TagRecord } from './tagRecord';
import { expectedValue, policyId } from './valueExpected';

export { describedInRecord } from './describe';

/** A record that is a tag list. */
export type RecognisedTagList = Exclude<RecognisedRecord, { readonly kind: 'spf-record' }>;

/** A place in a tag list that can be completed. */
export interface ListPlace extends TextPlace {
  readonly recognised: RecognisedTagList;
  readonly record: TagRecord;
  /** The domain whose record it is, without final dot. */
  readonly domain: string;
  readonly around: RecordSurroundings;
}

/**
 * What may be written at a place of a record.
 * @param offset counts from the entry's beginning, as do the spans of the answer
 * @returns undefined where nothing is to be offered
 */
export function expectedInRecord(
  recognised: RecognisedRecord,
  offset: number,
  around: RecordSurroundings = ALONE,
): Expectation | undefined {
  const { text, entry } = recognised.value;
  if (text.pieces.length === 0) {
    if (entry.type === undefined || offset <= entry.type.end) return undefined;
    const candidates = wholeRecords(recognised, around).map((candidate) => ({
      ...candidate,
      insert: quoteCharacters(candidate.label),
    }));
    return { replace: { start: offset, end: offset }, candidates };
  }
  const place = placeIn(text, offset, entry.text);
  if (place === undefined) return undefined;
  if (recognised.kind === 'spf-record') return expectedInSpf(recognised.value, place, around);
  const record: TagRecord = recognised.value;
  if (record.tags.length === 0 && /^\s*[a-z]*$/i.test(text.text)) {
    return offeringWhole(place, wholeRecords(recognised, around));
  }
  return inList({ ...place, recognised, record, domain: domainOf(recognised), around });
}

/** The domain whose record it is, without final dot; of a report authorisation, the one that receives reports. */
export function domainOf(recognised: RecognisedRecord): string {
  return plainName(
    recognised.kind === 'report-authorisation' ? recognised.value.reportDomain : recognised.value.domain,
  );
}

/** Records to begin with, the safest first. */
function wholeRecords(recognised: RecognisedRecord, around: RecordSurroundings): Candidate[] {
  const candidate = (text: string, detail: Localized): Candidate => ({
    label: text,
    kind: 'record',
    detail: message(detail),
  });
  if (recognised.kind === 'spf-record') return spfRecords();
  const domain = domainOf(recognised);
  const { definition } = recognised.value;
  const id = policyId(around.now) ?? '1';
  return (definition.beginnings ?? []).map(({ text, detail }) =>
    candidate(text.replaceAll('{domain}', domain).replaceAll('{now}', id), detail),
  );
}

/** What the cursor's item of the tag list can hold. */
function inList(place: ListPlace): Expectation | undefined {
  const { record, at } = place;
  const item = record.list.items.findLast(({ lead }) => lead.from <= at);
  if (item === undefined || (item.separator.kind === 'semicolon' && at >= item.separator.to)) {
    return names(place, { from: at, to: at }, afterSemicolon(record.text, at) ? blankIn(place) : '', '=');
  }
  const tag = record.tags.find(({ from }) => from === item.from);
  if (tag === undefined || at <= tag.name.to || at < item.from) return nameIn(place, item, tag);
  // Between the name and the `=` nothing is missing.
  if (!record.text.text.slice(tag.name.to, at).includes('=')) return undefined;
  if (at > item.to && tag.value.text !== '') {
    return item.separator.kind === 'none'
      ? names(place, { from: item.to, to: at }, `;${blankIn(place)}`, '=')
      : undefined;
  }
  return expectedValue(place, tag);
}

/** The blank behind a semicolon; outside of quotes nobody wants to read one, as it has to be escaped there. */
function blankIn({ piece }: ListPlace): string {
  return piece.quoted ? ' ' : '';
}

function afterSemicolon(text: JoinedText, at: number): boolean {
  return text.text[at - 1] === ';';
}

/** The cursor is in a tag's name, or where one can begin. */
function nameIn(place: ListPlace, item: Item, tag: RecordTag | undefined): Expectation | undefined {
  const { record, at } = place;
  const { text } = record.text;
  let from = Math.max(at, item.lead.from);
  while (from > item.lead.from && /[a-z]/i.test(text[from - 1]!)) from--;
  let to = at;
  while (to < item.to && /[a-z]/i.test(text[to]!)) to++;
  const before = afterSemicolon(record.text, from) ? blankIn(place) : '';
  const renames = tag !== undefined && to === tag.name.to && from === tag.name.from;
  return names(place, { from, to }, before, renames ? '' : '=', renames ? tag : undefined);
}

/** Tag names that the record does not have yet (and the one that is being replaced): those that it must have first. */
function names(
  place: ListPlace,
  range: Range,
  before: string,
  after: string,
  replaced?: RecordTag,
): Expectation | undefined {
  const { record } = place;
  const open = record.definition.tags.filter(
    ({ name, status, need }) =>
      name === replaced?.key ||
      (!record.byName.has(name) && status?.rfc9989 !== 'removed' && need !== 'historic'),
  );
  const ordered = [...open.filter(isRequired), ...open.filter((tag) => !isRequired(tag))];
  return offering(
    place,
    range,
    ordered.map((definition): Candidate => ({
      label: definition.name,
      kind: 'tag',
      insert: `${before}${definition.name}${after}`,
      detail: message(definition.title),
      documentation: tagWords(definition),
      ...(after !== '' && { again: true }),
    })),
  );
}

function isRequired({ need, status }: TagDefinition): boolean {
  return need === 'required' || status?.rfc7489 === 'required';
}

/** A tag in a few sentences for beside the list. */
function tagWords(definition: TagDefinition): Message {
  return message(
    { en: '{documentation}\n\n{default}\n\n{status}', ja: '{documentation}\n\n{default}\n\n{status}' },
    {
      documentation: definition.documentation,
      default: defaultWords(definition),
      status: statusWords(definition),
    },
  );
}
