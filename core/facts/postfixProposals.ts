import { keyword, type Keyword } from './keyword';

/** A proposal for a value: what is written, where that is another text or a snippet. */
export interface Proposal extends Keyword {
  readonly insert?: string;
  /** The first Postfix that reads it. */
  readonly since?: string;
}

/** Networks that mail is relayed for, as mynetworks writes them. */
export const NETWORK_PROPOSALS: readonly Proposal[] = [
  keyword('127.0.0.0/8', 'This machine itself (IPv4).', 'このマシン自身です (IPv4)。'),
  keyword('[::1]/128', 'This machine itself (IPv6).', 'このマシン自身です (IPv6)。'),
  keyword(
    '[::ffff:127.0.0.0]/104',
    'This machine, IPv4 over IPv6 sockets.',
    'IPv6 ソケット経由の IPv4 でのこのマシンです。',
  ),
  keyword(
    '10.0.0.0/8',
    'Private network (RFC 1918): narrow it to your own.',
    'プライベートネットワークです (RFC 1918)。自分の範囲に絞ってください。',
  ),
  keyword(
    '172.16.0.0/12',
    'Private network (RFC 1918): narrow it to your own.',
    'プライベートネットワークです (RFC 1918)。自分の範囲に絞ってください。',
  ),
  keyword(
    '192.168.0.0/16',
    'Private network (RFC 1918): narrow it to your own.',
    'プライベートネットワークです (RFC 1918)。自分の範囲に絞ってください。',
  ),
  keyword('[fe80::]/64', 'Hosts on the same link (IPv6).', '同じリンク上のホストです (IPv6)。'),
  keyword(
    '[fd00::]/8',
    'Private network (RFC 4193): narrow it to your own.',
    'プライベートネットワークです (RFC 4193)。自分の範囲に絞ってください。',
  ),
];

/** Kinds of ciphers that are left out of a grade (OpenSSL’s names). */
export const CIPHER_PROPOSALS: readonly Proposal[] = [
  keyword(
    'aNULL',
    'Ciphers without a certificate. Postfix leaves them out itself where it must check one.',
    '証明書を使わない暗号です。検証が必要な場面では Postfix が自動で除きます。',
  ),
  keyword('eNULL', 'Ciphers that do not encrypt.', '暗号化しないものです。'),
  keyword('MD5', 'Ciphers that rest on MD5.', 'MD5 を使う暗号です。'),
  keyword('RC4', 'The broken stream cipher RC4.', '破られたストリーム暗号 RC4 です。'),
  keyword('DES', 'Single DES, 56 bits.', '56 ビットの DES です。'),
  keyword(
    '3DES',
    'Triple DES: slow, and with blocks of 64 bits.',
    '遅く、ブロックが 64 ビットの 3DES です。',
  ),
  keyword(
    'EXPORT',
    'Ciphers of 40 and 56 bits that were made for export.',
    '輸出用の 40・56 ビットの暗号です。',
  ),
  keyword('kRSA', 'Key exchange by RSA: no forward secrecy.', '前方秘匿性のない RSA 鍵交換です。'),
  keyword('aDSS', 'Ciphers that need a DSA certificate.', 'DSA の証明書を使う暗号です。'),
  keyword('PSK', 'Ciphers with keys that were shared before.', '事前共有鍵の暗号です。'),
];

/** Transports that every master.cf has. */
export const TRANSPORT_PROPOSALS: readonly Proposal[] = [
  keyword('smtp', 'Sends by SMTP.', 'SMTP で送信します。'),
  keyword('lmtp', 'Delivers by LMTP.', 'LMTP で渡します。'),
  keyword('relay', 'Sends by SMTP, with limits of its own.', '別枠の制限で SMTP 送信します。'),
  keyword('local', 'Delivers to the users of this machine.', 'このマシンの利用者に配送します。'),
  keyword('virtual', 'Delivers to virtual mailboxes.', '仮想メールボックスに配送します。'),
  keyword('error', 'Bounces all.', 'すべてバウンスします。'),
  keyword('discard', 'Throws all away.', 'すべて捨てます。'),
];

/** Transports with where they lead. */
export const ROUTE_PROPOSALS: readonly Proposal[] = [
  {
    ...keyword(
      'smtp:[host]:port',
      'To that very host, without looking for its MX.',
      'MX を引かず、そのホストに送ります。',
    ),
    insert: 'smtp:[${1:host}]:${2:25}',
  },
  keyword(
    'lmtp:unix:private/dovecot-lmtp',
    'Dovecot’s usual socket for LMTP.',
    'Dovecot の LMTP でよく使うソケットです。',
  ),
  {
    ...keyword(
      'lmtp:inet:host:port',
      'A server that speaks LMTP at a TCP port.',
      'TCP ポートで LMTP を話すサーバーです。',
    ),
    insert: 'lmtp:inet:${1:127.0.0.1}:${2:24}',
  },
];

/** What stands behind a transport’s colon. */
export const NEXTHOP_PROPOSALS: readonly Proposal[] = [
  {
    ...keyword(
      '[host]:port',
      'A host and its port; the brackets keep Postfix from asking for an MX.',
      'ホストとポートです。角括弧を付けると MX を引きません。',
    ),
    insert: '[${1:host}]:${2:587}',
  },
  {
    ...keyword('[host]', 'A host, without asking for its MX.', 'MX を引かないホストです。'),
    insert: '[${1:host}]',
  },
  { ...keyword('domain', 'The MX hosts of a domain.', 'ドメインの MX です。'), insert: '${1:example.com}' },
];

/** Where inet_interfaces listens. */
export const INTERFACE_PROPOSALS: readonly Proposal[] = [
  keyword('all', 'All addresses of this machine.', 'このマシンのすべてのアドレスです。'),
  keyword('loopback-only', 'Only programs on this machine.', 'このマシンの中からだけ接続できます。'),
  keyword('127.0.0.1', 'This machine (IPv4).', 'このマシンです (IPv4)。'),
  keyword('[::1]', 'This machine (IPv6).', 'このマシンです (IPv6)。'),
];

/** How fast the number of deliveries at once goes up or down. */
export const FEEDBACK_PROPOSALS: readonly Proposal[] = [
  keyword('1', 'One delivery more or less at each.', '1 件ごとに同時配送数を 1 変えます。'),
  keyword(
    '1/concurrency',
    'One more or less after as many as go on at once.',
    '同時配送数と同じ件数ごとに 1 変えます。',
  ),
  keyword(
    '1/sqrt_concurrency',
    'In between: by the square root of the deliveries at once.',
    '中間の速さです。同時配送数の平方根で割ります。',
  ),
  keyword('1/8', 'One more or less after eight.', '8 件ごとに 1 変えます。'),
];
