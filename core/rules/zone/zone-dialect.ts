import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-dialect',
  kind: 'unknown-type',
  severity: 'information',
  title: { en: 'A word that only one program reads', ja: '特定のプログラムだけが読む記述' },
  references: ['RFC 1035 §5.1'],
  says({ detail }) {
    if (detail !== 'dialect') return undefined;
    return {
      severity: 'information',
      text: {
        en: 'Only {program} reads `{text}`; BIND, NSD and Knot DNS refuse a zone that has it.',
        ja: '`{text}` を読むのは {program} だけです。BIND、NSD、Knot DNS はこれのあるゾーンを拒否します。',
      },
    };
  },
});
