import type { Encode, JoinedText } from '../text/joinedText';
import { utf8Octets } from './utf8';

/** RFC 1035 §3.3: the octets that one character-string may hold. */
export const STRING_LIMIT = 255;

/** How `;` is written inside quotes: master files need no escape there, but many editors and panels write one. */
export type SemicolonStyle = 'plain' | 'escaped';

/**
 * Writes text as the inside of a character-string of a master file (RFC 1035 §5.1).
 * @param text decoded; beyond ASCII each octet of its UTF-8 form is written `\DDD`
 * @param quoted whether it stands between quotes; outside of them blanks, `;` and parentheses are escaped as well
 */
export function encodeCharacters(
  text: string,
  quoted: boolean,
  semicolons: SemicolonStyle = 'plain',
): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (character === '"' || character === '\\') out += `\\${character}`;
    else if (character === ';') out += quoted && semicolons === 'plain' ? ';' : '\\;';
    else if (character === ' ') out += quoted ? ' ' : '\\032';
    else if (!quoted && (character === '(' || character === ')')) out += `\\${character}`;
    else if (code > 0x20 && code < 0x7f) out += character;
    else out += decimalEscapes(character);
  }
  return out;
}

function decimalEscapes(character: string): string {
  return utf8Octets(character)
    .map((octet) => `\\${String(octet).padStart(3, '0')}`)
    .join('');
}

/** An encoder that keeps the habit of a text: where its `;` are written `\;`, new ones are, too. */
export function encoderLike(joined: JoinedText): Encode {
  // Only a `;` makes it worth looking: a hostile record has many pieces, and many things to mend.
  return (text, quoted) =>
    encodeCharacters(text, quoted, text.includes(';') && hasEscapedSemicolon(joined) ? 'escaped' : 'plain');
}

function hasEscapedSemicolon({ text, runs }: JoinedText): boolean {
  return runs.some(
    (run) => run.to - run.from === 1 && text[run.from] === ';' && run.source.end - run.source.start === 2,
  );
}

/**
 * Cuts ASCII text into character-strings of at most 255 octets; where it can, behind a `;` and its blank, so the
 * strings stay readable. Joined without a blank they give the text again (RFC 7208 §3.3).
 */
export function splitCharacters(text: string, limit = STRING_LIMIT): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const head = rest.slice(0, limit);
    const semicolon = head.lastIndexOf('; ');
    const cut = semicolon < 0 ? limit : semicolon + 2;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
}

/** Text as one or more quoted character-strings, ready for a master file. */
export function quoteCharacters(text: string): string {
  return splitCharacters(text)
    .map((part) => `"${encodeCharacters(part, true)}"`)
    .join(' ');
}
