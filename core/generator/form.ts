import type { Localized, Message } from '../text/message';

/** What was answered so far, by the questions' keys. An empty text: left out on purpose. */
export type Answers = Readonly<Record<string, string>>;

/** One of the answers that a question offers. */
export interface Choice {
  readonly value: string;
  readonly label: Localized;
  /** What it does, in a line. */
  readonly detail: Localized;
}

/** One step of a form. */
export interface Question {
  readonly key: string;
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
  /** What is wrong with a typed text, after these answers; undefined where it will do. */
  readonly complaint?: (text: string, answers: Answers) => Message | undefined;
}

/** A record as it is to be published. */
export interface GeneratedRecord {
  /** Absolute, with the final dot. */
  readonly owner: string;
  readonly type: 'TXT';
  /** The text, not yet quoted or split. */
  readonly value: string;
  /** Seconds. */
  readonly ttl: number;
}

/** Questions that are asked one after another. */
export interface Form {
  readonly title: Localized;
  readonly questions: readonly Question[];
}

/** The questions of one record type, and what they come to. */
export interface RecordForm extends Form {
  readonly kind: string;
  /** The record for a full set of answers. */
  readonly generate: (answers: Answers) => GeneratedRecord;
}

/**
 * The answers with proposals for all questions that were not answered and have a point; answers to questions
 * without a point are dropped.
 */
export function completed(form: Form, answers: Answers): Answers {
  const full: Record<string, string> = {};
  for (const question of form.questions) {
    if (!question.asked(full)) continue;
    const given = answers[question.key];
    const open = question.choices?.(full);
    const fits = given !== undefined && (open === undefined || open.some(({ value }) => value === given));
    full[question.key] = fits ? given : question.proposal(full);
  }
  return full;
}
