import { OPENDMARC } from '../../facts/opendmarc';
import { checkRootInChroot } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-root-in-chroot',
  on: 'opendmarc-file',
  severity: 'warning',
  title: { en: 'Root in a chroot', ja: 'chroot の中の root' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkRootInChroot(OPENDMARC, subject, report);
  },
});
