import { OPENDMARC } from '../../facts/opendmarc';
import { checkSocketOrder } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-socket-order',
  on: 'opendmarc-setting',
  severity: 'error',
  title: { en: 'A socket written as in main.cf', ja: 'main.cf の書式で書かれたソケット' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkSocketOrder(OPENDMARC, subject, report);
  },
});
