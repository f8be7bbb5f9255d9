import { languageOf } from '../core/languages';
import {
  namedFiles,
  placesOfNamed,
  type NamedFileLanguage,
  type NamingLanguage,
} from '../core/model/namedFiles';
import type { ConfigurationText } from '../core/namedFilesProtocol';
import { namedTables, type TableLanguage } from '../core/syntax/milterTables';
import { comparableUri, encodedPath, partsOf } from './nameServers';

const NAMING: readonly string[] = ['postfix-main', 'postfix-master', 'opendkim', 'opendmarc'];

/** Where a file may lie that a configuration names. */
export interface NamedPlace {
  /** As {@link comparableUri} writes it. */
  readonly uri: string;
  readonly language: NamedFileLanguage;
}

/**
 * Where the files may lie that configurations name. Of several opinions on one place the surer counts: that by the
 * full path before that by the name alone.
 */
export function namedPlaces(files: readonly ConfigurationText[]): NamedPlace[] {
  const found = new Map<string, { readonly doubt: number; readonly language: NamedFileLanguage }>();
  for (const { uri, text, open } of files) {
    const parts = partsOf(uri);
    const language = open ?? (parts && languageOf(parts.path.slice(parts.path.lastIndexOf('/') + 1)));
    if (parts === undefined || !isNaming(language)) continue;
    for (const named of namedFiles(language, text)) {
      for (const [doubt, place] of placesOfNamed(named.path, parts.path).entries()) {
        const key = comparableUri(parts.server + encodedPath(place));
        const before = found.get(key);
        if (before === undefined || before.doubt > doubt) found.set(key, { doubt, language: named.language });
      }
    }
  }
  return [...found].map(([uri, { language }]) => ({ uri, language }));
}

/** A configuration is looked through so far for names alone. */
const LARGEST = 1 << 18;

/** What the open configurations of milters name, by the names of the files alone; of two opinions the last. */
export function openNames(
  files: readonly ConfigurationText[],
): { readonly name: string; readonly language: TableLanguage }[] {
  const milters = files.filter(({ open }) => open === 'opendkim' || open === 'opendmarc');
  const named = new Map(milters.flatMap(({ text }) => [...namedTables(text.slice(0, LARGEST))]));
  return [...named].map(([name, language]) => ({ name, language }));
}

function isNaming(language: string | undefined): language is NamingLanguage {
  return language !== undefined && NAMING.includes(language);
}
