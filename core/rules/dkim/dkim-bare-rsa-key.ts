import { message } from '../../text/message';
import { writeBase64 } from '../../values/binary';
import { subjectPublicKeyInfo } from '../../values/derKey';
import { keySpan, replacingKey } from '../keyEdits';
import { rule } from '../rule';

export default rule({
  name: 'dkim-bare-rsa-key',
  on: 'dkim-key',
  severity: 'warning',
  title: { en: 'An RSA key in the form that few receivers read', ja: '多くの受信側が読めない形式の RSA 鍵' },
  references: ['RFC 6376 §3.6.1', 'RFC 6376 erratum 3017'],
  check(record, report) {
    const { octets } = record.key();
    if (record.content !== 'key' || octets.kind !== 'rsa' || octets.form !== 'pkcs1') return;
    report({
      span: keySpan(record),
      message: message({
        en: 'This is a bare RSAPublicKey (PKCS #1, `BEGIN RSA PUBLIC KEY`). RFC 6376 asks for it, but its own examples and the whole world publish SubjectPublicKeyInfo (`BEGIN PUBLIC KEY`), and receivers with OpenDKIM or Rspamd read only that. Write the key in that form.',
        ja: 'これは RSAPublicKey 単体(PKCS #1、`BEGIN RSA PUBLIC KEY`)です。RFC 6376 の本文はこの形式を求めていますが、RFC の例も実際の運用も SubjectPublicKeyInfo(`BEGIN PUBLIC KEY`)で、OpenDKIM や Rspamd を使う受信側はそれしか読めません。その形式で書いてください。',
      }),
      fixes: [
        {
          title: message({
            en: 'Write the key as SubjectPublicKeyInfo',
            ja: '鍵を SubjectPublicKeyInfo の形式で書く',
          }),
          edits: replacingKey(record, writeBase64(subjectPublicKeyInfo(octets))),
        },
      ],
    });
  },
});
