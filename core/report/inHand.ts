import { deepest } from './parse';
import { texts } from './texts';
import type { Reading } from './types';
import { message, type Localized, type Message } from '../text/message';

/** A `<record>` as cut out of the document. */
export interface Piece {
  readonly text: string;
  readonly complete: boolean;
}

/** A `<feedback>` while it is read. */
export interface ReportInHand {
  readonly index: number;
  readonly envelope: string[];
  envelopeLength: number;
  started: boolean;
  ended: boolean;
  announced: boolean;
  records: number;
  /** Records that were not well-formed. */
  broken: number;
  /** Whether it was told that names of elements are in another case. */
  otherCaseTold: boolean;
  batch: Piece[];
  batchLength: number;
}

/** A report of which nothing was read. @param index its number in the document, from 0 */
export function newReport(index: number): ReportInHand {
  return {
    index,
    envelope: [],
    envelopeLength: 0,
    started: false,
    ended: false,
    announced: false,
    records: 0,
    broken: 0,
    otherCaseTold: false,
    batch: [],
    batchLength: 0,
  };
}

/** Takes note, once a report, that names of elements are not written as in the schema. */
export function tellOtherCase(reading: Reading, report: ReportInHand, part: string): void {
  if (report.otherCaseTold) return;
  report.otherCaseTold = true;
  reading.tell('warning', message(texts.otherCase), { part });
}

/** What is told when the XML library gives up: in our own words where it is the nesting, else with its own. */
export function failed(error: unknown, nested: Localized, other: Localized): Message {
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, 200);
  return /nested/i.test(detail) ? message(nested, { limit: deepest }) : message(other, { detail });
}
