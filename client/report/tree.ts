import * as vscode from 'vscode';
import { reportNodes, type ReportNode } from './nodes';
import { allSessions, onDidChangeSessions } from './sessions';
import type { Opening } from './find';

export const treeView = 'mailAuth.reports';

/** Milliseconds between two changes of the view. */
const rest = 700;

/**
 * The view in the activity bar: the open reports under their domains; files dropped on it are opened.
 * While nothing is open it has the ways in as its lines rather than as welcome content, over which VS Code lets nothing
 * be dropped.
 * @param open opens in the report view
 */
export function registerTree(
  context: vscode.ExtensionContext,
  open: (openings: readonly Opening[]) => void,
): void {
  const changed = new vscode.EventEmitter<undefined>();
  let nodes: readonly ReportNode[] = [];

  const provider: vscode.TreeDataProvider<ReportNode> = {
    onDidChangeTreeData: changed.event,
    getChildren(parent) {
      if (parent !== undefined) return [...parent.children];
      nodes = reportNodes(allSessions());
      return [...nodes];
    },
    getTreeItem: itemOf,
  };
  const view = vscode.window.createTreeView(treeView, {
    treeDataProvider: provider,
    showCollapseAll: true,
    dragAndDropController: {
      dropMimeTypes: ['text/uri-list', 'files'],
      dragMimeTypes: [],
      async handleDrop(_target, data) {
        const openings = await openingsOf(data);
        if (openings.length > 0) open(openings);
      },
    },
  });
  let resting: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  /** Tells at once, but while reports pour in only now and then. */
  const tell = (): void => {
    again = resting !== undefined;
    if (again) return;
    show();
    resting = setTimeout(() => {
      resting = undefined;
      if (again) tell();
    }, rest);
  };
  const show = (): void => {
    const some = allSessions().some(({ opened }) => opened.reports.length > 0);
    view.message = some
      ? ''
      : vscode.l10n.t('Drop reports, or a folder of them, here. They are read on this machine.');
    void vscode.commands.executeCommand('setContext', 'mailAuth.reportsOpen', some);
    changed.fire(undefined);
  };
  context.subscriptions.push(view, changed, onDidChangeSessions(tell), {
    dispose: () => {
      clearTimeout(resting);
    },
  });
  show();
}

function itemOf(node: ReportNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, node.state);
  item.id = node.id;
  item.description = node.description;
  item.tooltip = node.tooltip;
  item.iconPath = node.icon;
  if (node.command !== undefined) item.command = node.command;
  if (node.spoken !== undefined) item.accessibilityInformation = { label: node.spoken };
  return item;
}

/** What was dropped: by its place where that is told, else with its bytes. */
async function openingsOf(data: vscode.DataTransfer): Promise<readonly Opening[]> {
  const found = new Map<string, Opening>();
  const add = (uri: vscode.Uri): void => {
    found.set(uri.toString(), { uri });
  };
  const list = await data.get('text/uri-list')?.asString();
  for (const line of (list ?? '').split(/\r?\n/)) {
    if (line.trim() !== '' && !line.startsWith('#')) add(vscode.Uri.parse(line.trim()));
  }
  const dropped: Promise<Opening>[] = [];
  for (const [, item] of data) {
    const file = item.asFile();
    if (file === undefined) continue;
    if (file.uri !== undefined) add(file.uri);
    else dropped.push(readNow(file));
  }
  return [...found.values(), ...(await Promise.all(dropped))];
}

/** A dropped file without a place; its bytes can be had only until the drop has been dealt with. */
async function readNow(file: vscode.DataTransferFile): Promise<Opening> {
  const read = Promise.resolve(file.data());
  // Where it fails, the page says so when it comes to this file.
  await read.catch(() => undefined);
  return { name: file.name, bytes: () => read };
}
