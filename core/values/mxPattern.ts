import { asciiLower, LABEL_LIMIT, NAME_LIMIT } from './domainName';
import { parseIp } from './ipAddress';

/** What is wrong with a pattern of MX hosts. */
export type MxPatternProblem =
  | 'empty'
  /** An address, also in brackets. */
  | 'address'
  /** `https://mail.example.com/`, `mail@example.com` */
  | 'not-a-host'
  /** `mail.example.com:25` */
  | 'port'
  /** `*` alone, a `*` that is not the whole leftmost label, or several. */
  | 'wildcard'
  /** `.example.com`, the form of early drafts. */
  | 'leading-dot'
  | 'trailing-dot'
  | 'empty-label'
  /** A label beyond ASCII, which has to be written as A-label. */
  | 'international'
  /** An underscore, a blank, a hyphen at a label's end … */
  | 'bad-character'
  | 'too-long';

/**
 * The first thing wrong with a pattern of MX hosts in an MTA-STS policy: `["*."] Domain` (RFC 8461 §3.2), with Domain
 * as RFC 5321 §4.1.2 has it. Undefined where it is in order.
 */
export function mxPatternProblem(text: string): MxPatternProblem | undefined {
  if (text === '') return 'empty';
  if (parseIp(text.replace(/^\[(?:IPv6:)?(.*)\]$/i, '$1')) !== undefined) return 'address';
  if (/^[a-z][a-z0-9+.-]*:\/\/|[/@]/i.test(text)) return 'not-a-host';
  if (/:\d*$/.test(text)) return 'port';
  if (/^\.[^.]/.test(text)) return 'leading-dot';
  const name = text.startsWith('*.') ? text.slice(2) : text;
  if (name === '' || name.includes('*')) return 'wildcard';
  if (name.endsWith('.') && name.length > 1) return 'trailing-dot';
  const labels = name.split('.');
  if (labels.includes('')) return 'empty-label';
  if (/[^\0-\x7f]/.test(name)) return 'international';
  if (!labels.every((label) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label))) return 'bad-character';
  if (labels.some(({ length }) => length > LABEL_LIMIT) || name.length > NAME_LIMIT - 2) return 'too-long';
  return undefined;
}

/**
 * Whether a pattern matches a host (RFC 8461 §4.1): the same name, or `*` in place of its leftmost label; case and a
 * final dot of the host count for nothing.
 */
export function matchesMxPattern(pattern: string, host: string): boolean {
  const wanted = asciiLower(pattern);
  const name = asciiLower(host).replace(/\.$/, '');
  if (!wanted.startsWith('*.')) return wanted === name;
  const dot = name.indexOf('.');
  return dot > 0 && name.slice(dot) === wanted.slice(1);
}
