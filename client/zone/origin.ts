import * as vscode from 'vscode';
import {
  ORIGINS_CHANGED,
  ZONE_ORIGIN,
  ZONE_ORIGINS_SETTING,
  type OriginSource,
  type ZoneOrigin,
} from '../../core/zoneProtocol';
import type { ServerControl } from '../server';

/** How long typing rests before the origin is asked for again. */
const REST = 400;

/** How often a server that does not hold the document yet is asked once more. */
const MOST_TRIES = 5;

/** Shows the origin of the active zone file in the status bar, where a click changes it. */
export function registerOrigin(context: vscode.ExtensionContext, server: ServerControl): void {
  const item = vscode.window.createStatusBarItem('mailAuth.origin', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('Zone Origin');
  item.command = 'mailAuth.setZoneOrigin';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const show = async (tries = 0): Promise<void> => {
    const document = activeZone();
    const question = ++asked;
    if (document === undefined) {
      item.hide();
      return;
    }
    const answer = await originOf(server, document);
    // The window has moved on since.
    if (question !== asked) return;
    if (answer === undefined) {
      if (tries < MOST_TRIES) timer = setTimeout(() => void show(tries + 1), REST);
      else item.hide();
      return;
    }
    const known = answer.origin !== '.' || answer.by !== 'none';
    item.text = known ? vscode.l10n.t('Origin: {0}', answer.origin) : vscode.l10n.t('Origin: unknown');
    item.tooltip = tooltip(answer.by);
    item.backgroundColor = known ? undefined : new vscode.ThemeColor('statusBarItem.warningBackground');
    item.show();
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(), REST);
  };
  const now = (): void => {
    clearTimeout(timer);
    void show();
  };

  context.subscriptions.push(
    item,
    vscode.window.onDidChangeActiveTextEditor(now),
    vscode.workspace.onDidOpenTextDocument(now),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === activeZone()) later();
    }),
    server.onNotification(ORIGINS_CHANGED, now),
    vscode.commands.registerCommand('mailAuth.setZoneOrigin', () => askOrigin(server)),
    {
      dispose() {
        clearTimeout(timer);
      },
    },
  );
  now();
}

function activeZone(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'dns-zone' ? document : undefined;
}

async function originOf(
  server: ServerControl,
  document: vscode.TextDocument,
): Promise<ZoneOrigin | undefined> {
  const params = { uri: document.uri.toString() };
  return (await server.request<ZoneOrigin | null>(ZONE_ORIGIN, params).catch(() => null)) ?? undefined;
}

function tooltip(by: OriginSource): string {
  const source = {
    setting: vscode.l10n.t('Stated in the settings.'),
    configuration: vscode.l10n.t('Stated in a name server’s configuration.'),
    included: vscode.l10n.t('From the zone that includes this file.'),
    file: vscode.l10n.t('Told by the file itself or by its name.'),
    none: vscode.l10n.t('Neither the file nor its name tells it, so relative names cannot be completed.'),
  }[by];
  return `${vscode.l10n.t('What completes names without a final dot in this zone file.')}\n${source}\n${vscode.l10n.t('Click to change it.')}`;
}

/** Asks for the origin of the active zone file, and keeps it in the settings. */
async function askOrigin(server: ServerControl): Promise<void> {
  const document = activeZone();
  if (document === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a zone file first.'));
    return;
  }
  const present = await originOf(server, document);
  const key = keyOf(document.uri);
  const stated = statedOrigins();
  const value = present === undefined || present.origin === '.' ? '' : present.origin;
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Origin of {0}', key),
    prompt:
      stated[key] === undefined
        ? vscode.l10n.t('The zone’s name, such as example.com')
        : vscode.l10n.t('The zone’s name, such as example.com; empty: as the file and its name tell'),
    value,
    validateInput: (text) => (isName(text.trim()) ? undefined : vscode.l10n.t('That is no domain name.')),
  });
  if (typed === undefined || typed.trim() === value) return;
  const name = typed.trim();
  const others = Object.entries(stated).filter(([path]) => path !== key);
  const origins = Object.fromEntries(name === '' ? others : [...others, [key, name]]);
  const target =
    vscode.workspace.workspaceFolders === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  try {
    await vscode.workspace
      .getConfiguration('mailAuth')
      .update(ZONE_ORIGINS_SETTING, Object.keys(origins).length === 0 ? undefined : origins, target);
  } catch (problem) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The origin could not be saved: {0}',
        problem instanceof Error ? problem.message : String(problem),
      ),
    );
  }
}

function statedOrigins(): Readonly<Record<string, string>> {
  return (
    vscode.workspace.getConfiguration('mailAuth').get<Record<string, string>>(ZONE_ORIGINS_SETTING) ?? {}
  );
}

/** How the setting names a document: its path in its folder of the workspace, else all of its path. */
function keyOf(uri: vscode.Uri): string {
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined)
    return vscode.workspace.asRelativePath(uri, false);
  return uri.path.startsWith('/') ? uri.path : uri.toString(true);
}

/** Empty, the root, or labels with dots between, perhaps with the final one; escapes are left to the server. */
function isName(text: string): boolean {
  return (
    text === '' || text === '.' || (text.length <= 255 && /^(?:[^\s.]{1,63}\.)*[^\s.]{1,63}\.?$/.test(text))
  );
}
