import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DmarcReaders, Versions } from '../../core/rules/rule';
import { createLanguageService, type LanguageService } from '../../core/service';
import { message, type Localized } from '../../core/text/message';
import { sourceText } from '../../core/text/sourceText';
import type { OpenDocument } from '../documents';
import { decode, decodeMarked } from '../node/decode';
import { nodeFiles } from '../node/files';
import { INCLUDING_LANGUAGES, zoneFiles } from '../zones';
import { codeOf, findFiles, type Unread } from './find';
import { namedFiles } from './named';
import { namedTables } from './namedTables';

/** What the command line says of where files are and what they are called. */
export interface Opening {
  /** As given; files or folders. */
  readonly paths: readonly string[];
  readonly origin: string | undefined;
  readonly directory: string | undefined;
  /** Whether the public halves of the keys that configurations name are read. */
  readonly keyFiles?: boolean;
}

/** A file that was opened. */
export type OpenedFile = OpenDocument & { readonly path: string };

/** Files that a service holds. */
export interface OpenedFiles {
  readonly service: LanguageService;
  /** By URI, in the order in which they were found. */
  readonly opened: ReadonlyMap<string, OpenedFile>;
  readonly unread: readonly Unread[];
}

const unreadable: Localized = { en: 'cannot be read ({code})', ja: '読めません ({code})' };

/** Opens all files that the paths name or hold, together, as an editor would. */
export function openFiles(
  options: Opening,
  dmarcReaders: DmarcReaders = 'both',
  versions: Versions = {},
): OpenedFiles {
  const searched = findFiles(options.paths);
  const named = namedFiles(searched.configurations, searched.files);
  const tables = namedTables(options.paths, searched.files, searched.unread);
  const unread = [...tables.unread, ...named.unread];
  const service = createLanguageService({ settings: { rules: {}, dmarcReaders, versions } });
  const opened = new Map<string, OpenedFile>();
  const zones = zoneFiles(nodeFiles(Infinity), service, (uri) => opened.get(uri), { lookAround: false });
  zones.setFolders([
    pathToFileURL(process.cwd()).href,
    ...options.paths.map((path) => pathToFileURL(path).href),
  ]);
  zones.setDefaults({
    origin: options.origin,
    directory: options.directory === undefined ? undefined : pathToFileURL(options.directory).href,
  });
  zones.setKeyFiles(options.keyFiles === true);
  zones.setNameServers(named.configurations);

  const open = (document: OpenDocument): void => {
    const { uri, fileName, text } = document;
    const languageId = document.languageId!;
    const around = INCLUDING_LANGUAGES.includes(languageId) ? zones.surroundings(document) : {};
    service.open(uri, languageId, text, { fileName, ...around });
  };
  for (const { path, languageId } of [...searched.files, ...tables.files, ...named.files]) {
    try {
      // Who fetches a policy takes the mark for a part of the first key; all others read over it.
      const toText = languageId === 'mta-sts-policy' ? decodeMarked : decode;
      const text = sourceText(toText(readFileSync(path)));
      const uri = pathToFileURL(path).href;
      const document = { uri, path, languageId, fileName: basename(path), version: 0, text };
      opened.set(uri, document);
      open(document);
    } catch (problem) {
      unread.push({ path, message: message(unreadable, { code: codeOf(problem) }) });
    }
  }
  // Files that others include belong to their zones; now that all are here, it is known which these are.
  const again = new Set([...opened.keys()].flatMap((uri) => zones.noted(uri)));
  for (const uri of again) open(opened.get(uri)!);
  return { service, opened, unread };
}
