import type { DmarcPolicyRecord } from '../../records/dmarcPolicy';
import { intendedOwner, POLICY_LABEL } from '../../records/dmarcPolicy';
import { wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { labelsOf, plainName, writeName } from '../../values/domainName';
import { nearest } from '../../values/nearest';
import { rule, type Fix } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'dmarc-misplaced-record',
  on: 'dmarc-policy',
  severity: 'warning',
  title: { en: 'A DMARC record where nobody looks for it', ja: 'DMARC レコードの置き場所が違う' },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    const labels = labelsOf(intendedOwner(record.entry));
    // A wildcard answers for `_dmarc` names below it, too.
    if (record.place === 'policy' || labels[0] === '*') return;
    const right = rightOwner(labels);
    report({
      span: record.entry.owner.span ?? wholeSpan(record),
      message: message(
        {
          en: 'Receivers look for the DMARC record at `{right}` only; at `{owner}` nobody sees it. Move it there.',
          ja: '受信側が DMARC レコードを探すのは `{right}` だけで、`{owner}` に置いても参照されません。`{right}` に移してください。',
        },
        { right: plainName(right), owner: plainName(intendedOwner(record.entry)) },
      ),
      fixes: ownerFix(record, labels),
    });
  },
});

/** Whether a label is `_dmarc` with a slip: `dmarc`, `_dmrac`, `_dmarc1`. */
function isMisspelt(label: string | undefined): boolean {
  return label !== undefined && nearest(label, [POLICY_LABEL]) !== undefined;
}

function rightOwner(labels: readonly string[]): string {
  return writeName([POLICY_LABEL, ...(isMisspelt(labels[0]) ? labels.slice(1) : labels)]);
}

/** An owner that the entry inherits belongs to other records, too, and cannot be changed for this one alone. */
function ownerFix({ entry }: DmarcPolicyRecord, labels: readonly string[]): Fix[] {
  const { span, written } = entry.owner;
  if (span === undefined) return [];
  const rest = isMisspelt(labels[0]) ? written.replace(/^[^.]*\.?/, '') : written === '@' ? '' : written;
  const text = rest === '' ? POLICY_LABEL : `${POLICY_LABEL}.${rest}`;
  return [{ title: replaceTitle(written, text), edits: [{ span, text }] }];
}
