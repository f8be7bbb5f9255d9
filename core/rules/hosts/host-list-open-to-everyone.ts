import { checkEveryone } from '../hostEntries';
import { rule } from '../rule';

export default rule({
  name: 'host-list-open-to-everyone',
  on: 'host-entry',
  severity: 'warning',
  title: { en: 'Every host on earth counts as one’s own', ja: '世界中のホストを内部とみなす項目' },
  references: ['opendmarc.conf(5)', 'opendkim.conf(5)'],
  check(entry, report) {
    checkEveryone(entry.name, entry.nameSpan.start, report);
  },
});
