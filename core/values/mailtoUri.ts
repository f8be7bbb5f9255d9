import { isMailDomain } from './domainName';
import { nearest } from './nearest';

/** What keeps a report URI from being used, with the place. `from` and `to` count as in {@link ReportUri}. */
export interface ReportUriProblem {
  readonly kind:
    | 'empty'
    | 'no-scheme'
    | 'misspelt-scheme'
    | 'slashes'
    | 'other-scheme'
    | 'no-at'
    | 'no-mailbox'
    | 'bad-domain'
    | 'blank'
    | 'raw-mark'
    | 'blank-between';
  readonly from: number;
  readonly to: number;
}

/** One URI of `rua` or `ruf`; all offsets count from where the list's text does. */
export interface ReportUri {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** In lower case; undefined where none is stated. */
  readonly scheme: string | undefined;
  /** The address without scheme, header fields (`?subject=…`) and size. */
  readonly address: string;
  /** What stands after the `@`, in lower case, where the address is in order. */
  readonly domain: string | undefined;
  /** The obsolete `!10m` (RFC 7489 §6.2), where there is one. */
  readonly size: { readonly from: number; readonly to: number } | undefined;
  /** The first thing wrong with it; absent where receivers can use it. */
  readonly problem: ReportUriProblem | undefined;
}

/**
 * Reads the value of `rua` or `ruf`: URIs with commas between, blanks allowed around each comma (RFC 9989 §4.8,
 * dmarc-urilist; RFC 6068 for mailto). Never fails; what is wrong is noted on the URI.
 * @param value the tag's value
 * @param base offset of its first character, added to all offsets
 */
export function parseReportUris(value: string, base = 0): ReportUri[] {
  const uris: ReportUri[] = [];
  let at = 0;
  for (const part of value.split(',')) {
    uris.push(...uriOf(part, base + at));
    at += part.length + 1;
  }
  return uris;
}

/** One list member; two where only a blank stands between two URIs. */
function uriOf(part: string, base: number): ReportUri[] {
  const lead = part.length - part.trimStart().length;
  const text = part.trim();
  const from = base + lead;
  // Between two URIs that each name their scheme, a blank can only be a forgotten comma.
  const second = /\s+(?=mailto:)/i.exec(text);
  if (second !== null && /^mailto:\S+$/i.test(text.slice(0, second.index))) {
    const gap = { from: from + second.index, to: from + second.index + second[0].length };
    const first = readUri(text.slice(0, second.index), from);
    const rest = uriOf(text.slice(second.index + second[0].length), gap.to);
    return [{ ...first, problem: first.problem ?? { kind: 'blank-between', ...gap } }, ...rest];
  }
  return [readUri(text, from)];
}

function readUri(text: string, from: number): ReportUri {
  const size = /![0-9]+[kmgt]?$/i.exec(text);
  const body = size === null ? text : text.slice(0, size.index);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(body);
  const rest = scheme === null ? body : body.slice(scheme[0].length);
  const address = rest.replace(/\?.*$/s, '');
  const place = (start: number, end: number) => ({ from: from + start, to: from + end });
  const problem = problemOf(body, scheme?.[1], address);
  const bare = address.replace(/^\/\//, '');
  const domain = bare.slice(bare.lastIndexOf('@') + 1).toLowerCase();
  return {
    text,
    from,
    to: from + text.length,
    scheme: scheme?.[1]?.toLowerCase(),
    address,
    domain: bare.includes('@') && isMailDomain(domain) ? domain : undefined,
    size: size === null ? undefined : place(size.index, text.length),
    problem: problem && { kind: problem.kind, ...place(problem.start, problem.end) },
  };
}

/** Whether a scheme is `mailto` with a slip in it, or what people take for it. */
function isLikeMailto(scheme: string): boolean {
  return /^e?mail$/i.test(scheme) || nearest(scheme, ['mailto']) !== undefined;
}

interface RawProblem {
  readonly kind: ReportUriProblem['kind'];
  readonly start: number;
  readonly end: number;
}

/** The first problem, with offsets from the URI's beginning. The order is from the outside in. */
function problemOf(body: string, scheme: string | undefined, address: string): RawProblem | undefined {
  if (body === '') return { kind: 'empty', start: 0, end: 0 };
  const begin = scheme === undefined ? 0 : scheme.length + 1;
  const end = begin + address.length;
  if (scheme !== undefined && scheme.toLowerCase() !== 'mailto') {
    return isLikeMailto(scheme) && address.includes('@')
      ? { kind: 'misspelt-scheme', start: 0, end: begin }
      : { kind: 'other-scheme', start: 0, end: begin };
  }
  if (scheme !== undefined && address.startsWith('//'))
    return { kind: 'slashes', start: begin, end: begin + 2 };
  const at = address.lastIndexOf('@');
  const blank = /\s+/.exec(address);
  if (at < 0)
    return { kind: scheme === undefined && blank === null ? 'no-scheme' : 'no-at', start: begin, end };
  if (blank !== null) {
    return { kind: 'blank', start: begin + blank.index, end: begin + blank.index + blank[0].length };
  }
  if (scheme === undefined) return { kind: 'no-scheme', start: 0, end };
  if (at === 0) return { kind: 'no-mailbox', start: begin, end };
  const mark = address.indexOf('!');
  if (mark >= 0) return { kind: 'raw-mark', start: begin + mark, end: begin + mark + 1 };
  if (!isMailDomain(address.slice(at + 1)) || address.slice(0, at).includes('@')) {
    return { kind: 'bad-domain', start: begin + address.indexOf('@') + 1, end };
  }
  return undefined;
}
