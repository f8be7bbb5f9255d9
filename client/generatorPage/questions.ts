import type { Question } from '../../core/generator/form';
import { element } from '../webview/dom';
import { createControl, type Control } from './controls';
import { askedQuestions, unanswered, type FormLook } from './filling';
import { richly } from './text';
import type { Speech } from './words';

/** The questions of a form: each with its sentence, its control, and what is wrong with the answer. */
export interface Questions {
  readonly root: HTMLElement;
  /** @param touched keys of questions that somebody has answered: an empty field that nobody touched is no mistake */
  show(look: FormLook, touched: ReadonlySet<string>): void;
  /** Takes the cursor to a question. */
  focus(key: string): void;
}

/** What happens in the questions. */
export interface QuestionsHearer {
  answer(question: Question, value: string): void;
  /** The answer is to be the one that stands there anyway. */
  restore(question: Question): void;
}

interface Row {
  readonly root: HTMLElement;
  readonly control: Control;
  show(look: FormLook, touched: boolean): void;
}

export function createQuestions(speech: Speech, hearer: QuestionsHearer): Questions {
  const root = element('div', { class: 'questions' });
  let kind = '';
  const rows = new Map<string, Row>();
  return {
    root,
    show(look, touched) {
      if (look.form.kind !== kind) {
        rows.clear();
        root.replaceChildren();
        kind = look.form.kind;
      }
      const asked = askedQuestions(look);
      const wanted = new Set(asked.map(({ key }) => key));
      for (const [key, row] of rows) {
        if (wanted.has(key)) continue;
        row.root.remove();
        rows.delete(key);
      }
      let before: HTMLElement | undefined;
      for (const question of asked) {
        let row = rows.get(question.key);
        if (row === undefined) {
          row = createRow(question, `${kind}-${question.key}`.replace(/\W/g, '-'), speech, hearer);
          rows.set(question.key, row);
          if (before === undefined) root.prepend(row.root);
          else before.after(row.root);
        }
        before = row.root;
        row.show(look, touched.has(question.key));
      }
    },
    focus(key) {
      const row = rows.get(key);
      row?.root.scrollIntoView({ block: 'nearest' });
      row?.control.focus();
    },
  };
}

function createRow(first: Question, id: string, speech: Speech, hearer: QuestionsHearer): Row {
  // The proposals of a question change when other circumstances become known; its key and its kind do not.
  let question = first;
  const grouped = question.kind === 'choice' || question.kind === 'choices';
  const ids = {
    label: `${id}-label`,
    text: `${id}-text`,
    origin: `${id}-origin`,
    complaint: `${id}-complaint`,
  };
  const title = speech.tell(question.title);
  const label = grouped
    ? element('span', { id: ids.label, class: 'label', text: title })
    : element('label', { id: ids.label, class: 'label', text: title, attributes: { for: id } });
  const origin = element('span', { id: ids.origin, class: 'origin' });
  const text = element('p', { id: ids.text, class: 'explanation' }, ...richly(question.text, speech.locale));
  const complaint = element('p', { id: ids.complaint, class: 'complaint' });
  const restore = element('button', { class: 'link', attributes: { type: 'button' } });
  restore.addEventListener('click', () => {
    hearer.restore(question);
    control.focus();
  });
  const control = createControl(
    question,
    { id, label: ids.label, describedBy: `${ids.text} ${ids.origin} ${ids.complaint}` },
    speech,
    (value) => {
      hearer.answer(question, value);
    },
  );
  const root = element(
    'div',
    { class: 'question', attributes: { 'data-key': question.key } },
    element('div', { class: 'head' }, label, origin),
    text,
    control.root,
    complaint,
    restore,
  );
  return {
    root,
    control,
    show(look, touched) {
      question = look.form.questions.find(({ key }) => key === first.key) ?? first;
      const value = look.full[question.key] ?? '';
      const wrong = look.complaints.get(question.key);
      const other = unanswered(look, question);
      control.show(value, question.choices?.(look.full) ?? []);
      complaint.replaceChildren(...(wrong === undefined ? [] : richly(wrong, speech.locale)));
      complaint.hidden = wrong === undefined;
      // What is still to be typed is asked for, but it is no mistake yet.
      const early = !touched && value === '';
      complaint.classList.toggle('early', early);
      control.setWrong(wrong !== undefined && !early);
      const own = value !== other.value;
      const words = other.origin === 'existing' ? speech.say('fromRecord') : speech.say('proposed');
      const said = own || value === '' || question.kind === 'choice' ? '' : words;
      origin.textContent = other.origin === 'existing' && !own && value !== '' ? words : said;
      restore.hidden = !own || question.kind === 'choice' || question.key === 'domain';
      restore.textContent =
        other.value === ''
          ? speech.say('restoreEmpty')
          : speech.say('restore', { value: shortened(other.value) });
    },
  };
}

/** A value as it fits onto a button. */
function shortened(value: string): string {
  const flat = value.replace(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 59)}…` : flat;
}
