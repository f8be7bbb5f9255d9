import type { ZoneEntry } from '../../../../syntax/masterFile/entry';
import type { Edit } from '../../../../text/span';

/**
 * Puts the strings of a TXT record into parentheses, one a line.
 * @param eol the document's line break
 */
export function stringsOnLines({ text, tokens, rdata, strings, problems }: ZoneEntry, eol: string): Edit[] {
  if (
    strings === undefined ||
    strings.pieces.length < 2 ||
    problems.some(({ kind }) => kind !== 'string-too-long')
  ) {
    return [];
  }
  if (tokens.some(({ kind }) => kind === 'open' || kind === 'close')) return [];
  const words = tokens.filter(({ span }) => span.start >= rdata.start && span.end <= rdata.end);
  const first = words[0]!;
  const last = words.at(-1)!;
  const indent = text.slice(0, first.span.start).replace(/[^\t]/g, ' ');
  return [
    { span: { start: first.span.start, end: first.span.start }, text: '( ' },
    ...words.slice(1).map((word, index) => ({
      span: { start: words[index]!.span.end, end: word.span.start },
      text: `${eol}${indent}  `,
    })),
    { span: { start: last.span.end, end: last.span.end }, text: ' )' },
  ];
}

/** Writes a record that stands in parentheses over several lines on one line, where no comment is in the way. */
export function onOneLine({ text, tokens, problems, rdata, type }: ZoneEntry): Edit[] {
  if (!text.includes('\n') || problems.some(({ kind }) => kind !== 'string-too-long')) return [];
  const close = tokens.findLastIndex(({ kind }) => kind === 'close');
  const open = tokens.findIndex(({ kind }) => kind === 'open');
  if (close < 0 || type === undefined || tokens[open]!.span.start < type.end) return [];
  // Strings over lines are told by a problem, so no token holds a line break; a comment reaches to its line's end.
  if (tokens.some(({ kind }, index) => kind === 'comment' && index < close)) return [];
  const kept = tokens.filter(
    ({ kind, span }) => kind !== 'open' && kind !== 'close' && span.end <= rdata.end,
  );
  const first = kept.findIndex(({ span }) => span.start >= rdata.start);
  if (first < 0) return [];
  const edits: Edit[] = [];
  for (let i = first; i < kept.length; i++) {
    const start = i === 0 ? 0 : kept[i - 1]!.span.end;
    const end = kept[i]!.span.start;
    const gap = text.slice(start, end);
    if (/[\n()]/.test(gap)) edits.push({ span: { start, end }, text: ' ' });
  }
  const end = tokens[close]!.span.end;
  edits.push({ span: { start: kept.at(-1)!.span.end, end }, text: '' });
  return edits;
}
