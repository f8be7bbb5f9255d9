/** Absolute bounds on what a report may cost. Honest reports reach a compression of 130:1, so no ratio is used. */
export interface Limits {
  /** Bytes of a compressed file held in memory at once (a zip or gzip file, also one inside another). */
  readonly compressedBytes: number;
  /** Bytes that one member may inflate to. */
  readonly inflatedBytes: number;
  /** Entries that a zip file may list. */
  readonly zipEntries: number;
  /** How deep files may be packed into one another: gz in gz, gz in zip … */
  readonly depth: number;
  /** UTF-16 code units of one record. */
  readonly recordLength: number;
  /** UTF-16 code units of everything in a report that is not a record. */
  readonly envelopeLength: number;
  /** Reports (`<feedback>`) in one document. */
  readonly reports: number;
  /** Records of a report that are mended one by one; mending is slow, and an honest report has a handful. */
  readonly mendedRecords: number;
  /** Problems kept a file; further ones are counted only. */
  readonly problems: number;
}

export const defaultLimits: Limits = Object.freeze({
  compressedBytes: 256 * 2 ** 20,
  inflatedBytes: 4 * 2 ** 30,
  zipEntries: 10_000,
  depth: 3,
  recordLength: 8 * 2 ** 20,
  envelopeLength: 8 * 2 ** 20,
  reports: 10_000,
  mendedRecords: 10_000,
  problems: 1_000,
});
