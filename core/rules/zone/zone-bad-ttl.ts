import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-bad-ttl',
  kind: 'bad-ttl',
  title: { en: 'A TTL that is none, or is too long', ja: 'TTL が正しくない、または長すぎる' },
  references: ['RFC 1035 §5.1', 'RFC 2181 §8'],
  says({ detail }) {
    switch (detail) {
      case 'missing-unit':
        return {
          text: {
            en: 'In `{text}` the last number has no unit, while those before it have one. {who} Add `s`, `m`, `h`, `d` or `w`.',
            ja: '`{text}` の最後の数に単位がありません。{who}`s`、`m`、`h`、`d`、`w` のいずれかを付けてください。',
          },
        };
      case 'too-long':
        return {
          text: {
            en: 'This TTL does not fit into 32 bits; the longest is 2147483647 seconds (68 years). {who}',
            ja: 'この TTL は 32 ビットに収まりません。最長は 2147483647 秒（68 年）です。{who}',
          },
        };
      case 'sign-bit':
        return {
          text: {
            en: 'A TTL over 2147483647 seconds counts as 0: the record is not cached at all. Write a day or a week.',
            ja: '2147483647 秒を超える TTL は 0 とみなされ、まったくキャッシュされません。1 日や 1 週間などにしてください。',
          },
        };
      default:
        return {
          text: {
            en: '`{text}` stands where the TTL belongs and is none: seconds, or numbers with the units s, m, h, d, w (`1h30m`). {who}',
            ja: '`{text}` は TTL の位置にありますが、TTL として正しくありません。秒数か、s・m・h・d・w の単位付き（`1h30m` など）で書きます。{who}',
          },
        };
    }
  },
});
