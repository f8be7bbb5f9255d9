import { meantFix, problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-bad-type-list',
  kind: 'bad-type-list',
  title: { en: 'A word in RDATA that names no record type', ja: 'RDATA 内のレコード型の指定が正しくない' },
  references: ['RFC 4034 §4.1.2', 'RFC 3597 §5'],
  says(problem, _entry, marked) {
    const fixes = meantFix(problem, marked);
    switch (problem.detail) {
      case 'meta':
        return {
          text: {
            en: '`{text}` is a type of questions or messages; no name has records of it. {who} Remove it.',
            ja: '`{text}` は問い合わせやメッセージのための型で、レコードとして存在しません。{who}削除してください。',
          },
        };
      case 'not-everywhere':
        return {
          fixes,
          text: {
            en: 'Not every server knows `{text}` by name. {who} Its number is known to all.',
            ja: '`{text}` という名前を知らないサーバーがあります。{who}番号で書けばどのサーバーでも読めます。',
          },
        };
      case 'too-high':
        return {
          text: {
            en: 'NXT has no place for types over 127. {who} Remove `{text}`.',
            ja: 'NXT には 127 より大きい番号の型は書けません。{who}`{text}` を削除してください。',
          },
        };
      default:
        return {
          fixes,
          text: {
            en: '`{text}` is no record type. {who} Correct the name, or write `TYPEn` with its number.',
            ja: '`{text}` というレコード型はありません。{who}名前を直すか、番号を使って `TYPEn` と書いてください。',
          },
        };
    }
  },
});
