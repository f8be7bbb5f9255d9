import { logicalLines } from './mainCf';

/** A logical line of a file of Postfix's (readlline.c). */
export interface PlainLine {
  /** Where it begins in the file. */
  readonly at: number;
  /** As written: all its lines, with the comments between them. */
  readonly text: string;
  /**
   * The same without what Postfix does not read: line breaks and lines between that are comments or empty stand as
   * blanks, so that every offset is the same in both.
   */
  readonly plain: string;
  /** It begins with a blank, though there is none above that it could continue: Postfix passes over it. */
  readonly indented: boolean;
}

/** A word and where it stands in its logical line. */
export interface PlainWord {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
}

const BLANK = /[ \t\n\v\f\r]/;

/** Whether Postfix takes a character for a blank: C's isspace(). */
export function isBlank(character: string | undefined): boolean {
  return character !== undefined && BLANK.test(character);
}

/** The logical lines of a file. */
export function plainLines(text: string): PlainLine[] {
  return logicalLines(text).map((lines) => {
    const at = lines[0]!.start;
    let plain = '';
    for (const { start, end } of lines) plain = plain.padEnd(start - at, ' ') + text.slice(start, end);
    return { at, text: text.slice(at, lines.at(-1)!.end), plain, indented: isBlank(plain[0]) };
  });
}

/** The offset of the first character at or behind `from` that is no blank; the text's length where there is none. */
export function afterBlanks(plain: string, from: number): number {
  let at = from;
  while (at < plain.length && isBlank(plain[at])) at++;
  return at;
}

/** The rest of a line from an offset on, without the blanks at its ends; undefined where nothing is left. */
export function restFrom(plain: string, from: number): PlainWord | undefined {
  const start = afterBlanks(plain, from);
  let end = plain.length;
  while (end > start && isBlank(plain[end - 1])) end--;
  return end > start ? { text: plain.slice(start, end), span: { start, end } } : undefined;
}
