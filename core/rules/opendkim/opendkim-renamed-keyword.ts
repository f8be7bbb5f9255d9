import { OPENDKIM } from '../../facts/opendkim';
import { checkRenamedKeyword } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-renamed-keyword',
  on: 'opendkim-setting',
  severity: 'error',
  title: { en: 'A keyword that has another name today', ja: '改名されたキーワード' },
  references: ['opendkim.conf(5)'],
  check(subject, report, versions) {
    checkRenamedKeyword(OPENDKIM, subject, versions, report);
  },
});
