import { message, type Localized, type Message } from '../../text/message';
import { code, type ExplainedTerm, type Inline } from '../../text/page';
import type { TagDefinition } from '../definition';
import { keywordOf } from '../definition';
import { defaultWords, statusWords, valueWords } from '../describe';
import { effectiveKeyword, isValid, type RecordTag, type TagRecord } from '../tagRecord';
import { referenceLinks } from './references';

/** A value is shown up to here beside its explanation; all of it stands in the record's own text. */
const LONGEST_VALUE = 48;

/** Each tag of a record in plain sentences, in the record's order. All follows from the record's definition. */
export function explainedTags({ tags }: TagRecord): ExplainedTerm[] {
  const seen = new Set<string>();
  return tags.map((tag) => {
    const again = seen.has(tag.key);
    seen.add(tag.key);
    return explained(tag, again);
  });
}

function explained(tag: RecordTag, again: boolean): ExplainedTerm {
  const { definition, name, value } = tag;
  const shown = value.text.length > LONGEST_VALUE ? `${value.text.slice(0, LONGEST_VALUE)}…` : value.text;
  const term = code(`${name.text}=${shown}`);
  if (definition === undefined) return { term, text: [[message(UNKNOWN)]] };
  const head = message({ en: '**{title}**', ja: '**{title}**' }, { title: definition.title });
  const paragraphs: Inline[][] = [[head, ...sentences(valueWords(tag))]];
  if (again) paragraphs.push([message(AGAIN)]);
  else if (!isValid(tag)) paragraphs.push([message(BAD), message(defaultWords(definition))]);
  paragraphs.push([message(definition.documentation)]);
  return { term, text: paragraphs, aside: aside(definition) };
}

const UNKNOWN: Localized = {
  en: 'No tag of this record; receivers skip it.',
  ja: 'このレコードにはないタグです。受信側は読み飛ばします。',
};
const AGAIN: Localized = {
  en: 'This tag stood before: receivers take the first one, or none at all.',
  ja: 'このタグは前にもあります。受信側は最初のものだけを使うか、レコード全体を無視します。',
};
const BAD: Localized = {
  en: 'Receivers cannot use this value, as if the tag were not there. ',
  ja: '受信側はこの値を解釈できず、タグがないものとして扱います。',
};

/** Sentences behind the title. */
function sentences(messages: readonly Message[]): Inline[] {
  return messages.flatMap((sentence, index) => [
    message(index === 0 ? { en: ' — ', ja: ' — ' } : { en: ' ', ja: '' }),
    sentence,
  ]);
}

function aside(definition: TagDefinition): Inline[] {
  return [
    message({ en: '{status}. ', ja: '{status}。' }, { status: statusWords(definition) }),
    ...referenceLinks(definition.reference),
  ];
}

/** What holds for the tags that are not written, as far as there is anything: the value, and what it does. */
export function explainedDefaults(record: TagRecord): ExplainedTerm[] {
  return record.definition.tags.flatMap((definition): ExplainedTerm[] => {
    const { name, title, value, status, need, inherits } = definition;
    if (record.byName.has(name) || status?.rfc9989 === 'removed' || need === 'historic') return [];
    const holds = effectiveKeyword(record, name);
    if (holds === undefined) return [];
    const meaning = 'keywords' in value ? keywordOf(value, holds)?.meaning : undefined;
    const from = inherits?.find((other) => record.byName.has(other));
    return [
      {
        term: code(`${name}=${holds}`),
        text: [
          [
            message({ en: '**{title}**', ja: '**{title}**' }, { title }),
            ...(meaning === undefined
              ? []
              : [message({ en: ' — {meaning}', ja: ' — {meaning}' }, { meaning })]),
            ...(from === undefined
              ? []
              : [message({ en: ' (as `{from}`)', ja: '(`{from}` と同じ)' }, { from })]),
          ],
        ],
      },
    ];
  });
}
