import { OPENDKIM } from '../../facts/opendkim';
import { checkShamBoolean } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-sham-boolean',
  on: 'opendkim-setting',
  severity: 'warning',
  title: { en: 'A word that only looks like true or false', ja: '真偽値に見えるだけの語' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkShamBoolean(OPENDKIM, subject, report);
  },
});
