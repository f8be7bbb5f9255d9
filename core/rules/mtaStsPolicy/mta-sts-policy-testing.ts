import { message } from '../../text/message';
import { valueOf } from '../policyLines';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-testing',
  on: 'mta-sts-policy-line',
  severity: 'information',
  title: { en: 'A policy that is only tested', ja: '試験中のポリシー' },
  references: ['RFC 8461 §5', 'RFC 8460 §3'],
  check(line, report) {
    const value = valueOf(line, 'mode');
    if (value?.text !== 'testing') return;
    report({
      span: value.span,
      message: message({
        en: 'Senders deliver mail even where TLS fails, and only report that to the addresses at `_smtp._tls`. Once the reports are clean, write `enforce` and change the `id` of the `_mta-sts` record.',
        ja: 'TLS に失敗してもメールは配送され、`_smtp._tls` の送付先に報告されるだけです。報告に問題がなくなったら `enforce` にし、`_mta-sts` レコードの `id` も変更してください。',
      }),
    });
  },
});
