import { isMilliseconds, metadataFields, periodTexts, policyFields } from './fields';
import { failed, tellOtherCase, type ReportInHand } from './inHand';
import { parseInLowerCase } from './elementNames';
import { child, childNames, childText, children, type Element } from './parse';
import { repair } from './repair';
import { texts } from './texts';
import type { Place, Reading, ReportHead } from './types';
import { isWellFormed } from './wellFormed';
import { message } from '../text/message';

/**
 * What stands around the records so far.
 * @param final whether all of it is there; only then problems are told
 * @returns undefined where this is no report
 */
export function readHead(
  reading: Reading,
  report: ReportInHand,
  part: string,
  final: boolean,
): ReportHead | undefined {
  const place: Place = { part };
  const xml = report.envelope.join('');
  const wellFormed = final && report.ended && isWellFormed(xml);
  let root: Element;
  try {
    const parsed = parseInLowerCase(wellFormed ? xml : repair(xml));
    root = parsed.element;
    if (final && parsed.otherCase) tellOtherCase(reading, report, part);
  } catch (error) {
    if (final) {
      const told = failed(error, texts.nestedReport, texts.unreadableReport);
      reading.tell('error', told, place);
      // Nothing of it is known, and no record helps: to say that <feedback> is missing would be a guess.
      if (report.records === 0) return undefined;
    }
    root = {};
  }
  const feedback = findFeedback(root, 3);
  if (feedback === undefined && report.records === 0) {
    const name = childNames(root)[0] ?? '?';
    if (final) reading.tell('error', message(texts.notReport, { root: name.slice(0, 80) }), place);
    return undefined;
  }
  const head: ReportHead = {
    file: reading.file,
    part,
    version: childText(feedback, 'version'),
    metadata: metadataFields(feedback),
    policy: policyFields(feedback),
  };
  if (!final) return head;
  if (!report.ended) reading.tell('error', message(texts.truncatedReport), place);
  else if (!wellFormed) reading.tell('warning', message(texts.malformedReport), place);
  if (report.records === 0) reading.tell('warning', message(texts.noRecords), place);
  const { begin, end } = head.metadata;
  if (begin === undefined || end === undefined) {
    reading.tell('warning', message(texts.period, periodTexts(feedback)), place);
  } else {
    const written = periodTexts(feedback);
    if (isMilliseconds(written.begin) || isMilliseconds(written.end)) {
      reading.tell('warning', message(texts.periodMilliseconds, written), place);
    }
    if (begin > end) reading.tell('warning', message(texts.periodReversed), place);
  }
  return head;
}

/** `<feedback>` at the root or inside a wrapper such as a schema element that was never closed. */
function findFeedback(element: Element, depth: number): Element {
  const [here] = children(element, 'feedback');
  if (here !== undefined || depth === 0) return here;
  for (const name of childNames(element)) {
    const inner = findFeedback(child(element, name), depth - 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
