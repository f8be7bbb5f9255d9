import * as vscode from 'vscode';
import { answerTo } from '../../report/link';
import { pageOptions } from '../../report/page';
import { newNonce, pageDocument } from '../../report/pageDocument';
import { isOurs } from '../../languages';
import type { Doors } from '../publish';
import { formAnswers } from './answers';
import type { FormQuestions, FromForm, ToForm } from './protocol';
import { unpublishedKeys } from './unpublished';

const viewType = 'mailAuth.generator';

/** How long after an edit the page is told, in milliseconds. */
const TELL_DELAY = 400;

/** What the form is to show: the zone file that is meant, the kind of record. */
interface Wish {
  readonly zone?: string;
  readonly kind?: string;
}

/** Registers the form view of the record generator, which is kept over a reload of the window, and its command. */
export function registerFormView(context: vscode.ExtensionContext, doors: Doors): void {
  const extension = context.extensionUri;
  const keys = unpublishedKeys();
  const answers = formAnswers(doors, keys);
  let shown: { readonly panel: vscode.WebviewPanel; wish(wish: Wish): void } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether files changed of which the page was not told: nobody looks at it. */
  let stale = false;

  const tell = (): void => {
    stale = shown?.panel.visible === false;
    if (!stale) void shown?.panel.webview.postMessage({ type: 'changed' } satisfies ToForm);
  };

  const start = (panel: vscode.WebviewPanel, first: Wish): void => {
    const { webview } = panel;
    let ready = false;
    let open = true;
    let next = first;
    const post = (message: ToForm): void => {
      if (open) void webview.postMessage(message);
    };
    const wish = (wished: Wish): void => {
      next = wished;
      if (!ready) return;
      post({ type: 'show', ...next });
      next = {};
    };
    shown = { panel, wish };
    panel.onDidDispose(() => {
      open = false;
      if (shown?.panel === panel) shown = undefined;
      keys.dropAll();
    });
    panel.onDidChangeViewState(() => {
      if (stale && panel.visible) tell();
    });
    panel.iconPath = vscode.Uri.joinPath(extension, 'icons', 'generator.svg');
    webview.options = pageOptions(extension);
    webview.onDidReceiveMessage((message: FromForm) => {
      if (message.type === 'ready') {
        ready = true;
        wish(next);
      } else void answerTo<FormQuestions>(answers, message).then(post);
    });
    webview.html = formHtml(webview, extension);
  };

  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, TELL_DELAY);
  };
  const changedBy = ({ languageId }: vscode.TextDocument): void => {
    if (shown !== undefined && isOurs(languageId)) changed();
  };

  context.subscriptions.push(
    vscode.commands.registerCommand('mailAuth.openGenerator', (about?: unknown) => {
      const zone = zoneMeant(about);
      const wish: Wish = {
        ...(zone !== undefined && { zone }),
        ...(typeof about === 'string' && { kind: about }),
      };
      if (shown !== undefined) {
        shown.panel.reveal();
        shown.wish(wish);
        return;
      }
      const title = vscode.l10n.t('Record Generator');
      const panel = vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, {
        ...pageOptions(extension),
        // What is unfolded and where one reads is not worth losing for a look at the zone.
        retainContextWhenHidden: true,
      });
      start(panel, wish);
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel(panel) {
        // What was filled in, and for which file, the page keeps by itself.
        start(panel, {});
        return Promise.resolve();
      },
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      changedBy(document);
    }),
    vscode.workspace.onDidOpenTextDocument(changedBy),
    vscode.workspace.onDidCloseTextDocument(changedBy),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}

/** The zone file that a menu names, or that is looked at. */
function zoneMeant(about: unknown): string | undefined {
  if (about instanceof vscode.Uri) return about.toString();
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'dns-zone' ? document.uri.toString() : undefined;
}

function formHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const resource = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString();
  return pageDocument({
    language: vscode.env.language,
    title: vscode.l10n.t('Record Generator'),
    script: resource('generator.js'),
    style: resource('generator.css'),
    source: webview.cspSource,
    nonce: newNonce(),
  });
}
