import { formatIp, parseIp4, parseIp6 } from '../../values/ipAddress';
import { addressBits, withoutHostBits } from '../../values/ipNetwork';
import type { Span } from '../../text/span';
import { isBlank, restFrom, type PlainWord } from '../plainLines';
import type { ReadLine, TableProblem } from './line';

/** `network/length result`, `if network`, `endif` (dict_cidr.c, cidr_match.c). */
export const readNetwork: ReadLine = ({ plain }) => {
  const word = /^[a-z0-9]+/i.exec(plain)?.[0].toLowerCase();
  if (word === 'endif') {
    const rest = restFrom(plain, word.length);
    return {
      statement: 'endif',
      problems: rest === undefined ? [] : [{ kind: 'text-behind-statement', span: rest.span }],
    };
  }
  const isIf = word === 'if';
  let start = isIf ? 2 : 0;
  while (start < plain.length && (plain[start] === '!' || isBlank(plain[start]))) start++;
  if (start === plain.length) {
    return {
      ...(isIf && { statement: 'if' }),
      problems: [{ kind: 'missing-network', span: { start: 0, end: start } }],
    };
  }
  let end = start;
  while (end < plain.length && !isBlank(plain[end])) end++;
  const key: PlainWord = { text: plain.slice(start, end), span: { start, end } };
  const problems = networkProblems(key);
  if (isIf) {
    const rest = restFrom(plain, end);
    // All of the line is the network.
    if (rest !== undefined) problems.push({ kind: 'text-behind-statement', span: rest.span });
    return { statement: 'if', key, problems };
  }
  const result = restFrom(plain, end);
  if (result === undefined)
    return { key, problems: [...problems, { kind: 'missing-result', span: key.span }] };
  return { key, lookup: plain.slice(0, end), result, problems };
};

/** The parts of `network/length`, of which the network or all of it may stand in brackets. */
interface Written {
  readonly address: string;
  /** Where the address begins in the word. */
  readonly at: number;
  /** Behind the slash; undefined without one. */
  readonly prefix?: string;
  /** Where the prefix begins in the word. */
  readonly prefixAt: number;
  readonly write: (address: string, prefix: string) => string;
}

function written(
  text: string,
): Written | { readonly kind: 'unclosed-bracket' | 'bad-address'; readonly from: number } {
  const close = text.indexOf(']');
  if (text.startsWith('[')) {
    if (close < 0) return { kind: 'unclosed-bracket', from: 0 };
    const rest = text.slice(close + 1);
    if (rest.startsWith('/')) {
      const write = (address: string, prefix: string): string => `[${address}]/${prefix}`;
      return { address: text.slice(1, close), at: 1, prefix: rest.slice(1), prefixAt: close + 2, write };
    }
    if (rest !== '') return { kind: 'bad-address', from: close + 1 };
    const write = (address: string, prefix: string): string => `[${address}/${prefix}]`;
    return { ...split(text.slice(1, close), 1), write };
  }
  return { ...split(text, 0), write: (address, prefix) => `${address}/${prefix}` };
}

function split(text: string, at: number): Omit<Written, 'write'> {
  const slash = text.indexOf('/');
  if (slash < 0) return { address: text, at, prefixAt: at + text.length };
  return { address: text.slice(0, slash), at, prefix: text.slice(slash + 1), prefixAt: at + slash + 1 };
}

function networkProblems({ text, span }: PlainWord): TableProblem[] {
  const found = written(text);
  const place = (start: number, end: number): Span => ({ start: span.start + start, end: span.start + end });
  if ('kind' in found) return [{ kind: found.kind, span: place(found.from, text.length) }];
  const { address, at, prefix, prefixAt, write } = found;
  const parsed = address.includes(':') ? parseIp6(address) : parseIp4(address);
  if (parsed === undefined) return [{ kind: 'bad-address', span: place(at, at + address.length) }];
  if (prefix === undefined) return [];
  if (!/^\d+$/.test(prefix) || Number(prefix) > addressBits(parsed.family)) {
    const start = prefix === '' ? prefixAt - 1 : prefixAt;
    return [{ kind: 'bad-prefix', span: place(start, prefixAt + prefix.length) }];
  }
  const masked = withoutHostBits({ address: parsed, prefix: Number(prefix) }).address;
  if (masked.octets.every((octet, i) => octet === parsed.octets[i])) return [];
  return [{ kind: 'host-bits', span, meant: write(formatIp(masked), prefix) }];
}
