import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'dmarc-empty-tag',
  on: 'dmarc-policy',
  severity: 'warning',
  title: { en: 'Two semicolons with no tag between', ja: 'セミコロンの間にタグがない' },
  references: ['RFC 9989 §4.8'],
  check(record, report) {
    if (record.content === 'foreign') return;
    const { items } = record.list;
    items.forEach((item, index) => {
      // Blanks behind the final semicolon are fine; at the very beginning the version is what is missing.
      if (item.text !== '' || index === 0 || item.separator.kind !== 'semicolon') return;
      const semicolon = { from: item.separator.to - 1, to: item.separator.to };
      report({
        span: spanOf(record, semicolon),
        message: message({
          en: 'This `;` ends a tag that is not there. The grammar does not allow it, and strict receivers may ignore the record. Remove it.',
          ja: 'この `;` の前にタグがありません。文法違反であり、厳格な受信側ではレコードが無視されることがあります。削除してください。',
        }),
        fixes: [
          {
            title: removeTitle(';'),
            edits: replacing(record, { from: item.lead.from, to: semicolon.to }, ''),
          },
        ],
      });
    });
  },
});
