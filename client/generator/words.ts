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

/** How wide a line of the preview may get before the list cuts it off. */
const PREVIEW_WIDTH = 72;

/** A record's text in lines that a list can show whole, cut between tags where that is possible. */
export function wrapped(value: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const tag of value.split(/(?<=; |,| )/)) {
    let rest = tag;
    if (line !== '' && line.length + rest.length > PREVIEW_WIDTH) {
      lines.push(line);
      line = '';
    }
    // A key has no place where it could be cut.
    while (rest.length > PREVIEW_WIDTH) {
      lines.push(rest.slice(0, PREVIEW_WIDTH));
      rest = rest.slice(PREVIEW_WIDTH);
    }
    line += rest;
  }
  return [...lines, line];
}

/** As much of a text as a field's explanation has room for beside it. */
const LONGEST_LINE = 160;

/** The lines of a preview as one, cut where it gets long. */
export function oneLine(lines: readonly string[]): string {
  // What looks like a link would become one there.
  const line = lines.join(' · ').replaceAll('](', '] (');
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
}

/** A line in a list that heads those below it. */
export function heading(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** The last part of a path. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
