import type { Signature } from '../text/cursor';
import { decodedOffset } from '../text/joinedText';
import type { Localized, Message, MessageValue } from '../text/message';
import { message } from '../text/message';
import type { TagDefinition, ValueKind } from './definition';
import { signatureOf, type LabelPart } from './labelParts';
import type { RecognisedRecord } from './recognise';
import { signatureInSpf } from './spfSignature';
import type { RecordTag, TagRecord } from './tagRecord';

/**
 * What is written at a place of a record, field by field: the tag or term in which the cursor stands, or what may come
 * next.
 * @param offset counts from the entry's beginning
 * @returns undefined outside of the record's text
 */
export function signatureInRecord(recognised: RecognisedRecord, offset: number): Signature | undefined {
  const { text } = recognised.value;
  if (!text.pieces.some(({ source }) => source.start <= offset && offset <= source.end)) return undefined;
  const at = decodedOffset(text, offset);
  if (at === undefined) return undefined;
  if (recognised.kind === 'spf-record') return signatureInSpf(recognised.value, at);
  const record: TagRecord = recognised.value;
  const tag = record.tags.find(({ from, to }) => from <= at && at <= to);
  if (tag?.definition === undefined) return betweenTags(record);
  return inTag(record, tag, tag.definition, at);
}

function inTag(record: TagRecord, tag: RecordTag, definition: TagDefinition, at: number): Signature {
  const { version } = record.definition;
  const form = formOf(definition.value);
  const parts: LabelPart[] = [
    ...(tag.key === version.tag ? [] : [{ text: `${version.tag}=${version.value}; ` }]),
    { text: definition.name, documentation: message(definition.title) },
    { text: '=' },
    { text: form.text, documentation: form.documentation },
    { text: '; …' },
  ];
  const active = at <= tag.name.to ? 0 : 1;
  return signatureOf(parts, active, message(definition.documentation));
}

/** Between two tags: the form of a tag, and what the record still lacks. */
function betweenTags(record: TagRecord): Signature {
  const { definition, byName } = record;
  const missing = definition.tags.filter(
    ({ name, need, status }) => !byName.has(name) && (need === 'required' || status?.rfc7489 === 'required'),
  );
  const free = definition.tags.filter(
    ({ name, need, status }) =>
      !byName.has(name) &&
      need !== 'historic' &&
      status?.rfc9989 !== 'removed' &&
      !missing.some((one) => one.name === name),
  );
  const list = (tags: readonly TagDefinition[]): string => tags.map(({ name }) => `\`${name}\``).join(' ');
  // The names are ours: they stand in the text itself, where Markdown counts.
  const needed: Localized =
    missing.length === 0
      ? { en: '', ja: '' }
      : { en: `Still needed: ${list(missing)}. `, ja: `必要: ${list(missing)}。` };
  const possible: Localized =
    free.length === 0
      ? { en: '', ja: '' }
      : { en: `Possible: ${list(free)}`, ja: `追加できるもの: ${list(free)}` };
  return signatureOf(
    [
      { text: 'tag', documentation: message(definition.title) },
      { text: '=' },
      { text: 'value', documentation: message({ en: 'what the tag says', ja: 'タグの値' }) },
      { text: '; …' },
    ],
    0,
    message({ en: needed.en + possible.en, ja: needed.ja + possible.ja }),
  );
}

/** More words than this are not put into a label. */
const MOST_WORDS = 4;

/** The form of a tag's value, as short as it goes. */
export function formOf(kind: ValueKind): { readonly text: string; readonly documentation: Message } {
  const said = (text: string, en: string, ja: string) => ({ text, documentation: message({ en, ja }) });
  switch (kind.type) {
    case 'keyword':
    case 'keyword-list': {
      const words = kind.keywords.map(({ value }) => value);
      const shown = words.length > MOST_WORDS ? [...words.slice(0, MOST_WORDS), '…'] : words;
      const list = kind.type === 'keyword-list';
      const bullets = kind.keywords.map((_, index) => `- \`{word${index}}\`: {meaning${index}}`).join('\n');
      const values = Object.fromEntries(
        kind.keywords.flatMap(({ value, meaning }, index): [string, MessageValue][] => [
          [`word${index}`, value],
          [`meaning${index}`, meaning],
        ]),
      );
      return {
        text: list ? `${shown.join('|')}[${kind.separator}…]` : shown.join('|'),
        documentation: message({ en: bullets, ja: bullets }, values),
      };
    }
    case 'integer':
      return said(`${kind.least}-${kind.most}`, 'a whole number', '整数');
    case 'report-uris':
      return kind.https === true
        ? said('mailto:address|https://…[,…]', 'URIs with commas between', 'URI をカンマで区切って並べます')
        : said(
            'mailto:address[,…]',
            '`mailto:` URIs with commas between',
            '`mailto:` の URI をカンマで区切って並べます',
          );
    case 'https-uri':
      return said('https://host/path', 'one URI, or nothing', 'URI 1 個、または空');
    case 'base64':
      return said('base64', 'the key in Base64; empty: revoked', 'Base64 の鍵。空なら失効');
    case 'text':
      return said('text', 'free text', '自由なテキスト');
  }
}
