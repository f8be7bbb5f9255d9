import { meantFix, problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-bad-number',
  kind: 'bad-number',
  title: {
    en: 'A field that should be a number and is none, or is too large',
    ja: '数値であるべき項目が数値でない、または大きすぎる',
  },
  references: ['RFC 1035 §3.3', 'RFC 1035 §5.1'],
  says(problem, _entry, marked) {
    const fixes = meantFix(problem, marked);
    switch (problem.detail) {
      case 'range':
        return {
          fixes,
          text: {
            en: '{text} is too large for `{field}`, which holds 0 to {most}. {who} Write a smaller number.',
            ja: '{text} は `{field}` には大きすぎます。書けるのは 0〜{most} です。{who}小さい値にしてください。',
          },
        };
      case 'mnemonic':
        return {
          fixes,
          text: {
            en: '`{text}` is a word for {value} that not every program reads in `{field}`. {who} Write the number.',
            ja: '`{text}` は {value} を表す語ですが、`{field}` ではすべてのプログラムが読めるわけではありません。{who}数値で書いてください。',
          },
        };
      case 'number-or-word':
        return {
          fixes,
          text: {
            en: '`{text}` is neither a number nor one of the words for `{field}`: {words}. {who}',
            ja: '`{text}` は数値でも、`{field}` に書ける語（{words}）でもありません。{who}',
          },
        };
      default:
        return {
          fixes,
          text: {
            en: '`{field}` is a number from 0 to {most}, and `{text}` is none. {who} Write digits alone.',
            ja: '`{field}` は 0〜{most} の数値ですが、`{text}` は数値ではありません。{who}数字だけで書いてください。',
          },
        };
    }
  },
});
