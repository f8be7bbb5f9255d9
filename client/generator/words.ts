import * as vscode from 'vscode';
import { localeOf, message, render, type Localized, type Message } from '../../core/text/message';

/** A text of core in the language of the window. */
export function inWords(text: Localized | Message): string {
  return render('text' in text ? text : message(text), localeOf(vscode.env.language));
}

/** The same where nothing makes code of what stands between backticks. */
export function plainWords(text: Localized | Message): string {
  return inWords(text).replaceAll('`', '');
}

/** A line in a list that heads those below it. */
export function heading(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** The last part of a path. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
