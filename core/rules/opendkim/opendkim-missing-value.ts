import { OPENDKIM } from '../../facts/opendkim';
import { checkMissingValue } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-missing-value',
  on: 'opendkim-setting',
  severity: 'error',
  title: { en: 'A keyword without a value', ja: '値のないキーワード' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkMissingValue(OPENDKIM, subject, report);
  },
});
