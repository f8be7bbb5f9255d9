import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-extra-field',
  kind: 'extra-field',
  title: { en: 'More fields than the record type has', ja: '項目が多すぎるレコード' },
  references: ['RFC 1035 §3.3', 'RFC 1035 §5.1'],
  says: () => ({
    text: {
      en: '`{text}` is more than a record of type {type} holds. {who} Remove it, put a `;` in front if it is a comment, or write a record of its own.',
      ja: '{type} レコードに `{text}` を書く場所はありません。{who}削除するか、コメントなら前に `;` を付け、別の値なら別のレコードにしてください。',
    },
  }),
});
