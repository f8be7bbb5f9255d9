import { BIMI_DRAFT } from '../../records/bimi';
import { reportVersion } from '../tagListVersion';
import { rule } from '../rule';

export default rule({
  name: 'bimi-bad-version',
  on: 'bimi',
  severity: 'error',
  title: {
    en: 'A BIMI record does not begin with `v=BIMI1`',
    ja: 'BIMI レコードが `v=BIMI1` で始まっていない',
  },
  references: [BIMI_DRAFT],
  check(record, report) {
    if (record.content === 'own') reportVersion(record, { exact: false, optional: false }, report);
  },
});
