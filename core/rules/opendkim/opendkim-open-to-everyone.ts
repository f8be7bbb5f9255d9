import { hostEntriesOf } from '../opendkimSigning';
import { checkEveryone } from '../hostEntries';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-open-to-everyone',
  on: 'opendkim-setting',
  severity: 'warning',
  title: { en: 'Every host on earth counts as one’s own', ja: '世界中のホストを内部とみなす設定' },
  references: ['opendkim.conf(5)'],
  check(setting, report) {
    for (const { text, start } of hostEntriesOf(setting)) {
      checkEveryone(text, setting.valueSpan.start + start, report);
    }
  },
});
