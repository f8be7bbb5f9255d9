import type { RecordDefinition, TagDefinition } from '../records/definition';
import type { LabelledKind } from '../records/labelled';
import { readLabelled, type LabelledRecord } from '../records/labelledRecord';
import { parseEntry } from '../syntax/masterFile/parse';
import { message, type Localized } from '../text/message';
import { quoteCharacters } from '../values/characterString';
import { plainName } from '../values/domainName';
import { domainOf } from './domain';
import type { Choice, Question, RecordForm } from './form';
import { NOTHING_KNOWN, ownerAt, type GivenRecord, type Known } from './known';
import { domainQuestion, USUAL_TTL } from './questions';
import {
  carriedTags,
  LEAVE_OUT,
  tagAnswers,
  tagMeaning,
  tagQuestions,
  tagText,
  type Otherwise,
} from './tagForm';

/** What a form says in words of its own. */
export interface PlainWords {
  readonly domain?: Localized;
  readonly tags?: Otherwise;
}

/**
 * The form that follows from the definition of a record: a question for the domain and one a tag, each answered as its
 * value is made. A tag without a question of its own is asked for with the first sentence of its documentation.
 */
export function plainForm(
  { definition: stated, labels }: LabelledKind,
  known: Known = NOTHING_KNOWN,
  { domain = DOMAIN, tags = {} }: PlainWords = {},
): RecordForm {
  const definition = withQuestions(stated);
  const own = definition.tags.filter(({ name }) => name !== definition.version.tag);
  const always = own.filter(({ need }) => need === 'required').map(({ name }) => name);
  const recordIn = (record: GivenRecord): LabelledRecord | undefined =>
    readAs({ definition, labels }, record);
  return {
    kind: definition.kind,
    title: definition.title,
    questions: [
      domainQuestion(known, domain),
      ...tagQuestions(definition, {}).map((question) => ({
        ...asNeeded(question, definition.byName.get(question.key)!),
        ...tags[question.key],
      })),
    ],
    carried: carriedTags(definition),
    generate: (answers) => ({
      records: [
        {
          owner: ownerAt(labels.join('.'), domainOf(answers['domain'] ?? '')),
          type: 'TXT',
          value: tagText(definition, answers, always),
          ttl: USUAL_TTL,
        },
      ],
      files: [],
      notes: [],
    }),
    answersOf: (records) => {
      const [found] = records.flatMap((record) => recordIn(record) ?? []);
      return found && { ...tagAnswers(found), domain: plainName(found.domain) };
    },
    meaning: (record) => {
      const found = recordIn(record);
      return found === undefined ? [] : tagMeaning(found);
    },
  };
}

const DOMAIN: Localized = {
  en: 'Which domain is the record for?',
  ja: 'どのドメインのレコードを作りますか。',
};

/** The definition with a question for each tag that somebody should write today. */
function withQuestions(definition: RecordDefinition): RecordDefinition {
  // Where somebody decided what is asked, that holds.
  if (definition.tags.some(({ question }) => question !== undefined)) return definition;
  const tags = definition.tags.map((tag): TagDefinition => {
    const former = tag.need === 'historic' || tag.status?.rfc9989 === 'removed';
    if (former || tag.name === definition.version.tag) return tag;
    return { ...tag, question: firstSentences(tag.documentation) };
  });
  return { ...definition, tags, byName: new Map(tags.map((tag) => [tag.name, tag])) };
}

function firstSentences({ en, ja }: Localized): Localized {
  return {
    en: /^.*?[.!?](?=\s|$)/su.exec(en)?.[0] ?? en,
    ja: /^.*?。/su.exec(ja)?.[0] ?? ja,
  };
}

/** A tag that has to be there has a value; any other one may be left out. */
function asNeeded(question: Question, { need, default: fallback, value, inherits }: TagDefinition): Question {
  if (value.type === 'keyword') {
    if (fallback !== undefined || inherits !== undefined) return question;
    const [first] = value.keywords;
    if (need === 'required') return { ...question, proposal: () => first?.value ?? '' };
    const { choices } = question;
    return { ...question, choices: (answers) => [LEFT_OUT, ...(choices?.(answers) ?? [])] };
  }
  if (need !== 'required') return question;
  const { complaint, title } = question;
  return {
    ...question,
    complaint: (text, answers) =>
      text.trim() === '' ? message(NEEDED, { title }) : complaint?.(text, answers),
  };
}

const LEFT_OUT: Choice = {
  value: '',
  label: LEAVE_OUT,
  detail: { en: 'the record says nothing of it', ja: 'レコードに書かない' },
};

const NEEDED: Localized = {
  en: 'The record has to have this: {title}.',
  ja: 'レコードに必要な項目です: {title}',
};

/** A TXT record as one of the kind; undefined for every other one. */
function readAs({ definition, labels }: LabelledKind, record: GivenRecord): LabelledRecord | undefined {
  const { owner, type, value } = record;
  if (type !== 'TXT') return undefined;
  const entry = parseEntry(`${owner} IN TXT ${quoteCharacters(value)}`, { origin: '.' });
  if (entry.strings === undefined) return undefined;
  const read = readLabelled(definition, labels, entry, entry.strings);
  return read.content === 'own' && read.place === 'right' ? read : undefined;
}
