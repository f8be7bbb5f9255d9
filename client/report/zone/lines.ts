import type * as vscode from 'vscode';
import type { Message } from '../../../core/text/message';
import { revealed } from '../../../core/text/visible';
import { heading, inWords } from '../../generator/words';
import { folded, widthOf, WIDTH } from './fold';

/** What a heading takes of the line that it stands behind, beside its own words. */
const AROUND_HEADING = 4;

/** Lines of a list that tell something and do nothing, below a heading; nothing where there is nothing to tell. */
export function told<T extends vscode.QuickPickItem>(head: string, texts: readonly string[]): T[] {
  return headed(head, texts, () => '');
}

/** Sentences as lines of their own, with a mark before each. */
export function sentences<T extends vscode.QuickPickItem>(head: string, said: readonly Message[]): T[] {
  return headed(head, said.map(inWords), (isFirst) => (isFirst ? '$(info) ' : '      '));
}

function headed<T extends vscode.QuickPickItem>(
  head: string,
  texts: readonly string[],
  lead: (isFirst: boolean) => string,
): T[] {
  if (texts.length === 0) return [];
  const room = WIDTH - widthOf(head) - AROUND_HEADING;
  const lines = texts.flatMap((text, index) =>
    folded(revealed(text), WIDTH, index === 0 ? room : WIDTH).map((line, at) => ({
      label: lead(at === 0) + line,
    })),
  );
  return [heading(head), ...lines] as T[];
}
