import type { Edit, Span } from '../text/span';
import type { Finding, PlacedFix } from './finding';

/** The fixes of the findings that overlap or touch a span (a cursor is an empty span). */
export function fixesAt(findings: readonly Finding[], span: Span): PlacedFix[] {
  return findings
    .filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
    .flatMap((finding) => finding.fixes);
}

/**
 * The first fix of every finding as edits that can be made at once: a fix whose edits overlap those of an earlier
 * one is left for the next round. What changes other documents as well is left to the person.
 */
export function allFixes(findings: readonly Finding[]): Edit[] {
  /** In document order, none over another; so an edit can only clash with those around its place. */
  const taken: Edit[] = [];
  for (const { fixes } of findings) {
    const edits = fixes[0]?.edits ?? [];
    if (fixes[0]?.elsewhere !== undefined) continue;
    if (edits.some((edit) => clashes(taken, edit.span))) continue;
    for (const edit of edits) taken.splice(placeOf(taken, edit.span), 0, edit);
  }
  return taken;
}

function clashes(taken: readonly Edit[], span: Span): boolean {
  const place = placeOf(taken, span);
  // At one offset an insertion and a replacement can stand side by side, hence more than the two neighbours.
  return taken.slice(Math.max(0, place - 2), place + 2).some((other) => overlap(span, other.span));
}

/** Where a span goes into the list: behind all that begin before it, or with it and end before it. */
function placeOf(taken: readonly Edit[], { start, end }: Span): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { span } = taken[middle]!;
    if (span.start < start || (span.start === start && span.end < end)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function overlap(a: Span, b: Span): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}
