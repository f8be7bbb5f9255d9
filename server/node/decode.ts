import { isAscii, isUtf8 } from 'node:buffer';

/**
 * The text of a file. A byte order mark is taken off, as editors do. Bytes that are not UTF-8 are read as
 * Latin-1, one character a byte, so that every line and character keeps its place.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Read as Latin-1, ASCII takes a byte a character, and a tenth of the time.
  if (isAscii(buffer) || !isUtf8(buffer)) return buffer.toString('latin1');
  return new TextDecoder('utf-8').decode(bytes);
}

/** The text of a file with its byte order mark, for those to whom it is a mistake. */
export function decodeMarked(bytes: Uint8Array): string {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? `\ufeff${decode(bytes)}` : decode(bytes);
}

/**
 * The text of a master file, for those who want its octets to the letter: bytes that are not UTF-8 are read as the
 * escapes `\DDD` that stand for them (RFC 1035 §5.1).
 */
export function decodeOctets(bytes: Uint8Array): string {
  const text = decode(bytes);
  return text.length === bytes.length
    ? text.replace(/[\x80-\xff]/g, (unit) => `\\${unit.charCodeAt(0)}`)
    : text;
}
