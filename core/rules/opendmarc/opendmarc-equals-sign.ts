import { OPENDMARC } from '../../facts/opendmarc';
import { checkEqualsSign } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-equals-sign',
  on: 'opendmarc-setting',
  severity: 'error',
  title: { en: 'A `=` between keyword and value', ja: 'キーワードと値の間の `=`' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkEqualsSign(OPENDMARC, subject, report);
  },
});
