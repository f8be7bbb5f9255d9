import { answered } from '../../evaluate/dns';
import { checkHost } from '../../evaluate/spf/checkHost';
import { systemResolver } from '../../model/zone/resolver';
import { message } from '../../text/message';
import { formatIp, parseIp } from '../../values/ipAddress';
import { listWords } from '../../values/words';
import { countingSetting, expanded, valueOf } from '../mainCfValues';
import { mailDomainOf } from '../mainCfNames';
import { valuePart } from '../postfixSettings';
import { rule } from '../rule';

export default rule({
  name: 'system-unpermitted-address',
  on: 'mail-system',
  severity: 'warning',
  title: {
    en: 'Mail is sent from an address that SPF does not permit',
    ja: 'SPF で許可されていないアドレスからの送信',
  },
  references: ['postconf(5)', 'RFC 7208 §2.4'],
  check(subject, report) {
    if (subject.kind !== 'postfix-main') return;
    const { file, system } = subject;
    const domain = mailDomainOf(file, 'myorigin');
    if (domain === undefined) return;
    const resolver = systemResolver(system);
    // What is bound to counts before the interfaces; of several of those nobody knows which one is used.
    const bound = ['smtp_bind_address', 'smtp_bind_address6'].filter(
      (name) => countingSetting(file, name) !== undefined,
    );
    for (const name of bound.length > 0 ? bound : ['inet_interfaces']) {
      const member = countingSetting(file, name);
      if (member === undefined) continue;
      const words = listWords(member.value.value.text);
      const addresses = words.flatMap(({ text, span }) => {
        const ip = parseIp((expanded(file, text) ?? '').replace(/^\[|\]$/g, ''));
        return ip === undefined || isLocal(ip.octets) ? [] : [{ ip, span }];
      });
      const [address, ...more] = addresses;
      if (address === undefined || more.length > 0) continue;
      const request = {
        ip: address.ip,
        mailFrom: `postmaster@${domain}`,
        helo: valueOf(file, 'myhostname') ?? domain,
      };
      const { result } = answered(checkHost(request), resolver);
      if (result !== 'fail' && result !== 'softfail') continue;
      report({
        anchor: member.anchor,
        span: valuePart(member.value, address.span),
        message: message(
          {
            en: 'Postfix sends from {ip} here, and the SPF record of {domain} gives {result} for it: receivers refuse or mark mail with senders at {domain}. Add the address to the record, or send from another.',
            ja: 'Postfix は {ip} から送信しますが、{domain} の SPF レコードでの判定は {result} です。{domain} を送信者とするメールは受信側で拒否されるか、迷惑メールと判定されます。レコードにアドレスを追加するか、別のアドレスから送信してください。',
          },
          { ip: formatIp(address.ip), domain, result },
        ),
      });
    }
  },
});

/** Loopback, private and link-local addresses: behind them stands another when mail leaves. */
function isLocal(octets: readonly number[]): boolean {
  const [a = 0, b = 0] = octets;
  if (octets.length === 16) {
    return (
      octets.slice(0, 15).every((octet) => octet === 0) || (a & 0xfe) === 0xfc || (a === 0xfe && b >= 0x80)
    );
  }
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128)
  );
}
