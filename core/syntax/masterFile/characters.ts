/** What a character does outside of quotes in a master file (RFC 1035 §5.1). */
export const enum Kind {
  word,
  blank,
  newline,
  comment,
  quote,
  open,
  close,
  escape,
}

/** CR counts as a blank: CR LF ends a line by its LF, and a lone CR ends nothing in any daemon. */
const KINDS: Readonly<Record<string, Kind>> = {
  ' ': Kind.blank,
  '\t': Kind.blank,
  '\r': Kind.blank,
  '\n': Kind.newline,
  ';': Kind.comment,
  '"': Kind.quote,
  '(': Kind.open,
  ')': Kind.close,
  '\\': Kind.escape,
};

/** The kind of each ASCII character, by its code. */
const TABLE: readonly Kind[] = Array.from(
  { length: 128 },
  (_, code) => KINDS[String.fromCharCode(code)] ?? Kind.word,
);

/** The kind of a UTF-16 code unit; everything outside of ASCII is part of a word. */
export function kindOf(unit: number): Kind {
  return unit < 128 ? TABLE[unit]! : Kind.word;
}

/** Whether a time to live stands here: digits, or BIND's `1h30m` (RFC 1035 §5.1; units are BIND's and NSD's). */
export function isTtl(word: string): boolean {
  return /^(?:\d+|(?:\d+[smhdw])+\d*)$/i.test(word);
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds of a TTL such as `3600` or `1h30m`; what it holds is checked by {@link isTtl}. */
export function ttlSeconds(word: string): number {
  // Nearly all are plain numbers, and a zone may have a million.
  const plain = Number(word);
  if (plain >= 0) return plain;
  let total = 0;
  for (const [, digits, unit] of word.matchAll(/(\d+)([smhdw]?)/gi)) {
    total += Number(digits) * (UNIT_SECONDS[(unit ?? '').toLowerCase()] ?? 1);
  }
  return total;
}

/** Whether a word names a class (RFC 1035 §3.2.4; `CLASSn` RFC 3597 §5). */
export function isClass(word: string): boolean {
  return /^(?:IN|CH|HS|CS|CLASS\d+)$/i.test(word);
}
