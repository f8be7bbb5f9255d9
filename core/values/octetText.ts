/**
 * Octets, a code unit each, read as UTF-8 (RFC 3629): how text beyond ASCII comes out of `\DDD` escapes.
 * @returns undefined where they are no UTF-8, or none of them is beyond ASCII
 */
export function utf8Text(octets: string): string | undefined {
  let out = '';
  let beyond = false;
  for (let at = 0; at < octets.length;) {
    const first = octets.charCodeAt(at);
    if (first > 0xff) return undefined;
    const length =
      first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > octets.length) return undefined;
    let point = length === 1 ? first : first & (0x7f >> length);
    for (let i = 1; i < length; i++) {
      const next = octets.charCodeAt(at + i);
      if (next >> 6 !== 2) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    // Overlong forms, surrogates and what lies beyond Unicode are no characters.
    const least = [0, 0, 0x80, 0x800, 0x10000][length]!;
    if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    beyond ||= length > 1;
    out += String.fromCodePoint(point);
    at += length;
  }
  return beyond ? out : undefined;
}
