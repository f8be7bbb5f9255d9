import { pieceDecoder } from './encoding';
import { fastReader, more, nextRecord, skipBlanks, type FastReader } from './fast';
import type { Reading, ReportRecord } from './types';

/** The reader of plain records between what goes to the splitter. */
export interface FastPath<T> {
  readonly reader: FastReader<T>;
  /**
   * Reads what it can of `bytes`: plain records by itself, what stands between them by `push`.
   * @returns how many bytes are done; the rest is a record that may go on in the next chunk, or is to be pushed
   */
  read(bytes: Uint8Array, atRecords: () => boolean, push: (piece: Uint8Array) => boolean): number;
}

/**
 * The fast way through a document of UTF-8.
 * @param prepare what the caller makes of a section that plain records share, see fast.ts
 * @param taken is called for each record that the reader took, before the next is looked at
 */
export function fastPath<T>(
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
