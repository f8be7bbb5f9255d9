import { message } from '../../text/message';
import { listWords } from '../../values/words';
import { counts, valuePart } from '../postfixSettings';
import { rule } from '../rule';

/** Every IPv4 or IPv6 address there is, in the forms that Postfix reads; and the table that holds everything. */
const EVERYONE = /^(?:0\.0\.0\.0\/0|\[::\]\/0|\[::\/0\]|::\/0|static:.+)$/;

export default rule({
  name: 'postfix-open-mynetworks',
  on: 'postfix-setting',
  severity: 'warning',
  title: { en: 'Everyone may relay', ja: '誰でも中継できる設定' },
  references: ['postconf(5)', 'SMTPD_ACCESS_README'],
  check(setting, report) {
    if (!counts(setting) || setting.name !== 'mynetworks') return;
    for (const { text, span } of listWords(setting.value.text)) {
      if (!EVERYONE.test(text)) continue;
      report({
        span: valuePart(setting, span),
        message: message(
          {
            en: '`{network}` is the whole Internet: everyone passes `permit_mynetworks` and may send mail through this server under any name. List your own networks only.',
            ja: '`{network}` はインターネット全体です。誰でも `permit_mynetworks` を通り、このサーバーから任意の名前でメールを送れます。自分のネットワークだけを書いてください。',
          },
          { network: text },
        ),
      });
    }
  },
});
