import type { Localized } from '../../text/message';
import { meantFix, problemRule } from '../entryProblems';

const WORDS: Readonly<Record<string, Localized>> = {
  'ipv4-other-family': {
    en: '`{text}` is an IPv6 address, and a record of type {type} holds an IPv4 address. {who} Use AAAA for it.',
    ja: '`{text}` は IPv6 アドレスですが、{type} には IPv4 アドレスを書きます。{who}AAAA を使ってください。',
  },
  'ipv6-other-family': {
    en: '`{text}` is an IPv4 address, and a record of type {type} holds an IPv6 address. {who} Use A for it.',
    ja: '`{text}` は IPv4 アドレスですが、{type} には IPv6 アドレスを書きます。{who}A を使ってください。',
  },
  'ipv4-leading-zero': {
    en: '`{text}` has a number with a leading zero, which some read as octal. {who} Write the number without it.',
    ja: '`{text}` には先頭に 0 の付いた数があり、8 進数と解釈されることがあります。{who}先頭の 0 を取ってください。',
  },
  'ipv4-octet-range': {
    en: '`{text}` has a number over 255 and is no IPv4 address. {who}',
    ja: '`{text}` には 255 を超える数があり、IPv4 アドレスではありません。{who}',
  },
  'ipv4-name': {
    en: 'A record of type {type} holds an IPv4 address, and `{text}` is a name. {who} Write the address, or use CNAME for a name.',
    ja: '{type} には IPv4 アドレスを書きます。`{text}` は名前です。{who}アドレスを書くか、名前なら CNAME を使ってください。',
  },
  'ipv6-name': {
    en: 'A record of type {type} holds an IPv6 address, and `{text}` is a name. {who} Write the address, or use CNAME for a name.',
    ja: '{type} には IPv6 アドレスを書きます。`{text}` は名前です。{who}アドレスを書くか、名前なら CNAME を使ってください。',
  },
  'ipv4-form': {
    en: '`{text}` is no IPv4 address: four numbers up to 255 with dots between, as in `192.0.2.1`. {who}',
    ja: '`{text}` は IPv4 アドレスではありません。255 以下の数を 4 つ、ドットで区切って書きます（例: `192.0.2.1`）。{who}',
  },
  'ipv6-form': {
    en: '`{text}` is no IPv6 address: eight groups of hex digits with colons, one `::` for a run of zeros, no `%` and no `/`. {who}',
    ja: '`{text}` は IPv6 アドレスではありません。16 進の組を 8 つコロンで区切り、0 の並びは 1 か所だけ `::` と書けます。`%` や `/` は使えません。{who}',
  },
  eui: {
    en: '`{text}` is no address of {octets} pairs of hex digits with hyphens between. {who}',
    ja: '`{text}` は、2 桁の 16 進数 {octets} 組をハイフンで区切った形になっていません。{who}',
  },
  'node-id': {
    en: '`{text}` is not four groups of four hex digits with colons between, as in `0014:4fff:ff20:ee64`. {who}',
    ja: '`{text}` は、4 桁の 16 進数 4 組をコロンで区切った形（例: `0014:4fff:ff20:ee64`）になっていません。{who}',
  },
  nsap: {
    en: '`{text}` is no NSAP address: `0x` and pairs of hex digits, with dots at will. {who}',
    ja: '`{text}` は NSAP アドレスではありません。`0x` に続けて 2 桁ずつの 16 進数を書きます（ドットは任意）。{who}',
  },
  atma: {
    en: '`{text}` is no ATM address: `+` and digits, or pairs of hex digits. {who}',
    ja: '`{text}` は ATM アドレスではありません。`+` と数字、または 2 桁ずつの 16 進数を書きます。{who}',
  },
  apl: {
    en: '`{text}` is no prefix: write `1:` and an IPv4 prefix or `2:` and an IPv6 prefix, as in `1:192.0.2.0/24`; `!` in front excludes it. {who}',
    ja: '`{text}` はアドレスプレフィックスではありません。`1:192.0.2.0/24` のように、IPv4 なら `1:`、IPv6 なら `2:` を付けて書きます（除外は先頭に `!`）。{who}',
  },
};

export default problemRule({
  name: 'zone-bad-address',
  kind: 'bad-address',
  title: { en: 'An address that is none', ja: 'アドレスとして正しくない値' },
  references: ['RFC 1035 §3.4.1', 'RFC 4291 §2.2'],
  says: (problem, _entry, marked) => ({
    text: WORDS[problem.detail ?? ''] ?? WORDS['ipv4-form']!,
    fixes: meantFix(problem, marked),
  }),
});
