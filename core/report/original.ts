import { readBatch } from './batch';
import { encoded, utf8Text } from './encoding';
import { newReport } from './inHand';
import type { Limits } from './limits';
import { openParts } from './open';
import type { Origin } from './origins';
import type { Platform } from './platform';
import { splitter } from './split';
import { rowAt, type ReportStore } from './store';
import type { Chunks, Reading, ReportRecord } from './types';

/** A record as it stands in its file. */
export interface Original {
  /** From `<record>` to `</record>`, comments and unknown elements included; to the end of the file where that is missing. */
  readonly text: string;
}

/**
 * Finds a record again in the bytes of its file, by reading them as they were read before.
 * @param row its row in the store
 * @param origin where it stands, as the store says
 * @param chunks the file's bytes: from the anchor on where the document is the file itself, else from the beginning
 * @param whole whether `chunks` go on to the end of the file
 * @param limits those with which the file was read
 * @returns `more` where the bytes end before the record does; undefined where what stands there is another record: the
 *   file is not what it was
 */
export async function originalRecord(
  store: ReportStore,
  row: number,
  origin: Origin,
  chunks: Chunks,
  whole: boolean,
  platform: Platform,
  limits: Limits,
): Promise<Original | 'more' | undefined> {
  const reading: Reading = { file: '', platform, limits, tell: () => undefined };
  const document = await documentOf(reading, origin, chunks);
  if (document === undefined) return undefined;
  const found = await recordAt(reading, document, origin, whole || !origin.direct);
  if (found === undefined) return whole ? undefined : 'more';
  return isSame(reading, found, rowAt(store, row)) ? { text: found.raw } : undefined;
}

/** The document's bytes from the anchor on. */
async function documentOf(
  reading: Reading,
  { direct, document, anchor }: Origin,
  chunks: Chunks,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  if (direct) return each(chunks);
  let number = 0;
  for await (const opened of openParts(reading, chunks)) {
    if (opened.format !== 'xml' || number++ !== document) continue;
    return behind(opened.chunks, anchor.offset);
  }
  return undefined;
}

/** A record as the splitter finds it. */
interface Found {
  /** With all that stands in it. */
  readonly raw: string;
  /** As it is read: without comments and processing instructions. */
  readonly text: string;
  readonly complete: boolean;
}

async function recordAt(
  reading: Reading,
  document: AsyncIterable<Uint8Array>,
  { ordinal, anchor }: Origin,
  ends: boolean,
): Promise<Found | undefined> {
  const { limits } = reading;
  let found: Found | undefined;
  let number = anchor.ordinal;
  const split = splitter(
    {
      envelope: () => undefined,
      reportStart: () => undefined,
      reportEnd: () => undefined,
      record(text, complete, raw) {
        if (number++ === ordinal) found = { text, complete, raw };
      },
      recordTooLong() {
        number++;
      },
    },
    limits.recordLength,
    true,
  );
  const { bytes, text } =
    anchor.offset === 0
      ? await encoded(reading, document, '')
      : { bytes: document, text: utf8Text(reading, '', true) };
  for await (const chunk of bytes) {
    split.push(text.push(chunk));
    if (found !== undefined || number > ordinal) return found;
  }
  if (!ends) return undefined;
  split.push(text.end());
  split.end();
  return found;
}

/** Whether reading it anew gives what was read. */
function isSame(reading: Reading, { text, complete }: Found, row: ReportRecord): boolean {
  const [record] = readBatch(reading, { ...newReport(0), batch: [{ text, complete }] }, 1, '');
  return record !== undefined && fields.every((name) => same(record[name], row[name]));
}

const fields = [
  'sourceIp',
  'count',
  'disposition',
  'dkim',
  'spf',
  'reasons',
  'headerFrom',
  'envelopeFrom',
  'envelopeTo',
  'dkimResults',
  'spfResults',
] as const satisfies readonly (keyof ReportRecord)[];

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

async function* each(chunks: Chunks): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield chunk;
}

async function* behind(chunks: AsyncIterable<Uint8Array>, offset: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const chunk of chunks) {
    if (at + chunk.length > offset) yield chunk.subarray(Math.max(0, offset - at));
    at += chunk.length;
  }
}
