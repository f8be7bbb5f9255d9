import { plainJoined } from '../text/joinedText';
import type { ParsedSetting } from './setting';

/**
 * The rows of a file of columns, as OpenDMARC and OpenDKIM read host lists, KeyTables and SigningTables: what stands
 * before the first blank, and what stands behind it without the blanks at the line's end. A `#` ends the line
 * wherever it stands; nothing continues a line. A row's source begins with the line, indentation and all.
 */
export function parseColumns(text: string): ParsedSetting[] {
  const rows: ParsedSetting[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const row = rowOf(line);
    if (row !== undefined) rows.push({ at, setting: row });
    at += line.length + 1;
  }
  return rows;
}

function rowOf(line: string): ParsedSetting['setting'] | undefined {
  const source = line.replace(/\r$/, '');
  const [, indent = '', name = '', gap = '', rest = ''] =
    /^([ \t\v\f\r]*)([^ \t\v\f\r#]*)([ \t\v\f\r]*)([^#]*)/.exec(source)!;
  if (name === '') return undefined;
  const value = rest.replace(/[ \t\v\f\r]+$/, '');
  const nameEnd = indent.length + name.length;
  const start = value === '' ? nameEnd : nameEnd + gap.length;
  return {
    name,
    nameSpan: { start: indent.length, end: nameEnd },
    value: plainJoined(value, start),
    valueSpan: { start, end: start + value.length },
    text: source,
    problems: [],
  };
}

/** The fields of a KeyTable's right column: `domain:selector:key`. Offsets count from its beginning. */
export interface KeyFields {
  readonly domain: string;
  readonly selector: string;
  /** A path, or the key itself; it may hold colons. */
  readonly key: string;
  readonly selectorStart: number;
  readonly keyStart: number;
}

/** Parts a KeyTable's right column; undefined where a field is missing or empty. */
export function keyFields(value: string): KeyFields | undefined {
  const first = value.indexOf(':');
  const second = first < 0 ? -1 : value.indexOf(':', first + 1);
  if (first <= 0 || second <= first + 1 || second === value.length - 1) return undefined;
  return {
    domain: value.slice(0, first),
    selector: value.slice(first + 1, second),
    key: value.slice(second + 1),
    selectorStart: first + 1,
    keyStart: second + 1,
  };
}

/** The key that a SigningTable's right column names, without the signer (`i=`) that may follow a colon. */
export function signerKey(value: string): string {
  return value.split(/[:\s]/, 1)[0]!;
}
