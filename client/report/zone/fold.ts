/** How wide a line may get before the list cuts it off, in narrow characters. */
export const WIDTH = 76;

/**
 * A text in lines, cut at blanks; Japanese has none and is cut where the line is full, as is a word that fits in none.
 * @param first how wide the first line may get
 */
export function folded(text: string, width: number, first = width): string[] {
  const lines: string[] = [];
  let line = '';
  let left = first;
  const breakLine = (): void => {
    lines.push(line.trimEnd());
    line = '';
    left = width;
  };
  for (const word of text.match(WORDS) ?? []) {
    // What may not begin a line stays with what stands before it.
    const blank = word.trim() === '';
    if (line !== '' && widthOf(word.trimEnd()) > left && !blank && !/^[、。）」)]/.test(word)) breakLine();
    if (line === '' && blank && lines.length > 0) continue;
    // A long word is narrow characters alone; what is cut begins a line.
    let rest = word;
    while (rest.trimEnd().length > left && rest.length > width) {
      const room = Math.max(0, left);
      line += rest.slice(0, room);
      rest = rest.slice(room);
      breakLine();
    }
    line += rest;
    left -= widthOf(rest);
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/**
 * Words of narrow characters with the blanks behind them, a list of addresses in its parts; what closes a parenthesis
 * by itself, where no word is before it; else single characters.
 */
const WORDS = /\)+,? *|[\x21-\x2b\x2d-\x7e\u2018-\u201d]+,? *|[^]/gu;

/** How much room a text takes; a wide character counts twice. */
export function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, one) => sum + (one > '\u1100' && !/[\u2018-\u201d]/.test(one) ? 2 : 1),
    0,
  );
}
