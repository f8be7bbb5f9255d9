import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-date-directive',
  on: 'zone-directive',
  severity: 'warning',
  title: { en: '`$DATE` in a zone', ja: 'ゾーン内の `$DATE`' },
  references: ['RFC 1035 §5.1'],
  check(directive, report) {
    if (directive.name !== 'DATE') return;
    const bad = directive.problems.find(({ kind }) => kind === 'bad-date');
    if (bad === undefined) {
      report({
        span: directive.nameSpan,
        message: message({
          en: '`$DATE` belongs to the dumps of BIND’s cache; NSD and Knot DNS refuse a zone that has it. Remove the line.',
          ja: '`$DATE` は BIND のキャッシュダンプのためのもので、NSD と Knot DNS はこれのあるゾーンを拒否します。行を削除してください。',
        }),
      });
    } else {
      report({
        span: bad.span,
        severity: 'error',
        message: message({
          en: 'No name server reads this: NSD and Knot DNS do not know `$DATE`, and BIND wants 14 digits from year to second. Make a comment of the line.',
          ja: 'これを読めるネームサーバーはありません。NSD と Knot DNS に `$DATE` はなく、BIND は年から秒までの 14 桁を求めます。行をコメントにしてください。',
        }),
        fixes: [
          {
            title: message({ en: 'Make a comment of it', ja: 'コメントにする' }),
            edits: [{ span: { start: directive.nameSpan.start, end: directive.nameSpan.start }, text: '; ' }],
          },
        ],
      });
    }
  },
});
