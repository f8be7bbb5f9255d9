import { unwrapped } from '../../records/dkimKey';
import { wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { respreading } from '../keyEdits';
import { rule } from '../rule';

export default rule({
  name: 'dkim-wrapped-record',
  on: 'dkim-key',
  severity: 'error',
  title: {
    en: 'A key record with quotes or a name of a zone file inside',
    ja: '鍵レコードの中にゾーンファイルの引用符や名前が入っている',
  },
  references: ['RFC 1035 §5.1', 'RFC 6376 §3.6.2.2'],
  check(record, report) {
    if (record.content !== 'wrapped') return;
    const inner = unwrapped(record.text.text);
    if (inner === undefined) return;
    report({
      span: wholeSpan(record),
      message: message({
        en: 'The text holds the quotation marks, parentheses or the name of a zone file’s line: the whole line was put into the string. Receivers read them as part of the record and find no key. Keep only what stood between the quotes.',
        ja: '文字列の中に、ゾーンファイルの行の引用符、かっこ、名前などがそのまま入っています。受信側はこれらもレコードの一部として読むため、鍵を見つけられません。引用符の中身だけにしてください。',
      }),
      fixes: [
        {
          title: message({ en: 'Keep only the record itself', ja: 'レコードの中身だけにする' }),
          edits: respreading(record, { from: 0, to: record.text.text.length }, inner),
        },
      ],
    });
  },
});
