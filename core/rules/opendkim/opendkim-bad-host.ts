import { hostEntriesOf } from '../opendkimSigning';
import { checkHost } from '../hostEntries';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-bad-host',
  on: 'opendkim-setting',
  severity: 'warning',
  title: { en: 'A host or network that matches nothing', ja: '何にも一致しないホストやネットワーク' },
  references: ['opendkim.conf(5)'],
  check(setting, report) {
    for (const { text, start } of hostEntriesOf(setting)) {
      checkHost(text, setting.valueSpan.start + start, report);
    }
  },
});
