import { checkHost } from '../hostEntries';
import { rule } from '../rule';

export default rule({
  name: 'host-list-bad-entry',
  on: 'host-entry',
  severity: 'warning',
  title: { en: 'A host or network that matches nothing', ja: '何にも一致しないホストやネットワーク' },
  references: ['opendmarc.conf(5)', 'opendkim.conf(5)'],
  check(entry, report) {
    checkHost(entry.name, entry.nameSpan.start, report);
  },
});
