import { OPENDKIM } from '../../facts/opendkim';
import { checkDuplicates } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-duplicate-keyword',
  on: 'opendkim-file',
  severity: 'warning',
  title: { en: 'A keyword that is set twice', ja: '二度設定されたキーワード' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkDuplicates(OPENDKIM, subject, report);
  },
});
