import * as vscode from 'vscode';
import { localeOf, message, render, type Localized, type Message } from '../../core/text/message';

/** A text of core in the language of the window. */
export function inWords(text: Localized | Message): string {
  return render('text' in text ? text : message(text), localeOf(vscode.env.language));
}

/** How wide a line of the preview may get before the list cuts it off. */
const PREVIEW_WIDTH = 72;

/** A tag list in lines that a list can show whole, cut between tags where that is possible. */
export function wrapped(value: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const tag of value.split(/(?<=; |,)/)) {
    if (line !== '' && line.length + tag.length > PREVIEW_WIDTH) {
      lines.push(line);
      line = '';
    }
    line += tag;
  }
  return [...lines, line];
}

/** A line in a list that heads those below it. */
export function heading(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
