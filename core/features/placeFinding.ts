import type { Anchor } from '../model/model';
import { withoutQuotes, type Message } from '../text/message';
import { shiftEdit, shiftSpan } from '../text/span';
import type { Finding, PlacedFix, PlacedRelated } from './finding';
import type { Said } from './judge';

/**
 * A finding with document offsets.
 * @param placeOf where an anchor begins in the document; undefined for one that is not there any more
 */
export function placeFinding(
  { rule, severity, anchor, report }: Said,
  placeOf: (anchor: Anchor) => number | undefined,
): Finding {
  const base = placeOf(anchor) ?? 0;
  const told = anchor.confidential === true ? withoutQuotes : (m: Message): Message => m;
  return {
    rule: rule.name,
    severity,
    span: shiftSpan(report.span, base),
    message: told(report.message),
    reference: rule.references.join('; '),
    fixes: (report.fixes ?? []).flatMap((fix): PlacedFix[] => {
      const edits = fix.edits.flatMap(({ anchor: other, ...edit }) => {
        const there = other === undefined ? base : placeOf(other);
        return there === undefined ? [] : [shiftEdit(edit, there)];
      });
      // Half a fix is none.
      if (edits.length < fix.edits.length) return [];
      const { title, elsewhere } = fix;
      return [{ rule: rule.name, title: told(title), edits, ...(elsewhere && { elsewhere }) }];
    }),
    related: (report.related ?? []).flatMap((other): PlacedRelated[] => {
      if ('elsewhere' in other) {
        const { uri } = other.elsewhere;
        const span = other.elsewhere.find();
        return span === undefined ? [] : [{ uri, span, message: told(other.message) }];
      }
      const there = placeOf(other.anchor);
      return there === undefined
        ? []
        : [{ span: shiftSpan(other.span, there), message: told(other.message) }];
    }),
    ...(report.tag && { tag: report.tag }),
  };
}
