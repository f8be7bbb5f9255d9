import type { ZoneEntry } from '../syntax/masterFile/entry';
import { parseSpf, type SpfSyntax } from '../syntax/spf/record';
import type { SpfTerm } from '../syntax/spf/term';
import { isSpf } from '../syntax/spf/version';
import type { Range } from '../syntax/tagList';
import type { JoinedText } from '../text/joinedText';
import type { Edit } from '../text/span';
import { intendedOwner } from './dmarcPolicy';
import { replacing, type TextRecord } from './textRecord';

/** A TXT record read as an SPF record (RFC 7208). */
export interface SpfRecord extends TextRecord {
  /** As its author meant it: terms that were glued together are told apart. */
  readonly syntax: SpfSyntax;
  /** Whether receivers take it for SPF; otherwise it was only meant to be (RFC 7208 §4.5). */
  readonly accepted: boolean;
  /** The domain whose senders it names. Absolute. */
  readonly domain: string;
}

/** Reads a TXT entry as an SPF record; never fails. */
export function readSpf(entry: ZoneEntry, text: JoinedText): SpfRecord {
  const joints = text.pieces.slice(1).map((piece) => piece.from);
  return {
    entry,
    text,
    syntax: parseSpf(text.text, joints),
    accepted: isSpf(text.text),
    domain: intendedOwner(entry),
  };
}

/** Edits that take a term out together with what stands before it. */
export function removingTerm(record: SpfRecord, { gap, to }: SpfTerm): Edit[] {
  return replacing(record, { from: gap.from, to }, '');
}

/** The text of a part. */
export function textOf(record: SpfRecord, { from, to }: Range): string {
  return record.text.text.slice(from, to);
}
