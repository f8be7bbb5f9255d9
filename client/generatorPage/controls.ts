import type { Choice, Question } from '../../core/generator/form';
import { membersOf } from '../../core/generator/form';
import { element } from '../webview/dom';
import { richly } from './text';
import type { Speech } from './words';

/** What takes the answer to one question. */
export interface Control {
  readonly root: HTMLElement;
  /** Puts an answer in, and what there is to choose from. */
  show(value: string, choices: readonly Choice[]): void;
  /** Says in the markup whether the answer is wrong. */
  setWrong(wrong: boolean): void;
  focus(): void;
}

/** What a control is described by: ids of elements. */
export interface Labels {
  readonly id: string;
  /** The element that names a group of choices. */
  readonly label: string;
  readonly describedBy: string;
}

/** The control for a question. @param hear hears each new answer at once */
export function createControl(
  question: Question,
  labels: Labels,
  speech: Speech,
  hear: (value: string) => void,
): Control {
  if (question.kind === 'choice' || question.kind === 'choices') {
    return choiceControl(question.kind === 'choice', labels, speech, hear);
  }
  return textControl(question, labels, speech, hear);
}

function textControl(
  { long, kind, example }: Question,
  { id, describedBy }: Labels,
  speech: Speech,
  hear: (value: string) => void,
): Control {
  const attributes = {
    'aria-describedby': describedBy,
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    ...(example !== undefined && { placeholder: speech.say('example', { example }) }),
  };
  const several = long === true || kind === 'list';
  const field = several
    ? element('textarea', {
        id,
        class: 'field',
        attributes: { ...attributes, rows: long === true ? '5' : '1' },
      })
    : element('input', { id, class: 'field', attributes: { ...attributes, type: 'text' } });
  field.addEventListener('input', () => {
    hear(field.value);
  });
  return {
    root: field,
    show(value) {
      // What somebody types is what is to be shown: the cursor only moves where something else is.
      if (field.value !== value) field.value = value;
    },
    setWrong: (wrong) => {
      mark(field, wrong);
    },
    focus: () => {
      field.focus();
    },
  };
}

function choiceControl(
  single: boolean,
  { id, label, describedBy }: Labels,
  speech: Speech,
  hear: (value: string) => void,
): Control {
  const root = element('div', {
    id,
    class: single ? 'choices' : 'choices several',
    attributes: {
      role: single ? 'radiogroup' : 'group',
      'aria-labelledby': label,
      'aria-describedby': describedBy,
    },
  });
  let inputs: readonly HTMLInputElement[] = [];
  let offered = '';

  const build = (choices: readonly Choice[]): void => {
    const focused = inputs.find((input) => input === document.activeElement)?.value;
    inputs = choices.map(({ value }, at) =>
      element('input', {
        id: `${id}-${at}`,
        attributes: {
          type: single ? 'radio' : 'checkbox',
          name: id,
          value,
          'aria-describedby': `${id}-${at}-detail`,
        },
      }),
    );
    root.replaceChildren(
      ...choices.map(({ label: word, detail }, at) =>
        element(
          'div',
          { class: 'choice' },
          inputs[at]!,
          element('label', { text: speech.tell(word), attributes: { for: `${id}-${at}` } }),
          element('span', { id: `${id}-${at}-detail`, class: 'detail' }, ...richly(detail, speech.locale)),
        ),
      ),
    );
    inputs.find(({ value }) => value === focused)?.focus();
  };
  root.addEventListener('change', () => {
    hear(
      inputs
        .filter(({ checked }) => checked)
        .map(({ value }) => value)
        .join(','),
    );
  });
  return {
    root,
    show(value, choices) {
      const now = JSON.stringify(choices);
      if (now !== offered) build(choices);
      offered = now;
      const chosen = new Set(single ? [value] : membersOf(value));
      for (const input of inputs) input.checked = chosen.has(input.value);
    },
    setWrong: (wrong) => {
      // A group has no state of its own that says so; its members have.
      for (const input of inputs) if (!single) mark(input, wrong);
      if (single) mark(root, wrong);
    },
    focus: () => {
      (inputs.find(({ checked }) => checked) ?? inputs[0])?.focus();
    },
  };
}

function mark(target: HTMLElement, wrong: boolean): void {
  if (wrong) target.setAttribute('aria-invalid', 'true');
  else target.removeAttribute('aria-invalid');
}
