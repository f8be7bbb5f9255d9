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

/** First bytes of formats that reports do not come in, but that people try. */
const others: readonly (readonly [kind: string, magic: readonly number[]])[] = [
  ['msg', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 7]],
];

/** What a file of another format is: `msg`, or the name of an archive's format; undefined where that is not known. */
export function otherFormat(head: Uint8Array): string | undefined {
  return others.find(([, magic]) => magic.every((byte, i) => head[i] === byte))?.[0];
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
