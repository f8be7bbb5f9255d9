import { plainJoined } from '../text/joinedText';
import type { ParsedSetting, Setting, SettingProblem } from './setting';

/** In what the parsers of OpenDMARC and OpenDKIM differ (config.c of each). */
export interface KeywordFileDialect {
  /** OpenDMARC keeps a CR as part of the value; OpenDKIM cuts the line there. */
  readonly carriageReturn: 'kept' | 'cuts';
  /** OpenDMARC reads at most so many octets at a time, line break included, and takes the rest for another line. */
  readonly longestLine?: number;
}

export const OPENDMARC_DIALECT: KeywordFileDialect = { carriageReturn: 'kept', longestLine: 1023 };
export const OPENDKIM_DIALECT: KeywordFileDialect = { carriageReturn: 'cuts' };

/**
 * The settings of an opendmarc.conf or opendkim.conf: a keyword, blanks or tabs, and the rest of the line without
 * blanks at its end. A `#` ends the line wherever it stands. Nothing continues a line.
 */
export function parseKeywordFile(text: string, dialect: KeywordFileDialect): ParsedSetting[] {
  const settings: ParsedSetting[] = [];
  let at = 0;
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    for (const [from, to] of readings(text, at, end, dialect.longestLine)) {
      const found = setting(text, from, to, dialect, to < end);
      if (found !== undefined) settings.push(found);
    }
    at = end + 1;
  }
  return settings;
}

/** The stretches in which a line is read: one, or several where it is longer than the buffer. */
function* readings(
  text: string,
  start: number,
  end: number,
  longest = Infinity,
): Generator<[number, number]> {
  // In UTF-8 a code unit is three octets at most.
  if ((end - start + 1) * 3 <= longest) {
    yield [start, end];
    return;
  }
  let from = start;
  let octets = 0;
  for (let at = start; at < end;) {
    const code = text.codePointAt(at)!;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > longest) {
      yield [from, at];
      from = at;
      octets = 0;
    }
    octets += size;
    at += code > 0xffff ? 2 : 1;
  }
  yield [from, end];
}

function setting(
  text: string,
  from: number,
  to: number,
  dialect: KeywordFileDialect,
  overlong: boolean,
): ParsedSetting | undefined {
  let end = to;
  let hash: number | undefined;
  for (let i = from; i < to; i++) {
    const cuts = text[i] === '#' || (text[i] === '\r' && dialect.carriageReturn === 'cuts');
    if (!cuts) continue;
    end = i;
    if (text[i] === '#') hash = i;
    break;
  }
  let at = from;
  while (at < end && isBlank(text[at]!)) at++;
  if (at === end) return undefined;
  let nameEnd = at;
  while (nameEnd < end && !isBlank(text[nameEnd]!)) nameEnd++;
  let valueStart = nameEnd;
  while (valueStart < end && isBlank(text[valueStart]!)) valueStart++;
  let valueEnd = end;
  while (valueEnd > valueStart && isBlank(text[valueEnd - 1]!)) valueEnd--;
  const missing = valueEnd === valueStart;
  const value = plainJoined(
    missing ? '' : text.slice(valueStart, valueEnd),
    (missing ? nameEnd : valueStart) - at,
  );
  const found: Setting = {
    name: text.slice(at, nameEnd),
    nameSpan: { start: 0, end: nameEnd - at },
    value,
    valueSpan: { start: value.pieces[0]!.source.start, end: value.pieces[0]!.source.end },
    text: text.slice(at, to),
    problems: problems(text, at, nameEnd, valueEnd, to, hash, missing, overlong),
  };
  return { at, setting: found };
}

function problems(
  text: string,
  at: number,
  nameEnd: number,
  valueEnd: number,
  to: number,
  hash: number | undefined,
  missing: boolean,
  overlong: boolean,
): SettingProblem[] {
  const found: SettingProblem[] = [];
  const span = (start: number, end: number) => ({ start: start - at, end: end - at });
  if (missing) found.push({ kind: 'missing-value', span: span(at, nameEnd) });
  const last = valueEnd > nameEnd ? valueEnd : nameEnd;
  if (text[last - 1] === '\r') found.push({ kind: 'carriage-return', span: span(last - 1, last) });
  if (hash !== undefined && hash > at && !isBlank(text[hash - 1]!)) {
    found.push({ kind: 'cut-value', span: span(hash, to) });
  }
  if (overlong) found.push({ kind: 'overlong-line', span: span(to - 1, to) });
  return found;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}
