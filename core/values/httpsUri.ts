import { isMailDomain } from './domainName';

/** Why a text is no HTTPS URI that a program could fetch. */
export type HttpsUriProblem =
  /** It names no scheme. */
  | 'no-scheme'
  /** `http:` or another scheme. */
  | 'other-scheme'
  /** `https:` without `//`, or with one slash. */
  | 'slashes'
  /** No host, or none that the DNS could have. */
  | 'bad-host'
  /** A blank, a character beyond ASCII or one that must be percent-encoded (RFC 3986 §2). */
  | 'bad-character';

/** The first thing wrong with an HTTPS URI (RFC 9110 §4.2.2, RFC 3986 §3); undefined where it is in order. */
export function httpsUriProblem(text: string): HttpsUriProblem | undefined {
  const scheme = /^([a-z][a-z0-9+.-]{0,30}):(?!\d)/i.exec(text)?.[1];
  if (scheme === undefined) return 'no-scheme';
  if (scheme.toLowerCase() !== 'https') return 'other-scheme';
  const rest = text.slice(scheme.length + 1);
  if (!rest.startsWith('//') || rest.startsWith('///')) return 'slashes';
  const authority = /^\/\/([^/?#]*)/.exec(rest)![1]!;
  const host = authority.replace(/^[^@]*@/, '').replace(/:\d{0,5}$/, '');
  if (/[^\x21-\x7e]|["<>\\^`{|}]|%(?![0-9a-f]{2})/i.test(text)) return 'bad-character';
  return isMailDomain(host.replace(/\.$/, '')) ? undefined : 'bad-host';
}

/** The path of a URI, without query and fragment. */
export function uriPath(text: string): string {
  return /^[^:/?#]*:\/\/[^/?#]*([^?#]*)/.exec(text)?.[1] ?? '';
}
