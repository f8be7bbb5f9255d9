import { reportDuplicates } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'dkim-duplicate-tag',
  on: 'dkim-key',
  severity: 'error',
  title: { en: 'A tag of a key record stands twice', ja: '鍵レコードに同じタグが 2 回書かれている' },
  references: ['RFC 6376 §3.2'],
  check(record, report) {
    if (record.content === 'key') reportDuplicates(record, report);
  },
});
