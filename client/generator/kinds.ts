import { FORM_ABOUT, FORMS, formFor } from '../../core/generator/forms';
import { pick, type StepEnd } from './steps';
import { inWords } from './words';
import * as vscode from 'vscode';

/** The kinds of records and sets of records, each with a command of its own. */
export const KINDS: readonly string[] = Object.freeze(Object.keys(FORMS));

interface KindItem extends vscode.QuickPickItem {
  readonly value: string;
}

/** Asks which kind of record is wanted. */
export async function askKind(): Promise<StepEnd<string>> {
  const items = KINDS.map((kind): KindItem => {
    const about = FORM_ABOUT[kind];
    return {
      label: inWords(formFor(kind)!.title),
      ...(about !== undefined && { detail: inWords(about) }),
      value: kind,
    };
  });
  const frame = { title: vscode.l10n.t('Generate Record'), back: false };
  const end = await pick(items, frame, vscode.l10n.t('What should be made?'));
  return end.kind === 'answer' ? { ...end, value: end.value.value } : end;
}
