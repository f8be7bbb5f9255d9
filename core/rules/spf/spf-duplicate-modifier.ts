import { removingTerm } from '../../records/spf';
import { spanOf } from '../../records/textRecord';
import { modifiersOf } from '../../syntax/spf/record';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'spf-duplicate-modifier',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'Two `redirect` or two `exp`', ja: '`redirect` または `exp` が二つある' },
  references: ['RFC 7208 §6'],
  check(record, report) {
    for (const name of ['redirect', 'exp'] as const) {
      const [first, ...others] = modifiersOf(record.syntax, name);
      for (const other of others) {
        const same = other.text.toLowerCase() === first!.text.toLowerCase();
        report({
          span: spanOf(record, other),
          message: message(
            {
              en: '`{name}` may stand only once. Because of the second one receivers discard the whole record (permerror). Keep one.',
              ja: '`{name}` は一つしか書けません。二つあるとレコード全体が無効になります(permerror)。一つだけにしてください。',
            },
            { name },
          ),
          // Which of two different ones is meant, only the author knows.
          fixes: same ? [{ title: removeTitle(other.text), edits: removingTerm(record, other) }] : [],
        });
      }
    }
  },
});
