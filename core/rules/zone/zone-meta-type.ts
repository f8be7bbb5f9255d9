import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-meta-type',
  kind: 'unknown-type',
  title: {
    en: 'A type of questions or messages as a record',
    ja: '問い合わせやメッセージ用の型がレコードとして書かれている',
  },
  references: ['RFC 6895 §3.1', 'RFC 1035 §3.2.3'],
  says: ({ detail }) =>
    detail === 'meta'
      ? {
          text: {
            en: '`{text}` is no type that a zone holds ({meaning}). {who} Remove the record.',
            ja: '`{text}` はゾーンに置ける型ではありません（{meaning}）。{who}レコードを削除してください。',
          },
        }
      : undefined,
});
