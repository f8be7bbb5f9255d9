import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'table-key-with-colon',
  on: 'table-line',
  severity: 'warning',
  title: { en: 'A key that ends in a colon', ja: 'コロンで終わるキー' },
  references: ['postmap(1)'],
  check({ form, key, lookup }, report) {
    if (form !== 'keyed' || lookup === undefined || key?.text.endsWith(':') !== true) return;
    const { end } = key.span;
    const colon = { start: end - 1, end };
    report({
      span: colon,
      message: message(
        {
          en: 'This is how alias files are written. Here the colon belongs to the key: what is looked up, `{key}`, is not found. Remove the colon.',
          ja: 'これは別名ファイルの書き方です。ここではコロンもキーの一部になるため、`{key}` を検索しても見つかりません。コロンを削除してください。',
        },
        { key: key.text.slice(0, -1) },
      ),
      fixes: [{ title: removeTitle(':'), edits: [{ span: colon, text: '' }] }],
    });
  },
});
