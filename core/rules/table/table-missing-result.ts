import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'table-missing-result',
  on: 'table-line',
  severity: 'error',
  title: { en: 'A line without a result', ja: '結果のない行' },
  references: ['postmap(1)', 'regexp_table(5)', 'cidr_table(5)'],
  check({ form, key, problems }, report) {
    for (const { kind, span } of problems) {
      if (kind !== 'missing-result') continue;
      report({
        span,
        ...(form === 'patterns' && { severity: 'warning' }),
        message: message(
          form === 'patterns'
            ? {
                en: 'Nothing stands behind the pattern: the lookup gives an empty text, and Postfix warns each time it reads the file. Write a result.',
                ja: 'パターンの後に何もありません。検索結果は空文字列になり、ファイルを読むたびに警告が出ます。結果を書いてください。',
              }
            : {
                en: 'Nothing stands behind `{key}`: Postfix passes over the line. Write what the lookup gives behind it; access tables want `OK` or `REJECT`, lists of addresses any word.',
                ja: '`{key}` の後に何もないため、Postfix はこの行を読み飛ばします。検索結果を書いてください。アクセス表なら `OK` や `REJECT`、宛先の一覧なら任意の語です。',
              },
          { key: key?.text ?? ':' },
        ),
      });
    }
  },
});
