import { OPENDKIM } from '../../facts/opendkim';
import { checkRestartRate } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-bad-restart-rate',
  on: 'opendkim-file',
  severity: 'error',
  title: { en: 'A restart rate that cannot be read', ja: '読み取れない再起動の頻度' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkRestartRate(OPENDKIM, subject, report);
  },
});
