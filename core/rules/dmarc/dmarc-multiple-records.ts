import type { Member } from '../../model/model';
import { POLICY_LABEL } from '../../records/dmarcPolicy';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { sourceSpan } from '../../text/joinedText';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'dmarc-multiple-records',
  on: 'zone-owner',
  severity: 'error',
  title: { en: 'Several DMARC records at one name', ja: '同じ名前に DMARC レコードが複数ある' },
  references: ['RFC 9989 §4.10', 'RFC 7489 §6.6.3'],
  check(owner, report) {
    if (owner.labels[0] !== POLICY_LABEL) return;
    const records = owner.records.filter(isDmarc);
    const [first, ...others] = records;
    if (first === undefined) return;
    for (const { anchor, value } of others) {
      report({
        anchor,
        span: textSpan(value),
        message: message(
          {
            en: '{count} DMARC records stand at this name, so receivers ignore all of them. Merge them into one.',
            ja: 'この名前に DMARC レコードが {count} 個あるため、受信側はそのすべてを無視します。一つにまとめてください。',
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

/** What receivers take for a DMARC record: it begins with the version (RFC 9989 §4.10 step 2). */
function isDmarc({ value }: Member<ZoneEntry>): boolean {
  return value.typeName === 'TXT' && /^v\s*=\s*DMARC1\s*(?:;|$)/.test(value.strings?.text ?? '');
}

function textSpan({ strings, rdata }: ZoneEntry) {
  return strings === undefined ? rdata : sourceSpan(strings, 0, strings.text.length);
}
