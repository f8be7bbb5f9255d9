import { exactKey, knownKey } from '../../model/mtaStsPolicyFile';
import { message } from '../../text/message';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'mta-sts-policy-key-case',
  on: 'mta-sts-policy-file',
  severity: 'error',
  title: { en: 'A key in upper case', ja: 'キーが小文字でない' },
  references: ['RFC 8461 §3.2', 'RFC 7405'],
  check(file, report) {
    for (const { anchor, value: line } of file.lines) {
      const { field } = line;
      const key = field && knownKey(field.key.toLowerCase());
      if (field === undefined || key === undefined || key === field.key || exactKey(line) !== undefined)
        continue;
      // Beside the field itself it is an extension without meaning; but a host that it names is lost.
      const lost = key === 'mx' || !file.byKey.has(key);
      report({
        anchor,
        span: field.keySpan,
        ...(!lost && { severity: 'information' }),
        message: message(
          lost
            ? {
                en: 'Keys are in lower case; `{written}` is an unknown field to senders that follow the standard, and `{key}` is missing to them. Write `{key}`.',
                ja: 'キーは小文字で書きます。規格に従う送信側にとって `{written}` は未知のフィールドで、`{key}` がないことになります。`{key}` と書いてください。',
              }
            : {
                en: 'Keys are in lower case; `{written}` is an unknown field to senders, and `{key}` stands elsewhere. Remove the line.',
                ja: 'キーは小文字で書きます。`{written}` は未知のフィールドとして無視され、`{key}` は別の行にあります。この行を削除してください。',
              },
          { written: field.key, key },
        ),
        fixes: lost
          ? [{ title: replaceTitle(field.key, key), edits: [{ span: field.keySpan, text: key }] }]
          : [],
      });
    }
  },
});
