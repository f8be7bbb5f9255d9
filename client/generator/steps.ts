import * as vscode from 'vscode';
import { firstSentence, wrapped } from './wrapping';

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

/** What a step shows besides, by what is chosen or typed: what is wrong with it, and what it comes to. */
export interface Aside<T extends vscode.QuickPickItem> {
  readonly complaint: string | undefined;
  readonly lines: readonly T[];
}

/** An end with an answer. */
export function answered<T>(value: T): StepEnd<T> {
  return { kind: 'answer', value };
}

/** A list to choose from. */
export function pick<T extends vscode.QuickPickItem>(
  items: readonly T[],
  frame: StepFrame,
  placeholder: string,
  active?: T,
  aside?: (chosen: T | undefined) => Aside<T>,
): Promise<StepEnd<T>> {
  const list = vscode.window.createQuickPick<T>();
  list.placeholder = placeholder;
  list.matchOnDetail = true;
  list.keepScrollPosition = true;
  let chosen = active ?? items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  let shownFor: T | undefined;
  const show = (): void => {
    shownFor = chosen;
    const { complaint, lines } = aside?.(chosen) ?? { complaint: undefined, lines: [] };
    list.items = [...items, ...trouble<T>(complaint), ...lines];
    if (chosen !== undefined) list.activeItems = [chosen];
  };
  show();
  return shown(list, frame, (answer) => {
    list.onDidChangeActive(([now]) => {
      // Lines that only tell something can be walked over; what they tell is of the choice before.
      if (aside === undefined || now === undefined || now === shownFor || !items.includes(now)) return;
      chosen = now;
      show();
    });
    list.onDidAccept(() => {
      const [now] = list.activeItems;
      if (now === undefined || !items.includes(now)) return;
      if (aside?.(now).complaint === undefined) answer(now);
    });
  });
}

/** A complaint as items that a list can show whole. */
function trouble<T extends vscode.QuickPickItem>(complaint: string | undefined): T[] {
  if (complaint === undefined) return [];
  return wrapped(complaint).map(
    (line, index) => ({ label: index === 0 ? `$(error) ${line}` : line, alwaysShow: true }) as T,
  );
}

/** A list of which any number may be chosen. */
export function pickMany<T extends vscode.QuickPickItem>(
  items: readonly T[],
  frame: StepFrame,
  placeholder: string,
  selected: readonly T[],
  aside: (chosen: readonly T[]) => { readonly complaint: string | undefined; readonly preview: string },
): Promise<StepEnd<readonly T[]>> {
  const list = vscode.window.createQuickPick<T>();
  list.canSelectMany = true;
  list.items = items;
  list.selectedItems = selected;
  list.matchOnDetail = true;
  list.placeholder = placeholder;
  // The boxes leave no room for lines that cannot be ticked: the title tells what the choice comes to.
  const show = (chosen: readonly T[]): void => {
    const { complaint, preview } = aside(chosen);
    list.title = `${frame.title} – ${complaint === undefined ? preview : firstSentence(complaint)}`;
  };
  const end = shown<readonly T[]>(list, frame, (answer) => {
    list.onDidChangeSelection(show);
    list.onDidAccept(() => {
      const chosen = items.filter((item) => list.selectedItems.includes(item));
      const { complaint } = aside(chosen);
      if (complaint === undefined) {
        answer(chosen);
        return;
      }
      show(chosen);
      void vscode.window.showWarningMessage(complaint);
    });
  });
  show(selected);
  return end;
}

/** A field to type into. */
export interface Field {
  readonly value: string;
  readonly prompt: string;
  readonly example?: string;
  readonly complaint: (text: string) => string | undefined;
  /** What the text comes to; empty where there is nothing to be shown. */
  readonly preview?: (text: string) => string;
}

export function typed({ value, prompt, example, complaint, preview }: Field, frame: StepFrame) {
  const input = vscode.window.createInputBox();
  const show = (text: string): void => {
    const line = complaint(text) === undefined ? (preview?.(text) ?? '') : '';
    input.prompt = line === '' ? prompt : `${prompt} ${vscode.l10n.t('So far: {0}', line)}`;
  };
  input.value = value;
  show(value);
  if (example !== undefined) input.placeholder = example;
  return shown<string>(input, frame, (answer) => {
    input.onDidChangeValue((text) => {
      // While somebody types, an unfinished word is no mistake; one already marked is looked at again.
      input.validationMessage = input.validationMessage === undefined ? undefined : complaint(text);
      show(text);
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
