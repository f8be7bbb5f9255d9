import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-odd-parenthesis',
  kind: 'odd-parenthesis',
  severity: 'warning',
  title: { en: 'A parenthesis where not all servers take one', ja: '一部のサーバーが受け付けない位置の括弧' },
  references: ['RFC 1035 §5.1'],
  says: ({ detail }) => ({
    text:
      detail === 'nested'
        ? {
            en: 'This parenthesis stands inside another. {who} One pair is enough for any number of lines.',
            ja: '括弧の中に括弧があります。{who}何行にわたる場合でも 1 組で足ります。',
          }
        : {
            en: 'This parenthesis stands before the owner or in its place. {who} Open it behind the type.',
            ja: 'オーナー名の前またはその位置に括弧があります。{who}型の後で開いてください。',
          },
  }),
});
