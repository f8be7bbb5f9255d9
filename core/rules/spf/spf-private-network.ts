import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { covers } from '../../values/ipNetwork';
import { UNROUTED_NETWORKS } from '../../values/unroutedNetworks';
import { rule } from '../rule';
import { mechanismsIn } from '../spfProblems';

export default rule({
  name: 'spf-private-network',
  on: 'spf-record',
  severity: 'information',
  title: { en: 'A network that receivers never see', ja: '受信側から見えないネットワーク' },
  references: ['RFC 6890 §2.2', 'RFC 7208 §5.6'],
  check(record, report) {
    for (const { network } of mechanismsIn(record, 'ip4', 'ip6')) {
      const value = network?.value;
      if (
        network === undefined ||
        value === undefined ||
        !UNROUTED_NETWORKS.some((wide) => covers(wide, value))
      )
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
