import { OPENDMARC } from '../../facts/opendmarc';
import { checkShamBoolean } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-sham-boolean',
  on: 'opendmarc-setting',
  severity: 'warning',
  title: { en: 'A word that only looks like true or false', ja: '真偽値に見えるだけの語' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkShamBoolean(OPENDMARC, subject, report);
  },
});
