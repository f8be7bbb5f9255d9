import { OPENDMARC } from '../../facts/opendmarc';
import { checkRelativePaths } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-relative-path',
  on: 'opendmarc-file',
  severity: 'warning',
  title: { en: 'A path that depends on where the program was started', ja: '起動場所で変わるパス' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkRelativePaths(OPENDMARC, subject, report);
  },
});
