import { parseDirective, type ZoneDirective } from '../../../syntax/masterFile/directive';
import type { Link, Linked } from '../../editing';
import { EntryAnchor } from '../anchor';
import { shiftSpan, type Span } from '../../../text/span';
import { blockAt } from '../locate';
import type { ZoneModel } from '../zone';

/** A directive where it stands. */
export interface PlacedDirective {
  /** Where its entry begins in the document. */
  readonly start: number;
  readonly directive: ZoneDirective;
}

/** The directives of a document, or those that touch a span: they have anchors, so no other text is read. */
export function* directivesOf(model: ZoneModel, span?: Span): Generator<PlacedDirective, undefined> {
  const first = span === undefined ? 0 : blockAt(model, span.start);
  for (let index = first; index < model.sections.length; index++) {
    const base = model.sectionStart(index);
    if (span !== undefined && base > span.end) return;
    for (const { at, anchor } of model.sections[index]!.placed) {
      if (!(anchor instanceof EntryAnchor) || anchor.document === undefined) continue;
      const start = base + at;
      if (span !== undefined && (start > span.end || start + anchor.text.length < span.start)) continue;
      yield { start, directive: parseDirective(anchor.text, anchor.context) };
    }
  }
}

/** The files that `$INCLUDE` directives name. */
export function zoneLinks(model: ZoneModel, span?: Span): Link[] {
  return [...directivesOf(model, span)].flatMap(({ start, directive: { include } }) =>
    include === undefined ? [] : [{ span: shiftSpan(include.fileSpan, start), path: include.file }],
  );
}

/** The file that an `$INCLUDE` names, with the origin that the directive gives it. */
export function zoneLinked(model: ZoneModel, { span }: Link): Linked | undefined {
  const { include: find } = model.documentContext;
  for (const { start, directive } of directivesOf(model, span)) {
    const { include } = directive;
    if (include === undefined || start + include.fileSpan.start !== span.start) continue;
    const found = find?.(include.file);
    if (found === undefined || 'problem' in found) return undefined;
    const context = { origin: include.origin, include: found.include, included: true } as const;
    return { text: found.text, context };
  }
  return undefined;
}
