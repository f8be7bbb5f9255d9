import { insertTitle } from '../titles';
import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-no-owner',
  kind: 'no-owner',
  severity: 'warning',
  title: { en: 'A first record without an owner', ja: '最初のレコードにオーナー名がない' },
  references: ['RFC 1035 §5.1'],
  says: () => ({
    text: {
      en: 'This line begins with a blank and so takes the owner of the record above, but there is none. {who} Write the owner, `@` for the zone itself.',
      ja: '行頭が空白のため上のレコードのオーナー名を引き継ぎますが、上にレコードがありません。{who}オーナー名を書いてください（ゾーン自身は `@`）。',
    },
    fixes: [{ title: insertTitle('@'), edits: [{ span: { start: 0, end: 0 }, text: '@' }] }],
  }),
});
