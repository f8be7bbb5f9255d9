import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { Range } from '../syntax/tagList';
import type { JoinedText } from '../text/joinedText';
import { replaceDecoded, sourceSpan } from '../text/joinedText';
import type { Edit, Span } from '../text/span';
import { encoderLike } from '../values/characterString';

/** A TXT record that is read as something; the offsets of its parts count in the decoded text. */
export interface TextRecord {
  readonly entry: ZoneEntry;
  /** The character-strings as one; its source spans count from the entry's beginning. */
  readonly text: JoinedText;
}

/** The source span of a part, counted from the entry's beginning. */
export function spanOf(record: TextRecord, part: Range): Span {
  return sourceSpan(record.text, part.from, part.to);
}

/** From the first to the last character of the record's text; where it is empty, its quotes. */
export function wholeSpan(record: TextRecord): Span {
  if (record.text.text === '') return record.entry.rdata;
  return sourceSpan(record.text, 0, record.text.text.length);
}

/** Edits that make a part of the text read `text`, in the style in which the record is written. */
export function replacing(record: TextRecord, part: Range, text: string): Edit[] {
  return replaceDecoded(record.text, part.from, part.to, text, encoderLike(record.text));
}
