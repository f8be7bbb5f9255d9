import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { formatIp } from '../../values/ipAddress';
import { withoutHostBits } from '../../values/ipNetwork';
import { rule } from '../rule';
import { mechanismsIn, replaceFix } from '../spfProblems';

export default rule({
  name: 'spf-host-bits',
  on: 'spf-record',
  severity: 'information',
  title: { en: 'A network whose address has host bits', ja: 'ホスト部のビットが立っているネットワーク' },
  references: ['RFC 7208 §5.6'],
  check(record, report) {
    for (const { network } of mechanismsIn(record, 'ip4', 'ip6')) {
      if (network?.value === undefined) continue;
      const { address, prefix } = network.value;
      const first = withoutHostBits(network.value).address;
      if (first.octets.every((octet, index) => octet === address.octets[index])) continue;
      const plain = formatIp(first);
      report({
        span: spanOf(record, network),
        message: message(
          {
            en: '`{written}` is an address inside the network `{plain}/{prefix}`, all of which may send. If only this host is meant, remove the prefix length; otherwise write the network.',
            ja: '`{written}` はネットワーク `{plain}/{prefix}` の中のアドレスで、ネットワーク全体に送信が許可されます。このホストだけならプレフィックス長を外し、そうでなければネットワークアドレスを書いてください。',
          },
          { written: network.text, plain, prefix },
        ),
        fixes: [replaceFix(record, network, plain)],
      });
    }
  },
});
