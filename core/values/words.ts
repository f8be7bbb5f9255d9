import type { Span } from '../text/span';

/** A word of a list value; the span counts from the value's beginning. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/**
 * The words of a Postfix list, which blanks and commas part. A group in braces is one word (`{ inet:host:port,
 * option=value }`); an unclosed one goes to the end.
 */
export function listWords(value: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < value.length) {
    if (isSeparator(value[at]!)) {
      at++;
      continue;
    }
    const start = at;
    let level = 0;
    while (at < value.length && (level > 0 || !isSeparator(value[at]!))) {
      if (value[at] === '{') level++;
      else if (value[at] === '}') level = Math.max(0, level - 1);
      at++;
    }
    words.push({ text: value.slice(start, at), span: { start, end: at } });
  }
  return words;
}

function isSeparator(character: string): boolean {
  return character === ',' || /\s/.test(character);
}

/** The word of a list that the offset touches, or the empty place it stands at. */
export function wordAt(value: string, offset: number): Word {
  const found = listWords(value).find(({ span }) => span.start <= offset && offset <= span.end);
  return found ?? { text: '', span: { start: offset, end: offset } };
}
