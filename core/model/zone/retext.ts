import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { parseEntry } from '../../syntax/masterFile/parse';
import { replaceDecoded } from '../../text/joinedText';
import { applyEdits, type Edit } from '../../text/span';
import { encodeCharacters, encoderLike, STRING_LIMIT } from '../../values/characterString';

/**
 * The edits that change what a TXT record says and leave its quotes, lines and comments as they are. A string that
 * would get too long is parted where the new text begins or ends; only where that does not do either is all of the
 * data written anew.
 * @param edits of the record's decoded text, none over another
 * @returns edits counted from the entry's beginning; undefined for a record that has no text
 */
export function retexted(entry: ZoneEntry, edits: readonly Edit[]): Edit[] | undefined {
  const { strings, rdata } = entry;
  if (strings === undefined) return undefined;
  const wanted = applyEdits(strings.text, edits);
  if (wanted === strings.text) return [];
  const encode = encoderLike(strings);
  const plain = edits.flatMap(({ span, text }) =>
    replaceDecoded(strings, span.start, span.end, text, encode),
  );
  const parted = ([before, behind]: readonly [string, string]): Edit[] =>
    plain.map(({ span, text }) => ({ span, text: text === '' ? '' : before + text + behind }));
  for (const tried of PARTINGS.map(parted)) if (says(entry, tried, wanted)) return tried;
  return [{ span: rdata, text: stringsOf(wanted) }];
}

/** What may be put around new text within quotes: nothing, or where a string ends and the next begins. */
const PARTINGS = [
  ['', ''],
  ['" "', ''],
  ['', '" "'],
  ['" "', '" "'],
] as const;

/** Whether an entry that is edited says a text, with nothing wrong about its strings. */
function says({ text, origin }: ZoneEntry, edits: readonly Edit[], wanted: string): boolean {
  const { strings, problems } = parseEntry(applyEdits(text, edits), { origin });
  const wrong = problems.some(({ kind }) => /quote|string|parenthesis|escape/.test(kind));
  // A string without anything in it is none that a person would write.
  return strings?.text === wanted && !wrong && strings.pieces.every(({ from, to }) => to > from);
}

/** A text as quoted strings of at most 255 octets, cut behind a blank where there is one. */
function stringsOf(text: string): string {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > STRING_LIMIT) {
    const blank = rest.lastIndexOf(' ', STRING_LIMIT - 1);
    const cut = blank <= 0 ? STRING_LIMIT : blank + 1;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  if (rest !== '' || parts.length === 0) parts.push(rest);
  return parts.map((part) => `"${encodeCharacters(part, true)}"`).join(' ');
}
