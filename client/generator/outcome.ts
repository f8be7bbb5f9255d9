import * as vscode from 'vscode';
import type { GeneratedRecord } from '../../core/generator/form';
import { CHECK_RECORD, type CheckRecordParams, type RecordFinding } from '../../core/generator/protocol';
import { formFields } from '../../core/generator/publish/fields';
import { absoluteLine } from '../../core/generator/publish/zone';
import type { Localized } from '../../core/text/message';
import type { Server } from '../server';
import { pick, type StepEnd } from './wizard';
import { heading, inWords, wrapped } from './words';
import { activeZone, insertRecord, zoneOrigin } from './zone';

type Action = 'insert' | 'copy' | 'fields';

interface OutcomeItem extends vscode.QuickPickItem {
  /** Absent on lines that only tell something. */
  readonly action?: Action;
}

/** The last step: shows the record and what the rules say of it, and does what is chosen. */
export async function finish(
  server: Server,
  record: GeneratedRecord,
  title: Localized,
): Promise<StepEnd<void>> {
  const zone = activeZone();
  const findings = await judged(server, record);
  for (;;) {
    const end = await preview(record, findings, zone, title);
    if (end.kind !== 'answer') return end;
    switch (end.value.action) {
      case 'insert':
        if (zone !== undefined) {
          const inserted = await insertRecord(server, zone, record, title);
          if (inserted.kind !== 'back') return inserted;
        }
        break;
      case 'copy':
        await copy(absoluteLine(record));
        return done();
      case 'fields': {
        const shown = await showFields(server, record, title);
        if (shown.kind !== 'back') return shown;
        break;
      }
      default:
    }
  }
}

function done(): StepEnd<void> {
  return { kind: 'answer', value: undefined };
}

/** What the rules say; without an answer the record is shown without. */
function judged(server: Server, record: GeneratedRecord): Promise<readonly RecordFinding[]> {
  const params: CheckRecordParams = { record };
  return server.request<readonly RecordFinding[]>(CHECK_RECORD, params).catch(() => []);
}

const ICONS: Readonly<Record<RecordFinding['severity'], string>> = {
  error: '$(error)',
  warning: '$(warning)',
  information: '$(info)',
  hint: '$(lightbulb)',
};

function preview(
  record: GeneratedRecord,
  findings: readonly RecordFinding[],
  zone: vscode.TextDocument | undefined,
  title: Localized,
): Promise<StepEnd<OutcomeItem>> {
  const actions: OutcomeItem[] = [
    {
      label: `$(copy) ${vscode.l10n.t('Copy Record')}`,
      detail: vscode.l10n.t('As a line for a zone file'),
      action: 'copy',
    },
    {
      label: `$(list-flat) ${vscode.l10n.t('Copy as Form Fields…')}`,
      detail: vscode.l10n.t('Host, type, value and TTL for a DNS provider’s form'),
      action: 'fields',
    },
  ];
  if (zone !== undefined) {
    const name = zone.uri.path.slice(zone.uri.path.lastIndexOf('/') + 1);
    actions.unshift({
      label: `$(insert) ${vscode.l10n.t('Insert into {0}', name)}`,
      detail: vscode.l10n.t('In a fitting place; an existing record is replaced only after asking'),
      action: 'insert',
    });
  }
  const items: OutcomeItem[] = [
    heading(vscode.l10n.t('What to do')),
    ...actions,
    heading(vscode.l10n.t('The record')),
    { label: `${record.owner}  ${record.type}` },
    ...wrapped(record.value).map((label) => ({ label })),
    heading(vscode.l10n.t('What the rules say')),
    ...(findings.length === 0 ? [{ label: `$(pass) ${vscode.l10n.t('Nothing to complain about')}` }] : []),
    ...findings.map(({ severity, message, rule }) => ({
      label: `${ICONS[severity]} ${rule}`,
      detail: inWords(message),
    })),
  ];
  const frame = { title: `${inWords(title)}: ${vscode.l10n.t('Preview')}`, back: true };
  return pick(items, frame, vscode.l10n.t('What should be done with the record?'), actions[0]);
}

/** Shows the fields of a provider's form; each one chosen is copied, and the list stays for the next. */
async function showFields(server: Server, record: GeneratedRecord, title: Localized): Promise<StepEnd<void>> {
  const fields = formFields(record, await zoneOrigin(server));
  let copied = -1;
  for (;;) {
    const items = fields.map(({ name, value, note }, index) => ({
      label: `${index === copied ? '$(check)' : '$(copy)'} ${inWords(name)}`,
      description: value,
      detail: inWords(note),
      index,
    }));
    const frame = { title: `${inWords(title)}: ${vscode.l10n.t('Form fields')}`, back: true };
    const active = items[Math.min(copied + 1, items.length - 1)];
    const end = await pick(items, frame, vscode.l10n.t('Choose a field to copy its value'), active);
    if (end.kind !== 'answer') return end;
    copied = end.value.index;
    await copy(fields[copied]!.value);
  }
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied to the clipboard'), 3000);
}
