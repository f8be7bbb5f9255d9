import { meantFix, problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-quoted-field',
  kind: 'quoted-field',
  severity: 'warning',
  title: { en: 'Quotes or escapes around what is no text', ja: 'テキスト以外を囲む引用符やエスケープ' },
  references: ['RFC 1035 §5.1'],
  says: (problem, _entry, marked) => ({
    text:
      problem.detail === 'escaped'
        ? {
            en: 'Escapes belong into names and text; here they are not read everywhere. {who} Write `{plain}`.',
            ja: 'エスケープを使えるのは名前とテキストだけです。{who}`{plain}` と書いてください。',
          }
        : {
            en: 'Quotes belong around text; numbers, addresses, classes and types are written without. {who}',
            ja: '引用符で囲むのはテキストだけです。数値・アドレス・クラス・型は引用符なしで書きます。{who}',
          },
    values: { plain: problem.meant ?? '' },
    fixes: meantFix(problem, marked),
  }),
});
