import { postfixParameter } from '../../facts/postfix';
import { POSTFIX_TABLE_TYPES } from '../../facts/postfixTables';
import type { Setting } from '../../syntax/setting';
import { sourceSpan } from '../../text/joinedText';
import { shiftSpan, type Span } from '../../text/span';
import { allTables } from '../../values/tableSpec';
import { listWords } from '../../values/words';
import type { Link } from '../editing';
import type { SettingsView } from '../settings';
import { tablesIn } from './tables';

/** The files that settings name: tables that are files, lists in files, certificates. Private keys are not shown. */
export function mainCfLinks(view: SettingsView, within?: Span): Link[] {
  return view.parsed.flatMap(({ at, setting }) => {
    if (within !== undefined && (at > within.end || at + setting.text.length < within.start)) return [];
    return settingLinks(setting).map(({ span, path }) => ({ span: shiftSpan(span, at), path }));
  });
}

/** The files that one setting names, of main.cf or of a service in master.cf; spans count from its beginning. */
export function settingLinks(setting: Setting): Link[] {
  return pathsIn(setting).flatMap(({ start, end }) => {
    const path = pathFrom(setting.value.text.slice(start, end));
    return path === undefined ? [] : [{ span: sourceSpan(setting.value, start, end), path }];
  });
}

/** Where paths stand in a value. */
function pathsIn({ name, value }: Setting): Span[] {
  const { text } = value;
  const tables = tablesIn(name, text).flatMap(({ spec }) => (spec === undefined ? [] : [...allTables(spec)]));
  const files = tables.flatMap(({ type, name: path, nameSpan }) =>
    POSTFIX_TABLE_TYPES.get(type)?.file === undefined || path.startsWith('{') ? [] : [nameSpan],
  );
  const type = postfixParameter(name)?.type;
  const shape = type?.kind === 'text' ? type.shape : undefined;
  if (shape === 'file' || shape === 'files') {
    return /key_file$/.test(name) ? [] : listWords(text).map(({ span }) => span);
  }
  if (shape !== 'patterns' && shape !== 'networks') return files;
  const lists = listWords(text).flatMap(({ text: word, span }) => {
    const marks = /^!*/.exec(word)![0].length;
    return word[marks] === '/' ? [{ start: span.start + marks, end: span.end }] : [];
  });
  return [...files, ...lists].sort((a, b) => a.start - b.start);
}

/**
 * The path as it counts from main.cf, which stands in `/etc/postfix` wherever the folder was copied to; undefined
 * where names in it cannot be put in, and where it is none.
 */
function pathFrom(text: string): string | undefined {
  const path = text.replace(
    /^(?:\$config_directory|\$\{config_directory\}|\$\(config_directory\))\//,
    '/etc/postfix/',
  );
  if (!path.startsWith('/') || path.includes('$')) return undefined;
  return path.replace(/^\/etc\/postfix\/(?=.)/, '');
}
