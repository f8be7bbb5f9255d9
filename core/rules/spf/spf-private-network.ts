import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { parseIp } from '../../values/ipAddress';
import { covers, type IpNetwork } from '../../values/ipNetwork';
import { rule } from '../rule';
import { mechanismsIn } from '../spfProblems';

/** Networks that never reach a receiver over the Internet (RFC 6890, RFC 6598, RFC 4193, RFC 4291). */
const NEVER_SEEN: readonly IpNetwork[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
].map((text) => {
  const [address = '', prefix = ''] = text.split('/');
  return { address: parseIp(address)!, prefix: Number(prefix) };
});

export default rule({
  name: 'spf-private-network',
  on: 'spf-record',
  severity: 'information',
  title: { en: 'A network that receivers never see', ja: '受信側から見えないネットワーク' },
  references: ['RFC 6890 §2.2', 'RFC 7208 §5.6'],
  check(record, report) {
    for (const { network } of mechanismsIn(record, 'ip4', 'ip6')) {
      const value = network?.value;
      if (network === undefined || value === undefined || !NEVER_SEEN.some((wide) => covers(wide, value)))
        continue;
      report({
        span: spanOf(record, network),
        message: message(
          {
            en: 'Mail never comes from `{network}` over the Internet (private, loopback, link-local or reserved). Name the public address under which the mail leaves.',
            ja: '`{network}` からのメールがインターネット経由で届くことはありません(プライベート、ループバック、リンクローカル、予約済みアドレス)。送信時のグローバルアドレスを書いてください。',
          },
          { network: network.text },
        ),
      });
    }
  },
});
