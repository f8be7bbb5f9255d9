import { OPENDKIM } from '../../facts/opendkim';
import { checkSocketOrder } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-socket-order',
  on: 'opendkim-setting',
  severity: 'error',
  title: { en: 'A socket written as in main.cf', ja: 'main.cf の書式で書かれたソケット' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkSocketOrder(OPENDKIM, subject, report);
  },
});
