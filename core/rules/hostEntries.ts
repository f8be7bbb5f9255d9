// What is wrong with an entry of a list of hosts, in a file or in opendkim.conf itself.
import { message, type Localized } from '../text/message';
import { readHost } from '../values/hostEntry';
import { addressBits } from '../values/ipNetwork';
import type { Say } from './keywordSettings';
import { replaceTitle } from './titles';

const PROBLEMS: Readonly<Record<'address' | 'prefix' | 'pattern' | 'name', Localized>> = {
  address: {
    en: '`{text}` is no IP address and no name: it never matches a host. Write `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32` or a name.',
    ja: '`{text}` は IP アドレスでも名前でもなく、どのホストにも一致しません。`192.0.2.1`、`192.0.2.0/24`、`2001:db8::/32`、または名前を書いてください。',
  },
  prefix: {
    en: '`{text}` has no such prefix: an IPv4 network has up to 32 bits, an IPv6 network up to 128. It never matches a host.',
    ja: '`{text}` のプレフィックスは正しくありません。IPv4 は 32 まで、IPv6 は 128 までです。どのホストにも一致しません。',
  },
  pattern: {
    en: '`{text}` never matches a host: a `*` means something only where opendkim.conf reads the file by `refile:`. For all hosts of a domain write `.example.com`, for a network `192.0.2.0/24`.',
    ja: '`{text}` はどのホストにも一致しません。`*` が意味を持つのは、opendkim.conf で `refile:` として読むファイルだけです。ドメインのすべてのホストは `.example.com`、ネットワークは `192.0.2.0/24` と書きます。',
  },
  name: {
    en: '`{text}` is no name of a host, and never matches one. Write an address, a network, a name, or `.example.com` for all hosts of a domain.',
    ja: '`{text}` はホスト名ではなく、どのホストにも一致しません。アドレス、ネットワーク、名前か、ドメインのすべてのホストを表す `.example.com` を書いてください。',
  },
};

/** An entry that no host ever matches: it is none, or written otherwise than the program compares. */
export function checkHost(text: string, start: number, say: Say): void {
  const { problem, canonical, kind } = readHost(text);
  const span = { start, end: start + text.length };
  if (problem !== undefined) {
    say({ span, message: message(PROBLEMS[problem], { text }) });
  } else if (canonical !== undefined) {
    say({
      span,
      message: message(
        kind === 'network'
          ? {
              en: 'Entries are compared letter by letter with networks as they are usually written, whose bits behind the prefix are 0: `{text}` matches no host. Write `{canonical}`.',
              ja: '項目は、プレフィックスより後のビットが 0 の通常の表記と文字どおりに比べられます。`{text}` はどのホストにも一致しません。`{canonical}` と書いてください。',
            }
          : {
              en: 'Entries are compared letter by letter with addresses as they are usually written: `{text}` matches no host. Write `{canonical}`.',
              ja: '項目は通常の表記のアドレスと文字どおりに比べられます。`{text}` はどのホストにも一致しません。`{canonical}` と書いてください。',
            },
        { text, canonical },
      ),
      fixes: [{ title: replaceTitle(text, canonical), edits: [{ span, text: canonical }] }],
    });
  }
}

/** An entry that takes in all addresses, or nearly. */
export function checkEveryone(text: string, start: number, say: Say): void {
  const { network, negated } = readHost(text);
  if (network === undefined || negated) return;
  const widest = addressBits(network.address.family) === 32 ? 7 : 15;
  if (network.prefix > widest) return;
  say({
    span: { start, end: start + text.length },
    message: message(
      {
        en: '`{text}` takes in much of the internet: whoever sends from there is treated as one of your own hosts, unchecked, perhaps even signed for. Name your own networks only.',
        ja: '`{text}` はインターネットの大部分を含みます。そこからの送信者は自分のホストとして扱われ、検査されず、署名までされかねません。自分のネットワークだけを書いてください。',
      },
      { text },
    ),
  });
}
