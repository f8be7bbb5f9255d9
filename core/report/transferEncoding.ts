/** Value of each base64 digit by its octet, -1 for other octets (RFC 2045 §6.8). */
const digits = Int8Array.from({ length: 256 }, (_, octet) =>
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(String.fromCharCode(octet)),
);
const pad = 0x3d;

/** Base64 undone. Octets that are no digits are passed over, as the RFC asks; data goes on after padding. */
export function fromBase64(text: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let count = 0;
  for (const octet of text) {
    if (octet === pad) count = 0;
    const digit = digits[octet]!;
    if (digit < 0) continue;
    bits = ((bits << 6) | digit) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out[length++] = bits >> count;
    }
  }
  return out.subarray(0, length);
}

/** Quoted-printable undone (RFC 2045 §6.7); what is no escape stays as it stands. */
export function fromQuotedPrintable(text: Uint8Array): Uint8Array {
  const out = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const octet = text[at]!;
    if (octet !== pad) {
      out[length++] = octet;
      continue;
    }
    const [one = 0, two = 0] = text.subarray(at + 1, at + 3);
    const escaped = Number.parseInt(String.fromCharCode(one, two), 16);
    if (one === 0x0a) at += 1;
    else if (one === 0x0d && two === 0x0a) at += 2;
    else if (isHex(one) && isHex(two)) {
      out[length++] = escaped;
      at += 2;
    } else out[length++] = octet;
  }
  return out.subarray(0, length);
}

function isHex(octet: number): boolean {
  return /[\dA-Fa-f]/.test(String.fromCharCode(octet));
}
