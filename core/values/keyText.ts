import { base64Octets } from './binary';

/** Something in the Base64 of a key that does not belong there, counted in the text that was read. */
export interface KeyTextFault {
  readonly kind: KeyTextFaultKind;
  readonly from: number;
  readonly to: number;
  /** What Base64 has in its place; `''` where it only has to go. */
  readonly meant: string;
}

export type KeyTextFaultKind =
  /** `-----BEGIN PUBLIC KEY-----` and its end. */
  | 'armour'
  /** `ssh-rsa` and the comment behind an SSH key. */
  | 'ssh'
  /** `-` or `_` of the alphabet for URLs (RFC 4648 §5). */
  | 'url-safe'
  /** `\n` between the lines of a key. */
  | 'line-break'
  | 'quote'
  | 'backslash'
  /** Dots in place of a part of the key. */
  | 'ellipsis'
  | 'character'
  /** `=` before the end. */
  | 'inner-padding'
  | 'missing-padding'
  | 'surplus-padding'
  /** A single character is left over: one or more are missing. */
  | 'odd-length';

/** The Base64 text of a key, read as leniently as it can be. */
export interface KeyText {
  /** In the order of the text; the empty range of `missing-padding` and `odd-length` stands at its end. */
  readonly faults: readonly KeyTextFault[];
  /** The octets of everything that is Base64; empty where that is nothing. */
  readonly octets: string;
  /** The characters of the alphabet, mended, with the right padding. */
  readonly base64: string;
}

const ARMOUR = /[-\u2010-\u2015]{2,20}\s*(?:BEGIN|END)[A-Z0-9 ]{0,40}[-\u2010-\u2015]{0,20}/gi;
/** The tag's own name once more. */
const DOUBLED = /^\s{0,9}p\s{0,9}=\s{0,9}(?=[A-Za-z0-9+/]{40})/g;
const OPENSSH =
  /^\s*(?:ssh-[a-z0-9]{1,10}|ecdsa-sha2-[a-z0-9-]{1,20})\s+|(?<=[\w+/]={0,2})\s+[^\s@]{1,64}@[^\s@]{1,255}\s*$/g;

/**
 * Reads the Base64 text of a key (RFC 6376 §2.10: blanks may stand anywhere in it).
 * @param text the value of `p=`, decoded
 * @param breaks offsets of letters that were written as `\n` or `\r`
 */
export function readKeyText(text: string, breaks: ReadonlySet<number> = new Set()): KeyText {
  const faults: KeyTextFault[] = [];
  const wrapped = new Map<number, KeyTextFault>();
  for (const [kind, pattern] of [
    ['character', DOUBLED],
    ['armour', ARMOUR],
    ['ssh', OPENSSH],
  ] as const) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      wrapped.set(index, { kind, from: index, to: index + found.length, meant: '' });
    }
  }
  const urlSafe = !/[+/]/.test(text);
  const clean = /[A-Za-z0-9+/]+/y;
  let base64 = '';
  let padding = 0;
  let at = 0;
  while (at < text.length) {
    const around = wrapped.get(at);
    if (around !== undefined && around.to > at) {
      faults.push(around);
      at = around.to;
      continue;
    }
    // All of a sound key goes in a few steps.
    clean.lastIndex = at;
    const run = wrapped.size + breaks.size === 0 ? clean.exec(text)?.[0] : undefined;
    if (run !== undefined) {
      if (padding > 0) markPadding(faults, text, at, padding);
      padding = 0;
      base64 += run;
      at += run.length;
      continue;
    }
    const character = text[at]!;
    if (breaks.has(at)) add(faults, 'line-break', at, '');
    else if (character === '=') padding++;
    else if (/[A-Za-z0-9+/]/.test(character)) {
      if (padding > 0) markPadding(faults, text, at, padding);
      padding = 0;
      base64 += character;
    } else if (!/\s/.test(character)) {
      const kind = kindOf(character, urlSafe);
      const meant = kind === 'url-safe' ? (character === '-' ? '+' : '/') : '';
      add(faults, kind, at, meant);
      base64 += meant;
    }
    at++;
  }
  endFaults(faults, text, base64.length, padding);
  const whole = base64.length % 4 === 1 ? base64.slice(0, -1) : base64;
  const padded = whole + '='.repeat((4 - (whole.length % 4)) % 4);
  return { faults, octets: octetsOf(padded), base64: padded };
}

function kindOf(character: string, urlSafe: boolean): KeyTextFaultKind {
  if (urlSafe && (character === '-' || character === '_')) return 'url-safe';
  if (/["'`“”‘’«»]/.test(character)) return 'quote';
  if (character === '\\') return 'backslash';
  return /[.…]/.test(character) ? 'ellipsis' : 'character';
}

/** Notes one character; neighbours of the same kind are one fault. */
function add(faults: KeyTextFault[], kind: KeyTextFaultKind, at: number, meant: string): void {
  const last = faults.at(-1);
  if (last?.kind === kind && last.to === at) {
    faults[faults.length - 1] = { ...last, to: at + 1, meant: last.meant + meant };
  } else faults.push({ kind, from: at, to: at + 1, meant });
}

/** The `=` that stood before the character at `at`. */
function markPadding(faults: KeyTextFault[], text: string, at: number, count: number): void {
  const from = text.lastIndexOf('=', at);
  let start = from;
  for (let left = count - 1; left > 0; left--) start = text.lastIndexOf('=', start - 1);
  faults.push({ kind: 'inner-padding', from: start, to: from + 1, meant: '' });
}

function endFaults(faults: KeyTextFault[], text: string, digits: number, padding: number): void {
  if (digits === 0) return;
  const end = text.trimEnd().length;
  if (digits % 4 === 1) {
    faults.push({ kind: 'odd-length', from: end, to: end, meant: '' });
    return;
  }
  const wanted = (4 - (digits % 4)) % 4;
  if (padding > wanted) {
    faults.push({ kind: 'surplus-padding', from: end - (padding - wanted), to: end, meant: '' });
  } else if (padding < wanted) {
    faults.push({ kind: 'missing-padding', from: end, to: end, meant: '='.repeat(wanted - padding) });
  }
}

/** The octets; bits that the last character has too many are let go, as decoders do. */
function octetsOf(padded: string): string {
  const octets = base64Octets(padded);
  if (typeof octets === 'string') return octets;
  const cut = padded.replace(/=+$/, '');
  const whole = base64Octets(cut.slice(0, cut.length - (cut.length % 4)));
  if (typeof whole !== 'string') return '';
  const tail = cut.slice(cut.length - (cut.length % 4));
  // Two digits make one octet, three make two; the rest of their bits is filled up with zeros.
  const last = base64Octets(tail.padEnd(4, 'A'));
  return typeof last === 'string' ? whole + last.slice(0, Math.max(0, tail.length - 1)) : whole;
}
