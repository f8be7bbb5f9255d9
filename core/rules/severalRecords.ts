import type { OwnerRecords } from '../model/zone/owner';
import type { ZoneEntry } from '../syntax/masterFile/entry';
import { sourceSpan } from '../text/joinedText';
import { message, type Localized } from '../text/message';
import type { Span } from '../text/span';
import type { Report } from './rule';

/**
 * Reports every record of an owner behind the first where receivers expect one only. Records that are the same to the
 * letter are one record in the DNS (RFC 2181 §5).
 * @param counts whether receivers take an entry for such a record
 * @param words with `{count}`: how many there are, and what receivers do
 */
export function reportSeveral(
  owner: OwnerRecords,
  counts: (entry: ZoneEntry) => boolean,
  words: Localized,
  report: (found: Report) => void,
): void {
  const texts = new Set<string>();
  const records = owner.records.filter(({ value }) => {
    const text = value.strings?.text;
    if (text === undefined || value.typeName !== 'TXT' || !counts(value) || texts.has(text)) return false;
    texts.add(text);
    return true;
  });
  const [first, ...others] = records;
  if (first === undefined) return;
  for (const { anchor, value } of others) {
    report({
      anchor,
      span: textSpan(value),
      message: message(words, { count: records.length }),
      related: [
        {
          anchor: first.anchor,
          span: textSpan(first.value),
          message: message({ en: 'The first record', ja: '最初のレコード' }),
        },
      ],
    });
  }
}

function textSpan({ strings, rdata }: ZoneEntry): Span {
  return strings === undefined || strings.text === '' ? rdata : sourceSpan(strings, 0, strings.text.length);
}
