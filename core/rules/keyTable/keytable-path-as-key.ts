import { message } from '../../text/message';
import { keyFields } from '../../syntax/columnFile';
import { insertTitle } from '../titles';
import { rule } from '../rule';

export default rule({
  name: 'keytable-path-as-key',
  on: 'opendkim-key',
  severity: 'warning',
  title: { en: 'A path that is taken for the key itself', ja: '鍵そのものとみなされるパス' },
  references: ['opendkim.conf(5)'],
  check(row, report) {
    const fields = keyFields(row.value.text);
    if (fields === undefined || /^(?:\/|\.\.?\/)/.test(fields.key)) return;
    // A key in base64 is long, and one in PEM says so.
    if (
      fields.key.includes('BEGIN') ||
      (fields.key.length > 200 && !/\.(?:private|pem|key)$/.test(fields.key))
    )
      return;
    const start = row.valueSpan.start + fields.keyStart;
    report({
      span: { start, end: start + fields.key.length },
      message: message(
        {
          en: '`{path}` begins with none of `/`, `./` and `../`: OpenDKIM takes it for the private key itself, cannot load it, and puts the mail off. Write the whole path.',
          ja: '`{path}` は `/`、`./`、`../` のどれかで始まっていないため、OpenDKIM は秘密鍵そのものとみなして読み込みに失敗し、メールは一時エラーで送れなくなります。絶対パスで書いてください。',
        },
        { path: fields.key },
      ),
      fixes: /^(?:etc|var|usr|opt|srv|home)\//.test(fields.key)
        ? [{ title: insertTitle('/'), edits: [{ span: { start, end: start }, text: '/' }] }]
        : [],
    });
  },
});
