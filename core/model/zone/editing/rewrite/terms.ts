import { recogniseRecord, type RecognisedRecord } from '../../../../records/recognise';
import type { ZoneEntry } from '../../../../syntax/masterFile/entry';
import type { JoinedText } from '../../../../text/joinedText';
import { sourceSpan } from '../../../../text/joinedText';
import type { Edit } from '../../../../text/span';
import { STRING_LIMIT } from '../../../../values/characterString';
import { utf8Length } from '../../../../values/utf8';
import { piecesOf } from './strings';

/** Where the terms or tags of a record begin in its decoded text, the first left out. */
function beginnings(record: RecognisedRecord): number[] {
  if (record.kind === 'spf-record') return record.value.syntax.terms.map(({ from }) => from);
  return record.value.list.items.slice(1).map(({ from }) => from);
}

/** Whether a record stands as it is in its entry: whole strings, no comments among them. */
function isPlain(entry: ZoneEntry): boolean {
  const { tokens, rdata } = entry;
  return !tokens.some(({ kind, span }) => kind === 'comment' && span.start < rdata.end);
}

/**
 * Lays a record out in parentheses, one tag or term a line: each becomes a string of its own, with what separates it
 * from the next. Offered where there are at least three.
 * @param eol the document's line break
 */
export function termsOnLines(entry: ZoneEntry, eol: string): Edit[] {
  const { strings, rdata, text } = entry;
  const record = recogniseRecord(entry);
  if (record === undefined || strings === undefined || !isPlain(entry)) return [];
  const pieces = piecesOf(entry);
  if (pieces.length === 0 || pieces.some(({ quoted }) => !quoted)) return [];
  const starts = beginnings(record);
  if (starts.length < 2) return [];
  const bounds = [0, ...starts, strings.text.length];
  const parts: string[] = [];
  for (let i = 0; i + 1 < bounds.length; i++) {
    if (bounds[i + 1]! > bounds[i]!) parts.push(...sourceParts(entry, strings, bounds[i]!, bounds[i + 1]!));
  }
  const span = dataSpan(entry);
  const indent = text.slice(0, span.start).replace(/[^\t]/g, ' ');
  const laid = `( ${parts.map((part) => `"${part}"`).join(`${eol}${indent}  `)} )`;
  return rdata.end > rdata.start && text.slice(span.start, span.end) !== laid ? [{ span, text: laid }] : [];
}

/** Writes a record's text in as few strings as hold it, on one line: what {@link termsOnLines} spread. */
export function textOnOneLine(entry: ZoneEntry): Edit[] {
  const { strings, text } = entry;
  if (strings === undefined || !isPlain(entry)) return [];
  const pieces = piecesOf(entry);
  if (pieces.length < 2 || pieces.some(({ quoted }) => !quoted)) return [];
  const span = dataSpan(entry);
  if (!/[\r\n]/.test(text.slice(span.start, span.end))) return [];
  const laid = sourceParts(entry, strings, 0, strings.text.length)
    .map((part) => `"${part}"`)
    .join(' ');
  return [{ span, text: laid }];
}

/** The RDATA with the parentheses that hold it. */
function dataSpan({ rdata, tokens }: ZoneEntry): { start: number; end: number } {
  const open = tokens.find(({ kind, span }) => kind === 'open' && span.end <= rdata.start);
  const close = tokens.find(({ kind, span }) => kind === 'close' && span.start >= rdata.end);
  return open === undefined || close === undefined
    ? { start: rdata.start, end: rdata.end }
    : { start: open.span.start, end: close.span.end };
}

/** A part of the decoded text as it is written, in as few strings as hold it; cut where strings are cut now, at best. */
function sourceParts(entry: ZoneEntry, strings: JoinedText, from: number, to: number): string[] {
  const parts: string[] = [];
  let octets = 0;
  let written = '';
  const put = (source: string, size: number): void => {
    if (octets + size > STRING_LIMIT) {
      parts.push(written);
      written = '';
      octets = 0;
    }
    written += source;
    octets += size;
  };
  for (const run of strings.runs) {
    const start = Math.max(run.from, from);
    const end = Math.min(run.to, to);
    if (start >= end) continue;
    const { source } = run;
    if (run.to - run.from !== source.end - source.start) {
      const escape = entry.text.slice(source.start, source.end);
      // `\DDD` is one octet, whatever its number.
      put(escape, /^\\\d{3}$/.test(escape) ? 1 : utf8Length(strings.text.slice(run.from, run.to)));
      continue;
    }
    const span = sourceSpan(strings, start, end);
    for (const character of entry.text.slice(span.start, span.end)) put(character, utf8Length(character));
  }
  if (written !== '' || parts.length === 0) parts.push(written);
  return parts;
}

/** Cuts strings that hold more than 255 octets, which no server takes (RFC 1035 §3.3). */
export function splitOverlong(entry: ZoneEntry): Edit[] {
  const { strings, text } = entry;
  if (strings === undefined) return [];
  return piecesOf(entry).flatMap((piece): Edit[] => {
    if (!piece.quoted || utf8Length(strings.text.slice(piece.from, piece.to)) <= STRING_LIMIT) return [];
    const laid = sourceParts(entry, strings, piece.from, piece.to).join('" "');
    const { start, end } = piece.source;
    return laid === text.slice(start, end) ? [] : [{ span: { start, end }, text: laid }];
  });
}
