import type { Candidate, Expectation } from '../text/cursor';
import type { Item, Range } from '../syntax/tagList';
import type { JoinedText } from '../text/joinedText';
import { decodedOffset, sourceSpan } from '../text/joinedText';
import type { Localized, Message } from '../text/message';
import { message } from '../text/message';
import type { Span } from '../text/span';
import { encoderLike } from '../values/characterString';
import { plainName } from '../values/domainName';
import type { TagDefinition } from './definition';
import { defaultWords, statusWords } from './describe';
import type { RecognisedRecord } from './recognise';
import { expectedInSpf } from './spfExpected';
import type { ListMember, RecordTag, TagRecord } from './tagRecord';

export { describedInRecord } from './describe';

/** A record that is a tag list. */
type RecognisedTagList = Exclude<RecognisedRecord, { readonly kind: 'spf-record' }>;

/** A place in a record that can be completed. */
interface Place {
  readonly record: TagRecord;
  /** The domain whose record it is, without final dot. */
  readonly domain: string;
  /** The cursor in the decoded text. */
  readonly at: number;
  /** Writes text for the character-string in which the cursor stands. */
  readonly write: (text: string) => string;
}

/**
 * What may be written at a place of a record.
 * @param offset counts from the entry's beginning, as do the spans of the answer
 * @returns undefined where nothing is to be offered
 */
export function expectedInRecord(recognised: RecognisedRecord, offset: number): Expectation | undefined {
  if (recognised.kind === 'spf-record') return expectedInSpf(recognised.value, offset);
  const record: TagRecord = recognised.value;
  const { text } = record;
  const domain = plainName(
    recognised.kind === 'report-authorisation' ? recognised.value.reportDomain : recognised.value.domain,
  );
  if (text.pieces.length === 0) {
    const type = record.entry.type;
    if (type === undefined || offset <= type.end) return undefined;
    const quoted = (record: string) => `"${record}"`;
    return { replace: { start: offset, end: offset }, candidates: wholeRecords(recognised, domain, quoted) };
  }
  const at = decodedOffset(text, offset);
  if (at === undefined) return undefined;
  const piece = text.pieces.find((p) => p.source.start <= offset && offset <= p.source.end);
  if (piece === undefined) return undefined;
  const encode = encoderLike(text);
  const place: Place = { record, domain, at, write: (t) => encode(t, piece.quoted) };
  if (record.tags.length === 0 && /^\s*[a-z]*$/i.test(text.text)) {
    return {
      replace: sourceSpan(text, 0, text.text.length),
      candidates: wholeRecords(recognised, domain, place.write),
    };
  }
  return inList(place);
}

/** Records to begin with, the safest first. */
function wholeRecords(
  recognised: RecognisedTagList,
  domain: string,
  write: (text: string) => string,
): Candidate[] {
  const candidate = (text: string, detail: Localized): Candidate => ({
    label: text,
    kind: 'record',
    insert: write(text),
    detail: message(detail),
  });
  const { beginnings } = recognised.value.definition;
  if (beginnings !== undefined) {
    return beginnings.map(({ text, detail }) => candidate(text.replaceAll('{domain}', domain), detail));
  }
  if (recognised.kind === 'report-authorisation') {
    return [
      candidate('v=DMARC1', {
        en: 'agree to receive the other domain’s reports',
        ja: '相手ドメインのレポートの受信を承認する',
      }),
    ];
  }
  const rua = `rua=mailto:dmarc-reports@${domain}`;
  return [
    candidate(`v=DMARC1; p=none; ${rua}`, {
      en: 'only watch and collect reports',
      ja: '監視だけを行い、レポートを集める',
    }),
    candidate(`v=DMARC1; p=quarantine; ${rua}`, {
      en: 'failing mail is suspicious',
      ja: '失敗したメールを迷惑メール扱いにする',
    }),
    candidate(`v=DMARC1; p=reject; ${rua}`, {
      en: 'failing mail is refused',
      ja: '失敗したメールを拒否する',
    }),
  ];
}

/** What the cursor's item of the tag list can hold. */
function inList(place: Place): Expectation | undefined {
  const { record, at } = place;
  const item = record.list.items.findLast(({ lead }) => lead.from <= at);
  if (item === undefined || (item.separator.kind === 'semicolon' && at >= item.separator.to)) {
    return names(place, { from: at, to: at }, afterSemicolon(record.text, at) ? ' ' : '', '=');
  }
  const tag = record.tags.find(({ from }) => from === item.from);
  if (tag === undefined || at <= tag.name.to || at < item.from) return nameIn(place, item, tag);
  // Between the name and the `=` nothing is missing.
  if (!record.text.text.slice(tag.name.to, at).includes('=')) return undefined;
  if (at > item.to && tag.value.text !== '') {
    return item.separator.kind === 'none' ? names(place, { from: item.to, to: at }, '; ', '=') : undefined;
  }
  return valueOf(place, tag);
}

function afterSemicolon(text: JoinedText, at: number): boolean {
  return text.text[at - 1] === ';';
}

/** The cursor is in a tag's name, or where one can begin. */
function nameIn(place: Place, item: Item, tag: RecordTag | undefined): Expectation | undefined {
  const { record, at } = place;
  const { text } = record.text;
  let from = Math.max(at, item.lead.from);
  while (from > item.lead.from && /[a-z]/i.test(text[from - 1]!)) from--;
  let to = at;
  while (to < item.to && /[a-z]/i.test(text[to]!)) to++;
  const before = afterSemicolon(record.text, from) ? ' ' : '';
  const renames = tag !== undefined && to === tag.name.to && from === tag.name.from;
  return names(place, { from, to }, before, renames ? '' : '=', renames ? tag : undefined);
}

/** Tag names that the record does not have yet (and the one that is being replaced). */
function names(
  { record, write }: Place,
  range: Range,
  before: string,
  after: string,
  replaced?: RecordTag,
): Expectation | undefined {
  const open = record.definition.tags.filter(
    ({ name, status, need }) =>
      name === replaced?.key ||
      (!record.byName.has(name) && status?.rfc9989 !== 'removed' && need !== 'historic'),
  );
  if (open.length === 0) return undefined;
  return {
    replace: sourceSpan(record.text, range.from, range.to),
    candidates: open.map((definition) => ({
      label: definition.name,
      kind: 'tag',
      insert: write(`${before}${definition.name}${after}`),
      detail: message(definition.title),
      documentation: tagWords(definition),
      ...(after !== '' && { again: true }),
    })),
  };
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

/** The cursor is in a tag's value. */
function valueOf(place: Place, tag: RecordTag): Expectation | undefined {
  const kind = tag.definition?.value;
  switch (kind?.type) {
    case 'keyword':
      return words(
        place,
        tag.value.text === '' ? { from: place.at, to: place.at } : tag.value,
        kind.keywords,
      );
    case 'keyword-list': {
      const members = tag.read.type === 'keyword-list' ? tag.read.members : [];
      const current = memberAt(members, place.at);
      const others = members.filter((member) => member !== current).map(({ text }) => text.toLowerCase());
      const excluded = kind.exclusive.some((word) => others.includes(word)) ? kind.exclusive : [];
      const free = kind.keywords.filter(({ value }) => !others.includes(value) && !excluded.includes(value));
      return words(place, current ?? { from: place.at, to: place.at }, free);
    }
    case 'report-uris':
      return addresses(place, tag);
    default:
      return undefined;
  }
}

function memberAt(members: readonly ListMember[], at: number): ListMember | undefined {
  return members.find(({ from, to }) => from <= at && at <= to);
}

function words(
  { record, write }: Place,
  range: Range,
  keywords: readonly { readonly value: string; readonly meaning: Localized }[],
): Expectation | undefined {
  if (keywords.length === 0) return undefined;
  const separator = missingSeparator(record.text.text.slice(range.to));
  return {
    replace: sourceSpan(record.text, range.from, range.to),
    candidates: keywords.map(({ value, meaning }) => ({
      label: value,
      kind: 'value',
      insert: write(value + separator),
      detail: message(meaning),
    })),
  };
}

/** What has to stand behind a value so that the tag that follows it stays one of its own. */
function missingSeparator(rest: string): string {
  return /^\s+[a-z]+\s*=/i.test(rest) ? ';' : '';
}

/** Report addresses: those of the record's other tag, one in the own domain, and the bare beginning of any. */
function addresses({ record, domain, at, write }: Place, tag: RecordTag): Expectation {
  const uris = record.tags.flatMap(({ read }) => (read.type === 'report-uris' ? read.uris : []));
  const current = uris.find((uri) => uri.from <= at && at <= uri.to && uri.from >= tag.value.from);
  const known = uris.filter((uri) => uri !== current && uri.problem === undefined).map(({ text }) => text);
  const box =
    record.definition.kind === 'tls-rpt'
      ? 'tls-reports'
      : tag.key === 'ruf'
        ? 'dmarc-failures'
        : 'dmarc-reports';
  const own = `mailto:${box}@${domain}`;
  const detail: Localized = { en: 'an address in your own domain', ja: '自ドメインのアドレス' };
  const labels = new Set([own, ...known]);
  const replace: Span = sourceSpan(record.text, current?.from ?? at, current?.to ?? at);
  return {
    replace,
    candidates: [
      ...[...labels].map((label): Candidate => ({
        label,
        kind: 'value',
        insert: write(label),
        ...(label === own && { detail: message(detail) }),
      })),
      {
        label: 'mailto:',
        kind: 'value',
        detail: message({ en: 'another address', ja: 'その他のアドレス' }),
      },
    ],
  };
}
