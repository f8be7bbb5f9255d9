import { concatenate } from './bytes';
import { encoded, pieceDecoder } from './encoding';
import { fastReader, more, nextRecord, skipBlanks, type FastReader } from './fast';
import { isCount, isMilliseconds, metadataFields, periodTexts, policyFields, recordFields } from './fields';
import { child, childNames, children, childText, deepest, parseXml, type Element } from './parse';
import { plainRecord } from './plain';
import { repair } from './repair';
import { splitter } from './split';
import { texts } from './texts';
import type { Place, ReadEvent, Reading, ReportHead, ReportRecord } from './types';
import { isWellFormed } from './wellFormed';
import { message, type Localized, type Message } from '../text/message';

/** Records parsed in one go, in UTF-16 code units: enough to make a parser's start-up small, little to wait for. */
const batchLength = 128 * 1024;

/** A `<record>` as cut out of the document. */
interface Piece {
  readonly text: string;
  readonly complete: boolean;
}

/** A `<feedback>` while it is read. */
interface Report {
  readonly index: number;
  readonly envelope: string[];
  envelopeLength: number;
  started: boolean;
  ended: boolean;
  announced: boolean;
  records: number;
  /** Records that were not well-formed. */
  broken: number;
  batch: Piece[];
  batchLength: number;
}

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
    events.push({ type: 'plain', report: report.index, records: fast.reader.taken() });
    ready = 0;
  };
  const flush = (): void => {
    flushReady();
    if (report.batch.length === 0) return;
    announce();
    const first = report.records - report.batch.length + 1;
    const records = readBatch(reading, report, first, part);
    report.batch = [];
    report.batchLength = 0;
    if (records.length > 0) events.push({ type: 'records', report: report.index, records });
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
        report.batch.push({ text, complete });
        report.batchLength += text.length;
        if (report.batchLength >= batchLength) flush();
      },
      recordTooLong() {
        flush();
        report.records++;
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
      ready++;
    });
  }
  const atRecords = (): boolean => report.started && !report.ended && split.between() && !text.pending();

  let carried = new Uint8Array();
  for await (const chunk of bytes) {
    const piece = carried.length === 0 ? chunk : concatenate([carried, chunk]);
    const used = fast === undefined ? 0 : fast.read(piece, atRecords, push);
    carried = new Uint8Array();
    if (!stopped()) {
      const rest = piece.subarray(used);
      if (fast !== undefined && atRecords() && rest.length < longestCarried) carried = rest.slice();
      else push(rest);
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

/** A record that is cut by the end of a chunk waits for the next, unless it is this long. */
const longestCarried = 1 << 16;

interface FastPath<T> {
  readonly reader: FastReader<T>;
  /**
   * Reads what it can of `bytes`: plain records by itself, what stands between them by `push`.
   * @returns how many bytes are done; the rest is a record that may go on in the next chunk, or is to be pushed
   */
  read(bytes: Uint8Array, atRecords: () => boolean, push: (piece: Uint8Array) => boolean): number;
}

/** @param taken is called for each record that the reader took, before the next is looked at */
function fastPath<T>(
  reading: Reading,
  prepare: (section: ReportRecord) => T,
  taken: () => void,
): FastPath<T> {
  const strict = pieceDecoder(reading.platform);
  const decode = (bytes: Uint8Array): string | undefined => {
    try {
      return strict(bytes);
    } catch {
      return undefined; // the careful reader knows what to do with octets that are no UTF-8
    }
  };
  const reader = fastReader(decode, prepare, reading.limits.recordLength);
  return {
    reader,
    read(bytes, atRecords, push) {
      let at = 0;
      for (;;) {
        let from = at + 1;
        if (atRecords()) {
          const start = skipBlanks(bytes, at);
          const end = reader.take(bytes, start);
          if (end >= 0) {
            taken();
            at = end;
            continue;
          }
          if (end === more) return at;
          from = start + 1;
        }
        const next = nextRecord(bytes, from);
        if (next < 0) {
          push(bytes.subarray(at));
          return bytes.length;
        }
        if (!push(bytes.subarray(at, next))) return next;
        at = next;
      }
    },
  };
}

function newReport(index: number): Report {
  return {
    index,
    envelope: [],
    envelopeLength: 0,
    started: false,
    ended: false,
    announced: false,
    records: 0,
    broken: 0,
    batch: [],
    batchLength: 0,
  };
}

/**
 * What stands around the records so far.
 * @param final whether all of it is there; only then problems are told
 * @returns undefined where this is no report
 */
function readHead(reading: Reading, report: Report, part: string, final: boolean): ReportHead | undefined {
  const place: Place = { part };
  const xml = report.envelope.join('');
  const wellFormed = final && report.ended && isWellFormed(xml);
  let root: Element;
  try {
    root = parseXml(wellFormed ? xml : repair(xml));
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

/**
 * Reads a batch of records: plain ones directly, the others by the XML library, together where all of them are
 * well-formed, else one by one, so that a bad record costs only itself.
 */
function readBatch(reading: Reading, report: Report, first: number, part: string): readonly ReportRecord[] {
  const { batch } = report;
  const plain = batch.map(({ text, complete }) => (complete ? plainRecord(text) : undefined));
  const others = batch.filter((_, i) => plain[i] === undefined);
  const together = others.every(({ complete }) => complete)
    ? parseRecords(others.map(({ text }) => text).join(''))
    : undefined;
  const parsed = together?.length === others.length ? together.values() : undefined;
  return batch.flatMap((piece, i) => {
    const place = { part, record: first + i };
    const element =
      plain[i] === undefined ? (parsed?.next().value ?? readOne(reading, report, piece, place)) : undefined;
    const fields = plain[i] ?? (element === undefined ? undefined : recordFields(element));
    if (fields === undefined) return [];
    if (!isCount(fields.countText)) {
      reading.tell('warning', message(texts.count, { value: fields.countText.slice(0, 80) }), place);
    }
    return [fields.record];
  });
}

/** A record by itself, mended where it must be; undefined, and told, where that does not help. */
function readOne(reading: Reading, report: Report, { text, complete }: Piece, place: Place): Element {
  const [element] = complete ? (parseRecords(text) ?? []) : [];
  if (element !== undefined) return element;
  if (++report.broken > reading.limits.mendedRecords) return undefined;
  try {
    const mended = child(parseXml(repair(text)), 'record');
    reading.tell('warning', message(complete ? texts.malformedRecord : texts.cutRecord), place);
    return mended;
  } catch (error) {
    reading.tell('error', failed(error, texts.nestedRecord, texts.lostRecord), place);
    return undefined;
  }
}

/** The `<record>` elements in a row of them; undefined where they are not well-formed or the library gives up. */
function parseRecords(xml: string): readonly Element[] | undefined {
  const wrapped = `<records>${xml}</records>`;
  if (xml === '' || !isWellFormed(wrapped)) return undefined;
  try {
    return children(child(parseXml(wrapped), 'records'), 'record');
  } catch {
    return undefined;
  }
}

/** What is told when the XML library gives up: in our own words where it is the nesting, else with its own. */
function failed(error: unknown, nested: Localized, other: Localized): Message {
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, 200);
  return /nested/i.test(detail) ? message(nested, { limit: deepest }) : message(other, { detail });
}
