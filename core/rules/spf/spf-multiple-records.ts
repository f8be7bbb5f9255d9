import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { isSpf } from '../../syntax/spf/version';
import { sourceSpan } from '../../text/joinedText';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import { rule } from '../rule';

export default rule({
  name: 'spf-multiple-records',
  on: 'zone-owner',
  severity: 'error',
  title: { en: 'Several SPF records at one name', ja: '同じ名前に SPF レコードが複数ある' },
  references: ['RFC 7208 §3.2', 'RFC 7208 §4.5'],
  check(owner, report) {
    const records = owner.records.filter(
      ({ value }) => value.typeName === 'TXT' && value.strings !== undefined && isSpf(value.strings.text),
    );
    const [first, ...others] = records;
    if (first === undefined) return;
    for (const { anchor, value } of others) {
      report({
        anchor,
        span: textSpan(value),
        message: message(
          {
            en: '{count} SPF records stand at this name, so receivers discard all of them (permerror). Merge them into one: the terms of both, one `v=spf1`, one `all`.',
            ja: 'この名前に SPF レコードが {count} 個あるため、すべて無効になります(permerror)。両方の項目を、一つの `v=spf1` と一つの `all` を持つレコードにまとめてください。',
          },
          { count: records.length },
        ),
        related: [
          {
            anchor: first.anchor,
            span: textSpan(first.value),
            message: message({ en: 'The first record', ja: '最初のレコード' }),
          },
        ],
      });
    }
  },
});

function textSpan({ strings, rdata }: ZoneEntry): Span {
  return strings === undefined ? rdata : sourceSpan(strings, 0, strings.text.length);
}
