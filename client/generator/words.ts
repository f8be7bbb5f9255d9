import * as vscode from 'vscode';
import { localeOf, message, render, type Localized, type Message } from '../../core/text/message';

/** A text of core in the language of the window. */
export function inWords(text: Localized | Message): string {
  return render('text' in text ? text : message(text), localeOf(vscode.env.language));
}
