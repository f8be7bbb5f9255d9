/**
 * A half-open range [start, end) of UTF-16 code units. What the offsets count from (a document, an entry, a
 * decoded string) is said by whoever hands the span out.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span [start, end). */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** The same span, counted from a place that lies `by` code units earlier. */
export function shiftSpan(s: Span, by: number): Span {
  return by === 0 ? s : { start: s.start + by, end: s.end + by };
}

/** Whether the offset lies in the span or touches one of its ends (a cursor stands between characters). */
export function touches(s: Span, offset: number): boolean {
  return s.start <= offset && offset <= s.end;
}

/** An edit: the text in `span` is replaced by `text`. Offsets count from where the edit's owner says. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The same edit, counted from a place that lies `by` code units earlier. */
export function shiftEdit(e: Edit, by: number): Edit {
  return by === 0 ? e : { span: shiftSpan(e.span, by), text: e.text };
}

/**
 * Applies edits to a string.
 * @param edits spans count from the start of `text`; must not overlap; any order
 * @throws RangeError where two edits overlap
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let out = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.span.start < at) throw new RangeError(`edits overlap at ${edit.span.start}`);
    out += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return out + text.slice(at);
}
