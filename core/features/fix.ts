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
 * one is left for the next round.
 */
export function allFixes(findings: readonly Finding[]): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of findings) {
    const edits = fixes[0]?.edits ?? [];
    const clashes = edits.some((edit) => taken.some((other) => overlap(edit.span, other.span)));
    if (!clashes) taken.push(...edits);
  }
  return taken;
}

function overlap(a: Span, b: Span): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}
