import { OPENDKIM } from '../../facts/opendkim';
import { checkUnknownKeyword } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-unknown-keyword',
  on: 'opendkim-setting',
  severity: 'error',
  title: { en: 'A keyword that OpenDKIM does not know', ja: 'OpenDKIM にないキーワード' },
  references: ['opendkim.conf(5)'],
  check(subject, report, versions) {
    checkUnknownKeyword(OPENDKIM, subject, versions, report);
  },
});
