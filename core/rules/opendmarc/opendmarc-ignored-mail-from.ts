import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-ignored-mail-from',
  on: 'opendmarc-setting',
  severity: 'information',
  title: { en: 'Domains that anyone may forge', ja: '誰でもかたれるドメイン' },
  references: ['opendmarc.conf(5)', 'RFC 9989 §5.3'],
  check(setting, report) {
    if (setting.name.toLowerCase() !== 'ignoremailfrom' || setting.value.text === '') return;
    report({
      span: setting.valueSpan,
      message: message(
        {
          en: 'Mail whose From names `{domains}` is not judged at all, whoever sends it. If that is a domain of your own, forged mail from it reaches your users unmarked. To pass over your own users, use IgnoreAuthenticatedClients or IgnoreHosts.',
          ja: 'From が `{domains}` のメールは、誰が送ったものでも判定されません。自分のドメインなら、それをかたる偽メールが利用者に素通しで届きます。自分の利用者を除くには IgnoreAuthenticatedClients や IgnoreHosts を使ってください。',
        },
        { domains: setting.value.text },
      ),
    });
  },
});
