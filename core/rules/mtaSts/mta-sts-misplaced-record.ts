import { MTA_STS_LABELS } from '../../records/mtaSts';
import { recordsOf, reportMisplaced } from '../placement';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-misplaced-record',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'An MTA-STS record where nobody looks for it', ja: 'MTA-STS レコードの置き場所が違う' },
  references: ['RFC 8461 §3.1'],
  check(owner, report) {
    for (const { anchor, record } of recordsOf(owner, 'mta-sts')) {
      reportMisplaced(record, MTA_STS_LABELS, owner.zone, (found) => {
        report({ ...found, anchor });
      });
    }
  },
});
