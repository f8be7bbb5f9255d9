import * as vscode from 'vscode';
import { reportQuery } from '../../core/report/query/term';
import type { ClientPlatform } from '../platform';
import type { Server } from '../server';
import { chooseReports, windowAnswers } from './answers';
import type { Opening } from './find';
import { limitsFrom, limitsSection } from './limits';
import { nameAnswers } from './names';
import { showReports, type ShownReport } from './nodes';
import { pageOptions } from './page';
import { pageCommands, type PageSettings, type PageState } from './protocol';
import { registerReportTexts } from './recognise';
import { sampleNames } from './samples';
import { startSession, type ReportSession, type SessionParts } from './session';
import { activeSession, addSession, allSessions, evidenceFor, sessionChanged } from './sessions';
import { registerTree } from './tree';
import { zoneAnswers } from './zone';
import { registerRaisePolicy } from './zone/command';

/** The editor that is offered for files that may hold reports, and that for names that only reports have. */
const editorType = 'mailAuth.report';
const namedEditorType = 'mailAuth.namedReport';
const viewType = 'mailAuth.reportView';

/**
 * Registers everything about DMARC reports: the custom editors, the report view that is kept over a reload of the
 * window, the view in the activity bar, and the commands. Uses nothing of Node, so that it also runs in the browser.
 */
export function registerReports(
  context: vscode.ExtensionContext,
  server: Server,
  platform: ClientPlatform,
): void {
  const extension = context.extensionUri;
  const names = nameAnswers(platform);
  const zones = zoneAnswers(server);
  const settings = (): PageSettings => {
    const limits = vscode.workspace.getConfiguration(limitsSection);
    return {
      limits: limitsFrom((name) => limits.get<unknown>(name)),
      localPicker: vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined,
      ...names.settings(),
    };
  };

  const parts: SessionParts = {
    extension,
    platform,
    settings,
    answers: (session) => ({
      ...zones,
      ...names.answers,
      ...windowAnswers((uris) => {
        session.open(openingsOf(uris));
      }),
    }),
    openSamples: (session) => {
      session.open(openingsOf(sampleReports(extension)));
    },
    changed: sessionChanged,
  };
  const start = (panel: vscode.WebviewPanel): ReportSession => {
    const session = startSession(panel, parts);
    addSession(session);
    return session;
  };

  // The one view that files are opened in together.
  let view: ReportSession | undefined;
  const startView = (panel: vscode.WebviewPanel): ReportSession => {
    const session = start(panel);
    view = session;
    panel.iconPath = vscode.Uri.joinPath(extension, 'icons', 'report.svg');
    panel.onDidDispose(() => {
      if (view === session) view = undefined;
    });
    return session;
  };
  const showView = (): ReportSession => {
    if (view !== undefined) {
      view.panel.reveal();
      return view;
    }
    const title = vscode.l10n.t('DMARC Reports');
    const panel = vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, {
      ...pageOptions(extension),
      retainContextWhenHidden: true,
    });
    return startView(panel);
  };
  const openInView = (openings: readonly Opening[]): void => {
    showView().open(openings);
  };

  const editor: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    resolveCustomEditor({ uri }, panel) {
      start(panel).open([{ uri }]);
    },
  };
  const editorOptions = {
    webviewOptions: { retainContextWhenHidden: true },
    supportsMultipleEditorsPerDocument: true,
  };
  const restorer: vscode.WebviewPanelSerializer<PageState | undefined> = {
    deserializeWebviewPanel(panel, state) {
      const uris = (state?.files ?? []).flatMap(({ uri }) => (uri === undefined ? [] : [uri]));
      startView(panel).open(uris.map((uri) => ({ uri: vscode.Uri.parse(uri) })));
      return Promise.resolve();
    },
  };

  /** One file in an editor of its own, everything else together in the report view. */
  const openReports = async (uris: readonly vscode.Uri[]): Promise<void> => {
    const [first] = uris;
    if (first === undefined) return;
    if (uris.length === 1 && !(await isFolder(first))) {
      await vscode.commands.executeCommand('vscode.openWith', first, editorType);
    } else {
      openInView(openingsOf(uris));
    }
  };
  const pickInto = async (folder: boolean): Promise<void> => {
    const uris = await chooseReports(folder);
    if (uris.length > 0) openInView(openingsOf(uris));
  };

  const commands: Record<string, (...given: never[]) => unknown> = {
    'mailAuth.openReportView': () => {
      showView();
    },
    'mailAuth.openReport': async (clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) => {
      await openReports(await reportsToOpen(clicked, selected));
    },
    'mailAuth.openAsReports': async (clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) => {
      await openReports(await reportsToOpen(clicked, selected));
    },
    'mailAuth.reports.openFiles': () => pickInto(false),
    'mailAuth.reports.openFolder': () => pickInto(true),
    'mailAuth.reports.openSamples': () => {
      openInView(openingsOf(sampleReports(extension)));
    },
    'mailAuth.reports.clear': () => {
      for (const session of allSessions()) session.post({ type: 'clear' });
    },
    [showReports]: ({ session, report }: ShownReport) => {
      session.panel.reveal();
      session.post({ type: 'filter', query: reportQuery(report, report.reportId) });
    },
  };
  for (const command of pageCommands) {
    commands[`mailAuth.reports.${command}`] = () => {
      activeSession()?.post({ type: 'command', command });
    };
  }

  context.subscriptions.push(
    names,
    vscode.window.registerCustomEditorProvider(editorType, editor, editorOptions),
    vscode.window.registerCustomEditorProvider(namedEditorType, editor, editorOptions),
    vscode.window.registerWebviewPanelSerializer(viewType, restorer),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(limitsSection) && !names.isAffected(change)) return;
      for (const session of allSessions()) session.post({ type: 'settings', settings: settings() });
    }),
  );
  registerReportTexts(context);
  registerTree(context, openInView);
  registerRaisePolicy(context, server, evidenceFor);
}

function openingsOf(uris: readonly vscode.Uri[]): readonly Opening[] {
  return uris.map((uri) => ({ uri }));
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false,
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
  if (active !== undefined && /\.(?:xml|gz|zip|eml|mbox)$/i.test(active.path)) return [active];
  return chooseReports(false);
}

function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText) return input.uri;
  return undefined;
}

/** The reports that come with the extension. */
function sampleReports(extension: vscode.Uri): readonly vscode.Uri[] {
  return sampleNames.map((name) => vscode.Uri.joinPath(extension, 'samples', 'reports', name));
}
