import * as vscode from 'vscode';
import { completed, type Answers, type Form, type Question } from '../../core/generator/form';
import { inWords } from './words';

/** How a step ended: with an answer, with Back, or by being dismissed. */
export type StepEnd<T> =
  { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'back' } | { readonly kind: 'cancel' };

/** What all steps show alike. */
export interface StepFrame {
  readonly title: string;
  readonly step?: number;
  readonly totalSteps?: number;
  readonly back: boolean;
}

/**
 * Asks a form's questions one after another; Back leads to the one before with its answer kept.
 * @param last what comes after the questions; from it, too, Back leads to the last question
 * @param asksMore whether what comes last is a step that asks something as well
 */
export async function ask(
  form: Form,
  initial: Answers,
  last: (answers: Answers) => Promise<StepEnd<void>>,
  asksMore = true,
): Promise<void> {
  let given: Answers = initial;
  let at = 0;
  for (;;) {
    const full = completed(form, given);
    const open = form.questions.filter((question) => question.key in full);
    const question = open[at];
    if (question === undefined) {
      const end = await last(full);
      if (end.kind !== 'back') return;
      at = open.length - 1;
      continue;
    }
    const frame: StepFrame = {
      title: `${inWords(form.title)}: ${inWords(question.title)}`,
      step: at + 1,
      totalSteps: open.length + (asksMore ? 1 : 0),
      back: at > 0,
    };
    const end = await askOne(question, full, frame);
    if (end.kind === 'cancel') return;
    if (end.kind === 'back') {
      at--;
      continue;
    }
    given = answered(question, given, full, end.value);
    at++;
  }
}

/** A proposal that was just accepted is no answer of its own: it follows when what it was made from changes. */
function answered(question: Question, given: Answers, full: Answers, value: string): Answers {
  const others = Object.fromEntries(Object.entries(given).filter(([key]) => key !== question.key));
  const proposed = question.key !== 'domain' && value === question.proposal(full);
  return proposed ? others : { ...others, [question.key]: value };
}

function askOne(question: Question, answers: Answers, frame: StepFrame): Promise<StepEnd<string>> {
  const choices = question.choices?.(answers);
  const current = answers[question.key] ?? question.proposal(answers);
  if (choices === undefined) return typed(question, answers, current, frame);
  const items = choices.map(({ value, label, detail }) => ({
    label: inWords(label),
    detail: inWords(detail),
    value,
  }));
  return pick(
    items,
    frame,
    inWords(question.text),
    items.find(({ value }) => value === current),
  ).then((end) => (end.kind === 'answer' ? { kind: 'answer', value: end.value.value } : end));
}

/** A list to choose from. */
export function pick<T extends vscode.QuickPickItem>(
  items: readonly T[],
  frame: StepFrame,
  placeholder: string,
  active?: T,
): Promise<StepEnd<T>> {
  const list = vscode.window.createQuickPick<T>();
  list.items = items;
  list.placeholder = placeholder;
  list.matchOnDetail = true;
  if (active !== undefined) list.activeItems = [active];
  return shown(list, frame, (answer) => {
    list.onDidAccept(() => {
      const [chosen] = list.activeItems;
      if (chosen !== undefined) answer(chosen);
    });
  });
}

function typed(
  question: Question,
  answers: Answers,
  current: string,
  frame: StepFrame,
): Promise<StepEnd<string>> {
  const input = vscode.window.createInputBox();
  input.value = current;
  input.prompt = inWords(question.text);
  if (question.example !== undefined) input.placeholder = question.example;
  const complaint = (text: string): string | undefined => {
    const found = question.complaint?.(text, answers);
    return found === undefined ? undefined : inWords(found);
  };
  return shown(input, frame, (answer) => {
    input.onDidChangeValue(() => {
      // While somebody types, an unfinished word is no mistake; one already marked is looked at again.
      input.validationMessage = input.validationMessage === undefined ? undefined : complaint(input.value);
    });
    input.onDidAccept(() => {
      input.validationMessage = complaint(input.value);
      if (input.validationMessage === undefined) answer(input.value.trim());
    });
  });
}

/** Shows a step until it is answered, left with Back or dismissed; then it is gone. */
function shown<T>(
  step: vscode.QuickInput & {
    buttons: readonly vscode.QuickInputButton[];
    readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
  },
  frame: StepFrame,
  listen: (answer: (value: T) => void) => void,
): Promise<StepEnd<T>> {
  step.title = frame.title;
  step.step = frame.step;
  step.totalSteps = frame.totalSteps;
  step.ignoreFocusOut = true;
  step.buttons = frame.back ? [vscode.QuickInputButtons.Back] : [];
  return new Promise<StepEnd<T>>((resolve) => {
    listen((value) => {
      resolve({ kind: 'answer', value });
    });
    step.onDidTriggerButton(() => {
      resolve({ kind: 'back' });
    });
    // Also comes after an answer, when the promise is long settled.
    step.onDidHide(() => {
      resolve({ kind: 'cancel' });
    });
    step.show();
  }).finally(() => {
    step.dispose();
  });
}
