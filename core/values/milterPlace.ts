/** Where a milter and a mail server meet: a port of a host, or a socket in the file system. */
export type MilterPlace =
  | { readonly kind: 'inet'; readonly host: string | undefined; readonly port: string }
  | { readonly kind: 'unix'; readonly path: string };

/**
 * A socket as OpenDKIM and OpenDMARC write it: `inet:port@host`, `inet6:port`, `local:/path`, `unix:/path`, `/path`.
 * @returns undefined where it is none, or in the order of Postfix
 */
export function placeInMilter(text: string): MilterPlace | undefined {
  const network = /^inet6?:(\d+|[a-z][\w-]*)(?:@(\S+))?$/i.exec(text);
  if (network !== null) {
    const [, port = '', host] = network;
    return { kind: 'inet', host: host === undefined ? undefined : plainHost(host), port: port.toLowerCase() };
  }
  const path = /^(?:(?:local|unix):)?(\/\S*)$/i.exec(text)?.[1];
  return path === undefined ? undefined : { kind: 'unix', path: plainPath(path) };
}

/**
 * A milter as main.cf writes it: `inet:host:port`, `inet:port`, `unix:/path`, `unix:path` below the queue directory.
 * @returns undefined where it is none, or in the order of the milters
 */
export function placeInPostfix(text: string): MilterPlace | undefined {
  // A port alone is one of this host (inet_connect.c).
  const own = /^inet::?(\d+)$/i.exec(text)?.[1];
  if (own !== undefined) return { kind: 'inet', host: LOOPBACK, port: own };
  const network = /^inet:(\[[^\]\s]+\]|[^:@\s]+):(\d+|[a-z][\w-]*)$/i.exec(text);
  if (network !== null) {
    const [, host = '', port = ''] = network;
    return { kind: 'inet', host: plainHost(host), port: port.toLowerCase() };
  }
  const path = /^unix:(\S+)$/i.exec(text)?.[1];
  return path === undefined ? undefined : { kind: 'unix', path: plainPath(path) };
}

/** Whether two ports may be the same: hosts that are both addresses have to be one and the same, or any. */
export function mayBeSamePort(a: MilterPlace, b: MilterPlace): boolean {
  if (a.kind !== 'inet' || b.kind !== 'inet' || a.port !== b.port) return false;
  return a.host === b.host || !isAddress(a.host) || !isAddress(b.host);
}

/** Whether two daemons cannot both listen: the same path, or the same port where none says that the hosts differ. */
export function collides(a: MilterPlace, b: MilterPlace): boolean {
  return a.kind === 'unix' ? b.kind === 'unix' && a.path === b.path : mayBeSamePort(a, b);
}

const LOOPBACK = 'loopback';

/** Whether a host is one certain address; a name may lead anywhere. */
function isAddress(host: string | undefined): boolean {
  return host !== undefined && (host === LOOPBACK || /^[\d.]+$|:/.test(host));
}

/** The host without brackets; undefined for all addresses of the machine. */
function plainHost(host: string): string | undefined {
  const bare = host.replace(/^\[(?:ipv6:)?|\]$/gi, '').toLowerCase();
  if (/^(?:0\.0\.0\.0|::|\*)$/.test(bare)) return undefined;
  return /^(?:localhost|127\.0\.0\.1|::1)\.?$/.test(bare) ? LOOPBACK : bare;
}

/** A path without what makes no difference: `//`, `/./`, and `/var/run`, which leads to `/run`. */
function plainPath(path: string): string {
  return path.replace(/\/(?:\.?\/)+/g, '/').replace(/^\/var\/run\//, '/run/');
}

/** A path below a folder. */
export function joinedPath(folder: string, path: string): string {
  return plainPath(`${folder}/${path}`);
}
