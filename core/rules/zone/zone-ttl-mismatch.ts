import type { OwnerRecord } from '../../model/zone/owner';
import { message } from '../../text/message';
import { replaceTitle } from '../titles';
import { rule } from '../rule';
import { relatedRecord, typeSpan } from '../zoneRecords';

export default rule({
  name: 'zone-ttl-mismatch',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'Different TTLs in one RRset', ja: '一つの RRset に異なる TTL' },
  references: ['RFC 2181 §5.2'],
  check({ records }, report) {
    const first = new Map<string, OwnerRecord>();
    for (const record of records) {
      const { anchor, value, ttl } = record;
      // Each signature has the TTL of the RRset that it signs (RFC 4034 §3).
      if (ttl === undefined || value.type === undefined || value.typeName === 'RRSIG') continue;
      const before = first.get(value.typeName);
      if (before === undefined) first.set(value.typeName, record);
      if (before === undefined || before.ttl === ttl) continue;
      const wanted = writtenTtl(before);
      report({
        anchor,
        span: value.ttl?.span ?? typeSpan(value),
        message: message(
          {
            en: 'The {type} records of a name share one TTL. The first one has {first}, this one {own}, and name servers disagree which of the two counts. Give them the same.',
            ja: '同じ名前の {type} レコードは TTL を共有します。最初のレコードは {first}、このレコードは {own} で、どちらが使われるかはネームサーバーによって異なります。同じ値にしてください。',
          },
          { type: value.typeName, first: before.ttl!, own: ttl },
        ),
        related: [relatedRecord(before, message({ en: 'The first one', ja: '最初のレコード' }))],
        ...(value.ttl && {
          fixes: [
            {
              title: replaceTitle(value.text.slice(value.ttl.span.start, value.ttl.span.end), wanted),
              edits: [{ span: value.ttl.span, text: wanted }],
            },
          ],
        }),
      });
    }
  },
});

/** A record's TTL as it is written, or in seconds where it has none of its own. */
function writtenTtl({ value, ttl }: OwnerRecord): string {
  return value.ttl === undefined ? String(ttl) : value.text.slice(value.ttl.span.start, value.ttl.span.end);
}
