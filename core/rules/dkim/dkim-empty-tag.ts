import { reportEmptyTags } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'dkim-empty-tag',
  on: 'dkim-key',
  severity: 'warning',
  title: {
    en: 'Two semicolons with no tag between in a key record',
    ja: '鍵レコードのセミコロンの間にタグがない',
  },
  references: ['RFC 6376 §3.2'],
  check(record, report) {
    if (record.content === 'key') reportEmptyTags(record, report);
  },
});
