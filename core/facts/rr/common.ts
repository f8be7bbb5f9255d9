import { field, HOST, MAILBOX, NAME, PERIOD, STRING, U16, U32, words, type RrType } from './kinds';

const PREFERENCE = field('preference', U16, 'The lowest is tried first', '小さいほど優先');

/** The types that most zones are made of. */
export const COMMON: readonly RrType[] = [
  {
    name: 'A',
    code: 1,
    meaning: words('IPv4 address of a host', 'ホストの IPv4 アドレス'),
    reference: 'RFC 1035 §3.4.1',
    fields: [field('address', { is: 'ipv4' }, 'IPv4 address, `192.0.2.1`', 'IPv4 アドレス（`192.0.2.1`）')],
  },
  {
    name: 'AAAA',
    code: 28,
    meaning: words('IPv6 address of a host', 'ホストの IPv6 アドレス'),
    reference: 'RFC 3596 §2',
    fields: [
      field('address', { is: 'ipv6' }, 'IPv6 address, `2001:db8::1`', 'IPv6 アドレス（`2001:db8::1`）'),
    ],
  },
  {
    name: 'NS',
    code: 2,
    meaning: words('Name server of a zone', 'ゾーンのネームサーバー'),
    reference: 'RFC 1035 §3.3.11',
    fields: [
      field(
        'nsdname',
        HOST,
        'Host name of the server; no alias, no address',
        'サーバーのホスト名（別名や IP アドレスは不可）',
      ),
    ],
  },
  {
    name: 'CNAME',
    code: 5,
    meaning: words('This name is an alias of another', '別の名前の別名'),
    reference: 'RFC 1035 §3.3.1',
    fields: [field('cname', NAME, 'The name that it stands for', '本来の名前')],
  },
  {
    name: 'DNAME',
    code: 39,
    meaning: words(
      'All names below this one are aliases below another',
      'この名前より下を別の名前の下へまとめて転送',
    ),
    reference: 'RFC 6672 §2',
    fields: [field('target', NAME, 'The name that takes its place', '置き換え先の名前')],
  },
  {
    name: 'SOA',
    code: 6,
    meaning: words(
      'Start of a zone: who keeps it, and how often copies are renewed',
      'ゾーンの起点（管理情報と更新間隔）',
    ),
    reference: 'RFC 1035 §3.3.13',
    fields: [
      field('mname', HOST, 'Primary name server', 'プライマリネームサーバー'),
      field(
        'rname',
        MAILBOX,
        'Mailbox of the person in charge, `hostmaster.example.com.`',
        '管理者のメールアドレス（`hostmaster.example.com.` の形）',
      ),
      field(
        'serial',
        U32,
        'Version of the zone; has to grow with every change',
        'ゾーンの版。変更のたびに増やす',
      ),
      field(
        'refresh',
        PERIOD,
        'How often secondaries ask for a new version',
        'セカンダリが更新を確認する間隔',
      ),
      field('retry', PERIOD, 'How soon they ask again after a failure', '確認に失敗したときの再試行間隔'),
      field(
        'expire',
        PERIOD,
        'How long they answer without having reached the primary',
        'プライマリに届かないまま応答を続ける期間',
      ),
      field(
        'minimum',
        PERIOD,
        'How long a negative answer is cached (RFC 2308)',
        '否定応答のキャッシュ時間 (RFC 2308)',
      ),
    ],
  },
  {
    name: 'PTR',
    code: 12,
    meaning: words('Name of an address (reverse lookup)', 'アドレスに対応する名前（逆引き）'),
    reference: 'RFC 1035 §3.3.12',
    fields: [field('ptrdname', HOST, 'The host that has the address', 'そのアドレスを持つホスト')],
  },
  {
    name: 'MX',
    code: 15,
    meaning: words('Host that takes the mail of this domain', 'このドメインのメールを受け取るホスト'),
    reference: 'RFC 1035 §3.3.9; RFC 7505',
    fields: [
      PREFERENCE,
      field(
        'exchange',
        HOST,
        'Mail host; no alias. `.` with preference 0: no mail at all',
        'メールホスト（別名は不可）。優先度 0 の `.` はメールを受け取らない意味',
      ),
    ],
  },
  {
    name: 'TXT',
    code: 16,
    meaning: words('Text: SPF, DKIM, DMARC and much more', 'テキスト（SPF、DKIM、DMARC など）'),
    reference: 'RFC 1035 §3.3.14',
    fields: [
      field(
        'txt-data',
        STRING,
        'Text of up to 255 octets; several are joined without a blank',
        '255 オクテットまでの文字列。複数は空白なしで連結',
        { repeated: true },
      ),
    ],
  },
  {
    name: 'SPF',
    code: 99,
    meaning: words('SPF in a type of its own; withdrawn, use TXT', 'SPF 専用の型。廃止されたため TXT を使う'),
    reference: 'RFC 7208 §3.1',
    fields: [
      field('txt-data', STRING, 'Text of up to 255 octets', '255 オクテットまでの文字列', { repeated: true }),
    ],
    status: 'obsolete',
  },
  {
    name: 'HINFO',
    code: 13,
    meaning: words(
      'Machine and operating system; today also the answer to ANY (RFC 8482)',
      '機種と OS。現在は ANY への応答にも使う (RFC 8482)',
    ),
    reference: 'RFC 1035 §3.3.2',
    fields: [field('cpu', STRING, 'Machine', '機種'), field('os', STRING, 'Operating system', 'OS')],
  },
  {
    name: 'RP',
    code: 17,
    meaning: words('Person in charge of a name', '名前の責任者'),
    reference: 'RFC 1183 §2.2',
    fields: [
      field(
        'mbox-dname',
        MAILBOX,
        'Mailbox, `admin.example.com.`; `.` for none',
        'メールアドレス（`admin.example.com.` の形）。なければ `.`',
      ),
      field(
        'txt-dname',
        NAME,
        'Name whose TXT says more; `.` for none',
        '補足の TXT がある名前。なければ `.`',
      ),
    ],
  },
];
