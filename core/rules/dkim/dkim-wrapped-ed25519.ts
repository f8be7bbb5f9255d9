import { message } from '../../text/message';
import { writeBase64 } from '../../values/binary';
import { keySpan, replacingKey } from '../keyEdits';
import { rule } from '../rule';

export default rule({
  name: 'dkim-wrapped-ed25519',
  on: 'dkim-key',
  severity: 'error',
  title: { en: 'An Ed25519 key in its DER wrapping', ja: 'DER のままの Ed25519 鍵' },
  references: ['RFC 8463 §4'],
  check(record, report) {
    const { octets } = record.key();
    if (record.content !== 'key' || octets.kind !== 'ed25519' || octets.form !== 'spki') return;
    const base64 = writeBase64(octets.octets);
    report({
      span: keySpan(record),
      message: message({
        en: 'An Ed25519 key is published as its 32 octets alone (44 characters). This one still has the DER around it that `openssl pkey -pubout` writes, and receivers refuse it. Keep only the last 32 octets.',
        ja: 'Ed25519 の鍵は 32 オクテット(44 文字)だけを公開します。これは `openssl pkey -pubout` が付ける DER の構造が付いたままで、受信側は拒否します。末尾の 32 オクテットだけにしてください。',
      }),
      fixes: [
        {
          title: message({ en: 'Keep only the 32 octets of the key', ja: '鍵の 32 オクテットだけにする' }),
          edits: replacingKey(record, base64),
        },
      ],
    });
  },
});
