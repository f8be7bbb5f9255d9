import * as vscode from 'vscode';
import { completed, membersOf, type Answers, type Form, type Question } from '../../core/generator/form';
import { pick, pickMany, typed, type Aside, type StepEnd, type StepFrame } from './steps';
import { heading, inWords, plainWords } from './words';
import { oneLine, wrapped } from './wrapping';

/** What a full set of answers comes to, a line a record. */
export type Preview = (full: Answers) => readonly string[];

/** How questions are asked among other steps. */
export interface Round {
  /** Questions that were asked before. */
  readonly without?: readonly string[];
  /** Whether Back leads out of the first question. */
  readonly back?: boolean;
  /** Whether to begin with the last question, as Back from what comes after does. */
  readonly fromLast?: boolean;
  /** How many numbered steps come before and after. */
  readonly before?: number;
  readonly after?: number;
  readonly preview?: Preview;
}

/**
 * Asks a form's questions one after another; Back leads to the one before with its answer kept.
 * @returns the answers that are not mere proposals
 */
export async function askQuestions(
  form: Form,
  initial: Answers,
  { without = [], back = false, fromLast = false, before = 0, after = 0, preview }: Round = {},
): Promise<StepEnd<Answers>> {
  let given: Answers = initial;
  let at = 0;
  let reversed = fromLast;
  for (;;) {
    const full = completed(form, given);
    const open = form.questions.filter(({ key }) => key in full && !without.includes(key));
    if (reversed) at = Math.max(0, open.length - 1);
    reversed = false;
    const question = open[at];
    if (question === undefined) return { kind: 'answer', value: given };
    const frame: StepFrame = {
      title: `${inWords(form.title)}: ${inWords(question.title)}`,
      step: before + at + 1,
      totalSteps: before + open.length + after,
      back: back || at > 0,
    };
    const end = await askOne(form, question, given, frame, preview);
    if (end.kind === 'cancel' || (end.kind === 'back' && at === 0)) return end;
    if (end.kind === 'back') {
      at--;
      continue;
    }
    given = withAnswer(form, question, given, end.value);
    at++;
  }
}

/**
 * Asks all questions of a form and then does what comes last; from there, too, Back leads to the last question.
 * @param asksMore whether what comes last is a step that asks something as well
 */
export async function ask(
  form: Form,
  initial: Answers,
  last: (answers: Answers) => Promise<StepEnd<void>>,
  asksMore = true,
): Promise<void> {
  let given = initial;
  for (let fromLast = false; ; fromLast = true) {
    const end = await askQuestions(form, given, { fromLast, after: asksMore ? 1 : 0 });
    if (end.kind !== 'answer') return;
    given = end.value;
    if ((await last(completed(form, given))).kind !== 'back') return;
  }
}

/** A proposal that was just accepted is no answer of its own: it follows when what it was made from changes. */
export function withAnswer(form: Form, question: Question, given: Answers, value: string): Answers {
  const others = Object.fromEntries(Object.entries(given).filter(([key]) => key !== question.key));
  const full = completed(form, others);
  const proposed = question.key !== 'domain' && value === question.proposal(full);
  return proposed ? others : { ...others, [question.key]: value };
}

interface ChoiceItem extends vscode.QuickPickItem {
  readonly value?: string;
}

/** Asks one question. The answer is a text as {@link Answers} has it. */
export function askOne(
  form: Form,
  question: Question,
  given: Answers,
  frame: StepFrame,
  preview?: Preview,
): Promise<StepEnd<string>> {
  const full = completed(form, given);
  const current = full[question.key] ?? question.proposal(full);
  const complaintOf = (text: string): string | undefined => {
    const found = question.complaint?.(text, full);
    return found === undefined ? undefined : inWords(found);
  };
  /** What the answers come to with this one among them. */
  const previewOf = (text: string): readonly string[] =>
    preview?.(completed(form, { ...given, [question.key]: text })) ?? [];
  const items = question.choices?.(full).map(({ value, label, detail }) => ({
    label: plainWords(label),
    detail: plainWords(detail),
    value,
  }));
  const prompt = plainWords(question.text);
  if (items === undefined) {
    return typed(
      {
        value: current,
        prompt,
        ...(question.example !== undefined && { example: question.example }),
        complaint: complaintOf,
        preview: (text) => oneLine(previewOf(text)),
      },
      frame,
    );
  }
  if (question.kind === 'choices') {
    const chosen = membersOf(current);
    return pickMany(
      items,
      frame,
      prompt,
      items.filter(({ value }) => chosen.includes(value)),
      (some) => {
        const text = some.map(({ value }) => value).join(',');
        return { complaint: complaintOf(text), preview: oneLine(previewOf(text)) };
      },
    ).then((end) =>
      end.kind === 'answer' ? { ...end, value: end.value.map(({ value }) => value).join(',') } : end,
    );
  }
  return pick<ChoiceItem>(
    items,
    frame,
    prompt,
    items.find(({ value }) => value === current),
    (item): Aside<ChoiceItem> => {
      const text = item?.value ?? current;
      const complaint = complaintOf(text);
      return { complaint, lines: complaint === undefined ? previewLines(previewOf(text)) : [] };
    },
  ).then((end) => (end.kind === 'answer' ? { ...end, value: end.value.value ?? '' } : end));
}

/** The lines of a preview below a heading. */
function previewLines(lines: readonly string[]): vscode.QuickPickItem[] {
  if (lines.length === 0) return [];
  return [
    heading(vscode.l10n.t('The record so far')),
    ...lines.flatMap((line) => wrapped(line)).map((label) => ({ label, alwaysShow: true })),
  ];
}
