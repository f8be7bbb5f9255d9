import * as vscode from 'vscode';
import type { Answers, Generated, GeneratedFile, RecordForm } from '../../core/generator/form';
import type { Known } from '../../core/generator/known';
import { wantedKey, withNewKey, type WantedKey } from '../../core/generator/newKey';
import type { RecordFinding, RecordReview } from '../../core/generator/protocol';
import type { SigningLines } from '../../core/generator/signing';
import { outputFor } from '../../core/generator/publish/outputs';
import { chooseFields, chooseOutput } from './elsewhere';
import { keyEnd } from './keyEnd';
import { previewOf } from './preview';
import {
  copyText,
  factLines,
  insertRecords,
  makeAndSaveKey,
  reviewed,
  saveFile,
  textAs,
  zonesFor,
  type Doors,
  type OpenZone,
  type SavedKey,
} from './publish';
import { answered, pick, type StepEnd } from './steps';
import { fileName, heading, inWords, plainWords } from './words';
import { wrapped } from './wrapping';

/** What the last step stands on. */
export interface Outcome {
  readonly doors: Doors;
  readonly form: RecordForm;
  readonly known: Known;
  /** The zone file that was looked at when the command was called. */
  readonly zone: vscode.TextDocument | undefined;
}

/** What can be done with what was generated. */
type Action =
  | { readonly do: 'key'; readonly wanted: WantedKey }
  | { readonly do: 'insert'; readonly zone: OpenZone }
  | { readonly do: 'copy' | 'output' | 'fields' | 'finish' }
  | { readonly do: 'file'; readonly file: GeneratedFile }
  | { readonly do: 'lines'; readonly lines: SigningLines };

interface OutcomeItem extends vscode.QuickPickItem {
  /** Absent on lines that only tell something. */
  readonly action?: Action;
}

/** How far the last step has come. */
interface Progress {
  readonly generated: Generated;
  readonly reviews: readonly RecordReview[];
  readonly zones: readonly OpenZone[];
  readonly wanted: WantedKey | undefined;
  readonly key: SavedKey | undefined;
  /** What was done already, so that it is not offered as if it were not. */
  readonly done: ReadonlySet<string>;
}

/**
 * The last step: shows what the answers come to and what is to be said of it, and does with it what is chosen. Keys are
 * made here, when that is chosen and not before.
 * @param full the answers, as `completed` gives them
 */
export async function finish(outcome: Outcome, full: Answers): Promise<StepEnd<void>> {
  const { form, doors, known } = outcome;
  const { server } = doors;
  const title = inWords(form.title);
  let answers = full;
  let key: SavedKey | undefined;
  let progress = await progressOf(outcome, answers, key, new Set());
  let active: string | undefined;
  const leave = async (): Promise<StepEnd<void>> => {
    const { done } = progress;
    if (key !== undefined) {
      const lines = key.lines.some((one) => done.has(idOf({ do: 'lines', lines: one })));
      const what = keyEnd({ records: done.has('records'), lines });
      if (what === 'remove') await key.removeAgain();
      else if (what === 'ask') void key.offerRemoval();
    }
    return { kind: 'cancel' };
  };
  for (;;) {
    const { generated, zones } = progress;
    const { records } = generated;
    const end = await offer(outcome, progress, previewOf(form, answers), active);
    if (end.kind === 'cancel') return await leave();
    if (end.kind === 'back') return end;
    const action = end.value;
    active = idOf(action);
    const noteDone = (...ids: readonly string[]): void => {
      progress = { ...progress, done: new Set([...progress.done, ...ids]) };
    };
    const zone = zones[0]?.origin;
    switch (action.do) {
      case 'key': {
        key = await makeAndSaveKey(doors, action.wanted);
        if (key === undefined) break;
        answers = withNewKey(form, answers, key.publicKey);
        progress = await progressOf(outcome, answers, key, new Set(['key']));
        active = undefined;
        break;
      }
      case 'insert': {
        const inserted = await insertRecords(server, action.zone.document, records, title);
        if (inserted === 'cancel') return leave();
        if (inserted === 'inserted' || inserted === 'unchanged') {
          noteDone('records', active);
          if (!hasMore(progress)) return answered(undefined);
          active = undefined;
        }
        break;
      }
      case 'copy':
        await copyText(textAs(outputFor('zone')!, records, known, zone));
        noteDone('records', active);
        if (!hasMore(progress)) return answered(undefined);
        break;
      case 'output': {
        const chosen = await chooseOutput(title, records, known, zone);
        if (chosen.kind === 'cancel') return leave();
        if (chosen.kind === 'back') break;
        noteDone('records', active);
        if (!hasMore(progress)) return answered(undefined);
        break;
      }
      case 'fields': {
        const shown = await chooseFields(title, records, zone, () => {
          noteDone('records');
        });
        if (shown.kind === 'cancel') return leave();
        break;
      }
      case 'file':
        if ((await saveFile(action.file, outcome.zone?.uri)) !== undefined) noteDone(active);
        break;
      case 'lines':
        await copyText(action.lines.lines);
        noteDone(active);
        break;
      case 'finish':
        return answered(undefined);
    }
  }
}

async function progressOf(
  { doors: { server }, form }: Outcome,
  answers: Answers,
  key: SavedKey | undefined,
  done: ReadonlySet<string>,
): Promise<Progress> {
  const generated = form.generate(answers);
  const { records } = generated;
  const wanted = wantedKey(form, answers);
  const zones = records.length === 0 ? [] : await zonesFor(server, records);
  const reviews = await reviewed(server, records, zones[0]?.document.uri);
  return { generated, reviews, zones, wanted, key, done };
}

/** Whether something is left that belongs to the records: a file, a signer's lines. */
function hasMore({ generated, key, done }: Progress): boolean {
  return (
    generated.files.some((file) => !done.has(idOf({ do: 'file', file }))) ||
    (key?.lines ?? []).some((lines) => !done.has(idOf({ do: 'lines', lines })))
  );
}

function idOf(action: Action): string {
  switch (action.do) {
    case 'insert':
      return `insert ${action.zone.document.uri.toString()}`;
    case 'file':
      return `file ${action.file.name}`;
    case 'lines':
      return `lines ${action.lines.file}`;
    default:
      return action.do;
  }
}

const ICONS: Readonly<Record<RecordFinding['severity'], string>> = {
  error: '$(error)',
  warning: '$(warning)',
  information: '$(info)',
  hint: '$(lightbulb)',
};

async function offer(
  { form }: Outcome,
  progress: Progress,
  preview: readonly string[],
  last: string | undefined,
): Promise<StepEnd<Action>> {
  const actions = actionItems(progress);
  const items = [heading(vscode.l10n.t('What to do')), ...actions, ...told(progress, preview)];
  // Keys that are made are not made anew by going back.
  const back = progress.key === undefined;
  const frame = { title: `${inWords(form.title)}: ${vscode.l10n.t('Preview')}`, back };
  const several = progress.generated.records.length > 1;
  const question =
    progress.wanted !== undefined
      ? vscode.l10n.t('No key is made before you choose so.')
      : several
        ? vscode.l10n.t('What should be done with the records?')
        : vscode.l10n.t('What should be done with the record?');
  const active = actions.find(({ action }) => action !== undefined && idOf(action) === last) ?? actions[0];
  for (;;) {
    const end = await pick<OutcomeItem>(items, frame, question, active);
    if (end.kind !== 'answer') return end;
    if (end.value.action !== undefined) return answered(end.value.action);
  }
}

function actionItems({ generated, zones, wanted, key, done }: Progress): OutcomeItem[] {
  const { records, files } = generated;
  const item = (icon: string, label: string, detail: string, action: Action): OutcomeItem => ({
    label: `$(${done.has(idOf(action)) ? 'check' : icon}) ${label}`,
    detail,
    action,
  });
  if (wanted !== undefined) {
    return [
      item(
        'key',
        vscode.l10n.t('Make the Keys and Save the Private One…'),
        vscode.l10n.t(
          'You say where the private key goes; where its record is not published then, it is removed again',
        ),
        { do: 'key', wanted },
      ),
    ];
  }
  const several = records.length > 1;
  const finished = done.size > 0 && done.has('records');
  return [
    ...(finished
      ? [item('pass', vscode.l10n.t('Done'), vscode.l10n.t('Closes this list'), { do: 'finish' })]
      : []),
    ...zones.map((zone) =>
      item(
        'insert',
        vscode.l10n.t('Insert into {0}', fileName(zone.document.uri)),
        several
          ? vscode.l10n.t('In fitting places; existing records are replaced only after asking')
          : vscode.l10n.t('In a fitting place; an existing record is replaced only after asking'),
        { do: 'insert', zone },
      ),
    ),
    ...files.map((file) =>
      item('save', vscode.l10n.t('Save {0}…', file.name), inWords(file.place), { do: 'file', file }),
    ),
    item(
      'copy',
      several ? vscode.l10n.t('Copy Records') : vscode.l10n.t('Copy Record'),
      several ? vscode.l10n.t('As lines for a zone file') : vscode.l10n.t('As a line for a zone file'),
      { do: 'copy' },
    ),
    item(
      'list-flat',
      vscode.l10n.t('Copy as Form Fields…'),
      vscode.l10n.t('Host, type, value and TTL for a DNS provider’s form'),
      { do: 'fields' },
    ),
    item(
      'code',
      vscode.l10n.t('Hand to a Program…'),
      'nsupdate, PowerDNS, Knot DNS, DNSControl, octoDNS, Terraform',
      { do: 'output' },
    ),
    ...(key?.lines ?? []).map((lines) =>
      item('copy', vscode.l10n.t('Copy Lines for {0}', lines.file), inWords(lines.note), {
        do: 'lines',
        lines,
      }),
    ),
  ];
}

/** What is to be read: the records, what the rules say of them, what they come to, what to know besides. */
function told({ generated, reviews, wanted, key }: Progress, preview: readonly string[]): OutcomeItem[] {
  const { records, files, notes } = generated;
  const lines = (label: string, texts: readonly string[]): OutcomeItem[] =>
    texts.length === 0 ? [] : [heading(label), ...texts.flatMap(wrapped).map((text) => ({ label: text }))];
  const findings = reviews.flatMap((review) => review.findings);
  const facts = reviews.flatMap((review) => review.facts.flatMap(factLines));
  const [only] = records;
  const shown =
    only !== undefined && records.length === 1 && wanted === undefined
      ? [`${only.owner}  ${only.type}`, ...wrapped(preview[0]!)]
      : preview.flatMap(wrapped);
  const advice = wanted === undefined ? notes.map(plainWords) : [];
  return [
    ...lines(records.length > 1 ? vscode.l10n.t('The records') : vscode.l10n.t('The record'), shown),
    ...(records.length === 0
      ? []
      : [
          heading(vscode.l10n.t('What the rules say')),
          ...(findings.length === 0
            ? [{ label: `$(pass) ${vscode.l10n.t('Nothing to complain about')}` }]
            : []),
          ...findings.flatMap(({ severity, message, rule, existing }) => [
            {
              label: `${ICONS[severity]} ${rule}`,
              ...(existing === true && { description: vscode.l10n.t('also in the record that is there') }),
            },
            ...wrapped(plainWords(message)).map((label) => ({ label })),
          ]),
        ]),
    ...lines(vscode.l10n.t('What it comes to'), facts),
    ...files.flatMap(({ name, text }) => lines(name, text.trimEnd().split('\n'))),
    ...(advice.length === 0 ? [] : [heading(vscode.l10n.t('Worth knowing')), ...advice.flatMap(sentence)]),
    ...(key === undefined ? [] : lines(vscode.l10n.t('The private key'), [placeOf(key)])),
  ];
}

/** A sentence in lines that a list can show whole. */
function sentence(text: string): OutcomeItem[] {
  return wrapped(text).map((line, index) => ({ label: index === 0 ? `$(info) ${line}` : line }));
}

function placeOf({ place }: SavedKey): string {
  return place.scheme === 'file' ? place.fsPath : place.toString(true);
}
