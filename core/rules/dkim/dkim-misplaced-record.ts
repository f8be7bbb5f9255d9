import { KEY_LABEL, type DkimKeyRecord } from '../../records/dkimKey';
import { intendedOwner } from '../../records/dmarcPolicy';
import { wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { labelsOf, plainName } from '../../values/domainName';
import { nearest } from '../../values/nearest';
import { rule, type Fix } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'dkim-misplaced-record',
  on: 'dkim-key',
  severity: 'warning',
  title: { en: 'A key record where nobody looks for it', ja: '鍵レコードの置き場所が違う' },
  references: ['RFC 6376 §3.6.2.1'],
  check(record, report) {
    const { entry } = record;
    if (record.content !== 'key' || record.place === 'selector') return;
    const owner = intendedOwner(entry);
    const labels = labelsOf(owner);
    // Where the zone's name is not known, it may end in `_domainkey` itself; a wildcard answers below it, too.
    if (labels[0] === '*' || isOriginUnknown(record)) return;
    report({
      span: entry.owner.span ?? wholeSpan(record),
      message: message(
        {
          en: 'Receivers look for keys at `SELECTOR._domainkey.DOMAIN` only; at `{owner}` nobody sees this one. Move it there.',
          ja: '受信側が鍵を探すのは `セレクター._domainkey.ドメイン` だけで、`{owner}` に置いても参照されません。正しい名前に移してください。',
        },
        { owner: plainName(owner) },
      ),
      fixes: ownerFix(record),
    });
  },
});

function isOriginUnknown({ entry }: DkimKeyRecord): boolean {
  return labelsOf(entry.origin).length === 0 && !entry.owner.written.endsWith('.');
}

/** Where the label is there with a slip, or the owner is a selector alone, it is plain what was meant. */
function ownerFix({ entry }: DkimKeyRecord): Fix[] {
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
  return text === undefined ? [] : [{ title: replaceTitle(written, text), edits: [{ span, text }] }];
}
