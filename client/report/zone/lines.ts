import type * as vscode from 'vscode';
import type { Message } from '../../../core/text/message';
import { revealed } from '../../../core/text/visible';
import { heading, inWords } from '../../generator/words';

/** How wide a line may get before the list cuts it off; a wide character counts twice. */
const WIDTH = 76;

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
    folded(revealed(text), index === 0 ? room : WIDTH).map((line, at) => ({ label: lead(at === 0) + line })),
  );
  return [heading(head), ...lines] as T[];
}

/**
 * A text in lines, cut at blanks; Japanese has none and is cut where the line is full, as is a word that fits in none.
 * @param first how wide the first line may get
 */
export function folded(text: string, first = WIDTH): string[] {
  const lines: string[] = [];
  let line = '';
  let left = first;
  const breakLine = (): void => {
    lines.push(line.trimEnd());
    line = '';
    left = WIDTH;
  };
  for (const word of text.match(WORDS) ?? []) {
    // What may not begin a line stays with what stands before it.
    if (line !== '' && widthOf(word.trimEnd()) > left && !/^[、。）」)]/.test(word)) breakLine();
    for (let rest = word; rest !== '';) {
      const part = rest.slice(0, Math.max(1, left));
      line += part;
      left -= widthOf(part);
      rest = rest.slice(part.length);
      if (rest !== '') breakLine();
    }
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** Words of narrow characters with the blanks behind them, a list of addresses in its parts; else single characters. */
const WORDS = /[\x21-\x2b\x2d-\x7e\u2018-\u201d]+,? *|[^]/gu;

function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, one) => sum + (one > '\u1100' && !/[\u2018-\u201d]/.test(one) ? 2 : 1),
    0,
  );
}
