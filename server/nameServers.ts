import { joined, namedZoneFiles } from '../core/model/zone/zoneFiles';
import { readNameServerFile } from '../core/syntax/namedConf';
import type { NameServerFilesResult } from '../core/zoneProtocol';

/** What a name server's configuration says of one zone file. */
export interface NamedZone {
  /** Absolute, with its final dot. */
  readonly origin: string;
  /** A URI; where relative `$INCLUDE`s count from. */
  readonly directory?: string;
  readonly doubt: number;
}

/** The zone files that configurations name, by their URIs as {@link comparableUri} writes them. */
export interface NameServers {
  readonly zones: ReadonlyMap<string, NamedZone>;
  readonly result: NameServerFilesResult;
}

/** How many places of zone files are kept: a hosting company has many zones, a hostile file more. */
const MOST_PLACES = 500_000;

/** Reads configuration files. Of two that name one file, the surer counts, then the first. */
export function readNameServers(
  files: readonly { readonly uri: string; readonly text: string }[],
): NameServers {
  const zones = new Map<string, NamedZone>();
  const wanted = new Set<string>();
  const given = new Set(files.map(({ uri }) => comparableUri(uri)));
  for (const { uri, text } of files) {
    const parts = partsOf(uri);
    if (parts === undefined) continue;
    const conf = readNameServerFile(text);
    for (const zone of namedZoneFiles(conf, parts.path)) {
      if (zones.size >= MOST_PLACES) break;
      const place = comparableUri(parts.server + encodedPath(zone.path));
      const before = zones.get(place);
      if (before !== undefined && before.doubt <= zone.doubt) continue;
      const { origin, directory, doubt } = zone;
      zones.set(place, {
        origin,
        doubt,
        ...(directory !== undefined && { directory: parts.server + encodedPath(directory) }),
      });
    }
    for (const include of conf.includes) {
      const folder = parts.path.slice(0, parts.path.lastIndexOf('/')) || '/';
      // The server's own path, or, in a copy of its files, a file of that name beside this one.
      for (const path of [
        joined(folder, include),
        joined(folder, include.slice(include.lastIndexOf('/') + 1)),
      ]) {
        const other = path && parts.server + encodedPath(path);
        if (other && !/[*?]/.test(include) && !given.has(comparableUri(other))) wanted.add(other);
      }
    }
  }
  return { zones, result: { zones: [...zones.keys()], wanted: [...wanted].slice(0, 1000) } };
}

/** A URI in one spelling: editors differ in what they escape, and in the case of a drive's letter. */
export function comparableUri(uri: string): string {
  const parts = partsOf(uri);
  return parts === undefined ? uri : parts.server + encodedPath(parts.path);
}

/** A URI's path, decoded, and what stands before it. */
export function partsOf(uri: string): { readonly server: string; readonly path: string } | undefined {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(\/[^?#]*)/i.exec(uri);
  if (match === null) return undefined;
  try {
    const path = decodeURIComponent(match[2]!).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
    return { server: match[1]!.toLowerCase(), path };
  } catch {
    return undefined;
  }
}

/** A path as it stands in a URI. */
export function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
