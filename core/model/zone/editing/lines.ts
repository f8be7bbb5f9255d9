import type { Span } from '../../../text/span';
import { blockAt, located, walkOf } from '../locate';
import type { Standing } from '../lookup';
import { contextHere, nextEntry, sourceHere, trimBreak } from '../walk';
import type { ZoneModel } from '../zone';

/** A line with nothing but a comment. */
export interface CommentLine {
  readonly kind: 'comment';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where the `;` stands, counted from the line's beginning. */
  readonly comment: number;
}

/** A record, a directive or a comment with its source. */
export type Line = (Standing & { readonly text: string }) | CommentLine;

/** The records, directives and comments that touch a span, in document order; blank lines are passed over. */
export function* linesBetween(model: ZoneModel, { start, end }: Span): Generator<Line, undefined> {
  for (let index = blockAt(model, start); index < model.sections.length; index++) {
    const base = model.text.starts[index]!;
    if (base > end) return;
    const walk = walkOf(model, index);
    while (nextEntry(walk)) {
      const from = base + walk.at;
      if (from > end) return;
      const to = base + trimBreak(walk.text, walk.at, walk.end);
      if (to < start) continue;
      if (walk.head.kind === 'record') {
        const record = located(model, index, walk);
        yield { kind: 'record', end: to, text: record.entry.text, ...record };
        continue;
      }
      const text = sourceHere(walk);
      if (walk.head.kind === 'blank') {
        const comment = text.indexOf(';');
        if (comment >= 0) yield { kind: 'comment', start: from, end: to, text, comment };
      } else {
        yield { kind: 'directive', start: from, end: to, text, context: contextHere(walk) };
      }
    }
  }
}
