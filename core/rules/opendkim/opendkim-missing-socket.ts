import { OPENDKIM } from '../../facts/opendkim';
import { checkMissingSocket } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-missing-socket',
  on: 'opendkim-file',
  severity: 'warning',
  title: { en: 'No socket for the mail server', ja: 'MTA のためのソケットがない' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkMissingSocket(OPENDKIM, subject, 8891, report);
  },
});
