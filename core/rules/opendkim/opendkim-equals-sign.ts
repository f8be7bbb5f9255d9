import { OPENDKIM } from '../../facts/opendkim';
import { checkEqualsSign } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-equals-sign',
  on: 'opendkim-setting',
  severity: 'error',
  title: { en: 'A `=` between keyword and value', ja: 'キーワードと値の間の `=`' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkEqualsSign(OPENDKIM, subject, report);
  },
});
