import type { Decoder } from './platform';

/** What the octets 0x80–0x9F mean (WHATWG Encoding, index windows-1252); the other octets stand for themselves. */
const c1 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** All labels of that encoding in the Encoding Standard: latin-1 and ASCII are read as windows-1252, too. */
const labels: ReadonlySet<string> = new Set(
  (
    'ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 ' +
    'iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252'
  ).split(' '),
);

/** Whether a label names windows-1252. */
export function isWindows1252(label: string): boolean {
  return labels.has(label.trim().toLowerCase());
}

/**
 * A decoder of windows-1252. Our own, because the `TextDecoder` of some Node releases (20 among them) decodes whole
 * pieces as latin-1, so that a report would read otherwise there than in a browser.
 */
export const windows1252: Decoder = Object.freeze({
  encoding: 'windows-1252',
  decode(bytes: Uint8Array): string {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) {
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    }
    return text.replace(/[\x80-\x9f]/g, (octet) => c1[octet.charCodeAt(0) - 0x80]!);
  },
});
