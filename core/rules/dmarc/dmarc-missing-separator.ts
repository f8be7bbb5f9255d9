import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { insertTitle, replaceTitle } from '../titles';

export default rule({
  name: 'dmarc-missing-separator',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'No semicolon between two tags', ja: 'タグの間にセミコロンがない' },
  references: ['RFC 9989 §4.8'],
  check(record, report) {
    const { items } = record.list;
    items.forEach((item, index) => {
      const next = items[index + 1]?.tag;
      if (item.separator.kind !== 'missing' || next === undefined) return;
      const mark = item.separator.text.trim();
      report({
        span: spanOf(record, { from: item.to, to: next.name.to }),
        message: message(
          {
            en: 'A `;` is missing before `{name}`. Receivers read it as part of the tag before, so both tags are lost. Put `;` between them.',
            ja: '`{name}` の前に `;` がありません。前のタグの値の続きとして読まれ、どちらのタグも効かなくなります。間に `;` を入れてください。',
          },
          { name: next.name.text },
        ),
        fixes: [
          {
            title: mark === '' ? insertTitle(';') : replaceTitle(mark, ';'),
            edits: replacing(record, { from: item.to, to: next.from }, '; '),
          },
        ],
      });
    });
  },
});
