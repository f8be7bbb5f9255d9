import { BIMI_DRAFT, BIMI_LABEL } from '../../records/bimi';
import { intendedOwner } from '../../records/dmarcPolicy';
import { isLike, reportMisplaced } from '../placement';
import { labelsOf } from '../../values/domainName';
import { rule } from '../rule';

export default rule({
  name: 'bimi-misplaced-record',
  on: 'bimi',
  severity: 'warning',
  title: { en: 'A BIMI record where nobody looks for it', ja: 'BIMI レコードの置き場所が違う' },
  references: [BIMI_DRAFT],
  check(record, report) {
    const [first = '', second = ''] = labelsOf(intendedOwner(record.entry));
    // A selector that is there already stays.
    const selector = !isLike(first, [BIMI_LABEL]) && isLike(second, [BIMI_LABEL]) ? first : 'default';
    reportMisplaced(record, [selector, BIMI_LABEL], report, [selector, BIMI_LABEL]);
  },
});
