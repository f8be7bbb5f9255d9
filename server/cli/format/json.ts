import { render, type Locale } from '../../../core/text/message';
import type { Outcome, Place } from '../check';
import { piecewise } from './piecewise';

/**
 * The outcome as JSON: lines and characters from 0, characters in UTF-16 code units, as LSP counts. `related` holds the
 * other places that belong to a finding, in the same file or in another one that was checked, and what is there.
 */
export function formatJson({ found, summary }: Outcome, locale: Locale): Iterable<string> {
  return piecewise(
    (findings) => ({ findings, summary }),
    found,
    ({ finding, place, related }) => ({
      ...placed(place),
      severity: finding.severity,
      rule: finding.rule,
      message: render(finding.message, locale),
      reference: finding.reference,
      related: related.map(({ place: other, message }) => ({
        ...placed(other),
        message: render(message, locale),
      })),
    }),
  );
}

function placed({ path, start, end }: Place) {
  return { path, range: { start, end } };
}
