import * as vscode from 'vscode';
import type { LinkTarget, Page } from '../../core/text/page';
import { localeOf } from '../../core/text/message';
import { isOurs } from '../languages';
import { inWords } from '../generator/words';
import { escaped, pageBody } from './html';
import { STYLE } from './style';

/** The commands to which a page may lead; the text of records never makes a link. */
const COMMANDS = ['mailAuth.openRulePage', 'mailAuth.openPlace'];

/** How long after an edit a page is asked for again. */
const REFRESH_DELAY = 300;

/** A place beside the editor that shows one page at a time, as the Markdown preview does. */
export interface PagePanel {
  /**
   * Shows a page, and keeps it up to date while documents change.
   * @param load asks for the page as it is now; undefined where there is none any more: then the last one stays, and
   *   says that it is old
   */
  show(load: () => Promise<Page | undefined>): Promise<boolean>;
  dispose(): void;
}

/** A panel that opens with its first page. */
export function createPagePanel(viewType: string): PagePanel {
  let panel: vscode.WebviewPanel | undefined;
  let load: () => Promise<Page | undefined> = () => Promise.resolve(undefined);
  let shown: Page | undefined;
  let html = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether something changed while nobody looked. */
  let stale = false;
  /** Counts what was asked for: an answer that comes late is none any more. */
  let asked = 0;

  const draw = (page: Page, old: boolean): void => {
    if (panel === undefined) return;
    shown = page;
    const next = document(page, old);
    // The page scrolls to where it was, but it flickers: what is the same stays.
    if (next !== html) panel.webview.html = html = next;
    panel.title = inWords(page.title);
  };

  const refresh = async (): Promise<void> => {
    stale = false;
    const mine = ++asked;
    const page = await load().catch(() => undefined);
    if (mine !== asked || panel === undefined || shown === undefined) return;
    draw(page ?? shown, page === undefined);
  };

  const listener = vscode.workspace.onDidChangeTextDocument(
    ({ document: { languageId }, contentChanges }) => {
      if (panel === undefined || contentChanges.length === 0 || !isOurs(languageId)) return;
      stale = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (panel?.visible === true) void refresh();
      }, REFRESH_DELAY);
    },
  );

  const open = (): vscode.WebviewPanel => {
    const created = vscode.window.createWebviewPanel(
      viewType,
      'Mail Auth',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, enableCommandUris: COMMANDS, localResourceRoots: [], enableFindWidget: true },
    );
    created.onDidDispose(() => {
      panel = undefined;
      shown = undefined;
      html = '';
      asked++;
    });
    created.onDidChangeViewState(() => {
      if (created.visible && stale) void refresh();
    });
    return created;
  };

  return {
    async show(next) {
      const mine = ++asked;
      const page = await next();
      if (page === undefined) return false;
      if (mine !== asked) return true;
      load = next;
      if (panel === undefined) panel = open();
      else panel.reveal(undefined, true);
      draw(page, false);
      return true;
    },
    dispose() {
      clearTimeout(timer);
      listener.dispose();
      panel?.dispose();
    },
  };
}

/** The page's HTML: no script, nothing is loaded. */
function document(page: Page, old: boolean): string {
  const notice = old
    ? `<div class="notice">${escaped(
        vscode.l10n.t('The record is not there any more, or its file is closed. This is how it was.'),
      )}</div>`
    : '';
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(inWords(page.title))}</title>
<style>${STYLE}</style>
</head>
<body>
${notice}${pageBody(page, localeOf(vscode.env.language), href)}
</body>
</html>`;
}

function href(target: LinkTarget): string {
  switch (target.to) {
    case 'web':
      return target.url;
    case 'rule':
      return commandUri('mailAuth.openRulePage', [target.rule]);
    case 'place':
      return commandUri('mailAuth.openPlace', [target.uri, target.line]);
  }
}

function commandUri(command: string, values: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(values))}`;
}
