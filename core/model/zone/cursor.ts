import { describedInRecord, expectedInRecord } from '../../records/cursor';
import { recogniseRecord } from '../../records/recognise';
import { shiftSpan, touches } from '../../text/span';
import type { Description, Expectation } from '../../text/cursor';
import { zoneCompletion } from './editing/completion';
import { zoneHover } from './editing/hover';
import { entryAt } from './locate';
import type { ZoneModel } from './zone';

/** What may be written at a document offset of a zone file: in a record's text what that record takes, else its fields. */
export function zoneExpected(model: ZoneModel, offset: number): Expectation | undefined {
  const located = entryAt(model, offset);
  const record = located && recogniseRecord(located.entry);
  const expected = record && expectedInRecord(record, offset - located.start);
  if (expected !== undefined) {
    // In the middle of an escape nothing can be put in.
    const replace = shiftSpan(expected.replace, located!.start);
    return touches(replace, offset) ? { ...expected, replace } : undefined;
  }
  return zoneCompletion(model, offset);
}

/** What stands at a document offset of a zone file. */
export function zoneDescribed(model: ZoneModel, offset: number): Description | undefined {
  const located = entryAt(model, offset);
  const record = located && recogniseRecord(located.entry);
  const described = record && describedInRecord(record, offset - located.start);
  if (described !== undefined) return { ...described, span: shiftSpan(described.span, located!.start) };
  return zoneHover(model, offset);
}
