import { ZONE_ORIGINS_SETTING } from '../core/zoneProtocol';
import { comparableUri } from './nameServers';
import { asObject } from './settings';

/**
 * The origins that people stated, by path, from whatever a client sends as its `mailAuth` section; what does not fit
 * is left out.
 */
export function readStated(section: unknown): ReadonlyMap<string, string> {
  const entries = Object.entries(asObject(asObject(section)[ZONE_ORIGINS_SETTING]));
  return new Map(
    entries.flatMap(([path, origin]) =>
      typeof origin === 'string' && origin !== '' ? [[path, origin]] : [],
    ),
  );
}

/**
 * The origin that was stated for a file: by its path in a folder of the workspace, or by its whole path.
 * @param folders the folders' URIs
 */
export function statedOrigin(
  stated: ReadonlyMap<string, string>,
  folders: readonly string[],
  uri: string,
): string | undefined {
  if (stated.size === 0) return undefined;
  const own = comparableUri(uri);
  for (const folder of folders) {
    const start = `${comparableUri(folder).replace(/\/$/, '')}/`;
    const origin = own.startsWith(start) ? stated.get(decoded(own.slice(start.length))) : undefined;
    if (origin !== undefined) return origin;
  }
  return stated.get(decoded(own.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
