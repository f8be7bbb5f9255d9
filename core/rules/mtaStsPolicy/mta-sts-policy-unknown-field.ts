import { knownKey, meantKey } from '../../model/mtaStsPolicyFile';
import { message, type Localized } from '../../text/message';
import { isPrintable } from '../policyLines';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'mta-sts-policy-unknown-field',
  on: 'mta-sts-policy-file',
  severity: 'information',
  title: { en: 'A field that policies do not have', ja: 'ポリシーに存在しないフィールド' },
  references: ['RFC 8461 §3.2'],
  check(file, report) {
    for (const { anchor, value } of file.lines) {
      const { field } = value;
      if (field === undefined || !isPrintable(field.key)) continue;
      // Case alone has a rule of its own.
      if (knownKey(field.key.toLowerCase()) !== undefined) continue;
      const meant = meantKey(field.key);
      const lost = meant !== undefined && (meant === 'mx' || !file.byKey.has(meant));
      const bad = !/^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/.test(field.key);
      report({
        anchor,
        span: field.key === '' ? { start: field.colon, end: field.colon + 1 } : field.keySpan,
        ...(lost ? { severity: 'error' } : bad ? { severity: 'warning' } : {}),
        message: message(lost ? MISSPELT : bad ? BAD : field.key === 'id' ? ID : UNKNOWN, {
          written: field.key,
          key: meant ?? '',
        }),
        fixes:
          meant !== undefined && lost
            ? [{ title: replaceTitle(field.key, meant), edits: [{ span: field.keySpan, text: meant }] }]
            : [],
      });
    }
  },
});

const MISSPELT: Localized = {
  en: '`{written}` is no field of a policy; `{key}` is, and without it senders take the file for none. Write `{key}`.',
  ja: '`{written}` というフィールドはありません。`{key}` がないとポリシーとして正しく扱われません。`{key}` と書いてください。',
};
const UNKNOWN: Localized = {
  en: 'Policies have the fields `version`, `mode`, `mx` and `max_age`; senders pass over `{written}`. Remove the line.',
  ja: 'ポリシーのフィールドは `version`、`mode`、`mx`、`max_age` です。`{written}` は無視されます。行を削除してください。',
};
const ID: Localized = {
  en: 'The `id` stands in the TXT record at `_mta-sts`; in the policy itself senders pass over it. Remove the line.',
  ja: '`id` は `_mta-sts` の TXT レコードに書くもので、ポリシーの中では無視されます。行を削除してください。',
};
const BAD: Localized = {
  en: '`{written}` is no key: keys begin with a letter or digit and hold at most 32 letters, digits, `_`, `-` and `.`. Strict senders (mox) take the file for no policy. Remove the line.',
  ja: '`{written}` はキーとして使えません。キーは英数字で始まり、32 文字以内の英数字、`_`、`-`、`.` からなります。厳密な送信側（mox）はポリシー全体を無効とします。行を削除してください。',
};
