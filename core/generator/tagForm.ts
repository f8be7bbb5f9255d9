import type { KeywordDefinition, RecordDefinition, TagDefinition, ValueKind } from '../records/definition';
import { tagDefinition } from '../records/definition';
import type { TagRecord } from '../records/tagRecord';
import { message, type Localized, type Message } from '../text/message';
import { httpsUriProblem } from '../values/httpsUri';
import { addressComplaint, httpsUriComplaint, reportUriAnswers, reportUriList } from './addresses';
import type { Answers, Choice, Question } from './form';
import { asciiUri } from './names';
import { ALWAYS } from './questions';

/** What a form says otherwise than the record's definition does, by the tag's name. */
export type Otherwise = Readonly<Record<string, Partial<Question>>>;

/** What holds for a tag where its answer is empty. */
export function effectiveTag(definition: RecordDefinition, answers: Answers, name: string): string {
  const own = answers[name];
  if (own !== undefined && own !== '') return own;
  const tag = tagDefinition(definition, name);
  const [from] = tag?.inherits ?? [];
  return from === undefined ? (tag?.default ?? '') : effectiveTag(definition, answers, from);
}

/** The questions for the tags of a record: one for each that has a question in its definition. */
export function tagQuestions(definition: RecordDefinition, otherwise: Otherwise): Question[] {
  return definition.tags.flatMap((tag) => {
    if (tag.question === undefined) return [];
    return { ...questionFor(definition, tag, tag.question), ...otherwise[tag.name] };
  });
}

/** The tags that are not asked for: what an existing record has of them is kept. */
export function carriedTags(definition: RecordDefinition): string[] {
  return definition.tags
    .filter(
      ({ name, question, status, need }) =>
        question === undefined &&
        name !== definition.version.tag &&
        status?.rfc9989 !== 'removed' &&
        need !== 'historic',
    )
    .map(({ name }) => name);
}

function questionFor(definition: RecordDefinition, tag: TagDefinition, text: Localized): Question {
  const { name, title, value } = tag;
  const common = { key: name, title, text, asked: ALWAYS, proposal: () => '' };
  switch (value.type) {
    case 'keyword':
      return {
        ...common,
        kind: 'choice',
        choices: (answers) => keywordChoices(definition, tag, value, answers),
        proposal: () => (tag.inherits === undefined ? (tag.default ?? '') : ''),
      };
    case 'keyword-list':
      return { ...common, kind: 'choices', choices: () => value.keywords.map(keywordChoice) };
    case 'report-uris':
      return {
        ...common,
        kind: 'list',
        example: 'reports@example.com',
        complaint: (answer) => addressComplaint(answer, value.https === true),
      };
    case 'https-uri':
      return {
        ...common,
        kind: 'text',
        example: 'https://example.com/file',
        complaint: (answer) =>
          answer.trim() === '' || httpsUriProblem(asciiUri(answer.trim())) === undefined
            ? undefined
            : httpsUriComplaint(answer),
      };
    case 'integer':
    case 'base64':
    case 'text':
      return { ...common, kind: 'text', complaint: (answer) => formComplaint(value, answer, title) };
  }
}

function formComplaint(value: ValueKind, answer: string, title: Localized): Message | undefined {
  const text = answer.trim();
  if (text === '') return undefined;
  const fine =
    value.type === 'integer'
      ? /^\d{1,10}$/.test(text) && Number(text) >= value.least && Number(text) <= value.most
      : value.type !== 'text' || value.form === undefined || value.form.test(text);
  // A `;` ends a tag wherever it stands, and what is not ASCII has no place in one (RFC 6376 §3.2).
  if (fine && /^[\x20-\x7e]*$/.test(text) && !text.includes(';')) return undefined;
  return message(
    { en: '“{text}” cannot stand here: {title}.', ja: '「{text}」は「{title}」に使えません。' },
    { text, title },
  );
}

/** The label of the choice that leaves a tag out. */
export const LEAVE_OUT: Localized = { en: 'Leave out', ja: '指定しない' };

function keywordChoice({ value, meaning }: KeywordDefinition): Choice {
  return { value, label: { en: value, ja: value }, detail: meaning };
}

/** Of a tag that inherits, only what is stricter than what holds anyway: weaker ones would open a door to forgers. */
function keywordChoices(
  definition: RecordDefinition,
  tag: TagDefinition,
  kind: Extract<ValueKind, { type: 'keyword' }>,
  answers: Answers,
): Choice[] {
  const choices = kind.keywords.map(keywordChoice);
  const [from] = tag.inherits ?? [];
  if (from === undefined) return choices;
  const strength = kind.keywords.map(({ value }) => value);
  const inherited = effectiveTag(definition, answers, from);
  const stricter = choices.filter(({ value }) => strength.indexOf(value) > strength.indexOf(inherited));
  const same: Choice = {
    value: '',
    label: LEAVE_OUT,
    detail: { en: `as \`${from}\`: ${inherited}`, ja: `\`${from}\` と同じ: ${inherited}` },
  };
  return [same, ...stricter];
}

/**
 * The text of a record for a set of answers. What holds without a tag is not written.
 * @param always tags that are written all the same
 */
export function tagText(definition: RecordDefinition, answers: Answers, always: readonly string[]): string {
  const { version, tags } = definition;
  const parts = [`${version.tag}=${version.value}`];
  for (const tag of tags) {
    const { name, inherits, default: fallback } = tag;
    if (name === version.tag) continue;
    const value = written(tag, answers[name] ?? '');
    const implied = inherits === undefined ? fallback : effectiveTag(definition, answers, inherits[0]!);
    const wanted = always.includes(name) ? answers[name] !== undefined : value !== '' && value !== implied;
    if (wanted) parts.push(`${name}=${value}`);
  }
  return parts.join('; ');
}

/** An answer as the tag's value. */
function written({ value }: TagDefinition, answer: string): string {
  const text = answer.trim();
  if (value.type === 'report-uris') return reportUriList(text);
  if (value.type === 'https-uri') return asciiUri(text);
  if (value.type !== 'keyword-list') return text;
  return text
    .split(/[\s,:]+/)
    .filter((word) => word !== '')
    .join(value.separator);
}

/** The answers that the tags of a record stand for: the other way round of {@link tagText}. */
export function tagAnswers({ definition, byName }: TagRecord): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { name } of definition.tags) {
    if (name === definition.version.tag) continue;
    const tag = byName.get(name);
    answers[name] = tag === undefined ? '' : answerFor(tag);
  }
  return answers;
}

function answerFor({ read, value }: NonNullable<ReturnType<TagRecord['byName']['get']>>): string {
  switch (read.type) {
    case 'report-uris':
      return reportUriAnswers(read.uris);
    case 'keyword':
      return read.keyword?.value ?? '';
    case 'keyword-list':
      return read.members.flatMap(({ keyword }) => keyword?.value ?? []).join(',');
    default:
      return value.text;
  }
}

/** What the tags of a record say: each tag that does more than its absence would, in one spelling. */
export function tagMeaning({ definition, tags }: TagRecord): string[] {
  return tags.flatMap((tag) => {
    const { key, value, read } = tag;
    if (key === definition.version.tag) return [];
    const text = read.type === 'report-uris' ? uriText(value.text) : answerFor(tag) || value.text;
    const inherits = tag.definition?.inherits;
    return inherits === undefined && text === (tag.definition?.default ?? undefined)
      ? []
      : [`${key}=${text}`];
  });
}

/** Report URIs in one spelling: without blanks around their commas, scheme and domain in lower case. */
function uriText(text: string): string {
  return text
    .split(',')
    .map((uri) => {
      const at = uri.lastIndexOf('@');
      const plain = uri.trim().replace(/^mailto:/i, 'mailto:');
      return at < 0 ? plain : plain.replace(/@[^@]*$/, (domain) => domain.toLowerCase());
    })
    .join(',');
}
