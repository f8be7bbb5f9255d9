import type { JudgedDirective } from '../include';
import type { Link } from '../../editing';
import { shiftSpan, type Span } from '../../../text/span';
import { blockAt } from '../locate';
import type { ZoneModel } from '../zone';

/** A directive where it stands. */
export interface PlacedDirective {
  /** Where its entry begins in the document. */
  readonly start: number;
  readonly directive: JudgedDirective;
}

/** The directives of a document, or those that touch a span; they are at hand, so no text is read for them. */
export function* directivesOf(model: ZoneModel, span?: Span): Generator<PlacedDirective, undefined> {
  const first = span === undefined ? 0 : blockAt(model, span.start);
  for (let index = first; index < model.sections.length; index++) {
    const base = model.sectionStart(index);
    if (span !== undefined && base > span.end) return;
    for (const { at, anchor } of model.sections[index]!.placed) {
      for (const facet of anchor.facets) {
        if (facet.kind !== 'zone-directive') continue;
        const start = base + at;
        if (span !== undefined && (start > span.end || start + facet.value.text.length < span.start))
          continue;
        yield { start, directive: facet.value };
      }
    }
  }
}

/** The files that `$INCLUDE` directives name. */
export function zoneLinks(model: ZoneModel, span?: Span): Link[] {
  return [...directivesOf(model, span)].flatMap(({ start, directive: { include } }) =>
    include === undefined ? [] : [{ span: shiftSpan(include.fileSpan, start), path: include.file }],
  );
}
