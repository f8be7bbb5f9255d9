import * as vscode from 'vscode';
import type { GeneratedRecord } from '../../core/generator/form';
import type { Known } from '../../core/generator/known';
import { formFields } from '../../core/generator/publish/fields';
import type { Output } from '../../core/generator/publish/output';
import { OUTPUTS } from '../../core/generator/publish/outputs';
import { DNS_PROVIDERS, type DnsProvider } from '../../core/generator/publish/providers';
import { copyText, openText, textAs } from './publish';
import { answered, pick, type StepEnd } from './steps';
import { heading, inWords } from './words';
import { wrapped } from './wrapping';

interface OutputItem extends vscode.QuickPickItem {
  readonly output?: Output;
}

/** Asks for a program and how it gets the records. Back leads to where this was chosen. */
export async function chooseOutput(
  title: string,
  records: readonly GeneratedRecord[],
  known: Known,
  zone: string | undefined,
): Promise<StepEnd<void>> {
  const items = OUTPUTS.map((output): OutputItem => ({ label: inWords(output.title), output }));
  const frame = { title: `${title}: ${vscode.l10n.t('Program')}`, back: true };
  let active = items[0];
  for (;;) {
    const end = await pick<OutputItem>(
      items,
      frame,
      vscode.l10n.t('Which program should publish it?'),
      active,
      (item) => ({
        complaint: undefined,
        lines: item?.output === undefined ? [] : shownText(textAs(item.output, records, known, zone)),
      }),
    );
    if (end.kind !== 'answer') return end;
    active = end.value;
    const { output } = end.value;
    if (output === undefined) continue;
    const text = textAs(output, records, known, zone);
    const way = await askWay(`${title}: ${inWords(output.title)}`);
    if (way.kind === 'cancel') return way;
    if (way.kind === 'back') continue;
    await (way.value === 'copy' ? copyText(text) : openText(text, output.language));
    return answered(undefined);
  }
}

/** So much of a text is shown in a list. */
const MOST_LINES = 30;
const LONGEST_LINE = 110;

function shownText(text: string): vscode.QuickPickItem[] {
  const lines = text.trimEnd().replaceAll('\t', ' ').split('\n');
  const cut = (line: string): string =>
    line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
  return [
    heading(vscode.l10n.t('What it gets')),
    // A list takes blanks at the beginning away.
    ...lines
      .slice(0, MOST_LINES)
      .map((line) => ({ label: cut(line).replace(/^ +/, (blank) => '\u00a0'.repeat(blank.length)) || ' ' })),
    ...(lines.length > MOST_LINES ? [{ label: '…' }] : []),
  ].map((item) => ({ ...item, alwaysShow: true }));
}

async function askWay(title: string): Promise<StepEnd<'copy' | 'open'>> {
  const copy: vscode.QuickPickItem = { label: `$(copy) ${vscode.l10n.t('Copy')}` };
  const open: vscode.QuickPickItem = { label: `$(go-to-file) ${vscode.l10n.t('Open in an Editor')}` };
  const end = await pick([copy, open], { title, back: true }, vscode.l10n.t('Copy it, or look at it first?'));
  return end.kind === 'answer' ? answered(end.value === copy ? 'copy' : 'open') : end;
}

interface ProviderItem extends vscode.QuickPickItem {
  readonly provider: DnsProvider | undefined;
}

/**
 * Asks whose form it is and shows its fields; each one chosen is copied. Back leads to where this was chosen.
 * @param copied called when a field was copied
 */
export async function chooseFields(
  title: string,
  records: readonly GeneratedRecord[],
  zone: string | undefined,
  copied: () => void,
): Promise<StepEnd<void>> {
  const items: ProviderItem[] = [
    {
      label: vscode.l10n.t('Another provider'),
      detail: vscode.l10n.t('As most forms are'),
      provider: undefined,
    },
    ...DNS_PROVIDERS.map((provider) => ({
      label: provider.name,
      ...(provider.note !== undefined && { detail: inWords(provider.note) }),
      provider,
    })),
  ];
  const frame = { title: `${title}: ${vscode.l10n.t('DNS provider')}`, back: true };
  let active = items[0];
  for (;;) {
    const end = await pick(
      items,
      frame,
      vscode.l10n.t('Whose form is it? They want host names and quotes differently.'),
      active,
    );
    if (end.kind !== 'answer') return end;
    active = end.value;
    const shown = await showFields(title, records, zone, end.value.provider, copied);
    if (shown.kind !== 'back') return shown;
  }
}

interface FieldItem extends vscode.QuickPickItem {
  readonly text?: string;
}

/** Shows the fields of a provider's form; each one chosen is copied, and the list stays for the next. */
async function showFields(
  title: string,
  records: readonly GeneratedRecord[],
  zone: string | undefined,
  provider: DnsProvider | undefined,
  noteCopied: () => void,
): Promise<StepEnd<void>> {
  const fields = records.flatMap((record) =>
    formFields(record, zone, provider).map((field, index) => ({ record, field, first: index === 0 })),
  );
  const copied = new Set<number>();
  let next = 0;
  for (;;) {
    const active: { item?: FieldItem } = {};
    const items = fields.flatMap(({ record, field, first }, index): FieldItem[] => {
      const item: FieldItem = {
        label: `${copied.has(index) ? '$(check)' : '$(copy)'} ${inWords(field.name)}`,
        description: field.value,
        detail: inWords(field.note),
        text: String(index),
      };
      if (index === next) active.item = item;
      return first && records.length > 1 ? [heading(`${record.owner} ${record.type}`), item] : [item];
    });
    if (provider?.note !== undefined) {
      const note = wrapped(inWords(provider.note));
      items.push(...note.map((line, index) => ({ label: index === 0 ? `$(info) ${line}` : line })));
    }
    const frame = {
      title: `${title}: ${vscode.l10n.t('Form fields')}${provider === undefined ? '' : ` (${provider.name})`}`,
      back: true,
    };
    const end = await pick(items, frame, vscode.l10n.t('Choose a field to copy its value'), active.item);
    if (end.kind !== 'answer') return end;
    if (end.value.text === undefined) continue;
    const index = Number(end.value.text);
    copied.add(index);
    next = Math.min(index + 1, fields.length - 1);
    await copyText(fields[index]!.field.value);
    noteCopied();
  }
}
