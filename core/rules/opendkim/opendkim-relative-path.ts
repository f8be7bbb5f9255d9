import { OPENDKIM } from '../../facts/opendkim';
import { checkRelativePaths } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-relative-path',
  on: 'opendkim-file',
  severity: 'warning',
  title: { en: 'A path that depends on where the program was started', ja: '起動場所で変わるパス' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkRelativePaths(OPENDKIM, subject, report);
  },
});
