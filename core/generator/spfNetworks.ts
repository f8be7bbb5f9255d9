import { message, type Message } from '../text/message';
import { labelsOf } from '../values/domainName';
import { parseIp } from '../values/ipAddress';
import { addressBits, covers, formatNetwork, withoutHostBits, type IpNetwork } from '../values/ipNetwork';
import { UNROUTED_NETWORKS } from '../values/unroutedNetworks';
import { membersOf } from './form';
import { asciiName } from './names';

/** Networks from which no mail ever comes over the Internet; the unspecified address is none of anybody's, either. */
const NEVER_SEEN: readonly IpNetwork[] = [...UNROUTED_NETWORKS, networkOf('::/127')!];

/** A typed network, also with `ip4:` or `ip6:` before it; bits behind its prefix are dropped. */
export function networkOf(text: string): IpNetwork | undefined {
  const [, family, rest = ''] = /^(?:ip([46]):)?(.*)$/is.exec(text)!;
  const [host = '', prefix, more] = rest.split('/');
  const address = parseIp(host.replace(/^\[(.*)\]$/, '$1'));
  if (address === undefined || more !== undefined) return undefined;
  if (family !== undefined && Number(family) !== address.family) return undefined;
  const most = addressBits(address.family);
  if (prefix === undefined) return { address, prefix: most };
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1;
  return bits < 0 || bits > most ? undefined : withoutHostBits({ address, prefix: bits });
}

/** The addresses and networks among texts that mail can come from; what another one covers is left out. */
export function publicNetworks(texts: readonly string[]): string[] {
  const networks = texts.flatMap((text) => networkOf(text) ?? []).filter((network) => !isPrivate(network));
  return smallest(networks).map(formatNetwork);
}

/** The networks without those that another one covers, in their order; of equal ones the first stays. */
export function smallest(networks: readonly IpNetwork[]): IpNetwork[] {
  const first = new Map<string, IpNetwork>();
  for (const network of networks) {
    const key = keyOf(network, network.prefix);
    if (!first.has(key)) first.set(key, network);
  }
  const lengths = [...new Set(networks.map(({ prefix }) => prefix))].sort((a, b) => a - b);
  return networks.filter((own) => {
    const outer = lengths.find((prefix) => prefix <= own.prefix && first.has(keyOf(own, prefix)));
    return outer === own.prefix && first.get(keyOf(own, outer)) === own;
  });
}

/** The name of the network of this length that a network lies in. */
function keyOf({ address }: IpNetwork, prefix: number): string {
  const { octets } = withoutHostBits({ address, prefix }).address;
  return `${address.family} ${octets.join('.')}/${prefix}`;
}

function isPrivate(network: IpNetwork): boolean {
  return NEVER_SEEN.some((wide) => covers(wide, network));
}

/** What is wrong with a typed list of networks; an empty one will do. */
export function networksComplaint(text: string): Message | undefined {
  for (const member of membersOf(text)) {
    const network = networkOf(member);
    if (network === undefined) {
      return message(
        {
          en: '“{member}” is no address and no network such as 192.0.2.0/28 or 2001:db8::/64.',
          ja: '「{member}」は IP アドレスでも、192.0.2.0/28 や 2001:db8::/64 のようなネットワークでもありません。',
        },
        { member },
      );
    }
    if (isPrivate(network)) {
      return message(
        {
          en: 'Mail never comes from {member} over the Internet. Name the public address under which it leaves.',
          ja: '{member} からのメールがインターネット経由で届くことはありません。送信時のグローバルアドレスを入力してください。',
        },
        { member },
      );
    }
    if (network.prefix < (network.address.family === 4 ? 8 : 16)) {
      return message(
        {
          en: '{member} is a large part of the whole Internet. Name only networks of your own.',
          ja: '{member} は広すぎます。自組織のネットワークだけを入力してください。',
        },
        { member },
      );
    }
  }
  return undefined;
}

/** What is wrong with a typed list of names that have addresses or SPF records; an empty one will do. */
export function hostsComplaint(text: string): Message | undefined {
  for (const member of membersOf(text)) {
    if (isSpfName(asciiName(member))) continue;
    return message(
      {
        en: '“{member}” is no name that can stand here.',
        ja: '「{member}」はここに書ける名前ではありません。',
      },
      { member },
    );
  }
  return undefined;
}

/** Whether a name can stand in a term as it is: no macros, a top label that is one (RFC 7208 §7.1). */
function isSpfName(text: string): boolean {
  const labels = text.replace(/\.$/, '').split('.');
  return (
    parseIp(text) === undefined &&
    labels.length >= 2 &&
    labelsOf(text).length === labels.length &&
    labels.every((label) => /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/i.test(label)) &&
    /^[a-z](?:[a-z\d-]*[a-z\d])?$/i.test(labels.at(-1)!)
  );
}
