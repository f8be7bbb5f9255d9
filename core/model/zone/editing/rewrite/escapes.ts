import type { ZoneEntry } from '../../../../syntax/masterFile/entry';
import type { Edit } from '../../../../text/span';
import { encodeCharacters } from '../../../../values/characterString';
import { piecesOf } from './strings';

/** An escape of the text: what it stands for, and how it is written. */
interface Escape {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly character: string;
  readonly quoted: boolean;
}

/** The escapes in the strings of a TXT record that stand for one character each. */
function* escapesOf(entry: ZoneEntry): Generator<Escape, undefined> {
  const { strings, text } = entry;
  if (strings === undefined) return;
  const pieces = piecesOf(entry);
  if (pieces.length === 0) return;
  for (const { source, from, to, piece } of strings.runs) {
    if (text[source.start] !== '\\') continue;
    yield {
      start: source.start,
      end: source.end,
      written: text.slice(source.start, source.end),
      character: strings.text.slice(from, to),
      quoted: pieces[piece]?.quoted ?? true,
    };
  }
}

/** Writes `;` within quotes without the backslash that nothing there needs (RFC 1035 §5.1). */
export function bareSemicolons(entry: ZoneEntry): Edit[] {
  return [...escapesOf(entry)].flatMap(({ start, written, quoted }) =>
    quoted && written === '\\;' ? [{ span: { start, end: start + 1 }, text: '' }] : [],
  );
}

/** Writes `;` within quotes as `\;`, as panels and programs that take it for a comment's beginning need it. */
export function escapedSemicolons(entry: ZoneEntry): Edit[] {
  const { strings, text } = entry;
  if (strings === undefined) return [];
  return piecesOf(entry).flatMap((piece): Edit[] => {
    if (!piece.quoted) return [];
    const edits: Edit[] = [];
    const { start, end } = piece.source;
    for (let at = start; at < end; at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === ';') edits.push({ span: { start: at, end: at }, text: '\\' });
    }
    return edits;
  });
}

/** Writes escapes as the characters that they stand for, where these are printable ASCII and mean nothing else there. */
export function plainCharacters(entry: ZoneEntry): Edit[] {
  return [...escapesOf(entry)].flatMap(({ start, end, written, character, quoted }) => {
    if (!/^[\x20-\x7e]$/.test(character) || written === '\\;') return [];
    const plain = encodeCharacters(character, quoted);
    return plain.length < written.length ? [{ span: { start, end }, text: plain }] : [];
  });
}

/** Writes characters beyond ASCII as the escapes of their octets, so that every program reads the same. */
export function escapedCharacters(entry: ZoneEntry): Edit[] {
  const { text } = entry;
  return piecesOf(entry).flatMap(({ source, quoted }) =>
    [...text.slice(source.start, source.end).matchAll(/[^\x00-\x7f]+/gu)].map((match): Edit => {
      const start = source.start + match.index;
      const end = start + match[0].length;
      return { span: { start, end }, text: encodeCharacters(match[0], quoted) };
    }),
  );
}
