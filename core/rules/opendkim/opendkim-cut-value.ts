import { checkCutValue } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-cut-value',
  on: 'opendkim-setting',
  severity: 'warning',
  title: { en: 'A `#` that cuts the value', ja: '値を途中で切る `#`' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkCutValue(subject, report);
  },
});
