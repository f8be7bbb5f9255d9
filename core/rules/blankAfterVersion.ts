// A blank between a record's version and its `;`: the grammar allows it, the prose around the grammar does not.
import { replacing, spanOf, type TagRecord } from '../records/tagRecord';
import { message, type Localized } from '../text/message';
import type { Report } from './rule';
import { removeTitle } from './titles';

/**
 * Reports the blanks between the version at a record's beginning and the `;` behind it.
 * @param words with `{version}`: who skips such a record
 */
export function reportBlankAfterVersion(
  record: TagRecord,
  words: Localized,
  report: (found: Report) => void,
): void {
  const { tag, value } = record.definition.version;
  const first = record.list.items[0];
  const version = `${tag}=${value}`;
  if (first?.separator.kind !== 'semicolon' || first.from !== 0 || first.text !== version) return;
  const blanks = { from: first.to, to: first.separator.to - 1 };
  if (blanks.from === blanks.to) return;
  report({
    span: spanOf(record, blanks),
    message: message(words, { version }),
    fixes: [{ title: removeTitle(' '), edits: replacing(record, blanks, '') }],
  });
}
