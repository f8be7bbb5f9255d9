import { checkCutValue } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-cut-value',
  on: 'opendmarc-setting',
  severity: 'warning',
  title: { en: 'A `#` that cuts the value', ja: '値を途中で切る `#`' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkCutValue(subject, report);
  },
});
