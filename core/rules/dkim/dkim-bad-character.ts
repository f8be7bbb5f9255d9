import { reportBadCharacters } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'dkim-bad-character',
  on: 'dkim-key',
  severity: 'error',
  title: { en: 'A character that a key record cannot hold', ja: '鍵レコードに使えない文字' },
  references: ['RFC 6376 §3.2'],
  check(record, report) {
    if (record.content !== 'key') return;
    // Characters of the key itself are reported as no Base64; a note is for people.
    const passed = ['p', 'n'].flatMap((name) => record.byName.get(name)?.value ?? []);
    reportBadCharacters(record, report, passed);
  },
});
