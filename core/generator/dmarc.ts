import type { KeywordDefinition, TagDefinition, ValueKind } from '../records/definition';
import { tagDefinition } from '../records/definition';
import { dmarcPolicyDefinition, POLICY_LABEL, type DmarcPolicyRecord } from '../records/dmarcPolicy';
import type { Localized } from '../text/message';
import { absoluteName, plainName } from '../values/domainName';
import { addressComplaint, addressesOf, mailtoList } from './addresses';
import { domainComplaint, domainOf } from './domain';
import type { Answers, Choice, GeneratedRecord, Question, RecordForm } from './form';

/** Seconds that a new record may be cached for: an hour, so that a slip is mended within one. */
export const USUAL_TTL = 3600;

const ALWAYS = () => true;

const DOMAIN: Question = {
  key: 'domain',
  title: { en: 'Domain', ja: 'ドメイン' },
  text: {
    en: 'Which domain is the record for? It is the part behind the @ of the addresses in From.',
    ja: 'どのドメインのレコードを作りますか。From のアドレスの @ より後ろの部分です。',
  },
  asked: ALWAYS,
  proposal: () => '',
  example: 'example.com',
  complaint: domainComplaint,
};

const LEAVE_OUT: Localized = { en: 'Leave out', ja: '指定しない' };

const STRENGTH: readonly string[] = ['none', 'quarantine', 'reject'];

/** What holds for a tag where its answer is empty. */
export function effectiveAnswer(answers: Answers, name: string): string {
  const own = answers[name];
  if (own !== undefined && own !== '') return own;
  const definition = tagDefinition(dmarcPolicyDefinition, name);
  const [from] = definition?.inherits ?? [];
  return from === undefined ? (definition?.default ?? '') : effectiveAnswer(answers, from);
}

/** When a tag is worth a question. */
const ASKED: Readonly<Record<string, (answers: Answers) => boolean>> = {
  fo: ({ ruf }) => ruf !== undefined && ruf !== '',
  t: (answers) => ['p', 'sp', 'np'].some((name) => effectiveAnswer(answers, name) !== 'none'),
};

function questionFor(tag: TagDefinition): Question | undefined {
  const { name, title, question, value } = tag;
  if (question === undefined) return undefined;
  const common = { key: name, title, text: question, asked: ASKED[name] ?? ALWAYS };
  if (value.type === 'report-uris') {
    return {
      ...common,
      // Aggregate reports are what makes the record useful; failure reports are for few.
      proposal: ({ domain }) => (name === 'rua' && domain ? `dmarc-reports@${domainOf(domain)}` : ''),
      example: 'dmarc-reports@example.com',
      complaint: addressComplaint,
    };
  }
  if (!('keywords' in value)) return undefined;
  return {
    ...common,
    choices: (answers) => choicesFor(tag, value, answers),
    proposal: () => (tag.inherits === undefined ? (tag.default ?? '') : ''),
  };
}

function choicesFor(
  tag: TagDefinition,
  kind: Extract<ValueKind, { keywords: readonly KeywordDefinition[] }>,
  answers: Answers,
): Choice[] {
  if (kind.type === 'keyword-list') return listChoices(kind.keywords);
  const choices = kind.keywords.map(({ value, meaning }) => ({
    value,
    label: { en: value, ja: value },
    detail: meaning,
  }));
  const [from] = tag.inherits ?? [];
  if (from === undefined) return choices;
  // The same as what holds anyway needs no tag, and a weaker one would open a door to forgers.
  const inherited = effectiveAnswer(answers, from);
  const stricter = choices.filter(({ value }) => STRENGTH.indexOf(value) > STRENGTH.indexOf(inherited));
  const same: Choice = {
    value: '',
    label: LEAVE_OUT,
    detail: { en: `as \`${from}\`: ${inherited}`, ja: `\`${from}\` と同じ: ${inherited}` },
  };
  return [same, ...stricter];
}

/** The sensible combinations of `fo`. */
function listChoices(keywords: readonly KeywordDefinition[]): Choice[] {
  const meaning = (word: string): Localized =>
    keywords.find(({ value }) => value === word)?.meaning ?? { en: word, ja: word };
  return ['0', '1', '1:d:s', 'd', 's'].map((value) => {
    const words = value.split(':').map(meaning);
    return {
      value,
      label: { en: value, ja: value },
      detail: { en: words.map(({ en }) => en).join('; '), ja: words.map(({ ja }) => ja).join('、') },
    };
  });
}

/** The form for a DMARC Policy Record, made from its definition. */
export const dmarcForm: RecordForm = {
  kind: dmarcPolicyDefinition.kind,
  title: dmarcPolicyDefinition.title,
  questions: [DOMAIN, ...dmarcPolicyDefinition.tags.flatMap((tag) => questionFor(tag) ?? [])],
  generate: generateDmarc,
};

/**
 * The record for a set of answers.
 * @param answers as {@link completed} gives them; texts as typed
 */
function generateDmarc(answers: Answers): GeneratedRecord {
  const { version, tags } = dmarcPolicyDefinition;
  const parts = [`${version.tag}=${version.value}`];
  for (const { name, value, default: fallback, inherits } of tags) {
    const answer = answers[name] ?? '';
    if (answer === '' || name === version.tag) continue;
    if (value.type === 'report-uris') {
      const list = mailtoList(answer);
      if (list !== '') parts.push(`${name}=${list}`);
    } else {
      // What holds without the tag is not written; the policy always is.
      const implied = inherits === undefined ? fallback : effectiveAnswer(answers, inherits[0]!);
      if (name === 'p' || answer !== implied) parts.push(`${name}=${answer}`);
    }
  }
  const domain = domainOf(answers['domain'] ?? '');
  return {
    owner: absoluteName(`${POLICY_LABEL}.${domain}`, '.') ?? `${POLICY_LABEL}.${domain}.`,
    type: 'TXT',
    value: parts.join('; '),
    ttl: USUAL_TTL,
  };
}

/** The answers that a record stands for: the other way round of generating it. */
export function dmarcAnswers(record: DmarcPolicyRecord): Answers {
  const answers: Record<string, string> = { domain: plainName(record.domain) };
  for (const { name } of record.definition.tags) {
    const tag = record.byName.get(name);
    if (name === record.definition.version.tag) continue;
    answers[name] =
      tag?.read.type === 'report-uris' ? addressesOf(tag.read.uris) : (tag?.value.text.toLowerCase() ?? '');
  }
  return answers;
}
