import { POSTFIX_TABLE_TYPES } from '../facts/postfixTables';
import { OPENDKIM_DIALECT, OPENDMARC_DIALECT, parseKeywordFile } from '../syntax/keywordFile';
import { parseMainCf } from '../syntax/mainCf';
import { parseMasterCf } from '../syntax/masterCf';
import type { Setting } from '../syntax/setting';
import { dataSetOf } from '../values/dataSet';
import { allTables } from '../values/tableSpec';
import { tablesIn } from './postfix/tables';

/** What a file is that a configuration names. */
export type NamedFileLanguage =
  | 'postfix-table'
  | 'postfix-aliases'
  | 'postfix-patterns'
  | 'postfix-networks'
  | 'opendkim-keytable'
  | 'opendkim-signingtable'
  | 'mail-hosts';

/** A file that a configuration names. */
export interface NamedFile {
  /** Absolute, on the machine that the configuration is for. */
  readonly path: string;
  readonly language: NamedFileLanguage;
}

/** The configurations that name files which do not say themselves what they are. */
export type NamingLanguage = 'postfix-main' | 'postfix-master' | 'opendkim' | 'opendmarc';

const DIALECTS = { opendkim: OPENDKIM_DIALECT, opendmarc: OPENDMARC_DIALECT };

/** Nobody has more; hostile text may. */
const MOST_FILES = 2000;

/** The files that a configuration names and whose language it tells, each once; of two opinions the first. */
export function namedFiles(language: NamingLanguage, text: string): NamedFile[] {
  const found = new Map<string, NamedFile>();
  for (const file of all(language, text)) {
    if (found.size >= MOST_FILES) break;
    if (!found.has(file.path)) found.set(file.path, file);
  }
  return [...found.values()];
}

function* all(language: NamingLanguage, text: string): Generator<NamedFile> {
  switch (language) {
    case 'postfix-main':
      for (const { setting } of parseMainCf(text)) yield* inSetting(setting);
      break;
    case 'postfix-master':
      for (const { value } of parseMasterCf(text)) {
        for (const { setting } of value.options) if (setting !== undefined) yield* inSetting(setting);
      }
      break;
    default:
      for (const { setting } of parseKeywordFile(text, DIALECTS[language]))
        yield* inKeyword(language, setting);
  }
}

/** `type:path` in a value of main.cf. */
function* inSetting({ name, value }: Setting): Generator<NamedFile> {
  for (const { spec } of tablesIn(name, value.text)) {
    if (spec === undefined) continue;
    for (const { type, name: written } of allTables(spec)) {
      const language = tableLanguage(name, type);
      const path = written.replace(
        /^\$(?:config_directory|\{config_directory\}|\(config_directory\))\//,
        HOME,
      );
      if (language !== undefined && path.startsWith('/') && !path.includes('$')) yield { path, language };
    }
  }
}

/** Where main.cf lies, wherever its copy does. */
const HOME = '/etc/postfix/';

function tableLanguage(parameter: string, type: string): NamedFileLanguage | undefined {
  if (type === 'cidr') return 'postfix-networks';
  if (type === 'regexp' || type === 'pcre') return 'postfix-patterns';
  if (type === 'texthash') return 'postfix-table';
  const indexed =
    POSTFIX_TABLE_TYPES.get(type)?.file === 'indexed' || /^\$[({]?default_database_type[)}]?$/.test(type);
  if (!indexed) return undefined;
  // What postalias reads; everything else is for postmap.
  return /^alias_(?:maps|database)$/.test(parameter) ? 'postfix-aliases' : 'postfix-table';
}

const DATA_SETS: Readonly<Record<string, NamedFileLanguage>> = {
  keytable: 'opendkim-keytable',
  signingtable: 'opendkim-signingtable',
  externalignorelist: 'mail-hosts',
  internalhosts: 'mail-hosts',
  peerlist: 'mail-hosts',
};

function* inKeyword(language: 'opendkim' | 'opendmarc', { name, value }: Setting): Generator<NamedFile> {
  const keyword = name.toLowerCase();
  const text = value.text.trim();
  if (language === 'opendmarc') {
    if (keyword === 'ignorehosts' && text.startsWith('/')) yield { path: text, language: 'mail-hosts' };
    return;
  }
  const means = Object.hasOwn(DATA_SETS, keyword) ? DATA_SETS[keyword] : undefined;
  if (means === undefined) return;
  const { kind, start } = dataSetOf(text);
  const path = text.slice(start);
  if (/^(?:re)?file$/i.test(kind) && path.startsWith('/')) yield { path, language: means };
}

/**
 * Where a named file may lie, the surest first: at its own path; in a copy of the machine's files; in a copy of the
 * folder that the configuration lies in; beside the configuration.
 * @param configuration the configuration's own path, with `/`
 */
export function placesOfNamed(path: string, configuration: string): string[] {
  const folder = configuration.slice(0, configuration.lastIndexOf('/'));
  const places = placesByPath(path, configuration);
  if (path.startsWith(HOME)) places.push(`${folder}/${path.slice(HOME.length)}`);
  places.push(folder + path.slice(path.lastIndexOf('/')));
  return [...new Set(places)];
}

/**
 * Those places that the whole path tells, for what may have the same name in many folders: its own path, and that in a
 * copy of the machine's files.
 */
export function placesByPath(path: string, configuration: string): string[] {
  const etc = configuration.lastIndexOf('/etc/');
  return etc > 0 ? [path, configuration.slice(0, etc) + path] : [path];
}
