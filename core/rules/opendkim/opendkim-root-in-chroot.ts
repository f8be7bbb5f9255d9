import { OPENDKIM } from '../../facts/opendkim';
import { checkRootInChroot } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-root-in-chroot',
  on: 'opendkim-file',
  severity: 'warning',
  title: { en: 'Root in a chroot', ja: 'chroot の中の root' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkRootInChroot(OPENDKIM, subject, report);
  },
});
