import type { Localized, Message } from '../text/message';
import type { GivenRecord } from './known';

/**
 * What was answered so far, by the questions' keys. An empty text: left out on purpose. Of lists and of choices of
 * several, the members with commas between.
 */
export type Answers = Readonly<Record<string, string>>;

/** One of the answers that a question offers. */
export interface Choice {
  readonly value: string;
  readonly label: Localized;
  /** What it does, in a line. */
  readonly detail: Localized;
}

/** How a question is answered: with one of its choices, with any of them, with a text, or with several texts. */
export type QuestionKind = 'choice' | 'choices' | 'text' | 'list';

/** One step of a form. */
export interface Question {
  readonly key: string;
  readonly kind: QuestionKind;
  /** The option of the command line, without its hyphens; the key where it is absent. */
  readonly option?: string;
  readonly title: Localized;
  /** One sentence that explains what is asked. */
  readonly text: Localized;
  /** Whether the question has a point after these answers. */
  readonly asked: (answers: Answers) => boolean;
  /** What to choose from; absent where a text is to be typed. */
  readonly choices?: (answers: Answers) => readonly Choice[];
  /** What is proposed; of a choice, its value. */
  readonly proposal: (answers: Answers) => string;
  /** An example for an empty input. */
  readonly example?: string;
  /** The text may have several lines, as a key in PEM has. */
  readonly long?: true;
  /** What is wrong with an answer, after those before it; undefined where it will do. */
  readonly complaint?: (text: string, answers: Answers) => Message | undefined;
  /** Also asked where several records are made at once; the others keep what they propose there. */
  readonly essential?: true;
}

/** The types of records that are made. */
export type GeneratedType = 'TXT' | 'MX' | 'CNAME' | 'A' | 'AAAA';

/** A record as it is to be published. */
export interface GeneratedRecord {
  /** Absolute, with the final dot. */
  readonly owner: string;
  readonly type: GeneratedType;
  /** Of TXT the text, not yet quoted or split; otherwise an address, or a name with its final dot. */
  readonly value: string;
  /** Of MX: the preference, which providers call priority. */
  readonly preference?: number;
  /** Seconds. */
  readonly ttl: number;
}

/** A file that belongs to the records. */
export interface GeneratedFile {
  readonly name: string;
  /** Where it has to be put. */
  readonly place: Message;
  readonly text: string;
}

/** All that a set of answers comes to. */
export interface Generated {
  readonly records: readonly GeneratedRecord[];
  readonly files: readonly GeneratedFile[];
  /** What to know or to do besides, in sentences. */
  readonly notes: readonly Message[];
}

/** Questions that are asked one after another. */
export interface Form {
  readonly title: Localized;
  readonly questions: readonly Question[];
  /** Keys that no question has: parts of an existing record that are kept as they are. */
  readonly carried?: readonly string[];
}

/** The questions for one kind of record or set of records, and what they come to. */
export interface RecordForm extends Form {
  /** The word for it on the command line. */
  readonly kind: string;
  /**
   * What a full set of answers comes to.
   * @param answers as {@link completed} gives them; texts as typed, without complaints
   */
  readonly generate: (answers: Answers) => Generated;
  /** The answers that records which are there already stand for; undefined where none of them is of this kind. */
  readonly answersOf: (records: readonly GivenRecord[]) => Answers | undefined;
  /** What a record says, a part a text, so that two of them can be compared whatever their layout is. */
  readonly meaning: (record: GivenRecord) => readonly string[];
  /** Keys whose answers are not to be taken over from an existing record when it is made anew. */
  readonly fresh?: readonly string[];
}

/** The members of a list or of a choice of several. */
export function membersOf(text: string): string[] {
  return text.split(/[\s,;、，；]+/u).filter((member) => member !== '');
}

/** Whether an answer is one of those that a question offers. */
function fits(question: Question, given: string, answers: Answers): boolean {
  const open = question.choices?.(answers);
  if (open === undefined) return true;
  const offered = (value: string): boolean => open.some((choice) => choice.value === value);
  return question.kind === 'choices' ? membersOf(given).every(offered) : offered(given);
}

/**
 * The answers with proposals for all questions that were not answered and have a point; answers to questions
 * without a point are dropped.
 */
export function completed(form: Form, answers: Answers): Answers {
  const full: Record<string, string> = {};
  for (const key of form.carried ?? []) {
    const given = answers[key];
    if (given !== undefined && given !== '') full[key] = given;
  }
  for (const question of form.questions) {
    if (!question.asked(full)) continue;
    const given = answers[question.key];
    full[question.key] = given !== undefined && fits(question, given, full) ? given : question.proposal(full);
  }
  return full;
}

/** The first thing wrong with a full set of answers. */
export interface Complaint {
  readonly question: Question;
  /** `choice`: it is not among what is offered, and a proposal would take its place. */
  readonly about: 'choice' | 'text';
  readonly message: Message;
}

/**
 * What is wrong with answers: texts that do not do, and choices that are not offered.
 * @param given as they were given, before {@link completed}
 */
export function complaints(form: Form, given: Answers): Complaint[] {
  const full = completed(form, given);
  const found: Complaint[] = [];
  for (const question of form.questions) {
    const answer = full[question.key];
    if (answer === undefined) continue;
    const stated = given[question.key];
    if (stated !== undefined && !fits(question, stated, full)) {
      const offered = (question.choices?.(full) ?? []).map(({ value }) => value || '""').join(', ');
      found.push({
        question,
        about: 'choice',
        message: { text: NOT_OFFERED, values: { answer: stated, offered } },
      });
      continue;
    }
    const message = question.complaint?.(answer, full);
    if (message !== undefined) found.push({ question, about: 'text', message });
  }
  return found;
}

const NOT_OFFERED: Localized = {
  en: '“{answer}” is not among the choices: {offered}',
  ja: '「{answer}」は選べません。選べるのは {offered} です',
};

/** An existing record as answers, with what they cannot hold. */
export interface Prefilled {
  readonly answers: Answers;
  /** The parts of the existing records that a record made from these answers would not have. */
  readonly lost: readonly string[];
  /** The parts that such a record would have and the existing ones have not: a proposal where an answer was missing. */
  readonly added: readonly string[];
}

/**
 * What an existing record comes to in a form, so that it can be changed with questions.
 * @param records those that stand at the names in question, of any kind
 */
export function prefilled(form: RecordForm, records: readonly GivenRecord[]): Prefilled | undefined {
  const answers = form.answersOf(records);
  if (answers === undefined) return undefined;
  const again = form.generate(completed(form, answers)).records.flatMap(form.meaning);
  const before = records.flatMap(form.meaning);
  const lost = before.filter((part) => !again.includes(part));
  const added = again.filter((part) => !before.includes(part));
  const open = Object.entries(answers).filter(([key]) => !(form.fresh ?? []).includes(key));
  return { answers: Object.fromEntries(open), lost, added };
}
