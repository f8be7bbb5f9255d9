import type { Description } from '../text/cursor';
import { decodedOffset } from '../text/joinedText';
import type { Localized, Message } from '../text/message';
import { message } from '../text/message';
import type { TagDefinition } from './definition';
import { keyWords } from './dkimKeyDescribed';
import type { RecognisedRecord } from './recognise';
import { describedInSpf } from './spfDescribed';
import type { RecordTag, TagRecord } from './tagRecord';
import { spanOf } from './tagRecord';
import { keywordWords, valuePartAt } from './valueDescribed';

/**
 * What stands at a place of a record, explained.
 * @param offset counts from the entry's beginning, as does the span of the answer
 */
export function describedInRecord(recognised: RecognisedRecord, offset: number): Description | undefined {
  if (recognised.kind === 'spf-record') return describedInSpf(recognised.value, offset);
  const record: TagRecord = recognised.value;
  const at = decodedOffset(record.text, offset);
  if (at === undefined) return undefined;
  const tag = record.tags.find(({ from, to }) => from <= at && at <= to);
  if (tag === undefined) return undefined;
  const { definition } = tag;
  if (definition === undefined) {
    return {
      span: spanOf(record, tag),
      paragraphs: [
        message(
          {
            en: '`{name}` is no tag of this record; receivers skip it.',
            ja: '`{name}` というタグはこのレコードにはなく、受信側は読み飛ばします。',
          },
          { name: tag.name.text },
        ),
      ],
    };
  }
  const part = valuePartAt(recognised, tag, at);
  if (part !== undefined) {
    const paragraphs = [heading(definition), ...part.words, source(definition)];
    return { span: spanOf(record, part.range), paragraphs };
  }
  const paragraphs: Message[] = [heading(definition), message(definition.documentation)];
  paragraphs.push(...valueWords(tag));
  if (recognised.kind === 'dkim-key' && (tag.key === 'p' || tag.key === 'v')) {
    paragraphs.push(...keyWords(recognised.value));
  }
  if (tag.value.text === '' || at < tag.value.from) paragraphs.push(message(defaultWords(definition)));
  paragraphs.push(source(definition));
  return { span: spanOf(record, at <= tag.name.to ? tag.name : tag), paragraphs };
}

function source(definition: TagDefinition): Message {
  return message(
    { en: '{status} ({reference})', ja: '{status}（{reference}）' },
    { status: statusWords(definition), reference: definition.reference },
  );
}

function heading(definition: TagDefinition): Message {
  const { name, title } = definition;
  return message({ en: '**`{name}` — {title}**', ja: '**`{name}` — {title}**' }, { name, title });
}

/** What the tag's value says, word by word. */
export function valueWords({ read }: RecordTag): Message[] {
  switch (read.type) {
    case 'keyword':
      return read.keyword === undefined ? [] : [keywordWords(read.keyword)];
    case 'keyword-list':
      return read.members.flatMap(({ keyword }) => (keyword === undefined ? [] : [keywordWords(keyword)]));
    case 'report-uris':
      return read.uris
        .filter(({ problem }) => problem === undefined)
        .map(({ address }) =>
          message(
            { en: 'Reports go to `{address}`.', ja: 'レポートは `{address}` に送られます。' },
            { address },
          ),
        );
    default:
      return [];
  }
}

/** What holds where the tag is absent. */
export function defaultWords({ default: fallback, inherits }: TagDefinition): Localized {
  if (inherits !== undefined) {
    const tags = inherits.map((name) => `\`${name}\``);
    return {
      en: `Without it: as ${tags.join(', else ')}.`,
      ja: `省略時: ${tags.join('、なければ ')} と同じ。`,
    };
  }
  if (fallback !== undefined) return { en: `Without it: \`${fallback}\`.`, ja: `省略時: \`${fallback}\`。` };
  return { en: 'It has no default.', ja: '既定値はありません。' };
}

/** How much the standard asks for a tag. */
const NEEDS: Readonly<Record<NonNullable<TagDefinition['need']>, Localized>> = {
  required: { en: 'Required', ja: '必須' },
  recommended: { en: 'Recommended', ja: '推奨' },
  optional: { en: 'Optional', ja: '任意' },
  historic: { en: 'No longer part of the standard', ja: '現在の規格では廃止' },
};

/** Which readers know the tag, or how much the standard asks for it. */
export function statusWords({ status, need = 'optional' }: TagDefinition): Localized {
  if (status === undefined) return NEEDS[need];
  if (status.rfc9989 === 'removed') {
    return { en: 'RFC 7489 only; removed by RFC 9989', ja: 'RFC 7489 のみ。RFC 9989 で廃止' };
  }
  switch (status.rfc7489) {
    case 'unknown':
      return { en: 'New in RFC 9989', ja: 'RFC 9989 で追加' };
    case 'rfc9091':
      return { en: 'RFC 9091 and RFC 9989', ja: 'RFC 9091 と RFC 9989' };
    case 'required':
      return status.rfc9989 === 'required'
        ? { en: 'Required by RFC 7489 and RFC 9989', ja: 'RFC 7489 と RFC 9989 で必須' }
        : { en: 'Required by RFC 7489, recommended by RFC 9989', ja: 'RFC 7489 では必須、RFC 9989 では推奨' };
    case 'optional':
      return { en: 'Optional in RFC 7489 and RFC 9989', ja: 'RFC 7489 と RFC 9989 で任意' };
  }
}
