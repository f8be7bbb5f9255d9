import { rule } from '../rule';
import { reportBadCharacters } from '../tagListDefects';

export default rule({
  name: 'dmarc-bad-character',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'A character that a DMARC record cannot hold', ja: 'DMARC レコードに使えない文字' },
  references: ['RFC 9989 §4.8'],
  check(record, report) {
    if (record.content !== 'foreign') reportBadCharacters(record, report);
  },
});
