import { removing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'dmarc-duplicate-tag',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'A tag stands twice', ja: '同じタグが 2 回書かれている' },
  references: ['RFC 6376 §3.2', 'RFC 9989 §4.7'],
  check(record, report) {
    for (const tag of record.tags) {
      const first = record.byName.get(tag.key);
      if (first === undefined || first === tag || tag.key === '') continue;
      const same = first.value.text.toLowerCase() === tag.value.text.toLowerCase();
      report({
        span: spanOf(record, tag),
        message: message(
          {
            en: '`{name}` stands twice. A tag list with a duplicate is invalid: some receivers take the first, some the last, some ignore the record. Keep one.',
            ja: '`{name}` が 2 回書かれています。重複のあるタグリストは無効で、最初の値を使う受信側も、最後の値を使う受信側も、レコードごと無視する受信側もあります。一つだけにしてください。',
          },
          { name: tag.key },
        ),
        // Which of two different values is meant, only the author knows.
        fixes: same
          ? [{ title: removeTitle(`${tag.name.text}=${tag.value.text}`), edits: removing(record, tag) }]
          : [],
      });
    }
  },
});
