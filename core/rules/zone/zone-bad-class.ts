import { meantFix, problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-bad-class',
  kind: 'bad-class',
  title: { en: 'A class other than IN', ja: 'IN 以外のクラス' },
  references: ['RFC 1035 §3.2.4', 'RFC 1035 §5.2'],
  says: (problem, _entry, marked) => ({
    text:
      problem.detail === 'numeric'
        ? {
            en: 'Not every server reads the class IN as `{text}`. {who} Write `IN`.',
            ja: 'クラス IN を `{text}` と書くと読めないサーバーがあります。{who}`IN` と書いてください。',
          }
        : {
            en: 'All records of a zone have its class, which is IN on the Internet; `{text}` is another. {who}',
            ja: 'ゾーンのレコードはすべて同じクラスで、インターネットでは IN です。`{text}` は別のクラスです。{who}',
          },
    fixes: problem.detail === 'numeric' ? meantFix(problem, marked) : [],
  }),
});
