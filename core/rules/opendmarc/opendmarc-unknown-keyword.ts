import { OPENDMARC } from '../../facts/opendmarc';
import { checkUnknownKeyword } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-unknown-keyword',
  on: 'opendmarc-setting',
  severity: 'error',
  title: { en: 'A keyword that OpenDMARC does not know', ja: 'OpenDMARC にないキーワード' },
  references: ['opendmarc.conf(5)'],
  check(subject, report, versions) {
    checkUnknownKeyword(OPENDMARC, subject, versions, report);
  },
});
