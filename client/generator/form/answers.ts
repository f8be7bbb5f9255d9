import * as vscode from 'vscode';
import {
  complaints,
  type Generated,
  type GeneratedRecord,
  type RecordForm,
} from '../../../core/generator/form';
import { formFor } from '../../../core/generator/forms';
import { wantedKey } from '../../../core/generator/newKey';
import { PUT_RECORDS, type PutRecordsParams, type PutRecordsResult } from '../../../core/generator/protocol';
import type { Answers } from '../../report/link';
import type { Done } from '../../report/protocol';
import {
  copyText,
  insertRecords,
  knownFor,
  makeAndSaveKey,
  openText,
  reviewed,
  saveFile,
  type Doors,
} from '../publish';
import { inWords } from '../words';
import { judgementOf, type Change } from './judge';
import type { FilledForm, FormQuestions, Judgement } from './protocol';
import type { UnpublishedKeys } from './unpublished';
import { zoneDocument, zoneFiles } from './zones';

/** In a longer zone file it is only looked at what records would change when they are put in. */
const MOST_LINES = 50_000;

const DONE: Done = Object.freeze({ done: true });
const LEFT: Done = Object.freeze({ done: false });

/** What the form view is answered. */
export function formAnswers(doors: Doors, keys: UnpublishedKeys): Answers<FormQuestions> {
  const { server } = doors;
  return {
    async circumstances({ zone, domain }) {
      const zones = await zoneFiles(server, zone);
      return { zones, known: await knownFor(server, zones[0]?.uri, domain) };
    },

    async judge({ records, zone }): Promise<Judgement> {
      const document = zone === undefined ? undefined : await zoneDocument(zone);
      const reviews = await reviewed(server, records, document?.uri);
      const put =
        document === undefined || document.lineCount > MOST_LINES
          ? undefined
          : await wouldChange(doors, document, records);
      return judgementOf(records, reviews, put, put?.put.notes.map(inWords) ?? []);
    },

    async insert({ zone, ...filled }) {
      const { form, generated } = made(filled);
      const document = await zoneDocument(zone);
      if (document === undefined) {
        return { done: false, said: vscode.l10n.t('The zone file is not there any more.') };
      }
      const end = await insertRecords(server, document, generated.records, inWords(form.title));
      switch (end) {
        case 'inserted':
          keys.published(...generated.records.map(({ value }) => value));
          return { done: true, said: vscode.l10n.t('The records are in the file. It is not saved yet.') };
        case 'unchanged':
          keys.published(...generated.records.map(({ value }) => value));
          return { done: true, said: vscode.l10n.t('The zone file has these records already.') };
        default:
          return { ...LEFT, ...keys.saidOf(generated.records.map(({ value }) => value)) };
      }
    },

    async copy({ text }) {
      await copyText(text);
      keys.published(text);
      return DONE;
    },

    async open({ text, language }) {
      await openText(text, language);
      keys.published(text);
      return DONE;
    },

    async save(file) {
      const saved = await saveFile(file);
      if (saved === undefined) return LEFT;
      return { done: true, said: vscode.l10n.t('Saved as {0}', pathOf(saved)) };
    },

    async makeKey(filled) {
      const { form } = made(filled);
      const wanted = wantedKey(form, filled.answers);
      const saved = wanted && (await makeAndSaveKey(doors, wanted));
      // Of what was made, only the public half leaves the extension.
      if (saved === undefined) return undefined;
      const { publicKey, place } = saved;
      keys.add(pathOf(place), saved);
      return { publicKey, place: pathOf(place), ...(place.scheme === 'file' && { path: place.fsPath }) };
    },

    dropKey({ place }) {
      keys.drop(place);
      return Promise.resolve(DONE);
    },
  };
}

/** The same as the steps of `Generate Record…` come to. @throws Error where the answers will not do */
function made({ kind, answers }: FilledForm): { readonly form: RecordForm; readonly generated: Generated } {
  const form = formFor(kind);
  if (form === undefined) throw new Error(kind);
  const [wrong] = complaints(form, answers);
  if (wrong !== undefined) throw new Error(inWords(wrong.message));
  return { form, generated: form.generate(answers) };
}

/** What the language server would change for records; undefined where it does not know the file as it is. */
async function wouldChange(
  { server }: Doors,
  document: vscode.TextDocument,
  records: readonly GeneratedRecord[],
): Promise<Change | undefined> {
  const params: PutRecordsParams = { uri: document.uri.toString(), records };
  const put = await server.request<PutRecordsResult | null>(PUT_RECORDS, params).catch(() => null);
  return put?.version === document.version ? { text: document.getText(), put } : undefined;
}

/** Where a file lies, for people. */
function pathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
}
