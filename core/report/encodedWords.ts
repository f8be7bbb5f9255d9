import { fromBase64, fromQuotedPrintable } from './transferEncoding';
import type { Platform } from './platform';

/** `=?charset*language?encoding?text?=` (RFC 2047 §2, RFC 2231 §5). */
const word = /=\?([^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?([bq])\?([^?\s]*)\?=/gi;

/**
 * A header field as a person reads it: encoded words undone, octets read as UTF-8 where they are (RFC 6532).
 * @param field octets as characters of the same number
 * @returns encoded words of an unknown charset stay as they stand
 */
export function readableField(field: string, platform: Platform): string {
  let text = '';
  let at = 0;
  // Words next to each other are one text; many senders cut characters in two between them.
  let open: { readonly charset: string; readonly written: string; readonly bytes: Uint8Array } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    text += platform.decoder(open.charset, false)?.decode(open.bytes) ?? open.written;
    open = undefined;
  };
  for (const { 0: written, 1: charset, 2: encoding, 3: content, index } of field.matchAll(word)) {
    const between = field.slice(at, index);
    const name = charset!.toLowerCase();
    const bytes = bytesOf(encoding!, content!);
    if (open?.charset === name && /^\s*$/.test(between)) {
      open = { charset: name, written: open.written + between + written, bytes: both(open.bytes, bytes) };
    } else {
      const joins = open !== undefined && /^\s*$/.test(between);
      close();
      // White space between two encoded words is not part of the text (§6.2).
      if (!joins) text += octetsOf(between, platform);
      open = { charset: name, written, bytes };
    }
    at = index + written.length;
  }
  close();
  return text + octetsOf(field.slice(at), platform);
}

function bytesOf(encoding: string, content: string): Uint8Array {
  const octets = Uint8Array.from(content, (character) => character.charCodeAt(0));
  if (encoding.toLowerCase() === 'b') return fromBase64(octets);
  // `_` is a space, whatever the charset (§4.2).
  return fromQuotedPrintable(octets.map((octet) => (octet === 0x5f ? 0x20 : octet)));
}

function both(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function octetsOf(text: string, platform: Platform): string {
  if (!/[\x80-\xff]/.test(text)) return text;
  const octets = Uint8Array.from(text, (character) => character.charCodeAt(0));
  try {
    return platform.decoder('utf-8', true)?.decode(octets) ?? text;
  } catch {
    return text;
  }
}
