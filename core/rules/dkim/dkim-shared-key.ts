import type { ZoneView } from '../../model/zone/view';
import { isWholeKey, keyLabelIndex } from '../../records/dkimKey';
import type { RecognisedRecord } from '../../records/recognise';
import { message } from '../../text/message';
import { plainName, writeName } from '../../values/domainName';
import { keySpan } from '../keyEdits';
import { rule } from '../rule';

export default rule({
  name: 'dkim-shared-key',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'One key under two selectors', ja: '複数のセレクターで同じ鍵を使っている' },
  references: ['RFC 6376 §3.1', 'RFC 6376 §6.1.2'],
  check({ name, labels, records, zone }, report) {
    const index = keyLabelIndex(labels);
    if (index < 0) return;
    for (const { anchor, recognised: found } of records) {
      const key = keyOf(found);
      if (found?.kind !== 'dkim-key' || key === undefined) continue;
      const first = firstWith(zone, key, name, writeName(labels.slice(index)));
      if (first === undefined) continue;
      report({
        anchor,
        span: keySpan(found.value),
        message: message(
          {
            en: 'The key at `{other}` is the same one. Taking away one of the two selectors does not retire the key, and whoever signs with the one can sign with the other. Make a key for each selector.',
            ja: '`{other}` と同じ鍵です。一方のセレクターを廃止しても鍵は無効にならず、一方で署名できる者はもう一方でも署名できます。セレクターごとに別の鍵を作成してください。',
          },
          { other: plainName(first) },
        ),
      });
    }
  },
});

/** The key itself, as Base64, of a record that holds a usable one. */
function keyOf(found: RecognisedRecord | undefined): string | undefined {
  if (found?.kind !== 'dkim-key' || found.value.content !== 'key') return undefined;
  const { octets, base64 } = found.value.key();
  return isWholeKey(octets) ? base64 : undefined;
}

/** The name below `below` that has the key, and stands in the file before `name`. */
function firstWith(zone: ZoneView, key: string, name: string, below: string): string | undefined {
  for (const other of zone.textOwnersBelow(below) ?? []) {
    if (other === name) return undefined;
    if (zone.recognised(other).some((found) => keyOf(found) === key)) return other;
  }
  return undefined;
}
