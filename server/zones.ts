import type { LanguageId } from '../core/languages';
import type { DocumentContext, PublicKeyOf } from '../core/model/model';
import { placesByPath, placesOfNamed } from '../core/model/namedFiles';
import { initialOrigin } from '../core/model/zone/origin';
import { isZoneModel } from '../core/model/zone/zone';
import type { LanguageService } from '../core/service';
import type { SourceText } from '../core/text/sourceText';
import type { OriginSource } from '../core/zoneProtocol';
import { fileNameOf, type OpenDocument } from './documents';
import type { FileReader } from './files';
import { including, type IncludeWay } from './includes';
import { includingNeighbour, type Outer } from './neighbours';
import { comparableUri, readNameServers, type NameServers } from './nameServers';
import { readStated, statedOrigin } from './statedOrigins';

/** What the server knows of how zone files hang together: origins, includes, configurations. */
export interface Zones {
  /** The folders that the client has open, by their URIs. */
  setFolders(uris: readonly string[]): void;
  folders(): readonly string[];
  /** What holds for files of which nothing else is known: an origin, and the URI of the working directory. */
  setDefaults(defaults: Defaults): void;
  /** Whether the public halves of the keys that configurations name may be read; not until this is said. */
  setKeyFiles(read: boolean): void;
  /** The `mailAuth.zoneOrigins` of the client's settings. */
  setStated(section: unknown): void;
  /** Takes the configuration files of name servers in place of those from before. */
  setNameServers(files: readonly { readonly uri: string; readonly text: string }[]): NameServers['result'];
  /** What is known of a document that is about to be opened, a zone or a configuration that may include others. */
  surroundings(
    document: OpenDocument,
  ): Pick<DocumentContext, 'origin' | 'include' | 'included' | 'names' | 'publicKey'>;
  /** What is known of a file that is not opened, but looked at. */
  lookedAt(document: OpenDocument): Pick<DocumentContext, 'origin' | 'included'>;
  /** Whether other things are known of a document than when it was opened last; its files aside. */
  isOutdated(document: OpenDocument): boolean;
  /** Who said the origin when the document was opened last. */
  by(uri: string): OriginSource;
  /** Notes what a document includes, once the service holds it; gives the documents of which other things are known now. */
  noted(uri: string): readonly string[];
  closed(uri: string): void;
  /** Whether a document includes files, or would if they were there. */
  asks(uri: string): boolean;
  /** The documents that include a file, or would if it were there. */
  includersOf(uri: string): readonly string[];
  /**
   * The URI of the file that was found for a document under a name.
   * @param by the file whose directive states the name: the document itself, or one that it includes
   */
  target(uri: string, written: string, by?: string): string | undefined;
  /** The files of zones with one of these names (absolute), by the configurations of name servers. */
  namedFor(names: ReadonlySet<string>): readonly { readonly uri: string; readonly apex: string }[];
  /** The URIs of all files that were found for a document, also by way of others. */
  filesOf(uri: string): readonly string[];
  /** The names of all files that documents include or would include. */
  includedNames(): readonly string[];
}

/** See {@link Zones.setDefaults}. */
export interface Defaults {
  readonly origin?: string | undefined;
  readonly directory?: string | undefined;
}

interface Known {
  readonly origin: string | undefined;
  readonly by: OriginSource;
  /** A URI. */
  readonly directory: string | undefined;
  readonly included: boolean;
  /** Whether it may ask for the public halves of the key files that it names. */
  readonly readsKeys?: boolean;
}

/** So many key files are read for one document. */
const MOST_KEYS = 500;

/** What is known of a document that is no zone. */
const NO_ZONE: Known = Object.freeze({
  origin: undefined,
  by: 'none',
  directory: undefined,
  included: false,
});

/** A document and the files that it includes. */
interface Inclusions {
  readonly known: Known;
  readonly asked: Set<string>;
  /** By path: the name under which which file found it. */
  readonly found: Map<string, { readonly written: string; readonly by: string }>;
  /** By comparable URI: the origin. */
  origins: ReadonlyMap<string, string | undefined>;
}

/** The languages of documents that lead to other files: those that they include, and the keys that they name. */
export const INCLUDING_LANGUAGES: readonly (LanguageId | undefined)[] = Object.freeze([
  'dns-zone',
  'opendkim',
  'opendkim-keytable',
] as const);

/**
 * @param files undefined where the server cannot read files
 * @param documentAt the open document of a URI
 * @param options `lookAround`: whether a file's folder is searched for a zone that includes it
 */
export function zoneFiles(
  files: FileReader | undefined,
  service: LanguageService,
  documentAt: (uri: string) => OpenDocument | undefined,
  { lookAround = true }: { readonly lookAround?: boolean } = {},
): Zones {
  let folders: readonly string[] = [];
  let defaults: Defaults = {};
  let stated: ReadonlyMap<string, string> = new Map();
  let readsKeys = false;
  let named: NameServers['zones'] = new Map();
  const inclusions = new Map<string, Inclusions>();
  /** The URIs of the open documents, and the origins that including documents give to a file, by comparable URI. */
  const opened = new Map<string, string>();
  const outers = new Map<string, Map<string, string | undefined>>();

  const openText = (path: string): SourceText | undefined => {
    const uri = opened.get(comparableUri(files!.uriOf(path)));
    return uri === undefined ? undefined : documentAt(uri)?.text;
  };

  /** What an open document says of a file that it includes; undefined where none includes it. */
  const includedAs = (uri: string): Outer | undefined => {
    for (const [by, origin] of outers.get(comparableUri(uri)) ?? []) if (by !== uri) return { origin };
    return undefined;
  };

  /** Takes a document's word about the files that it includes; gives those of which it says something else now. */
  const restate = (by: string, before: Inclusions['origins'], now: Inclusions['origins']): string[] => {
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
      (file) => before.has(file) !== now.has(file) || before.get(file) !== now.get(file),
    );
    for (const file of changed) {
      const outer = outers.get(file) ?? new Map<string, string | undefined>();
      if (now.has(file)) outer.set(by, now.get(file));
      else outer.delete(by);
      if (outer.size > 0) outers.set(file, outer);
      else outers.delete(file);
    }
    return changed;
  };

  const neighbour = (uri: string, text: SourceText): Outer | undefined => {
    const path = lookAround ? files?.pathOf(uri) : undefined;
    return files === undefined || path === undefined ? undefined : includingNeighbour(files, path, text);
  };

  const includeOf = (
    uri: string,
    directory: string | undefined,
    note: Inclusions,
    places?: IncludeWay['places'],
  ): DocumentContext['include'] => {
    const path = files?.pathOf(uri);
    if (files === undefined || path === undefined) return undefined;
    const base = directory === undefined ? undefined : files.pathOf(directory);
    return including({
      files,
      path,
      directory: base,
      folders: [
        ...[...folders, ...(defaults.directory === undefined ? [] : [defaults.directory])].flatMap(
          (folder) => files.pathOf(folder) ?? [],
        ),
        files.folderOf(path),
      ],
      open: openText,
      ...(places && { places }),
      asked: (asked) => note.asked.add(asked),
      found: (found, written, by) => note.found.set(found, { written, by }),
    });
  };

  /** What lies in the folders from which a document's includes count; nothing above them is listed. */
  const namesBeside =
    (uri: string, directory: string | undefined) =>
    (folder: string): readonly string[] => {
      const own = files?.pathOf(directory ?? uri);
      if (
        files === undefined ||
        own === undefined ||
        /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(folder)
      )
        return [];
      const base = directory === undefined ? files.folderOf(own) : own;
      const place = folder === '' ? base : files.join(base, folder);
      return place === undefined ? [] : files.list(place).filter((name) => files.join(place, name) !== own);
    };

  /** What is known of a document, its files aside. */
  const known = ({ uri, fileName, text, languageId }: OpenDocument): Known => {
    if (languageId !== 'dns-zone') return { ...NO_ZONE, readsKeys };
    const own = statedOrigin(stated, folders, uri);
    const zone = named.get(comparableUri(uri));
    const outer = includedAs(uri) ?? neighbour(uri, text);
    const origin = own ?? zone?.origin ?? outer?.origin ?? defaults.origin;
    const by = (): OriginSource => {
      if (own !== undefined) return 'setting';
      if (zone !== undefined) return 'configuration';
      if (outer?.origin !== undefined) return 'included';
      if (origin !== undefined) return 'setting';
      return initialOrigin(text.chunks[0]!.text, { fileName }) === '.' ? 'none' : 'file';
    };
    return {
      origin,
      by: by(),
      directory: zone?.directory ?? defaults.directory,
      included: outer !== undefined && zone === undefined,
    };
  };

  /** What a configuration that includes others may know; what is relative depends on where its program was started. */
  const configuration = (document: OpenDocument): Pick<DocumentContext, 'include' | 'publicKey'> => {
    const { uri } = document;
    const path = files?.pathOf(uri)?.replaceAll('\\', '/');
    const note: Inclusions = {
      known: known(document),
      asked: new Set(),
      found: new Map(),
      origins: new Map(),
    };
    inclusions.set(uri, note);
    opened.set(comparableUri(uri), uri);
    const include = includeOf(uri, undefined, note, (written) =>
      path !== undefined && written.startsWith('/') ? placesOfNamed(written, path) : [],
    );
    return {
      ...(include && { include }),
      ...(path !== undefined && readsKeys && { publicKey: publicKeys(path, note) }),
    };
  };

  /** Reads the keys that a configuration names, each once; a file that changes has the document read again. */
  const publicKeys = (path: string, note: Inclusions): PublicKeyOf => {
    const halves = new Map<string, string | undefined>();
    return (written) => {
      if (files === undefined || halves.has(written) || halves.size >= MOST_KEYS) return halves.get(written);
      const own = files.folderOf(path);
      const readable = [...folders.flatMap((folder) => files.pathOf(folder) ?? []), own];
      let half: string | undefined;
      for (const place of placesByPath(written, path)) {
        const file = files.join(own, place);
        if (file === undefined) continue;
        note.asked.add(file);
        half = files.publicKey(file, readable);
        if (half !== undefined) break;
      }
      halves.set(written, half);
      return half;
    };
  };

  return {
    setFolders(uris) {
      folders = uris;
    },
    folders: () => folders,
    setDefaults(given) {
      defaults = given;
    },
    setKeyFiles(read) {
      readsKeys = read;
    },
    setStated(section) {
      stated = readStated(section);
    },
    setNameServers(given) {
      const read = readNameServers(given);
      named = read.zones;
      return read.result;
    },
    surroundings(document) {
      const { uri } = document;
      const now = known(document);
      if (document.languageId !== 'dns-zone') return configuration(document);
      // What it said before of the files that it includes counts until it is noted anew.
      const origins = inclusions.get(uri)?.origins ?? new Map<string, undefined>();
      const note: Inclusions = { known: now, asked: new Set(), found: new Map(), origins };
      inclusions.set(uri, note);
      opened.set(comparableUri(uri), uri);
      const include = includeOf(uri, now.directory, note);
      return {
        ...(include && { include, names: namesBeside(uri, now.directory) }),
        ...(now.included && { included: true }),
        ...(now.origin !== undefined && { origin: now.origin }),
      };
    },
    lookedAt(document) {
      const { origin, included } = known(document);
      return { included, ...(origin !== undefined && { origin }) };
    },
    isOutdated(document) {
      const before = inclusions.get(document.uri)?.known;
      const now = known(document);
      return (
        before === undefined ||
        before.origin !== now.origin ||
        before.by !== now.by ||
        before.readsKeys !== now.readsKeys ||
        before.directory !== now.directory ||
        before.included !== now.included
      );
    },
    by: (uri) => inclusions.get(uri)?.known.by ?? 'none',
    noted(uri) {
      const note = inclusions.get(uri);
      // Most documents include nothing, and this is done at every keystroke.
      if (note === undefined || note.found.size + note.origins.size === 0) return [];
      const model = service.model(uri);
      const path = files?.pathOf(uri);
      if (model === undefined || !isZoneModel(model) || path === undefined) return [];
      const byName = new Map<string, string>();
      for (const { facets } of model.parts.keys()) {
        const [facet] = facets;
        if (facet?.kind !== 'zone-directive' || facet.value.include === undefined) continue;
        const { file, origin } = facet.value.include;
        if (!byName.has(file)) byName.set(file, origin);
      }
      const originOf = (found: string, depth = 0): string | undefined => {
        const way = note.found.get(found);
        if (way === undefined || depth > 32) return undefined;
        return way.by === path ? byName.get(way.written) : originOf(way.by, depth + 1);
      };
      const origins = new Map<string, string | undefined>();
      for (const [found, { by, written }] of note.found) {
        // What an edit took out of the document is not included any more.
        if (by === path && !byName.has(written)) continue;
        origins.set(comparableUri(files!.uriOf(found)), originOf(found));
      }
      const changed = restate(uri, note.origins, origins);
      note.origins = origins;
      return changed.flatMap((file) => {
        const other = opened.get(file);
        return other === undefined || other === uri ? [] : [other];
      });
    },
    closed(uri) {
      restate(uri, inclusions.get(uri)?.origins ?? new Map<string, undefined>(), new Map());
      inclusions.delete(uri);
      opened.delete(comparableUri(uri));
    },
    asks: (uri) => (inclusions.get(uri)?.asked.size ?? 0) > 0,
    includersOf(uri) {
      const path = files?.pathOf(uri);
      if (path === undefined) return [];
      return [...inclusions].flatMap(([by, { asked }]) => (by !== uri && asked.has(path) ? [by] : []));
    },
    target(uri, written, by = uri) {
      const path = files?.pathOf(by);
      for (const [found, way] of inclusions.get(uri)?.found ?? []) {
        if (way.by === path && way.written === written) return files?.uriOf(found);
      }
      return undefined;
    },
    namedFor: (names) =>
      [...named].flatMap(([uri, { origin }]) => (names.has(origin) ? [{ uri, apex: origin }] : [])),
    filesOf: (uri) => [...(inclusions.get(uri)?.found.keys() ?? [])].map((path) => files!.uriOf(path)),
    includedNames() {
      const names = new Set<string>();
      for (const { asked } of inclusions.values())
        for (const path of asked) names.add(fileNameOf(files!.uriOf(path)));
      return [...names].sort();
    },
  };
}
