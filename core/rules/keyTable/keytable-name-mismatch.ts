import { message } from '../../text/message';
import { keyFields } from '../../syntax/columnFile';
import { rule } from '../rule';

export default rule({
  name: 'keytable-name-mismatch',
  on: 'opendkim-key',
  severity: 'information',
  title: { en: 'A key whose name says something else', ja: '内容と食い違う鍵の名前' },
  references: ['opendkim.conf(5)'],
  check(row, report) {
    const fields = keyFields(row.value.text);
    const [, selector, domain] = /^(.+)\._domainkey\.(.+?)\.?$/i.exec(row.name) ?? [];
    if (fields === undefined || selector === undefined || domain === undefined || fields.domain === '%')
      return;
    const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
    if (same(selector, fields.selector) && same(domain, fields.domain)) return;
    report({
      span: row.nameSpan,
      message: message(
        {
          en: 'The name says selector `{selector}` and domain `{domain}`, the row signs with selector `{other}` and domain `{signer}`. OpenDKIM goes by the row; one of them is likely a slip.',
          ja: '名前はセレクター `{selector}`、ドメイン `{domain}` を表していますが、この行はセレクター `{other}`、ドメイン `{signer}` で署名します。OpenDKIM は行の内容に従います。どちらかが書き間違いでしょう。',
        },
        { selector, domain, other: fields.selector, signer: fields.domain },
      ),
    });
  },
});
