import { OPENDMARC } from '../../facts/opendmarc';
import { checkValue } from '../keywordValue';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-bad-value',
  on: 'opendmarc-setting',
  severity: 'error',
  title: { en: 'A value that the keyword cannot have', ja: 'キーワードの取れない値' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkValue(OPENDMARC, subject, report);
  },
});
