import type { Setting } from '../syntax/setting';
import { shiftSpan, type Edit, type Span } from '../text/span';
import type { Editing, Fold, FormatOptions, Link, OutlineNode, SemanticToken } from './editing';
import type { SettingsView } from './settings';

/** What one language of rows makes of a row; spans count from the row's beginning. */
export interface RowWords {
  tokens(row: Setting): readonly SemanticToken[];
  links?(row: Setting): readonly Link[];
}

/** What an editor may ask of a file of rows, but for names. */
export function columnEditing(view: SettingsView, words: RowWords): Editing {
  return {
    outline: () => view.parsed.map(({ at, setting }) => node(at, setting)),
    folds: () => commentFolds(view.text),
    tokens: (span) => [...commentTokens(view.text, span), ...rowTokens(view, words, span)].sort(byPlace),
    links: (span) =>
      view.parsed.flatMap(({ at, setting }) =>
        (words.links?.(setting) ?? [])
          .map((link) => ({ ...link, span: shiftSpan(link.span, at) }))
          .filter((link) => span === undefined || meets(link.span, span)),
      ),
    format: (options, span) => [formatRows(view, options, span)],
  };
}

function node(at: number, row: Setting): OutlineNode {
  const detail = row.value.text;
  return {
    name: row.name,
    ...(detail !== '' && { detail }),
    kind: 'setting',
    span: { start: at, end: at + row.text.length },
    selection: shiftSpan(row.nameSpan, at),
  };
}

/** Several lines of comment in a row fold together. */
export function commentFolds(text: string): Fold[] {
  const folds: Fold[] = [];
  let at = 0;
  let first: number | undefined;
  let last = 0;
  let lines = 0;
  const close = (): void => {
    if (first !== undefined && lines > 1) folds.push({ span: { start: first, end: last }, kind: 'comment' });
    first = undefined;
    lines = 0;
  };
  for (const line of text.split('\n')) {
    if (/^[ \t]*#/.test(line)) {
      first ??= at;
      last = at + line.replace(/\r$/, '').length;
      lines++;
    } else close();
    at += line.length + 1;
  }
  close();
  return folds;
}

/** The comments of files in which a `#` begins one wherever it stands. */
export function* commentTokens(text: string, span: Span): Generator<SemanticToken> {
  let at = text.lastIndexOf('\n', span.start - 1) + 1;
  while (at <= span.end && at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? undefined : end).replace(/\r$/, '');
    const hash = line.indexOf('#');
    if (hash >= 0) yield { span: { start: at + hash, end: at + line.length }, type: 'comment' };
    if (end === -1) return;
    at = end + 1;
  }
}

function* rowTokens(view: SettingsView, words: RowWords, span: Span): Generator<SemanticToken> {
  for (const { at, setting } of view.parsed) {
    if (at > span.end || at + setting.text.length < span.start) continue;
    for (const token of words.tokens(setting)) {
      if (token.span.end > token.span.start) yield { ...token, span: shiftSpan(token.span, at) };
    }
  }
}

/** Tokens in document order. */
export function byPlace(a: SemanticToken, b: SemanticToken): number {
  return a.span.start - b.span.start;
}

/** Whether two spans share a place. */
export function meets(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/**
 * Rows begin in the first column, and those between two empty lines have their second columns one below the other;
 * no blanks stand at a line's end. Comments behind a row keep their distance.
 */
function formatRows(view: SettingsView, options: FormatOptions, span: Span | undefined): Edit[] {
  const edits: Edit[] = [];
  for (const block of blocks(view)) {
    const widest = block.reduce((most, { setting }) => Math.max(most, setting.name.length), 0);
    // A single long row does not push all others to the right.
    const column = Math.min(widest, 60) + 1;
    for (const { at, setting } of block) {
      if (span !== undefined && !meets({ start: at, end: at + setting.text.length }, span)) continue;
      const put = (start: number, end: number, text: string): void => {
        if (setting.text.slice(start, end) !== text)
          edits.push({ span: { start: at + start, end: at + end }, text });
      };
      put(0, setting.nameSpan.start, '');
      const { start, end } = setting.valueSpan;
      if (end > start) {
        const gap = Math.max(1, column - setting.name.length);
        put(setting.nameSpan.end, start, options.insertSpaces ? ' '.repeat(gap) : '\t');
      }
      const last = end > start ? end : setting.nameSpan.end;
      if (!setting.text.slice(last).includes('#')) put(last, setting.text.length, '');
    }
  }
  return edits;
}

/** The rows in groups that no empty line parts. */
export function blocks(view: SettingsView): SettingsView['parsed'][number][][] {
  const found: SettingsView['parsed'][number][][] = [];
  let before: number | undefined;
  for (const row of view.parsed) {
    const apart = before === undefined || /\n[ \t\r]*\n/.test(view.text.slice(before, row.at));
    if (apart) found.push([row]);
    else found.at(-1)!.push(row);
    before = row.at + row.setting.text.length;
  }
  return found;
}
