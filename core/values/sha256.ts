/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2). */
const K: readonly number[] = fractions(64, Math.cbrt);
/** The same of the square roots of the first eight (§5.3.3). */
const START: readonly number[] = fractions(8, Math.sqrt);

function fractions(count: number, root: (prime: number) => number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (prime) found.push(((root(n) % 1) * 0x1_0000_0000) | 0);
  }
  return found;
}

/**
 * The SHA-256 digest of octets (FIPS 180-4 §6.2), for telling keys apart: nothing secret goes through here, and it
 * takes no care to run in constant time.
 * @param octets a code unit (0–255) an octet
 * @returns 32 octets in the same form
 */
export function sha256(octets: string): string {
  const blocks = (octets.length + 9 + 63) >> 6;
  const words = new Int32Array(blocks * 16);
  for (let i = 0; i < octets.length; i++)
    words[i >> 2]! |= (octets.charCodeAt(i) & 255) << (24 - 8 * (i & 3));
  words[octets.length >> 2]! |= 0x80 << (24 - 8 * (octets.length & 3));
  words[words.length - 2] = Math.floor(octets.length / 0x2000_0000);
  words[words.length - 1] = octets.length << 3;
  const state = Int32Array.from(START);
  const schedule = new Int32Array(64);
  for (let block = 0; block < blocks; block++) compress(state, words, block * 16, schedule);
  let digest = '';
  for (const word of state) {
    digest += String.fromCharCode((word >>> 24) & 255, (word >>> 16) & 255, (word >>> 8) & 255, word & 255);
  }
  return digest;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function compress(state: Int32Array, words: Int32Array, from: number, w: Int32Array): void {
  for (let t = 0; t < 64; t++) {
    if (t < 16) {
      w[t] = words[from + t]!;
      continue;
    }
    const x = w[t - 15]!;
    const y = w[t - 2]!;
    const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    w[t] = w[t - 16]! + s0 + w[t - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let t = 0; t < 64; t++) {
    const one = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const first = (h + one + chosen + K[t]! + w[t]!) | 0;
    const zero = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const most = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + zero + most) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i]! += word));
}
