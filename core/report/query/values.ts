import type { Field } from './fields';
import { queryTexts } from './texts';
import { message, type Message } from '../../text/message';
import { parseIp } from '../../values/ipAddress';
import { addressBits, type IpNetwork } from '../../values/ipNetwork';

/** A value of a query, ready to compare. Texts are lower-case. */
export type Comparison =
  | { readonly kind: 'text'; readonly text: string }
  /** `*` stands for any characters, `?` for one. */
  | { readonly kind: 'glob'; readonly pattern: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'network'; readonly network: IpNetwork }
  /** Seconds since 1970 UTC, [from, to). */
  | { readonly kind: 'time'; readonly from: number; readonly to: number };

/** A value as written. */
export interface Written {
  readonly text: string;
  readonly quoted: boolean;
}

/** What a value means for a field; a message where it cannot mean anything. */
export function readValue(field: Field, written: Written): Comparison | Message {
  const { text, quoted } = written;
  const lower = text.toLowerCase();
  if (text === '') return { kind: 'text', text: '' };
  switch (field.kind) {
    case 'number': {
      const digits = text.replace(/(?<=\d)[_,'](?=\d{3})/g, '');
      if (!/^\d{1,15}$/.test(digits)) return message(queryTexts.notNumber, { value: text, name: field.name });
      return { kind: 'number', number: Number(digits) };
    }
    case 'time':
      return timeValue(text) ?? message(queryTexts.notTime, { value: text });
    case 'address':
      if (text.includes('/')) {
        const network = networkOf(text);
        return network === undefined
          ? message(queryTexts.notNetwork, { value: text })
          : { kind: 'network', network };
      }
      break;
    case 'text':
    case 'choice':
      break;
  }
  if (!quoted && /[*?]/.test(text)) return { kind: 'glob', pattern: lower };
  if (field.kind === 'address') {
    const address = parseIp(text);
    // An IPv6 address may be written in several ways: compare what it is, not how it is written.
    if (address !== undefined) {
      return { kind: 'network', network: { address, prefix: addressBits(address.family) } };
    }
  }
  return { kind: 'text', text: lower };
}

/** Whether what `readValue` gave is a message. */
export function isMessage(value: Comparison | Message): value is Message {
  return 'text' in value && typeof value.text === 'object';
}

/** `192.0.2.0/24`; bits behind the prefix count for nothing. */
function networkOf(text: string): IpNetwork | undefined {
  const [, written, bits] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = written === undefined ? undefined : parseIp(written);
  if (address === undefined) return undefined;
  const prefix = Number(bits);
  return prefix <= addressBits(address.family) ? { address, prefix } : undefined;
}

/** A year, month, day or moment, in UTC where it names no zone; or seconds since 1970. */
export function timeValue(text: string): Extract<Comparison, { kind: 'time' }> | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (year !== undefined) {
    const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
    const from = Date.UTC(y, m - 1, d);
    const real = new Date(from);
    if (real.getUTCMonth() !== m - 1 || real.getUTCDate() !== d) return undefined;
    const to =
      month === undefined ? Date.UTC(y + 1, 0) : day === undefined ? Date.UTC(y, m) : from + 86_400_000;
    return { kind: 'time', from: from / 1000, to: to / 1000 };
  }
  if (/^\d{9,11}$/.test(text)) return { kind: 'time', from: Number(text), to: Number(text) + 1 };
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?$/i.test(text)) return undefined;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text.slice(11));
  const from = Date.parse(zoned ? text : `${text}Z`) / 1000;
  if (Number.isNaN(from)) return undefined;
  return { kind: 'time', from, to: from + (/:\d\d:\d\d/.test(text) ? 1 : 60) };
}

/** A pattern as code units, with `anyRun` for `*` and `anyOne` for `?`. */
export type Pattern = Int32Array;
const anyRun = -1;
const anyOne = -2;

/** The pattern that a text with `*` and `?` means. */
export function globPattern(glob: string): Pattern {
  // Several runs one behind the other mean no more than one, and cost a look each at every text.
  const single = glob.replaceAll(/\*+/g, '*');
  return Int32Array.from({ length: single.length }, (_, i) => {
    const code = single.charCodeAt(i);
    return code === 0x2a ? anyRun : code === 0x3f ? anyOne : code;
  });
}

/** The pattern of what holds the text, whatever is in it. */
export function holdingPattern(text: string): Pattern {
  return Int32Array.from({ length: text.length + 2 }, (_, i) =>
    i === 0 || i === text.length + 1 ? anyRun : text.charCodeAt(i - 1),
  );
}

/** Whether texts are as a pattern says; the time is bounded by the product of their lengths. */
export function globTest(pattern: Pattern): (text: string) => boolean {
  let codes = new Uint16Array(256);
  return (text) => {
    if (text.length > codes.length) codes = new Uint16Array(2 * text.length);
    for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
    return matchesCodes(pattern, codes, text.length);
  };
}

/** Whether the first `length` of some code units are as a pattern says. */
export function matchesCodes(pattern: Pattern, codes: Uint16Array, length: number): boolean {
  let p = 0;
  let t = 0;
  let run = -1;
  let after = 0;
  while (t < length) {
    const wanted = p < pattern.length ? pattern[p]! : Number.NaN;
    if (wanted === anyRun) {
      run = p++;
      after = t;
    } else if (wanted === anyOne || wanted === codes[t]) {
      p++;
      t++;
    } else if (run >= 0) {
      p = run + 1;
      t = ++after;
    } else return false;
  }
  while (pattern[p] === anyRun) p++;
  return p === pattern.length;
}
