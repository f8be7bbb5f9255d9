import { answered, ask } from '../../evaluate/dns';
import { systemResolver } from '../../model/zone/resolver';
import { message } from '../../text/message';
import { absoluteName } from '../../values/domainName';
import { countingSetting } from '../mainCfValues';
import { mailDomainOf } from '../mainCfNames';
import { rule } from '../rule';

export default rule({
  name: 'system-host-without-address',
  on: 'mail-system',
  severity: 'information',
  title: { en: 'A mail server whose name has no address', ja: '名前にアドレスのないメールサーバー' },
  references: ['postconf(5)', 'RFC 5321 §4.1.4'],
  check(subject, report) {
    if (subject.kind !== 'postfix-main') return;
    const { file, system } = subject;
    const member = countingSetting(file, 'myhostname');
    const host = mailDomainOf(file, 'myhostname');
    const name = host === undefined ? undefined : absoluteName(`${host}.`, '.');
    if (member === undefined || host === undefined || name === undefined) return;
    const resolver = systemResolver(system);
    const without = (['A', 'AAAA'] as const).every((type) => {
      const answer = answered(ask(type, name), resolver);
      return answer.status === 'missing' || (answer.status === 'found' && answer.records.length === 0);
    });
    if (!without) return;
    report({
      anchor: member.anchor,
      span: member.value.valueSpan,
      message: message(
        {
          en: 'Postfix introduces itself as {host}, and the zone of that name has no address for it. Many receivers refuse such clients. Add an A or AAAA record, or correct the name.',
          ja: 'Postfix は {host} と名乗りますが、ゾーンにその名前のアドレスがありません。多くの受信側に拒否されます。A か AAAA レコードを追加するか、名前を直してください。',
        },
        { host },
      ),
    });
  },
});
