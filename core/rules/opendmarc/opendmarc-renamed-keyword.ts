import { OPENDMARC } from '../../facts/opendmarc';
import { checkRenamedKeyword } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-renamed-keyword',
  on: 'opendmarc-setting',
  severity: 'error',
  title: { en: 'A keyword that has another name today', ja: '改名されたキーワード' },
  references: ['opendmarc.conf(5)'],
  check(subject, report, versions) {
    checkRenamedKeyword(OPENDMARC, subject, versions, report);
  },
});
