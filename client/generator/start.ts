import * as vscode from 'vscode';
import type { Answers, RecordForm } from '../../core/generator/form';
import type { StartingPoint } from '../../core/generator/startingPoint';
import { answered, pick, type StepEnd } from './steps';
import { inWords } from './words';

interface StartItem extends vscode.QuickPickItem {
  readonly answers: Answers | undefined;
}

/**
 * Asks whether to begin with what is there.
 * @returns the answers to begin with; none for a new beginning
 */
export async function askStart(
  form: RecordForm,
  points: readonly StartingPoint[],
): Promise<StepEnd<Answers | undefined>> {
  const items = points.map(({ prefilled: { answers, lost, added }, name }): StartItem => {
    const told = [
      ...(lost.length === 0 ? [] : [vscode.l10n.t('Would be lost: {0}', lost.join(', '))]),
      ...(added.length === 0 ? [] : [vscode.l10n.t('Would be added: {0}', added.join(', '))]),
    ];
    return {
      label: `$(edit) ${
        name === undefined
          ? vscode.l10n.t('Change What Is There')
          : vscode.l10n.t('Change What Is There: {0}', name)
      }`,
      detail: told.length === 0 ? vscode.l10n.t('Its answers are filled in') : told.join(' – '),
      answers,
    };
  });
  const anew: StartItem = {
    label: `$(add) ${vscode.l10n.t('Begin Anew')}`,
    detail: vscode.l10n.t('With what is proposed'),
    answers: undefined,
  };
  const frame = { title: `${inWords(form.title)}: ${vscode.l10n.t('Existing record')}`, back: true };
  // A new key is made beside the old one; any other record takes the place of the one that is there.
  const all = points.some(({ name }) => name !== undefined) ? [anew, ...items] : [...items, anew];
  const end = await pick(
    all,
    frame,
    vscode.l10n.t('The domain has records of this kind. Where should the questions begin?'),
    all[0],
  );
  return end.kind === 'answer' ? answered(end.value.answers) : end;
}
