import { isWholeKey } from '../../records/dkimKey';
import { reportDuplicates } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'dkim-duplicate-tag',
  on: 'dkim-key',
  severity: 'error',
  title: {
    en: 'A tag of a key record stands twice',
    ja: '鍵レコードに同じタグが 2 回書かれている',
  },
  references: ['RFC 6376 §3.2'],
  check(record, report) {
    if (record.content !== 'key') return;
    reportDuplicates(record, report, (name) => {
      // Where only one `p` holds a key, that one is meant.
      const { tag, octets } = record.key();
      const others = record.tags.filter((other) => other.key === 'p' && other !== tag);
      const clear = isWholeKey(octets) && others.every(({ value }) => value.text.length < SHORTEST_KEY);
      return name === 'p' && clear ? tag : undefined;
    });
  },
});

/** Fewer characters than any key has. */
const SHORTEST_KEY = 40;
