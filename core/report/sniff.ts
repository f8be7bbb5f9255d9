import { uint16 } from './bytes';
import { beginsLikeHistory } from './other/history';

/** What a file is, told by its first bytes alone: names and MIME types lie. */
export type Format = 'empty' | 'xml' | 'gzip' | 'zip' | 'zlib' | 'mail' | 'json' | 'history' | 'other';

/** How many bytes `sniff` looks at. */
export const sniffLength = 512;

/**
 * What the bytes are the beginning of.
 * @param head the first `sniffLength` bytes, or all where there are fewer
 */
export function sniff(head: Uint8Array): Format {
  if (head.length === 0) return 'empty';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  const text = ascii(head)
    .replace(/^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)/, '')
    .replaceAll('\0', '');
  if (/^\s*</.test(text)) return 'xml';
  if (text.trim() === '') return head.length < sniffLength ? 'empty' : 'other';
  if (isZlib(head)) return 'zlib';
  if (beginsLikeHistory(text)) return 'history';
  // RFC 5322 §2.2: a header field's name is printable ASCII but the colon. mbox files begin with "From ".
  if (/^(?:From [^\n]+\n)?[!-9;-~]+[ \t]*:[^\n]*\n/.test(text.replaceAll('\r', ''))) return 'mail';
  if (/^\s*[{[]/.test(text)) return 'json';
  return 'other';
}

/** RFC 1950 §2.2: method 8, window up to 32 KiB, no dictionary, check bits make a multiple of 31. */
function isZlib(head: Uint8Array): boolean {
  const [cmf = 0, flg = 0] = head;
  return (
    (cmf & 0x0f) === 8 &&
    cmf >> 4 <= 7 &&
    (flg & 0x20) === 0 &&
    ((cmf << 8) | flg) % 31 === 0 &&
    uint16(head, 2) !== 0
  );
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, sniffLength));
}
