import { OPENDKIM } from '../../facts/opendkim';
import { checkDecimalMode } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-decimal-mode',
  on: 'opendkim-setting',
  severity: 'warning',
  title: { en: 'Permission bits read as a decimal number', ja: '10 進数として読まれる権限ビット' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkDecimalMode(OPENDKIM, subject, report);
  },
});
