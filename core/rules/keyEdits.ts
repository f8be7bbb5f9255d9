// What several rules about DKIM keys need.
import type { DkimKeyRecord } from '../records/dkimKey';
import { sourceSpan } from '../text/joinedText';
import type { Edit, Span } from '../text/span';
import { spanOf } from '../records/tagRecord';
import type { TextRecord } from '../records/textRecord';
import type { Range } from '../syntax/tagList';
import { encoderLike } from '../values/characterString';

/** The span of the key itself: the value of `p=`, the tag where that is empty, the whole text without one. */
export function keySpan(record: DkimKeyRecord): Span {
  const { tag } = record.key();
  if (tag === undefined) return spanOf(record, { from: 0, to: record.text.text.length });
  return spanOf(record, tag.value.text === '' ? tag : tag.value);
}

/**
 * Edits that put another key in place of the one that is there. Each character-string keeps its share of the
 * characters, so the layout stays; what is more comes into the last one.
 */
export function replacingKey(record: DkimKeyRecord, base64: string): Edit[] {
  const { tag } = record.key();
  return tag === undefined ? [] : respreading(record, tag.value, base64);
}

/**
 * Edits that put another text in place of a part of the record, spread over its strings as the old one was.
 * @param part not empty
 */
export function respreading(record: TextRecord, { from, to }: Range, text: string): Edit[] {
  const encode = encoderLike(record.text);
  const pieces = record.text.pieces.filter((piece) => piece.from < to && piece.to > from);
  let at = 0;
  return pieces.map((piece, index) => {
    const start = Math.max(from, piece.from);
    const end = Math.min(to, piece.to);
    const last = index === pieces.length - 1;
    const share = text.slice(at, last ? undefined : at + end - start);
    at += share.length;
    return { span: sourceSpan(record.text, start, end), text: encode(share, piece.quoted) };
  });
}

/** Whether a part of the record that is no tag is a key that lost its `p=`. */
export function isBareKey(text: string): boolean {
  return /^MI[EGIC][A-Za-z0-9+/\s]{40,}={0,2}$/.test(text);
}
