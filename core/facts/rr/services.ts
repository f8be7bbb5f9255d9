import { BASE64_REST, field, HOST, known, NAME, STRING, U16, U32, U8, words, type RrType } from './kinds';

const PREFERENCE = field('preference', U16, 'The lowest is tried first', '小さいほど優先');

/** Services, certificates’ issuers and what applications ask for. */
export const SERVICES: readonly RrType[] = [
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
