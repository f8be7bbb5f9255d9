import type { OwnerRecord, OwnerRecords } from '../model/zone/owner';
import type { ZoneEntry } from '../syntax/masterFile/entry';
import { sourceSpan } from '../text/joinedText';
import { message, type Localized } from '../text/message';
import type { Span } from '../text/span';
import type { Fix, Report } from './rule';
import { dataKey } from './zoneRecords';

/**
 * Reports every record of an owner behind the first where receivers expect one only. Records that are the same, octet
 * by octet, are one record in the DNS (RFC 2181 §5).
 * @param counts whether receivers take an entry for such a record
 * @param words with `{count}`: how many there are, and what receivers do
 * @param mend how a record (the second) can be merged into the first, where a machine can be sure
 */
export function reportSeveral(
  owner: OwnerRecords,
  counts: (entry: ZoneEntry) => boolean,
  words: Localized,
  report: (found: Report) => void,
  mend: (first: OwnerRecord, other: OwnerRecord) => Fix | undefined = () => undefined,
): void {
  const known = new Set<string>();
  const records = owner.records.filter(({ value }) => {
    const text = value.strings?.text;
    if (text === undefined || value.typeName !== 'TXT' || !counts(value)) return false;
    const key = dataKey(value) ?? text;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  const [first, ...others] = records;
  if (first === undefined) return;
  for (const other of others) {
    const { anchor, value } = other;
    const fix = mend(first, other);
    report({
      anchor,
      span: textSpan(value),
      message: message(words, { count: records.length }),
      fixes: fix === undefined ? [] : [fix],
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
