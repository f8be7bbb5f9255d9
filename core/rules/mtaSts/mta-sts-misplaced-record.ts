import { MTA_STS_LABELS } from '../../records/mtaSts';
import { reportMisplaced } from '../placement';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-misplaced-record',
  on: 'mta-sts',
  severity: 'warning',
  title: { en: 'An MTA-STS record where nobody looks for it', ja: 'MTA-STS レコードの置き場所が違う' },
  references: ['RFC 8461 §3.1'],
  check(record, report) {
    reportMisplaced(record, MTA_STS_LABELS, report);
  },
});
