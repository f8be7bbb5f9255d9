/** A network endpoint that was written in the order of the other program. */
export interface SwappedEndpoint {
  /** The same endpoint as the reading program wants it. */
  readonly mended: string;
}

/**
 * A milter socket as a milter (OpenDMARC, OpenDKIM) writes it: `inet:port@host`. Recognizes Postfix's `inet:host:port`.
 * @returns the endpoint in the milter's order where the text has Postfix's; otherwise undefined
 */
export function postfixOrderInMilter(text: string): SwappedEndpoint | undefined {
  const parts = /^(inet6?):(\[[^\]\s]+\]|[^:@\s[\]]+):(\d+|[A-Za-z][\w-]*)$/i.exec(text);
  if (parts === null) return undefined;
  const [, kind = '', host = '', port = ''] = parts;
  return { mended: `${kind}:${port}@${host}` };
}

/**
 * A milter as main.cf writes it: `inet:host:port` or `unix:pathname`. Recognizes the form of the milters' own
 * configuration, `inet:port@host` and `local:pathname`.
 * @returns the endpoint in Postfix's form where the text has the milter's; otherwise undefined
 */
export function milterOrderInPostfix(text: string): SwappedEndpoint | undefined {
  const local = /^local:(\S+)$/i.exec(text)?.[1];
  if (local !== undefined) return { mended: `unix:${local}` };
  const parts = /^inet6?:(\d+|[A-Za-z][\w-]*)@(\[[^\]\s]+\]|[^@\s]+)$/i.exec(text);
  if (parts === null) return undefined;
  const [, port = '', host = ''] = parts;
  const bracketed = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return { mended: `inet:${bracketed}:${port}` };
}

/** What is wrong with the socket that a milter is to listen at (smfi_setconn() of libmilter). */
export type SocketProblem = 'bad-port' | 'missing-port' | 'missing-path' | 'unknown-family' | 'bare-word';

/**
 * Judges a socket as libmilter opens it: `local:path`, `unix:path`, a bare path, `inet:port[@host]`, `inet6:…`.
 * libmilter takes a bad port for some other number, and a bare word for a path; the rest it refuses.
 */
export function milterSocketProblem(text: string): SocketProblem | undefined {
  const colon = text.indexOf(':');
  if (colon === -1) return text.includes('/') ? undefined : 'bare-word';
  const family = text.slice(0, colon).toLowerCase();
  const rest = text.slice(colon + 1);
  if (family === 'local' || family === 'unix') return rest === '' ? 'missing-path' : undefined;
  if (family !== 'inet' && family !== 'inet6') return text.startsWith('/') ? undefined : 'unknown-family';
  const port = rest.split('@', 1)[0]!;
  if (port === '') return 'missing-port';
  // A service's name; whether the system knows it cannot be told here.
  if (/^[A-Za-z]/.test(port)) return undefined;
  return /^\d+$/.test(port) && Number(port) <= 65535 && Number(port) > 0 ? undefined : 'bad-port';
}
