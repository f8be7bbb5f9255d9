import type { Generated, GeneratedFile, GeneratedRecord } from '../../core/generator/form';
import type { GivenRecord } from '../../core/generator/known';
import { formFields, type FormField } from '../../core/generator/publish/fields';
import { outputContext, type OutputContext } from '../../core/generator/publish/output';
import { OUTPUTS, outputFor } from '../../core/generator/publish/outputs';
import { DNS_PROVIDERS, dnsProvider } from '../../core/generator/publish/providers';
import { element } from '../webview/dom';
import { createSection } from './section';
import { plainly } from './text';
import type { Speech } from './words';

/** What records may be handed to besides the zone file: a provider's form, a program, a file. */
export interface Handover {
  readonly root: HTMLElement;
  show(generated: Generated | undefined, ground: Ground): void;
}

/** What the ways stand on. */
export interface Ground {
  /** Without its final dot; undefined where no zone holds the records. */
  readonly zone: string | undefined;
  /** Records that are published now; undefined where no zone tells. */
  readonly published: readonly GivenRecord[] | undefined;
  readonly provider: string;
  readonly output: string;
}

/** What is asked for in here. */
export interface HandoverHearer {
  chooseProvider(id: string): void;
  chooseOutput(id: string): void;
  copy(text: string): void;
  open(text: string, language: string): void;
  save(file: GeneratedFile): void;
}

export function createHandover(speech: Speech, hearer: HandoverHearer): Handover {
  const files = createSection('files', speech.say('files'), (shown: readonly GeneratedFile[]) =>
    shown.map((file) => fileCard(file, speech, hearer)),
  );

  const providers = chooser('provider', speech.say('provider'), [
    { value: '', label: speech.say('anyProvider') },
    ...DNS_PROVIDERS.map(({ id, name }) => ({ value: id, label: name })),
  ]);
  providers.select.addEventListener('change', () => {
    hearer.chooseProvider(providers.select.value);
  });
  const fields = createSection('fields', undefined, (shown: FieldsShown) =>
    fieldCards(shown, speech, hearer),
  );

  const outputs = chooser(
    'output',
    speech.say('format'),
    OUTPUTS.map(({ id, title }) => ({ value: id, label: speech.tell(title) })),
  );
  outputs.select.addEventListener('change', () => {
    hearer.chooseOutput(outputs.select.value);
  });
  const output = createSection('output', undefined, (shown: OutputShown) =>
    outputText(shown, speech, hearer),
  );

  const fold = (name: string, title: string, ...content: readonly HTMLElement[]): HTMLDetailsElement =>
    element('details', { class: `fold ${name}` }, element('summary', { text: title }), ...content);
  const folds = element(
    'div',
    {},
    fold('with-fields', speech.say('fields'), providers.root, fields.root),
    fold('with-output', speech.say('outputs'), outputs.root, output.root),
  );
  return {
    root: element('div', { class: 'sections' }, files.root, folds),
    show(generated, { zone, published, provider, output: id }) {
      const records = generated?.records ?? [];
      folds.hidden = records.length === 0;
      files.show(generated !== undefined && generated.files.length > 0 ? generated.files : undefined);
      providers.select.value = provider;
      outputs.select.value = id;
      if (records.length === 0) return;
      const chosen = dnsProvider(provider);
      fields.show({
        note: chosen?.note && speech.tell(chosen.note),
        records: records.map((record) => ({ record, fields: formFields(record, zone, chosen) })),
      });
      const way = outputFor(id) ?? OUTPUTS[0]!;
      const context: OutputContext = {
        ...(published && outputContext(records, published)),
        ...(zone !== undefined && { zone: `${zone}.` }),
        locale: speech.locale,
      };
      output.show({ text: way.write(records, context), language: way.language });
    },
  };
}

function chooser(
  id: string,
  label: string,
  options: readonly { readonly value: string; readonly label: string }[],
): { readonly root: HTMLElement; readonly select: HTMLSelectElement } {
  const select = element(
    'select',
    { id: `choose-${id}` },
    ...options.map((option) =>
      element('option', { text: option.label, attributes: { value: option.value } }),
    ),
  );
  const root = element(
    'p',
    { class: 'chooser' },
    element('label', { text: label, attributes: { for: select.id } }),
    select,
  );
  return { root, select };
}

function button(text: string, pressed: () => void, name?: string): HTMLButtonElement {
  const made = element('button', {
    text,
    attributes: { type: 'button', ...(name !== undefined && { 'aria-label': name }) },
  });
  made.addEventListener('click', pressed);
  return made;
}

function fileCard(file: GeneratedFile, speech: Speech, hearer: HandoverHearer): HTMLElement {
  return element(
    'article',
    {},
    element('h4', { text: file.name }),
    element('p', { class: 'aside', text: speech.tell(file.place) }),
    element('pre', { text: plainly(file.text.trimEnd()) }),
    element(
      'p',
      { class: 'buttons' },
      button(speech.say('save', { name: file.name }), () => {
        hearer.save(file);
      }),
      button(speech.say('copyText'), () => {
        hearer.copy(file.text);
      }),
    ),
  );
}

interface FieldsShown {
  readonly note: string | undefined;
  readonly records: readonly { readonly record: GeneratedRecord; readonly fields: readonly FormField[] }[];
}

function fieldCards({ note, records }: FieldsShown, speech: Speech, hearer: HandoverHearer): HTMLElement[] {
  const several = records.length > 1;
  const cards = records.map(({ record, fields }) =>
    element(
      'div',
      { class: 'card' },
      ...(several ? [element('h4', { text: `${plainly(record.owner)} ${record.type}` })] : []),
      element('dl', { class: 'form-fields' }, ...fields.map((field) => fieldRow(field, speech, hearer))),
    ),
  );
  return [...(note === undefined ? [] : [element('p', { text: note })]), ...cards];
}

function fieldRow(
  { key, name, value, note }: FormField,
  speech: Speech,
  hearer: HandoverHearer,
): HTMLElement {
  const label = speech.tell(name);
  const copy = button(
    speech.say('copyText'),
    () => {
      hearer.copy(value);
    },
    speech.say('copyField', { name: label }),
  );
  return element(
    'div',
    { class: 'form-field', attributes: { 'data-field': key } },
    element('dt', { text: label }),
    element(
      'dd',
      {},
      element(
        'code',
        value === '' ? { class: 'nothing', text: speech.say('emptyField') } : { text: plainly(value) },
      ),
      copy,
      element('span', { class: 'detail', text: speech.tell(note) }),
    ),
  );
}

interface OutputShown {
  readonly text: string;
  readonly language: string;
}

function outputText({ text, language }: OutputShown, speech: Speech, hearer: HandoverHearer): HTMLElement[] {
  return [
    element('pre', { text: plainly(text.trimEnd()) }),
    element(
      'p',
      { class: 'buttons' },
      button(speech.say('copyText'), () => {
        hearer.copy(text);
      }),
      button(speech.say('openText'), () => {
        hearer.open(text, language);
      }),
    ),
  ];
}
