import type { Span } from '../../text/span';

/** Where a template of $GENERATE puts the number, and how it is written there. */
export interface TemplateNumber {
  /** Added to the number. */
  readonly delta: number;
  /** Of `d`, `o`, `x`, `X`: the least count of digits, filled up with zeros. Of `n`, `N`: of characters. */
  readonly width: number;
  /** Decimal, octal, hexadecimal, or nibbles in reverse order with dots between, as `ip6.arpa` has them. */
  readonly mode: 'd' | 'o' | 'x' | 'X' | 'n' | 'N';
}

/** A template as literal text and places for the number, in order. */
export type TemplatePart = string | TemplateNumber;

/** What a template of $GENERATE says. */
export interface Template {
  readonly parts: readonly TemplatePart[];
  /** `${…}` that BIND does not read; spans count from the template's beginning. */
  readonly problems: readonly Span[];
}

/** BIND writes a number into a buffer of this many characters, with a final NUL. */
const WIDEST = 127;

const MODIFIER = /^\{([+-]?\d{1,10})(?:,\+?(\d{1,10})(?:,([doxXnN]))?)?\}/;

/**
 * Reads a template of $GENERATE, the left or the right side, as BIND 9.18 does: `$` is the number, `${offset}`,
 * `${offset,width}` and `${offset,width,radix}` write it otherwise, `$$` is one `$`, and a backslash keeps itself
 * and the next character. An offset stays in force for the bare `$` behind it: BIND never takes it back.
 */
export function readTemplate(text: string): Template {
  const parts: TemplatePart[] = [];
  const problems: Span[] = [];
  let literal = '';
  let delta = 0;
  const put = (part: TemplateNumber): void => {
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(part);
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '\\') {
      literal += text.slice(at, at + 2);
      at++;
    } else if (unit !== '$') {
      literal += unit;
    } else if (text[at + 1] === '$') {
      literal += '$';
      at++;
    } else if (text[at + 1] !== '{') {
      put({ delta, width: 0, mode: 'd' });
    } else {
      const match = MODIFIER.exec(text.slice(at + 1, at + 40));
      const width = Number(match?.[2] ?? 0);
      if (match === null || width > WIDEST) {
        const close = text.indexOf('}', at);
        const end = close < 0 ? text.length : close + 1;
        problems.push({ start: at, end });
        at = end - 1;
      } else {
        delta = Number(match[1]);
        put({ delta, width, mode: (match[3] ?? 'd') as TemplateNumber['mode'] });
        at += match[0].length;
      }
    }
  }
  if (literal !== '') parts.push(literal);
  return { parts, problems };
}
