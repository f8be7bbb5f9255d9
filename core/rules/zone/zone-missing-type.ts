import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-missing-type',
  kind: 'missing-type',
  title: { en: 'A line that names no record type', ja: 'レコード型のない行' },
  references: ['RFC 1035 §5.1'],
  says: () => ({
    text: {
      en: 'There is no record type on this line: an owner, perhaps a TTL and a class, then a type and its data. {who} A comment begins with `;`.',
      ja: 'この行にはレコード型がありません。オーナー名、（必要なら）TTL とクラス、型、データの順に書きます。{who}コメントは `;` で始めます。',
    },
  }),
});
