import { parseIp } from './ipAddress';
import { postfixHostnameProblem } from './postfixHostname';
import type { Span } from '../text/span';

/** What keeps Postfix from reading `host`, `host:port`, `[host]:port`. */
export type NextHopProblemKind =
  'missing-bracket' | 'text-behind-bracket' | 'missing-host' | 'bad-host' | 'bad-port';

/** A problem and the place where it stands in the text. */
export interface NextHopProblem {
  readonly kind: NextHopProblemKind;
  readonly span: Span;
}

/** Judges a destination as the SMTP client reads it (host_port() and what it does with the port). */
export function nextHopProblem(text: string): NextHopProblem | undefined {
  const problem = (kind: NextHopProblemKind, start: number, end: number): NextHopProblem => ({
    kind,
    span: { start, end },
  });
  if (text.startsWith('[')) {
    const close = text.indexOf(']');
    if (close < 0) return problem('missing-bracket', 0, text.length);
    const behind = text.slice(close + 1);
    if (behind !== '' && !behind.startsWith(':')) {
      return problem('text-behind-bracket', close + 1, text.length);
    }
    if (!isHost(text.slice(1, close))) return problem('bad-host', 0, close + 1);
    return isPort(behind.slice(1)) ? undefined : problem('bad-port', close + 2, text.length);
  }
  const colon = text.lastIndexOf(':');
  const host = colon < 0 ? text : text.slice(0, colon);
  if (host === '') return problem('missing-host', 0, text.length);
  if (colon >= 0 && !isPort(text.slice(colon + 1))) return problem('bad-port', colon + 1, text.length);
  return isHost(host) ? undefined : problem('bad-host', 0, host.length);
}

function isHost(text: string): boolean {
  const [, mark = '', name = ''] = /^(ipv6:)?(.*)$/is.exec(text)!;
  const address = parseIp(name);
  if (mark !== '') return address?.family === 6;
  // Names of other scripts are made ASCII by the system's library.
  return address !== undefined || !/^[\0-\x7f]*$/.test(name) || postfixHostnameProblem(name) === undefined;
}

/** A port's number, or a name that the system may know; empty for the usual one. */
function isPort(text: string): boolean {
  if (text === '') return true;
  return /^\d+$/.test(text) ? Number(text) > 0 && Number(text) < 65536 : /^[a-z][\w.+-]*$/i.test(text);
}
