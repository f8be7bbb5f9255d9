import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'dmarc-tag-name-case',
  on: 'dmarc-policy',
  severity: 'warning',
  title: { en: 'A tag name in upper case', ja: 'タグ名が大文字で書かれている' },
  references: ['RFC 6376 §3.2', 'RFC 9989 §4.7'],
  check(record, report) {
    for (const tag of record.tags) {
      const { name, key, definition } = tag;
      if (definition === undefined || name.text === key) continue;
      report({
        span: spanOf(record, name),
        message: message(
          {
            en: 'The tag `{name}` is written in upper case. Tag lists tell upper and lower case apart, so strict receivers do not know it. Write `{key}`.',
            ja: 'タグ名 `{name}` が大文字で書かれています。タグリストは大文字と小文字を区別するため、厳格な受信側には認識されません。`{key}` と書いてください。',
          },
          { name: name.text, key },
        ),
        fixes: [{ title: replaceTitle(name.text, key), edits: replacing(record, name, key) }],
      });
    }
  },
});
