import { OPENDMARC } from '../../facts/opendmarc';
import { checkMissingSocket } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-missing-socket',
  on: 'opendmarc-file',
  severity: 'warning',
  title: { en: 'No socket for the mail server', ja: 'MTA のためのソケットがない' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkMissingSocket(OPENDMARC, subject, 8893, report);
  },
});
