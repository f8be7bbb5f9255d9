import { message } from '../../text/message';
import { keySpan } from '../keyEdits';
import { rule } from '../rule';

export default rule({
  name: 'dkim-short-key',
  on: 'dkim-key',
  severity: 'error',
  title: { en: 'An RSA key that is too short', ja: '短すぎる RSA 鍵' },
  references: ['RFC 8301 §3.2'],
  check(record, report) {
    const { octets } = record.key();
    if (record.content !== 'key' || octets.kind !== 'rsa' || octets.bits >= 2048) return;
    const { bits } = octets;
    const short = bits < 1024;
    report({
      span: keySpan(record),
      ...(!short && { severity: 'information' }),
      message: message(
        short
          ? {
              en: 'This RSA key has {bits} bits. Receivers must not accept fewer than 1024, so every signature with it fails. Make a key of 2048 bits.',
              ja: 'この RSA 鍵は {bits} ビットです。受信側は 1024 ビット未満の鍵を認めてはならず、この鍵の署名はすべて失敗します。2048 ビットの鍵を作成してください。',
            }
          : {
              en: 'This RSA key has {bits} bits. It still counts, but signers should use 2048. Make such a key under a new selector.',
              ja: 'この RSA 鍵は {bits} ビットです。現在も有効ですが、署名には 2048 ビット以上が推奨されています。新しいセレクターで 2048 ビットの鍵を作成してください。',
            },
        { bits },
      ),
    });
  },
});
