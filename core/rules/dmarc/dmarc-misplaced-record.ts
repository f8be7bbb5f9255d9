import type { DmarcPolicyRecord } from '../../records/dmarcPolicy';
import { intendedOwner, POLICY_LABEL } from '../../records/dmarcPolicy';
import { wholeSpan } from '../../records/tagRecord';
import { message, type Localized } from '../../text/message';
import { labelsOf, plainName, writeName } from '../../values/domainName';
import { nearest } from '../../values/nearest';
import { isTaken, recordsOf } from '../placement';
import { rule, type Fix } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'dmarc-misplaced-record',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'A DMARC record where nobody looks for it', ja: 'DMARC レコードの置き場所が違う' },
  references: ['RFC 9989 §4.7'],
  check(owner, report) {
    for (const { anchor, record } of recordsOf(owner, 'dmarc-policy')) {
      const labels = labelsOf(intendedOwner(record.entry));
      // A wildcard answers for `_dmarc` names below it, too.
      if (record.place === 'policy' || labels[0] === '*') continue;
      const strip = foreignLabels(labels);
      const right = writeName([POLICY_LABEL, ...labels.slice(strip)]);
      const taken = isTaken(owner.zone, right, 'dmarc-policy');
      const other = otherWayRound(labels, strip);
      const unclear = other !== undefined && !isTaken(owner.zone, other, 'dmarc-policy');
      report({
        anchor,
        span: record.entry.owner.span ?? wholeSpan(record),
        message: message(unclear ? EITHER : taken ? TAKEN : FREE, {
          right: plainName(right),
          owner: plainName(intendedOwner(record.entry)),
          ...(unclear && { other: plainName(other) }),
        }),
        fixes: taken || other !== undefined ? [] : ownerFix(record, strip),
      });
    }
  },
});

const FREE: Localized = {
  en: 'Receivers look for the DMARC record at `{right}` only; at `{owner}` nobody sees it. Move it there.',
  ja: '受信側が DMARC レコードを探すのは `{right}` だけで、`{owner}` に置いても参照されません。`{right}` に移してください。',
};
const TAKEN: Localized = {
  en: 'Receivers look for the DMARC record at `{right}` only, which has one already; at `{owner}` nobody sees this one. Remove it, or take over into the other what is missing there: two at one name count for nothing.',
  ja: '受信側が DMARC レコードを探すのは `{right}` だけで、そこにはすでにレコードがあります。`{owner}` のこのレコードは参照されません。同じ名前に 2 つ置くとどちらも無効になるため、必要な内容を移したうえで削除してください。',
};
const EITHER: Localized = {
  en: 'At `{owner}` nobody looks for a DMARC record. Move it to `{other}` where it is meant for that name alone, or to `{right}` where it is meant for the whole domain.',
  ja: '`{owner}` に置かれた DMARC レコードは参照されません。この名前だけのポリシーなら `{other}` に、ドメイン全体のポリシーなら `{right}` に移してください。',
};

/** Of `mail._dmarc`: `_dmarc.mail`, as whoever swapped the two meant it; undefined for other names. */
function otherWayRound(labels: readonly string[], strip: number): string | undefined {
  const front = labels.slice(0, Math.max(0, strip - 1));
  if (front.length === 0 || labels[strip - 1] !== POLICY_LABEL) return undefined;
  if (front.some((label) => label.startsWith('_'))) return undefined;
  return writeName([POLICY_LABEL, ...front, ...labels.slice(strip)]);
}

/**
 * How many labels in front do not belong to the domain: `_dmarc` with a slip (`dmarc`, `_dmrac`), or the names of other
 * records (`mail._domainkey`), since no mail domain has a label that begins with `_`.
 */
function foreignLabels(labels: readonly string[]): number {
  const underscored = labels.findLastIndex((label) => label.startsWith('_')) + 1;
  const slip = labels[0] !== undefined && nearest(labels[0], [POLICY_LABEL]) !== undefined;
  return Math.max(underscored, slip ? 1 : 0);
}

/** An owner that the entry inherits belongs to other records, too, and cannot be changed for this one alone. */
function ownerFix({ entry }: DmarcPolicyRecord, strip: number): Fix[] {
  const { span, written } = entry.owner;
  if (span === undefined) return [];
  const labels = written === '@' ? [] : written.split('.');
  // What is to go stands in the origin.
  if (strip > labels.length) return [];
  const rest = labels.slice(strip).join('.');
  const text = rest === '' ? POLICY_LABEL : `${POLICY_LABEL}.${rest}`;
  return [{ title: replaceTitle(written, text), edits: [{ span, text }] }];
}
