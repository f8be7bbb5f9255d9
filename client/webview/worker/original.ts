import {
  originalRecord,
  type Limits,
  type Origin,
  type Platform,
  type ReportStore,
} from '../../../core/report';
import type { Slice } from '../../report/protocol';

/** A file that may be read once more. */
export interface Again {
  /** The limits with which it was read. */
  readonly limits: Limits;
  /** Bytes of it from `from` on, at most `length`; undefined where it is not to be had, or not what it was. */
  read(from: number, length: number): Promise<Slice | undefined>;
}

/** What is read once more at first, of files that can be read from anywhere; more where the record goes on. */
const firstSlice = 2 * 2 ** 20;
/** The most that is read again for one record. Files that are packed are read from their beginning. */
const longest = 64 * 2 ** 20;
/** A record further behind in what is packed is not looked for: all before it would have to be unpacked while a person waits. */
const farthest = 2 ** 30;

/** The record as it stands in its file; undefined where that is not to be had (any more). */
export async function originalOf(
  store: ReportStore,
  record: number,
  fileOf: (origin: Origin) => Again | undefined,
  platform: Platform,
): Promise<string | undefined> {
  const origin = store.origins.find(record);
  const file = origin === undefined ? undefined : fileOf(origin);
  if (origin === undefined || file === undefined) return undefined;
  if (!origin.direct && origin.anchor.offset > farthest) return undefined;
  const from = origin.direct ? origin.anchor.offset : 0;
  for (let length = origin.direct ? firstSlice : longest; length <= longest; length *= 4) {
    const slice = await file.read(from, length);
    if (slice === undefined || (slice.more && !origin.direct)) return undefined;
    const found = await originalRecord(
      store,
      record,
      origin,
      [slice.bytes],
      !slice.more,
      platform,
      file.limits,
    );
    if (found !== 'more') return found?.text;
  }
  return undefined;
}

/** A file that was dropped on the page or picked in it: the browser reads it once more, unless it has changed. */
export function droppedAgain(file: Blob, limits: Limits): Again {
  return {
    limits,
    async read(from, length) {
      const bytes = await file.slice(from, from + length).arrayBuffer();
      return { bytes: new Uint8Array(bytes), more: from + length < file.size };
    },
  };
}
