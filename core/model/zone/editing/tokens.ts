import type { FieldKind } from '../../../facts/rr/kinds';
import { rrType } from '../../../facts/rrTypes';
import { recogniseRecord, type RecognisedRecord } from '../../../records/recognise';
import { recordTokens } from '../../../records/recordTokens';
import type { ZoneDirective } from '../../../syntax/masterFile/directive';
import type { Token, ZoneEntry } from '../../../syntax/masterFile/entry';
import { holdsStrings } from '../../../syntax/masterFile/parse';
import { isTtl } from '../../../syntax/masterFile/characters';
import { sourceSpan } from '../../../text/joinedText';
import type { Span } from '../../../text/span';
import type { SemanticToken, SemanticTokenModifier, SemanticTokenType } from '../../editing';
import { linesBetween } from './lines';
import type { ZoneModel } from '../zone';
import { readData, type DataWord } from './rdata';
import { readDirective, spell, wordsOf } from './standing';

/** Collects tokens of one entry; spans count from the entry's beginning. */
type Add = (span: Span, type: SemanticTokenType, ...modifiers: SemanticTokenModifier[]) => void;

/** The words of a stretch of the document by what they are. Only entries that touch it are read. */
export function zoneTokens(model: ZoneModel, span: Span): SemanticToken[] {
  const all: SemanticToken[] = [];
  for (const line of linesBetween(model, span)) {
    const found: SemanticToken[] = [];
    const add: Add = (at, type, ...modifiers) => {
      for (const part of onLines(line.text, at)) {
        const placed = { start: line.start + part.start, end: line.start + part.end };
        found.push({ span: placed, type, ...(modifiers.length > 0 && { modifiers }) });
      }
    };
    if (line.kind === 'record') inRecord(line.entry, add);
    else if (line.kind === 'directive') inDirective(readDirective(line), add);
    else add({ start: line.comment, end: line.text.length }, 'comment');
    found.sort((a, b) => a.span.start - b.span.start);
    for (const token of found)
      if (token.span.end >= span.start && token.span.start <= span.end) all.push(token);
  }
  return all;
}

/** The parts of a span that lie each on one line; a token may not go over a line's end. */
function onLines(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  while (from < end) {
    const at = text.slice(from, end).search(/[\r\n]/);
    const to = at < 0 ? end : from + at;
    if (to > from) parts.push({ start: from, end: to });
    from = to + 1;
  }
  return parts;
}

function inRecord(entry: ZoneEntry, add: Add): void {
  const { owner, ttl, class: klass, type, tokens, text } = entry;
  punctuation(tokens, add);
  if (owner.span !== undefined) add(owner.span, 'variable', 'declaration');
  if (ttl !== undefined) add(ttl.span, 'number');
  if (klass !== undefined) add(klass, 'keyword');
  if (type === undefined) return;
  const known = rrType(entry.typeName);
  if (known === undefined && !/^TYPE\d+$/.test(entry.typeName)) add(type, 'type');
  else if (known?.status === 'obsolete') add(type, 'type', 'defaultLibrary', 'deprecated');
  else add(type, 'type', 'defaultLibrary');
  if (holdsStrings(entry.typeName)) inStrings(entry, add);
  else for (const word of readData(entry).words) inData(word, text, add);
}

function punctuation(tokens: readonly Token[], add: Add): void {
  for (const { kind, span } of tokens) {
    if (kind === 'comment') add(span, 'comment');
    else if (kind === 'open' || kind === 'close') add(span, 'operator');
  }
}

/** Text, and in a mail-authentication record its tags, terms and values, also where they are split over strings. */
function inStrings(entry: ZoneEntry, add: Add): void {
  const record = recogniseRecord(entry);
  const parts = record === undefined ? [] : placedTokens(record);
  let next = 0;
  for (const { span } of wordsOf(entry.tokens)) {
    if (span.start < entry.type!.end) continue;
    let from = span.start;
    for (; next < parts.length && parts[next]!.span.end <= span.end; next++) {
      const { span: part, type } = parts[next]!;
      if (part.start < from) continue;
      if (part.start > from) add({ start: from, end: part.start }, 'string');
      add(part, type);
      from = part.end;
    }
    if (from < span.end) add({ start: from, end: span.end }, 'string');
  }
}

/** The parts of a record where they stand; a part that is split stands in several places. */
function placedTokens(record: RecognisedRecord): { span: Span; type: SemanticTokenType }[] {
  const { text } = record.value;
  const placed: { span: Span; type: SemanticTokenType }[] = [];
  let piece = 0;
  for (const { from, to, type } of recordTokens(record)) {
    while (piece < text.pieces.length && text.pieces[piece]!.to <= from) piece++;
    for (let index = piece; index < text.pieces.length && text.pieces[index]!.from < to; index++) {
      const own = text.pieces[index]!;
      const start = Math.max(from, own.from);
      const end = Math.min(to, own.to);
      if (start < end) placed.push({ span: sourceSpan(text, start, end), type });
    }
  }
  return placed;
}

function inData({ token, text: word, field }: DataWord, text: string, add: Add): void {
  const { span } = token;
  if (token.kind === 'quoted') add(span, 'string');
  else if (field === undefined)
    add(span, word === '\\#' ? 'operator' : /^\d+$/.test(word) ? 'number' : 'string');
  else if (field.kind.is === 'svc-param') inParameter(span, text, add);
  else if (field.kind.is === 'type' || field.kind.is === 'types') add(span, 'type', 'defaultLibrary');
  else add(span, typeOf(field.kind, word));
}

function inParameter({ start, end }: Span, text: string, add: Add): void {
  const equals = text.slice(start, end).indexOf('=');
  const split = equals < 0 ? end : start + equals;
  add({ start, end: split }, 'property');
  if (equals < 0) return;
  add({ start: split, end: split + 1 }, 'operator');
  if (split + 1 < end) add({ start: split + 1, end }, 'string');
}

function typeOf({ is }: FieldKind, word: string): SemanticTokenType {
  switch (is) {
    case 'name':
      return 'variable';
    case 'gateway':
      return /^[\d.:]+$/.test(word) ? 'number' : 'variable';
    case 'number':
    case 'protocol':
      return /^\d/.test(word) ? 'number' : 'enumMember';
    case 'tag':
      return 'property';
    case 'string':
    case 'text':
    case 'base64':
    case 'hex':
    case 'base32hex':
      return 'string';
    case 'services':
      return /^\d+$/.test(word) ? 'number' : 'enumMember';
    default:
      return 'number';
  }
}

function inDirective(directive: ZoneDirective, add: Add): void {
  const { name, nameSpan, tokens, text } = directive;
  punctuation(tokens, add);
  add(nameSpan, 'macro');
  directive.arguments.forEach((token, index) => {
    add(token.span, argumentType(name, index, spell(text, token), token, directive));
  });
}

function argumentType(
  name: string,
  index: number,
  word: string,
  { span }: Token,
  { generate }: ZoneDirective,
): SemanticTokenType {
  if (name === 'ORIGIN' || (name === 'INCLUDE' && index === 1)) return 'namespace';
  if (name === 'TTL' || name === 'DATE') return 'number';
  if (name !== 'GENERATE') return 'string';
  if (index === 0) return 'number';
  if (index === 1) return 'variable';
  if (span.start === generate?.type.start) return 'type';
  if (span.start === generate?.class?.start) return 'keyword';
  return generate !== undefined && span.start < generate.type.start && isTtl(word) ? 'number' : 'string';
}
