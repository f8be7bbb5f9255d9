/**
 * The octets of one character's UTF-8 form; a surrogate without its partner counts as U+FFFD, as encoders have it.
 * @param character one code point
 */
export function utf8Octets(character: string): number[] {
  const code = character.codePointAt(0) ?? 0xfffd;
  const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
  if (point < 0x80) return [point];
  const tail = (shift: number) => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x800) return [0xc0 | (point >> 6), tail(0)];
  if (point < 0x10000) return [0xe0 | (point >> 12), tail(6), tail(0)];
  return [0xf0 | (point >> 18), tail(12), tail(6), tail(0)];
}

/** How many octets a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let octets = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    octets += unit < 0x800 ? 1 : 2;
    // A pair of surrogates is two units and four octets.
    if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < text.length) i++;
  }
  return octets;
}
