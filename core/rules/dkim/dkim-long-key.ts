import { message } from '../../text/message';
import { keySpan } from '../keyEdits';
import { rule } from '../rule';

export default rule({
  name: 'dkim-long-key',
  on: 'dkim-key',
  severity: 'warning',
  title: {
    en: 'An RSA key that is longer than receivers must support',
    ja: '受信側の対応範囲を超える長さの RSA 鍵',
  },
  references: ['RFC 8301 §3.2'],
  check(record, report) {
    const { octets } = record.key();
    if (record.content !== 'key' || octets.kind !== 'rsa' || octets.bits <= 4096) return;
    report({
      span: keySpan(record),
      message: message(
        {
          en: 'This RSA key has {bits} bits. Receivers need not support more than 4096, and so long a record does not fit into a DNS answer over UDP. Use 2048 bits.',
          ja: 'この RSA 鍵は {bits} ビットです。受信側は 4096 ビットを超える鍵に対応する必要がなく、レコードも UDP の DNS 応答に収まりません。2048 ビットにしてください。',
        },
        { bits: octets.bits },
      ),
    });
  },
});
