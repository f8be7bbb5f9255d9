// A form as it is filled in: what was answered, what follows from it, what is wrong with it. No DOM in here.
import {
  complaints,
  completed,
  type Answers,
  type Form,
  type Generated,
  type Question,
  type RecordForm,
} from '../../core/generator/form';
import { wantedKey, withNewKey } from '../../core/generator/newKey';
import type { StartingPoint } from '../../core/generator/startingPoint';
import type { Message } from '../../core/text/message';

/** What a person has done with a form so far. */
export interface Filling {
  /** Answers of their own; the domain is kept apart, as all forms share it. */
  readonly given: Answers;
  /**
   * With what the form begins: the name of a starting point, `''` where it has none. Undefined: with the record whose
   * place it would take, or with proposals.
   */
  readonly start?: string;
}

/** Begins with proposals alone. No selector is such a name. */
export const ANEW = '*anew*';

export const NOTHING_FILLED: Filling = Object.freeze({ given: {} });

/** A form with all that follows from what is filled in. */
export interface FormLook {
  readonly form: RecordForm;
  /** Answers for all questions that have a point. */
  readonly full: Answers;
  /** What is wrong, by the questions' keys. */
  readonly complaints: ReadonlyMap<string, Message>;
  /** What the form comes to; undefined where something is wrong. */
  readonly generated: Generated | undefined;
  /** The records that are there already, as the form could begin with them. */
  readonly points: readonly StartingPoint[];
  /** The one that it begins with. */
  readonly point: StartingPoint | undefined;
  /** Whether a pair of keys has to be made before the records are whole. */
  readonly needsKey: boolean;
}

/** Where an answer came from. */
export type Origin = 'own' | 'existing' | 'proposed';

/** The starting point whose place the form takes as it is proposed: it means to change that one. */
function replacedPoint(
  form: RecordForm,
  points: readonly StartingPoint[],
  domain: string,
): StartingPoint | undefined {
  // In a set it is open which of its parts are to be there.
  if (points.length === 0 || form.questions.some(({ key }) => key === 'parts')) return undefined;
  const owners = (answers: Answers): string =>
    form
      .generate(completed(form, { ...answers, domain }))
      .records.map(({ owner }) => owner)
      .join(' ');
  const fresh = owners({});
  return points.find(({ prefilled }) => fresh !== '' && fresh === owners(prefilled.answers));
}

/**
 * What is filled in, with all that follows.
 * @param domain as typed; undefined: as proposed
 * @param points the records that are there already
 */
export function formLook(
  form: RecordForm,
  { given, start }: Filling,
  domain: string | undefined,
  points: readonly StartingPoint[],
): FormLook {
  const answers: Answers = domain === undefined ? given : { ...given, domain };
  const asked = completed(form, answers)['domain'] ?? '';
  const point =
    start === undefined ? replacedPoint(form, points, asked) : points.find(({ name = '' }) => name === start);
  const all = point === undefined ? answers : { ...base(point), ...answers };
  const full = completed(form, all);
  const wrong = new Map(
    complaints(form, full).map(({ question, message }) => [question.key, message] as const),
  );
  return {
    form,
    full,
    complaints: wrong,
    generated: wrong.size === 0 ? form.generate(full) : undefined,
    points,
    point,
    needsKey: wantedKey(form, full) !== undefined,
  };
}

/** The domain is asked for whatever the existing record is. */
function base({ prefilled }: StartingPoint): Answers {
  return without(prefilled.answers, 'domain');
}

/** The answer that a question has as long as nobody gives another one, and whence it comes. */
export function unanswered(
  look: FormLook,
  question: Question,
): { readonly value: string; readonly origin: Origin } {
  const { form, full, point } = look;
  const others = without(full, question.key);
  const stands = point === undefined ? undefined : base(point)[question.key];
  const value = completed(form, stands === undefined ? others : { ...others, [question.key]: stands });
  const answer = value[question.key] ?? '';
  return { value: answer, origin: stands !== undefined && answer === stands ? 'existing' : 'proposed' };
}

/**
 * The filling with another answer. One that stands there anyway is no answer of its own: it follows when what it was
 * made from changes.
 */
export function answered(look: FormLook, filling: Filling, question: Question, value: string): Filling {
  const others = without(filling.given, question.key);
  const own = value !== unanswered(look, question).value;
  return { ...filling, given: own ? { ...others, [question.key]: value } : others };
}

/** The filling with the public key of a pair that was made. */
export function withMadeKey({ form, full }: FormLook, filling: Filling, publicKey: string): Filling {
  const made = Object.entries(withNewKey(form, full, publicKey));
  const added = made.filter(([key, answer]) => full[key] !== answer);
  return { ...filling, given: { ...filling.given, ...Object.fromEntries(added) } };
}

/** The filling without a key, so that another one can be made. */
export function withoutKey(filling: Filling): Filling {
  return { ...filling, given: without(filling.given, 'source', 'p', 'dkim.source', 'dkim.p') };
}

/** The entries but for some. */
export function without<Value>(
  entries: Readonly<Record<string, Value>>,
  ...keys: readonly string[]
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.includes(key)));
}

/** The questions that have a point, in their order. */
export function askedQuestions({ form, full }: { readonly form: Form; readonly full: Answers }): Question[] {
  return form.questions.filter(({ key }) => key in full);
}
