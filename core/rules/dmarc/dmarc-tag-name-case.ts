import { rule } from '../rule';
import { reportNameCase } from '../tagListDefects';

export default rule({
  name: 'dmarc-tag-name-case',
  on: 'dmarc-policy',
  severity: 'warning',
  title: { en: 'A tag name in upper case', ja: 'タグ名が大文字で書かれている' },
  references: ['RFC 6376 §3.2', 'RFC 9989 §4.7'],
  check(record, report) {
    reportNameCase(record, report, {
      en: 'The tag `{name}` is written in upper case. Tag lists tell upper and lower case apart, and strict receivers do not know it. Write `{key}`.',
      ja: 'タグ名 `{name}` が大文字で書かれています。タグリストは大文字と小文字を区別するため、厳格な受信側には認識されません。`{key}` と書いてください。',
    });
  },
});
