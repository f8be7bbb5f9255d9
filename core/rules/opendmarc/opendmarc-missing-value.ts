import { OPENDMARC } from '../../facts/opendmarc';
import { checkMissingValue } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-missing-value',
  on: 'opendmarc-setting',
  severity: 'error',
  title: { en: 'A keyword without a value', ja: '値のないキーワード' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkMissingValue(OPENDMARC, subject, report);
  },
});
