import {
  BASE64_REST,
  field,
  HOST,
  known,
  MAILBOX,
  NAME,
  PERIOD,
  STRING,
  U16,
  U32,
  U8,
  words,
  type RrType,
} from './kinds';

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
    name: 'SRV',
    code: 33,
    meaning: words('Host and port of a service', 'サービスのホストとポート'),
    reference: 'RFC 2782',
    fields: [
      field('priority', U16, 'The lowest is tried first', '小さいほど優先'),
      field('weight', U16, 'Share among hosts of the same priority', '同じ優先度の中での配分'),
      field('port', U16, 'Port of the service', 'サービスのポート'),
      field(
        'target',
        HOST,
        'Host; no alias. `.`: there is no such service',
        'ホスト（別名は不可）。`.` はサービスがない意味',
      ),
    ],
  },
  {
    name: 'NAPTR',
    code: 35,
    meaning: words(
      'Rule that rewrites a name or number into the next place to ask',
      '名前や番号を次の問い合わせ先へ書き換える規則',
    ),
    reference: 'RFC 3403 §4.1',
    fields: [
      field('order', U16, 'Rules are tried from the lowest', '小さい順に適用'),
      field(
        'preference',
        U16,
        'Among rules of the same order, the lowest first',
        '同じ順序の中で小さいほど優先',
      ),
      field(
        'flags',
        STRING,
        '`"S"` SRV next, `"A"` an address, `"U"` a URI, `"P"` the protocol’s own',
        '`"S"` 次は SRV、`"A"` アドレス、`"U"` URI、`"P"` プロトコル独自',
      ),
      field(
        'services',
        STRING,
        'Service and protocol, `"E2U+sip"`',
        'サービスとプロトコル（`"E2U+sip"` など）',
      ),
      field(
        'regexp',
        STRING,
        'Substitution, `"!^.*$!sip:info@example.com!"`; empty with a replacement',
        '置換式（`"!^.*$!sip:info@example.com!"` など）。replacement を使うときは空',
      ),
      field(
        'replacement',
        NAME,
        'The next name to ask; `.` with a regexp',
        '次に問い合わせる名前。regexp を使うときは `.`',
      ),
    ],
  },
  {
    name: 'URI',
    code: 256,
    meaning: words('Address (URI) of a service', 'サービスの URI'),
    reference: 'RFC 7553 §4',
    fields: [
      field('priority', U16, 'The lowest is tried first', '小さいほど優先'),
      field('weight', U16, 'Share among those of the same priority', '同じ優先度の中での配分'),
      field('target', { is: 'text' }, 'The URI, in quotes', 'URI（引用符で囲む）'),
    ],
  },
  {
    name: 'CAA',
    code: 257,
    meaning: words('Which CAs may issue certificates for this domain', 'このドメインの証明書を発行できる CA'),
    reference: 'RFC 8659 §4',
    fields: [
      field(
        'flags',
        {
          is: 'number',
          bits: 8,
          values: [
            known(
              0,
              undefined,
              'A CA that does not know the tag may go on',
              'タグを知らない CA は無視してよい',
            ),
            known(
              128,
              undefined,
              'Critical: a CA that does not know the tag must not issue',
              '必須。タグを知らない CA は発行してはならない',
            ),
          ],
        },
        '0, or 128 for critical',
        '0。必須なら 128',
      ),
      field(
        'tag',
        {
          is: 'tag',
          words: [
            {
              word: 'issue',
              meaning: words('This CA may issue; `;` means none', 'この CA の発行を許可。`;` は全 CA を拒否'),
            },
            {
              word: 'issuewild',
              meaning: words(
                'This CA may issue wildcard certificates',
                'この CA のワイルドカード証明書発行を許可',
              ),
            },
            {
              word: 'issuemail',
              meaning: words(
                'This CA may issue S/MIME certificates (RFC 9495)',
                'この CA の S/MIME 証明書発行を許可 (RFC 9495)',
              ),
            },
            {
              word: 'issuevmc',
              meaning: words(
                'This CA may issue mark certificates for BIMI',
                'この CA の BIMI 用マーク証明書発行を許可',
              ),
            },
            { word: 'iodef', meaning: words('Where refused requests are reported', '拒否した申請の通知先') },
            {
              word: 'contactemail',
              meaning: words('Mail address for domain validation', 'ドメイン認証用のメールアドレス'),
            },
            {
              word: 'contactphone',
              meaning: words('Telephone number for domain validation', 'ドメイン認証用の電話番号'),
            },
          ],
        },
        'What the value says',
        '値の種類',
      ),
      field(
        'value',
        { is: 'text' },
        '`"ca.example.net"`, or `"mailto:…"` for iodef',
        '`"ca.example.net"`。iodef なら `"mailto:…"`',
      ),
    ],
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
  {
    name: 'AFSDB',
    code: 18,
    meaning: words('Server of an AFS cell or DCE', 'AFS セルや DCE のサーバー'),
    reference: 'RFC 1183 §1; RFC 5864',
    fields: [
      field(
        'subtype',
        {
          is: 'number',
          bits: 16,
          values: [
            known(1, undefined, 'AFS cell database server', 'AFS セルデータベースサーバー'),
            known(2, undefined, 'DCE authentication server', 'DCE 認証サーバー'),
          ],
        },
        'Kind of server',
        'サーバーの種類',
      ),
      field('hostname', HOST, 'Its host', 'そのホスト'),
    ],
  },
  {
    name: 'KX',
    code: 36,
    meaning: words('Host that exchanges keys for this name', 'この名前の鍵交換を受け持つホスト'),
    reference: 'RFC 2230 §3.1',
    fields: [PREFERENCE, field('exchanger', HOST, 'The host', 'そのホスト')],
  },
  {
    name: 'DHCID',
    code: 49,
    meaning: words('Which DHCP client holds this name', 'この名前を持つ DHCP クライアントの識別子'),
    reference: 'RFC 4701 §3',
    fields: [field('digest', BASE64_REST, 'Identifier in Base64', 'Base64 の識別子')],
  },
  {
    name: 'RESINFO',
    code: 261,
    meaning: words('What a resolver can do', 'リゾルバーの能力'),
    reference: 'RFC 9606 §4',
    fields: [
      field('key', STRING, '`qnamemin`, `exterr=…`, `infourl=…`', '`qnamemin`、`exterr=…`、`infourl=…`', {
        repeated: true,
      }),
    ],
    unknownTo: ['NSD', 'Knot'],
  },
  {
    name: 'WALLET',
    code: 262,
    meaning: words('Public wallet address', '公開ウォレットアドレス'),
    reference: 'IANA RR TYPEs 262',
    fields: [field('txt-data', STRING, 'Currency, then address', '通貨、アドレスの順', { repeated: true })],
    unknownTo: ['NSD', 'Knot'],
  },
  {
    name: 'AVC',
    code: 258,
    meaning: words('Application visibility and control', 'アプリケーションの可視化と制御'),
    reference: 'IANA RR TYPEs 258',
    fields: [
      field('txt-data', STRING, 'Text of up to 255 octets', '255 オクテットまでの文字列', { repeated: true }),
    ],
    status: 'experimental',
    unknownTo: ['Knot'],
  },
  {
    name: 'DOA',
    code: 259,
    meaning: words('Digital object', 'デジタルオブジェクト'),
    reference: 'draft-durand-doa-over-dns',
    fields: [
      field('enterprise', U32, 'Enterprise number', '企業番号'),
      field('type', U32, 'Kind of object', 'オブジェクトの種類'),
      field('location', U8, 'Where the data is', 'データの所在'),
      field('media-type', STRING, 'Media type', 'メディアタイプ'),
      field(
        'data',
        { is: 'base64', spread: true, dashForNone: true },
        'Base64, or `-` for none',
        'Base64。なければ `-`',
      ),
    ],
    status: 'experimental',
    unknownTo: ['NSD', 'Knot'],
  },
];
