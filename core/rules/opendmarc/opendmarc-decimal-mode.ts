import { OPENDMARC } from '../../facts/opendmarc';
import { checkDecimalMode } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-decimal-mode',
  on: 'opendmarc-setting',
  severity: 'warning',
  title: { en: 'Permission bits read as a decimal number', ja: '10 進数として読まれる権限ビット' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkDecimalMode(OPENDMARC, subject, report);
  },
});
