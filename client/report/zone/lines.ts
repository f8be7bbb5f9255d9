import type * as vscode from 'vscode';
import type { Message } from '../../../core/text/message';
import { revealed } from '../../../core/text/visible';
import { heading, inWords, wrapped } from '../../generator/words';

/** Lines of a list that tell something and do nothing, below a heading; nothing where there is nothing to tell. */
export function told<T extends vscode.QuickPickItem>(head: string, texts: readonly string[]): T[] {
  if (texts.length === 0) return [];
  const lines = texts.flatMap((text) => wrapped(revealed(text)).map((label) => ({ label })));
  return [heading(head), ...lines] as T[];
}

/** Sentences as lines of their own, with a mark before each. */
export function sentences<T extends vscode.QuickPickItem>(head: string, said: readonly Message[]): T[] {
  if (said.length === 0) return [];
  const lines = said.flatMap((one) =>
    folded(revealed(inWords(one))).map((label, index) => ({
      label: index === 0 ? `$(info) ${label}` : `      ${label}`,
    })),
  );
  return [heading(head), ...lines] as T[];
}

/** How wide a line may get before the list cuts it off; a wide character counts twice. */
const WIDTH = 84;

/** A sentence in lines, cut at blanks; Japanese has none and is cut where the line is full. */
export function folded(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of text.match(/[\x21-\x7e\u2018-\u201d]+ ?|[^]/gu) ?? []) {
    const own = Array.from(piece).reduce((sum, one) => sum + (one > '\u1100' ? 2 : 1), 0);
    // What may not begin a line stays with what stands before it.
    if (width + own > WIDTH && line !== '' && !/^[、。）」)]/.test(piece)) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    line += piece;
    width += own;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
