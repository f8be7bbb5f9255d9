import { peek } from './bytes';
import { texts } from './texts';
import type { Platform } from './platform';
import type { Reading } from './types';
import { isWindows1252, windows1252 } from './windows1252';
import { message } from '../text/message';

/** A document's bytes, and how to make text of them. */
export interface Encoded {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly text: TextSource;
  /** Whether the bytes are UTF-8, or at least ASCII with some octets wrong. */
  readonly utf8: boolean;
}

/** Text of bytes that come in pieces. */
export interface TextSource {
  push(bytes: Uint8Array): string;
  end(): string;
  /** Whether the bytes so far end within a character. */
  pending(): boolean;
}

/**
 * The encoding of an XML document: by its byte order mark, else by the pattern of its zero octets, else by its
 * declaration, else UTF-8 (XML 1.0 Appendix F). Octets that are wrong in UTF-8 are read as windows-1252 and told,
 * for they come from programs that copied latin-1 text unseen.
 */
export async function encoded(
  reading: Reading,
  chunks: AsyncIterable<Uint8Array>,
  part: string,
): Promise<Encoded> {
  const { head, all } = await peek(chunks, 256);
  const label = declaredEncoding(head);
  const decoder = isWindows1252(label) ? windows1252 : reading.platform.decoder(label, false);
  if (decoder === undefined) reading.tell('warning', message(texts.encoding, { name: label }), { part });
  if (decoder === undefined || decoder.encoding === 'utf-8') {
    return { bytes: all, text: utf8Text(reading, part), utf8: true };
  }
  const text: TextSource = {
    push: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(new Uint8Array()),
    pending: () => false,
  };
  return { bytes: all, text, utf8: false };
}

/** The label of the encoding that the document's beginning asks for. */
export function declaredEncoding(head: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0] = head;
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  const text = String.fromCharCode(...head.subarray(0, 256));
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/.exec(
    text,
  )?.[1];
  // Octets that could be read this far are no UTF-16, whatever the declaration says.
  return declared === undefined || /^utf-?(?:8|16|32)/i.test(declared) ? 'utf-8' : declared;
}

/**
 * A decoder of UTF-8 for pieces of a document: what would be a byte order mark at the beginning of a document is a
 * character like any other at that of a piece. It throws on octets that are no UTF-8.
 */
export function pieceDecoder(platform: Platform): (bytes: Uint8Array) => string {
  const strict = platform.decoder('utf-8', true)!;
  return (bytes) => {
    const text = strict.decode(bytes);
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? `\ufeff${text}` : text;
  };
}

/** @param begun whether this is not the document's beginning, so that no byte order mark can stand there */
export function utf8Text(reading: Reading, part: string, begun = false): TextSource {
  const strict = pieceDecoder(reading.platform);
  let pending = new Uint8Array();
  let inside = begun;
  let repaired = false;
  const text = (bytes: Uint8Array): string => {
    if (bytes.length === 0) return '';
    const piece = decoded(bytes);
    const mark = !inside && piece.startsWith('\ufeff');
    inside = true;
    return mark ? piece.slice(1) : piece;
  };
  const decoded = (bytes: Uint8Array): string => {
    try {
      return strict(bytes);
    } catch {
      if (!repaired) reading.tell('warning', message(texts.invalidUtf8), { part });
      repaired = true;
      return mixed(bytes, strict);
    }
  };
  return {
    push(chunk) {
      const piece = pending.length === 0 ? chunk : joined(pending, chunk);
      const complete = piece.length - unfinished(piece);
      pending = piece.slice(complete);
      return text(piece.subarray(0, complete));
    },
    end() {
      const rest = pending;
      pending = new Uint8Array();
      return rest.length === 0 ? '' : text(rest);
    },
    pending: () => pending.length > 0,
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** How many octets at the end begin a character that the next chunk may complete. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const octet = bytes[bytes.length - back]!;
    if (octet < 0x80) return 0;
    if (octet >= 0xc0) return back < sequenceLength(octet) ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}

/** Valid UTF-8 as UTF-8, every other octet above 127 as windows-1252. */
function mixed(bytes: Uint8Array, strict: (bytes: Uint8Array) => string): string {
  let text = '';
  let from = 0; // start of what is not decoded yet and valid
  for (let at = 0; at < bytes.length;) {
    const length = validLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    text += strict(bytes.subarray(from, at)) + windows1252.decode(bytes.subarray(at, at + 1));
    from = ++at;
  }
  return text + strict(bytes.subarray(from));
}

/** Length of the UTF-8 character at `at` (RFC 3629 §4); 0 where there is none. */
function validLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = sequenceLength(lead);
  const second = bytes[at + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
