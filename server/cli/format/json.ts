import { render, type Locale } from '../../../core/text/message';
import type { Outcome } from '../check';
import { piecewise } from './piecewise';

/** The outcome as JSON: lines and characters from 0, characters in UTF-16 code units, as LSP counts. */
export function formatJson({ found, summary }: Outcome, locale: Locale): Iterable<string> {
  return piecewise(
    (findings) => ({ findings, summary }),
    found,
    ({ finding, place }) => ({
      path: place.path,
      range: { start: place.start, end: place.end },
      severity: finding.severity,
      rule: finding.rule,
      message: render(finding.message, locale),
      reference: finding.reference,
    }),
  );
}
