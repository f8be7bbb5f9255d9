import { BIMI_DRAFT } from '../../records/bimi';
import { reportForeign } from '../placement';
import { rule } from '../rule';

export default rule({
  name: 'bimi-foreign-record',
  on: 'bimi',
  severity: 'warning',
  title: { en: 'Another kind of record below `_bimi`', ja: '`_bimi` の下に別の種類のレコードがある' },
  references: [BIMI_DRAFT],
  check(record, report) {
    reportForeign(record, report);
  },
});
