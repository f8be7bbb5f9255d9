import type { Qualifier } from '../syntax/spf/term';
import type { Localized } from '../text/message';

/** What a term wants behind its name. */
export type SpfArgument = 'none' | 'domain' | 'own-domain' | 'ip4' | 'ip6';

/** One mechanism or modifier: what completion, hover and checks know of it. */
export interface SpfTermDefinition {
  readonly name: string;
  readonly kind: 'mechanism' | 'modifier';
  readonly title: Localized;
  /** Markdown: what it does and what to watch. */
  readonly documentation: Localized;
  /** `own-domain`: a domain that may be left out, then it is the record's own. */
  readonly argument: SpfArgument;
  /** Whether it counts against the ten DNS lookups (RFC 7208 §4.6.4). */
  readonly counted: boolean;
  readonly discouraged?: true;
  readonly reference: string;
}

/** In the order in which they are offered. */
export const SPF_TERMS: readonly SpfTermDefinition[] = Object.freeze<SpfTermDefinition[]>([
  {
    name: 'include',
    kind: 'mechanism',
    title: { en: 'Include', ja: '他ドメインの SPF を参照' },
    documentation: {
      en: 'Matches where the SPF record of another domain would let the client pass. It takes over nothing else: a fail over there is no fail here.',
      ja: '他ドメインの SPF レコードで pass になる送信元に一致します。それ以外は引き継がず、参照先で fail になっても、ここでは「一致しない」だけです。',
    },
    argument: 'domain',
    counted: true,
    reference: 'RFC 7208 §5.2',
  },
  {
    name: 'ip4',
    kind: 'mechanism',
    title: { en: 'IPv4 network', ja: 'IPv4 ネットワーク' },
    documentation: {
      en: 'Matches clients in this IPv4 network; without a prefix length, this one address. It needs no DNS lookup.',
      ja: 'この IPv4 ネットワークにある送信元に一致します。プレフィックス長を省くと、その 1 アドレスだけです。DNS 参照は要りません。',
    },
    argument: 'ip4',
    counted: false,
    reference: 'RFC 7208 §5.6',
  },
  {
    name: 'ip6',
    kind: 'mechanism',
    title: { en: 'IPv6 network', ja: 'IPv6 ネットワーク' },
    documentation: {
      en: 'Matches clients in this IPv6 network; without a prefix length, this one address. It needs no DNS lookup.',
      ja: 'この IPv6 ネットワークにある送信元に一致します。プレフィックス長を省くと、その 1 アドレスだけです。DNS 参照は要りません。',
    },
    argument: 'ip6',
    counted: false,
    reference: 'RFC 7208 §5.6',
  },
  {
    name: 'mx',
    kind: 'mechanism',
    title: { en: 'The domain’s mail servers', ja: 'ドメインのメールサーバー' },
    documentation: {
      en: 'Matches the addresses of the hosts that receive the domain’s mail (its MX records). At most ten hosts are allowed. Useful only where these hosts send as well.',
      ja: 'そのドメインのメールを受信するホスト(MX レコード)のアドレスに一致します。ホストは 10 個までです。受信サーバーが送信も行う場合にだけ役立ちます。',
    },
    argument: 'own-domain',
    counted: true,
    reference: 'RFC 7208 §5.4',
  },
  {
    name: 'a',
    kind: 'mechanism',
    title: { en: 'A host’s addresses', ja: 'ホストのアドレス' },
    documentation: {
      en: 'Matches the addresses (A, for IPv6 clients AAAA) of a name.',
      ja: '指定した名前のアドレス(A レコード。送信元が IPv6 なら AAAA レコード)に一致します。',
    },
    argument: 'own-domain',
    counted: true,
    reference: 'RFC 7208 §5.3',
  },
  {
    name: 'exists',
    kind: 'mechanism',
    title: { en: 'A name that exists', ja: '名前の存在' },
    documentation: {
      en: 'Matches where the name, with its macros filled in, has an A record. It is meant for lookups that depend on the message.',
      ja: 'マクロを展開した名前に A レコードがあれば一致します。メールごとに異なる名前を引くためのものです。',
    },
    argument: 'domain',
    counted: true,
    reference: 'RFC 7208 §5.7',
  },
  {
    name: 'ptr',
    kind: 'mechanism',
    title: { en: 'Reverse name (do not use)', ja: '逆引き名(非推奨)' },
    documentation: {
      en: 'Matches clients whose reverse name lies in the domain and leads back to them. It is slow and unreliable, and some receivers skip it; RFC 7208 asks not to publish it.',
      ja: '逆引き名がこのドメインに属し、正引きで元に戻る送信元に一致します。遅く不確実で、無視する受信側もあるため、RFC 7208 は使わないよう求めています。',
    },
    argument: 'own-domain',
    counted: true,
    discouraged: true,
    reference: 'RFC 7208 §5.5',
  },
  {
    name: 'all',
    kind: 'mechanism',
    title: { en: 'Everyone else', ja: 'それ以外のすべて' },
    documentation: {
      en: 'Matches always, so it stands last and says what becomes of all other clients.',
      ja: '常に一致します。最後に置き、それ以外の送信元の扱いを示します。',
    },
    argument: 'none',
    counted: false,
    reference: 'RFC 7208 §5.1',
  },
  {
    name: 'redirect',
    kind: 'modifier',
    title: { en: 'Use another domain’s record', ja: '他ドメインのレコードを使う' },
    documentation: {
      en: 'Where no mechanism matches, the record of the other domain decides in place of this one. Beside an `all` it does nothing.',
      ja: 'どのメカニズムにも一致しないとき、他ドメインのレコードが代わりに判定します。`all` があると効果はありません。',
    },
    argument: 'domain',
    counted: true,
    reference: 'RFC 7208 §6.1',
  },
  {
    name: 'exp',
    kind: 'modifier',
    title: { en: 'Explanation', ja: '説明文' },
    documentation: {
      en: 'Names a TXT record with a text for the sender of mail that fails. Receivers may show it in their rejection.',
      ja: 'fail になったメールの送信者に示す説明文の TXT レコードを指定します。受信側が拒否メッセージに使うことがあります。',
    },
    argument: 'domain',
    counted: false,
    reference: 'RFC 7208 §6.2',
  },
]);

const BY_NAME: ReadonlyMap<string, SpfTermDefinition> = new Map(SPF_TERMS.map((term) => [term.name, term]));

/** The definition of a term by its name, whatever its case. */
export function spfTermDefinition(name: string): SpfTermDefinition | undefined {
  return BY_NAME.get(name.toLowerCase());
}

/** What a match comes to (RFC 7208 §2.6, §4.6.2). */
export const SPF_QUALIFIERS: Readonly<
  Record<Qualifier, { readonly result: string; readonly meaning: Localized }>
> = Object.freeze({
  '+': { result: 'pass', meaning: { en: 'may send for the domain', ja: 'このドメインの送信元として認める' } },
  '-': { result: 'fail', meaning: { en: 'may not send for the domain', ja: '送信元として認めない' } },
  '~': {
    result: 'softfail',
    meaning: {
      en: 'probably may not; accept, but be suspicious',
      ja: 'おそらく正規の送信元でない(受け取るが疑わしい)',
    },
  },
  '?': { result: 'neutral', meaning: { en: 'nothing is said', ja: '何も主張しない' } },
});

/** What each macro letter stands for (RFC 7208 §7.2). */
export const SPF_MACROS: Readonly<Record<string, Localized>> = Object.freeze({
  s: { en: 'the sender’s whole address', ja: '送信者のメールアドレス全体' },
  l: { en: 'the local part of the sender’s address', ja: '送信者アドレスのローカルパート' },
  o: { en: 'the domain of the sender’s address', ja: '送信者アドレスのドメイン' },
  d: { en: 'the domain whose record is evaluated', ja: '評価中のレコードのドメイン' },
  i: { en: 'the client’s address, with dots between its parts', ja: '送信元の IP アドレス(ドット区切り)' },
  p: { en: 'the client’s validated reverse name (do not use)', ja: '検証済みの逆引き名(非推奨)' },
  v: { en: '`in-addr` for IPv4, `ip6` for IPv6', ja: 'IPv4 なら `in-addr`、IPv6 なら `ip6`' },
  h: { en: 'the name given in HELO or EHLO', ja: 'HELO/EHLO で名乗った名前' },
  c: {
    en: 'the client’s address as people read it (only in explanations)',
    ja: '読みやすい形の送信元 IP アドレス(説明文のみ)',
  },
  r: { en: 'the name of the receiving host (only in explanations)', ja: '受信側ホストの名前(説明文のみ)' },
  t: {
    en: 'the time, in seconds since 1970 (only in explanations)',
    ja: '1970 年からの秒数で表した時刻(説明文のみ)',
  },
});
