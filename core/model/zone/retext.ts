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

/** Texts of more words than this are compared by their beginning and end alone. */
const MOST_WORDS = 300;

/**
 * The edits that make a text another, none over another: words (of tags or terms) that both have in the same order stay.
 */
export function changedStretches(before: string, after: string): Edit[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let [first, last] = [0, 0];
  while (first < Math.min(old.length, now.length) && old[first] === now[first]) first++;
  const most = Math.min(old.length, now.length) - first;
  while (last < most && old.at(-1 - last) === now.at(-1 - last)) last++;
  const kept = commonWords(old.slice(first, old.length - last), now.slice(first, now.length - last));
  const pairs = [
    ...kept.map(([a, b]) => [a + first, b + first] as const),
    // The beginning is behind us; the end goes on from here.
    [old.length - last, now.length - last] as const,
  ];
  const edits: Edit[] = [];
  let [a, b] = [first, first];
  let at = lengthOf(old.slice(0, first));
  for (const [nextOld, nextNow] of pairs) {
    const gone = lengthOf(old.slice(a, nextOld));
    const text = now.slice(b, nextNow).join('');
    if (gone > 0 || text !== '') edits.push({ span: { start: at, end: at + gone }, text });
    at += gone + (old[nextOld]?.length ?? 0);
    [a, b] = [nextOld + 1, nextNow + 1];
  }
  return edits;
}

/** Words, and what stands between them. */
function wordsOf(text: string): string[] {
  return text.match(/[^; =]+|[; =]/g) ?? [];
}

function lengthOf(words: readonly string[]): number {
  return words.reduce((sum, { length }) => sum + length, 0);
}

/** The places of the longest row of words that both have in the same order; none where there are too many to look at. */
function commonWords(old: readonly string[], now: readonly string[]): [number, number][] {
  if (old.length > MOST_WORDS || now.length > MOST_WORDS) return [];
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  for (let a = old.length - 1; a >= 0; a--) {
    for (let b = now.length - 1; b >= 0; b--) {
      longest[a * width + b] =
        old[a] === now[b]
          ? longest[(a + 1) * width + b + 1]! + 1
          : Math.max(longest[(a + 1) * width + b]!, longest[a * width + b + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let a = 0, b = 0; a < old.length && b < now.length;) {
    if (old[a] === now[b]) pairs.push([a++, b++]);
    else if (longest[(a + 1) * width + b]! >= longest[a * width + b + 1]!) a++;
    else b++;
  }
  return pairs;
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
