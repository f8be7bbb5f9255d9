import { reportNameCase } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'dkim-tag-name-case',
  on: 'dkim-key',
  severity: 'error',
  title: { en: 'A tag name of a key record in upper case', ja: '鍵レコードのタグ名が大文字で書かれている' },
  references: ['RFC 6376 §3.2'],
  check(record, report) {
    if (record.content === 'key') reportNameCase(record, report);
  },
});
