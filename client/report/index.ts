import * as vscode from 'vscode';
import type { ClientPlatform } from '../platform';
import type { Server } from '../server';
import type { PageState } from './protocol';
import { pageOptions } from './page';
import { startSession, type ReportSession } from './session';

const editorType = 'mailAuth.report';
const viewType = 'mailAuth.reportView';

/**
 * Registers everything about DMARC reports: the custom editor, the report view that is kept over a reload of the
 * window, and the commands. Uses nothing of Node, so that it also runs in the browser.
 */
export function registerReports(
  context: vscode.ExtensionContext,
  _server: Server,
  _platform: ClientPlatform,
): void {
  const extension = context.extensionUri;

  const editor: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    async resolveCustomEditor({ uri }, panel) {
      await startSession(panel, extension, openSamples).open([uri]);
    },
  };

  const showView = (uris: readonly vscode.Uri[]): void => {
    const title = vscode.l10n.t('DMARC Reports');
    const panel = vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, {
      ...pageOptions(extension),
      retainContextWhenHidden: true,
    });
    startView(panel, uris);
  };

  const startView = (panel: vscode.WebviewPanel, uris: readonly vscode.Uri[]): void => {
    void startSession(panel, extension, openSamples).open(uris);
  };

  const openSamples = (session: ReportSession): void => {
    void sampleReports(extension).then((uris) => session.open(uris));
  };

  const restorer: vscode.WebviewPanelSerializer<PageState | undefined> = {
    deserializeWebviewPanel(panel, state) {
      const uris = (state?.files ?? []).flatMap(({ uri }) =>
        uri === undefined ? [] : vscode.Uri.parse(uri),
      );
      startView(panel, uris);
      return Promise.resolve();
    },
  };

  context.subscriptions.push(
    vscode.window.registerCustomEditorProvider(editorType, editor, {
      webviewOptions: { retainContextWhenHidden: true },
      supportsMultipleEditorsPerDocument: true,
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, restorer),
    vscode.commands.registerCommand('mailAuth.openReportView', () => {
      showView([]);
    }),
    vscode.commands.registerCommand(
      'mailAuth.openReport',
      async (clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) => {
        const uris = await reportsToOpen(clicked, selected);
        const [first] = uris;
        if (uris.length === 1 && first !== undefined) {
          await vscode.commands.executeCommand('vscode.openWith', first, editorType);
        } else if (uris.length > 1) {
          showView(uris);
        }
      },
    ),
  );
}

/** What the Explorer has selected, else the active file where its name is one of a report, else what is picked. */
async function reportsToOpen(
  clicked: vscode.Uri | undefined,
  selected: readonly vscode.Uri[] | undefined,
): Promise<readonly vscode.Uri[]> {
  if (selected !== undefined && selected.length > 0) return selected;
  if (clicked !== undefined) return [clicked];
  const active = activeFile();
  if (active !== undefined && /\.(?:xml|gz|zip|eml)$/i.test(active.path)) return [active];
  const picked = await vscode.window.showOpenDialog({
    canSelectMany: true,
    openLabel: vscode.l10n.t('Open Report'),
    filters: {
      [vscode.l10n.t('DMARC Reports')]: ['xml', 'gz', 'zip', 'eml'],
      [vscode.l10n.t('All files')]: ['*'],
    },
  });
  return picked ?? [];
}

function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText) return input.uri;
  return undefined;
}

/** The reports that come with the extension. */
async function sampleReports(extension: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(extension, 'samples', 'reports');
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return entries
    .filter(([name, type]) => type === vscode.FileType.File && /\.(?:xml|gz|zip)$/.test(name))
    .map(([name]) => vscode.Uri.joinPath(folder, name));
}
