import { OPENDMARC } from '../../facts/opendmarc';
import { checkRestartRate } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-bad-restart-rate',
  on: 'opendmarc-file',
  severity: 'error',
  title: { en: 'A restart rate that cannot be read', ja: '読み取れない再起動の頻度' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkRestartRate(OPENDMARC, subject, report);
  },
});
