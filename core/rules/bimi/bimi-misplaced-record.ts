import { BIMI_DRAFT, BIMI_LABEL } from '../../records/bimi';
import { intendedOwner } from '../../records/dmarcPolicy';
import { isLike, recordsOf, reportMisplaced } from '../placement';
import { labelsOf } from '../../values/domainName';
import { rule } from '../rule';

export default rule({
  name: 'bimi-misplaced-record',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'A BIMI record where nobody looks for it', ja: 'BIMI レコードの置き場所が違う' },
  references: [BIMI_DRAFT],
  check(owner, report) {
    for (const { anchor, record } of recordsOf(owner, 'bimi')) {
      const [first = '', second = ''] = labelsOf(intendedOwner(record.entry));
      // A selector that is there already stays.
      const selector = !isLike(first, [BIMI_LABEL]) && isLike(second, [BIMI_LABEL]) ? first : 'default';
      const own = [selector, BIMI_LABEL];
      reportMisplaced(record, own, owner.zone, (found) => {
        report({ ...found, anchor });
      });
    }
  },
});
