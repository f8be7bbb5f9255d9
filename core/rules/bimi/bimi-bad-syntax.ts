import { BIMI_DRAFT } from '../../records/bimi';
import { reportSyntax } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'bimi-bad-syntax',
  on: 'bimi',
  severity: 'error',
  title: { en: 'A BIMI record breaks the grammar', ja: 'BIMI レコードの文法が正しくない' },
  references: [BIMI_DRAFT, 'RFC 6376 §3.2'],
  check(record, report) {
    if (record.content === 'own') reportSyntax(record, report);
  },
});
