import { MASTER_COLUMNS } from '../../facts/postfixServices';
import { MASTER_FIELDS } from '../../syntax/masterCf';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'master-missing-field',
  on: 'master-service',
  severity: 'error',
  title: { en: 'A service with fewer than eight fields', ja: '8 つの欄がそろっていないサービス' },
  references: ['master(5)'],
  check({ indented, fields }, report) {
    if (indented || fields.length >= MASTER_FIELDS) return;
    const first = fields[0]!;
    const isOption = first.text.startsWith('-');
    report({
      span: isOption ? first.span : fields.at(-1)!.span,
      message: isOption
        ? message(
            {
              en: '`{option}` begins in the first column, so Postfix reads the line as a service of its own and stops: no mail moves. Begin the line with a blank, so that it belongs to the service above.',
              ja: '`{option}` が行頭から始まるため、Postfix は独立したサービスとして読み、エラーで停止します。メールは流れません。行頭に空白を入れて、上のサービスの続きにしてください。',
            },
            { option: first.text },
          )
        : message(
            {
              en: 'A service has eight fields; this one ends before `{missing}`. Postfix stops over it and no mail moves. Write `-` where the default is wanted.',
              ja: 'サービスには 8 つの欄が必要ですが、`{missing}` の手前で終わっています。Postfix はここで停止し、メールは流れません。既定値でよい欄には `-` を書いてください。',
            },
            { missing: MASTER_COLUMNS[fields.length]!.name },
          ),
      fixes: isOption
        ? [
            {
              title: message({ en: 'Indent the line', ja: '行を字下げする' }),
              edits: [{ span: { start: 0, end: 0 }, text: '  ' }],
            },
          ]
        : [],
    });
  },
});
