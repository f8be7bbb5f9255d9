import { concatenate } from './bytes';
import { readBatch } from './batch';
import { encoded } from './encoding';
import { fastPath, type FastPath } from './fastPath';
import { readHead } from './head';
import { newReport } from './inHand';
import { splitter } from './split';
import { texts } from './texts';
import type { ReadEvent, Reading, ReportRecord } from './types';
import { message } from '../text/message';

/** Records parsed in one go, in UTF-16 code units: enough to make a parser's start-up small, little to wait for. */
const batchLength = 128 * 1024;

/** A record that is cut by the end of a chunk waits for the next, unless it is this long. */
const longestCarried = 1 << 16;

/** Bytes between two places from which to read anew, at least: what is read once more for one record. */
const anchorsApart = 1 << 20;

/**
 * Reads the reports in an XML document: batches of records as they come, and each report's head when its first
 * records are there and again when all of it is.
 * @param chunks the document's bytes
 * @param part the name of the document within the file, for problems
 * @param prepare what the caller makes of a section that plain records share, see fast.ts
 */
export async function* readDocument<T>(
  reading: Reading,
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  prepare: (section: ReportRecord) => T,
): AsyncGenerator<ReadEvent<T>> {
  let events: ReadEvent<T>[] = [];
  let report = newReport(0);
  /** Records of the document so far, also those that were lost. */
  let ordinal = 0;
  const stop = { tooLong: false, refused: false, tooMany: false };
  const { limits } = reading;

  /** How many records of the fast path are waiting; never there together with a batch. */
  let ready = 0;

  let fast: FastPath<T> | undefined;

  const announce = (): void => {
    if (report.announced) return;
    report.announced = true;
    const head = readHead(reading, report, part, false);
    if (head !== undefined) events.push({ type: 'head', report: report.index, head, final: false });
  };
  const flushReady = (): void => {
    if (ready === 0 || fast === undefined) return;
    announce();
    const first = ordinal - ready;
    events.push({ type: 'plain', report: report.index, first, records: fast.reader.taken() });
    ready = 0;
  };
  const flush = (): void => {
    flushReady();
    if (report.batch.length === 0) return;
    announce();
    const { length } = report.batch;
    const records = readBatch(reading, report, report.records - length + 1, part);
    report.batch = [];
    report.batchLength = 0;
    events.push({ type: 'records', report: report.index, first: ordinal - length, records });
  };
  const finish = (): void => {
    flush();
    const unmended = report.broken - limits.mendedRecords;
    if (unmended > 0) {
      const values = { count: unmended, limit: limits.mendedRecords };
      reading.tell('error', message(texts.tooManyBroken, values), { part });
    }
    const head = readHead(reading, report, part, true);
    if (head !== undefined) events.push({ type: 'head', report: report.index, head, final: true });
  };

  const split = splitter(
    {
      envelope(text) {
        report.envelopeLength += text.length;
        if (report.envelopeLength <= limits.envelopeLength) report.envelope.push(text);
        else stop.tooLong = true;
      },
      reportStart() {
        if (stop.tooMany) return;
        if (report.started) {
          if (report.index + 1 >= limits.reports) {
            stop.tooMany = true;
            return;
          }
          finish();
          if (report.index === 0) reading.tell('warning', message(texts.severalReports), { part });
          report = newReport(report.index + 1);
        }
        report.started = true;
      },
      reportEnd() {
        report.ended = true;
      },
      record(text, complete) {
        if (stop.tooMany) return;
        flushReady();
        report.records++;
        ordinal++;
        report.batch.push({ text, complete });
        report.batchLength += text.length;
        if (report.batchLength >= batchLength) flush();
      },
      recordTooLong() {
        flush();
        report.records++;
        ordinal++;
        const place = { part, record: report.records };
        reading.tell('error', message(texts.recordTooLong, { limit: limits.recordLength }), place);
      },
    },
    limits.recordLength,
  );

  const { bytes, text, utf8 } = await encoded(reading, chunks, part);
  const stopped = (): boolean => stop.refused || stop.tooLong || stop.tooMany;
  const push = (piece: Uint8Array): boolean => {
    stop.refused = !split.push(text.push(piece));
    return !stopped();
  };
  if (utf8) {
    fast = fastPath(reading, prepare, () => {
      if (report.batch.length > 0) flush();
      report.records++;
      ordinal++;
      ready++;
    });
  }
  const atRecords = (): boolean => report.started && !report.ended && split.between() && !text.pending();

  let carried = new Uint8Array();
  /** Bytes of the document before the piece at hand, and at the last anchor. */
  let before = 0;
  let anchored = 0;
  for await (const chunk of bytes) {
    const piece = carried.length === 0 ? chunk : concatenate([carried, chunk]);
    const used = fast === undefined ? 0 : fast.read(piece, atRecords, push);
    carried = new Uint8Array();
    const offset = before + used;
    before += piece.length;
    if (offset - anchored >= anchorsApart && fast !== undefined && !stopped() && atRecords()) {
      anchored = offset;
      events.push({ type: 'anchor', anchor: { ordinal, offset } });
    }
    if (!stopped()) {
      const rest = piece.subarray(used);
      if (fast !== undefined && atRecords() && rest.length < longestCarried) {
        carried = rest.slice();
        before -= carried.length;
      } else push(rest);
    }
    flush();
    yield* events;
    events = [];
    if (stopped()) break;
  }
  if (!stopped()) {
    if (push(carried)) stop.refused = !split.push(text.end());
  }
  if (stop.refused) reading.tell('error', message(texts.doctype), { part });
  if (stop.tooMany) reading.tell('error', message(texts.tooManyReports, { limit: limits.reports }), { part });
  if (stop.tooLong)
    reading.tell('error', message(texts.envelopeTooLong, { limit: limits.envelopeLength }), { part });
  if (stop.refused && report.records === 0) return;
  split.end();
  finish();
  yield* events;
}
