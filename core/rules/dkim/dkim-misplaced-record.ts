import type { ZoneView } from '../../model/zone/view';
import { KEY_LABEL, type DkimKeyRecord } from '../../records/dkimKey';
import { intendedOwner } from '../../records/dmarcPolicy';
import { wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { absoluteName, labelsOf, plainName } from '../../values/domainName';
import { nearest } from '../../values/nearest';
import { isTaken, recordsOf } from '../placement';
import { rule, type Fix } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'dkim-misplaced-record',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'A key record where nobody looks for it', ja: '鍵レコードの置き場所が違う' },
  references: ['RFC 6376 §3.6.2.1'],
  check(zoneOwner, report) {
    for (const { anchor, record } of recordsOf(zoneOwner, 'dkim-key')) {
      const { entry } = record;
      if (record.content !== 'key' || record.place === 'selector') continue;
      const owner = intendedOwner(entry);
      const labels = labelsOf(owner);
      // Where the zone's name is not known, it may end in `_domainkey` itself; a wildcard answers below it, too.
      if (labels[0] === '*' || isOriginUnknown(record)) continue;
      report({
        anchor,
        span: entry.owner.span ?? wholeSpan(record),
        message: message(
          {
            en: 'Receivers look for keys at `SELECTOR._domainkey.DOMAIN` only; at `{owner}` nobody sees this one. Move it there.',
            ja: '受信側が鍵を探すのは `セレクター._domainkey.ドメイン` だけで、`{owner}` に置いても参照されません。正しい名前に移してください。',
          },
          { owner: plainName(owner) },
        ),
        fixes: ownerFix(record, zoneOwner.zone),
      });
    }
  },
});

function isOriginUnknown({ entry }: DkimKeyRecord): boolean {
  return labelsOf(entry.origin).length === 0 && !entry.owner.written.endsWith('.');
}

/** Where the label is there with a slip, or the owner is a selector alone, it is plain what was meant. */
function ownerFix({ entry }: DkimKeyRecord, zone: ZoneView): Fix[] {
  const { span, written } = entry.owner;
  if (span === undefined || written === '@') return [];
  const labels = written.split('.');
  const slip = labels.findIndex(
    (label, index) => index > 0 && label !== KEY_LABEL && nearest(label, [KEY_LABEL]) !== undefined,
  );
  let text: string | undefined;
  if (slip > 0) text = labels.with(slip, KEY_LABEL).join('.');
  else if (labels[0] === KEY_LABEL && labels.length > 1 && labels[1] !== '' && labels.at(-1) !== '') {
    // `_domainkey.selector`, the two swapped.
    if (labels.length === 2) text = `${labels[1]!}.${KEY_LABEL}`;
  } else if (labels.length === 1 && !written.startsWith('_')) text = `${written}.${KEY_LABEL}`;
  if (text === undefined) return [];
  // Of two keys at one name receivers take either (RFC 6376 §3.6.2.2).
  const right = absoluteName(text, entry.origin);
  if (right !== undefined && isTaken(zone, right, 'dkim-key')) return [];
  return [{ title: replaceTitle(written, text), edits: [{ span, text }] }];
}
