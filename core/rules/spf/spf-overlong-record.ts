import { wholeSpan } from '../../records/textRecord';
import { message } from '../../text/message';
import { utf8Length } from '../../values/utf8';
import { rule } from '../rule';

/** RFC 7208 §3.4: with its answer's other parts such a record still fits into 512 octets. */
const FITS = 450;

export default rule({
  name: 'spf-overlong-record',
  on: 'spf-record',
  severity: 'information',
  title: { en: 'A record too long for one UDP answer', ja: 'UDP の応答に収まらない長さのレコード' },
  references: ['RFC 7208 §3.4'],
  check(record, report) {
    const length = utf8Length(record.text.text);
    if (length <= FITS) return;
    report({
      span: wholeSpan(record),
      message: message(
        {
          en: 'The record has {length} octets. Beyond {fits} the answer may not fit into a plain UDP packet, and receivers behind narrow firewalls fail to get it. Move a part into a record of its own and include that.',
          ja: 'レコードは {length} オクテットあります。{fits} を超えると UDP の応答に収まらず、制限の厳しいファイアウォール配下の受信側が取得できないことがあります。一部を別のレコードに移し、include で参照してください。',
        },
        { length, fits: FITS },
      ),
    });
  },
});
