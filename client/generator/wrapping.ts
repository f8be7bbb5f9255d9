/** How wide a line of a list may get before it is cut off, in widths of a Latin letter. */
const LINE_WIDTH = 72;

/** Scripts whose letters are twice as wide as Latin ones. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** What cannot begin a line in Japanese. */
const NO_BEGINNING = /[、。，．」』）〉》】ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/**
 * A text in lines that a list can show whole: cut behind a blank, a `;` or a `,` where that is possible, in Japanese
 * between any two letters.
 */
export function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=; |,| )/)) {
    if (line !== '' && widthOf(line) + widthOf(piece.trimEnd()) > LINE_WIDTH && !WIDE.test(piece)) {
      lines.push(line.trimEnd());
      line = '';
    }
    // A key or a Japanese sentence has no blank where it could be cut.
    for (const character of piece) {
      if (
        widthOf(line) + widthOf(character) > LINE_WIDTH &&
        !NO_BEGINNING.test(character) &&
        character !== ' '
      ) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += character;
    }
  }
  return [...lines, line.trimEnd()];
}

/** As much of a text as a field's explanation has room for beside it. */
const LONGEST_LINE = 160;

/** The lines of a preview as one, cut where it gets long. */
export function oneLine(lines: readonly string[]): string {
  // What looks like a link would become one there.
  const line = lines.join(' · ').replaceAll('](', '] (');
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
}

/** The first sentence of a text, as a heading has room for it. */
export function firstSentence(text: string): string {
  return /^.*?(?:[.!?](?= )|。)/su.exec(text)?.[0] ?? text;
}
