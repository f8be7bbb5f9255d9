/** A part of a text: [from, to) of the decoded text that was read. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A part with its characters. */
export interface Part extends Range {
  readonly text: string;
}

/** One `name=value`. All offsets count in the decoded text. */
export interface Tag extends Range {
  /** As written, without blanks around. Empty where the item begins with `=`. */
  readonly name: Part;
  /** Without blanks around; an empty part behind the `=` where there is no value. */
  readonly value: Part;
}

/** What stands between two tags, blanks included. */
export interface Separator extends Range {
  /** `none` only at the very end; `missing` where a tag follows without a `;` (the text may be empty). */
  readonly kind: 'semicolon' | 'missing' | 'none';
  /** What stands there. */
  readonly text: string;
}

/** One item of the list: `lead`, the item itself, `separator` follow each other without a gap. */
export interface Item extends Range {
  /** Blanks before it. */
  readonly lead: Part;
  /** Without blanks around. */
  readonly text: string;
  /** Where it is a tag. */
  readonly tag: Tag | undefined;
  readonly separator: Separator;
}

/** `tag=value; tag=value` as RFC 6376 §3.2 and RFC 9989 §4.8 have it, read without ever failing. */
export interface TagList {
  readonly text: string;
  /** Together they cover the text from its first to its last character. */
  readonly items: readonly Item[];
  /** The items that are tags. */
  readonly tags: readonly Tag[];
}

/** What helps to see where a `;` was forgotten. */
export interface TagVocabulary {
  /** Names that tags of this record may have, in lower case. */
  readonly names: ReadonlySet<string>;
  /** The words that a tag's value can be, where it can only be one of few; in lower case. */
  readonly keywords: (name: string) => readonly string[];
  /**
   * Tags whose value may hold an `=` of its own: `base64` as padding at its end, `text` anywhere. Names in lower
   * case.
   */
  readonly equals?: ReadonlyMap<string, 'base64' | 'text'>;
}

/**
 * Reads a tag list.
 * @param text decoded
 * @param vocabulary what the record's tags are called; without it no forgotten `;` is found
 * @param joints offsets in `text` where one character-string ends and the next begins
 */
export function parseTagList(
  text: string,
  vocabulary?: TagVocabulary,
  joints: readonly number[] = [],
): TagList {
  const items: Item[] = [];
  let begin = 0;
  while (begin < text.length) {
    const semicolon = text.indexOf(';', begin);
    const stop = semicolon < 0 ? text.length : semicolon;
    const end: Separator =
      semicolon < 0
        ? { kind: 'none', text: '', from: stop, to: stop }
        : { kind: 'semicolon', text: ';', from: stop, to: stop + 1 };
    let at = begin;
    for (const gap of vocabulary === undefined ? [] : gapsIn(text, begin, stop, vocabulary, joints)) {
      items.push(itemOf(text, at, gap));
      at = gap.to;
    }
    items.push(itemOf(text, at, end));
    begin = end.to;
  }
  return { text, items, tags: items.flatMap((item) => item.tag ?? []) };
}

/** The item that begins at `begin` and ends before `separator`, which takes in the blanks before it. */
function itemOf(text: string, begin: number, separator: Separator): Item {
  const raw = text.slice(begin, separator.from);
  const trimmed = raw.trim();
  const from = begin + (raw.length - raw.trimStart().length);
  const to = from + trimmed.length;
  return {
    from,
    to,
    text: trimmed,
    lead: part(text, begin, from),
    tag: tagOf(text, from, to),
    separator: { ...separator, from: to, text: text.slice(to, separator.to) },
  };
}

function tagOf(text: string, from: number, to: number): Tag | undefined {
  const item = text.slice(from, to);
  const equals = item.indexOf('=');
  if (equals < 0) return undefined;
  const name = item.slice(0, equals).trimEnd();
  const value = item.slice(equals + 1).trimStart();
  return { from, to, name: part(text, from, from + name.length), value: part(text, to - value.length, to) };
}

function part(text: string, from: number, to: number): Part {
  return { text: text.slice(from, to), from, to };
}

/** The places inside [begin, stop) where a tag begins though no `;` stands before it. */
function gapsIn(
  text: string,
  begin: number,
  stop: number,
  vocabulary: TagVocabulary,
  joints: readonly number[],
): Separator[] {
  const gaps: Separator[] = [];
  let tagBegin = begin;
  let equals = text.indexOf('=', begin);
  for (let next = nextEquals(text, equals, stop); next >= 0; next = nextEquals(text, next, stop)) {
    const nameBegin = forgottenName(text, tagBegin, equals, next, vocabulary, joints);
    if (nameBegin === undefined) continue;
    const gapBegin = valueEnd(text, equals + 1, nameBegin);
    gaps.push({ kind: 'missing', text: text.slice(gapBegin, nameBegin), from: gapBegin, to: nameBegin });
    tagBegin = nameBegin;
    equals = next;
  }
  return gaps;
}

/** What people write where a `;` belongs. */
const MARKS = ',:|；，、';

/** Where the value that begins at `begin` ends, when blanks, perhaps a mark, and blanks stand before `end`. */
function valueEnd(text: string, begin: number, end: number): number {
  const value = text.slice(begin, end).trimEnd();
  const marked = value !== '' && MARKS.includes(value.at(-1)!);
  return begin + (marked ? value.slice(0, -1).trimEnd() : value).length;
}

function nextEquals(text: string, after: number, stop: number): number {
  const found = after < 0 ? -1 : text.indexOf('=', after + 1);
  return found < stop ? found : -1;
}

/**
 * Where the name of a further tag begins whose `=` stands at `next`; undefined where that `=` belongs to the value
 * of the tag that begins at `tagBegin` and has its own `=` at `equals`.
 */
function forgottenName(
  text: string,
  tagBegin: number,
  equals: number,
  next: number,
  { names, keywords, equals: own }: TagVocabulary,
  joints: readonly number[],
): number | undefined {
  const tagName = text.slice(tagBegin, equals).trim().toLowerCase();
  const holds = own?.get(tagName);
  if (holds === 'text' || (holds === 'base64' && /^[=\s]*(?:;|$)/.test(text.slice(next, next + 40)))) {
    return undefined;
  }
  const value = text.slice(equals + 1, next).trimEnd();
  let wordBegin = value.length;
  while (wordBegin > 0 && /[\w-]/.test(value[wordBegin - 1]!)) wordBegin--;
  const before = value.slice(0, wordBegin);
  const name = value.slice(wordBegin).toLowerCase();
  if (!/^[a-z]/.test(name)) return undefined;
  wordBegin += equals + 1;
  const ownKeywords = keywords(tagName);
  // `p=none rua=…`, `p=none, rua=…`: behind a blank or a mark only a tag can begin; where the tag takes a plain
  // word, whatever the new one is called.
  const blank = /\s$/.test(before);
  const mark = before.endsWith(':') ? '' : before.slice(-1);
  if ((blank || (mark !== '' && MARKS.includes(mark))) && names.has(name)) return wordBegin;
  if (blank && ownKeywords.length > 0 && before.trim() !== '') return wordBegin;
  // `"p=none" "rua=…"`: two character-strings joined without a separator.
  const joint = joints.find((at) => at > equals && at >= wordBegin && at < wordBegin + name.length);
  if (joint !== undefined && names.has(name.slice(joint - wordBegin))) return joint;
  // `p=nonerua=…`: a whole value and a whole name glued together.
  if (before.trim() !== '') return undefined;
  const glued = ownKeywords.find(
    (keyword) => name.startsWith(keyword) && names.has(name.slice(keyword.length)),
  );
  return glued === undefined ? undefined : wordBegin + glued.length;
}
