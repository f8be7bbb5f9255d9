import { OPENDMARC } from '../../facts/opendmarc';
import { checkDuplicates } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-duplicate-keyword',
  on: 'opendmarc-file',
  severity: 'warning',
  title: { en: 'A keyword that is set twice', ja: '二度設定されたキーワード' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkDuplicates(OPENDMARC, subject, report);
  },
});
