import { OPENDKIM } from '../../facts/opendkim';
import { checkValue } from '../keywordValue';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-bad-value',
  on: 'opendkim-setting',
  severity: 'error',
  title: { en: 'A value that the keyword cannot have', ja: 'キーワードの取れない値' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkValue(OPENDKIM, subject, report);
  },
});
