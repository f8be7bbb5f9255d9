import { reportMissingSeparators } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'dkim-missing-separator',
  on: 'dkim-key',
  severity: 'error',
  title: {
    en: 'No semicolon between two tags of a key record',
    ja: '鍵レコードのタグの間にセミコロンがない',
  },
  references: ['RFC 6376 §3.2'],
  check(record, report) {
    if (record.content === 'key') reportMissingSeparators(record, report);
  },
});
