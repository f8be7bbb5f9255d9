import { defineRecord, type KeywordDefinition, type TagDefinition } from './definition';

const none: KeywordDefinition = {
  value: 'none',
  meaning: { en: 'deliver as usual, only report', ja: '通常どおり配送し、レポートだけを送る' },
  aliases: ['monitor', 'no', 'off', 'accept', 'allow'],
};
const quarantine: KeywordDefinition = {
  value: 'quarantine',
  meaning: { en: 'treat as suspicious, such as the junk folder', ja: '迷惑メール扱いにする' },
  aliases: ['junk', 'spam', 'quarantined'],
};
const reject: KeywordDefinition = {
  value: 'reject',
  meaning: { en: 'refuse the message', ja: 'メッセージの受信を拒否する' },
  aliases: ['rejected', 'deny', 'block', 'drop', 'discard', 'refuse'],
};
const policies = { type: 'keyword', keywords: [none, quarantine, reject] } as const;

const alignments = {
  type: 'keyword',
  keywords: [
    {
      value: 'r',
      meaning: {
        en: 'relaxed: the same Organizational Domain is enough',
        ja: 'relaxed: 組織ドメインが同じであればよい',
      },
      aliases: ['relaxed', 'relax'],
    },
    {
      value: 's',
      meaning: {
        en: 'strict: exactly the From domain',
        ja: 'strict: From のドメインと完全に一致すること',
      },
      aliases: ['strict'],
    },
  ],
} as const;

const optional = { rfc7489: 'optional', rfc9989: 'optional' } as const;
const removed = { rfc7489: 'optional', rfc9989: 'removed' } as const;

/** The tags that RFC 9989 §4.7 knows, in the order in which they are offered and asked for. */
const current: readonly TagDefinition[] = [
  {
    name: 'v',
    title: { en: 'Version', ja: 'バージョン' },
    documentation: {
      en: 'Marks the record as a DMARC Policy Record. It must be the first tag and read `DMARC1` in exactly this case; otherwise receivers ignore the whole record.',
      ja: 'DMARC ポリシーレコードであることを示します。先頭のタグで、値は大文字小文字も含めて `DMARC1` でなければなりません。違うとレコード全体が無視されます。',
    },
    value: {
      type: 'keyword',
      caseSensitive: true,
      keywords: [
        {
          value: 'DMARC1',
          meaning: { en: 'the only version there is', ja: '唯一のバージョン' },
          aliases: [],
        },
      ],
    },
    status: { rfc7489: 'required', rfc9989: 'required' },
    reference: 'RFC 9989 §4.7',
  },
  {
    name: 'p',
    title: { en: 'Policy', ja: 'ポリシー' },
    documentation: {
      en: 'What receivers are asked to do with mail in the name of this domain that fails DMARC. Begin with `none`, read the reports until all legitimate mail passes, then move to `quarantine` and `reject`.',
      ja: 'このドメインを名乗り DMARC に失敗したメールを、受信側にどう扱ってほしいかを示します。まず `none` で始め、正規のメールがすべて成功することをレポートで確かめてから `quarantine`、`reject` へ進めます。',
    },
    value: policies,
    default: 'none',
    status: { rfc7489: 'required', rfc9989: 'recommended' },
    reference: 'RFC 9989 §4.7',
    question: {
      en: 'What should receivers do with mail in your name that fails DMARC? Begin with none.',
      ja: '自ドメインを名乗り DMARC に失敗したメールをどう扱いますか。まずは none で始めます。',
    },
  },
  {
    name: 'sp',
    title: { en: 'Subdomain policy', ja: 'サブドメインのポリシー' },
    documentation: {
      en: 'The policy for subdomains that have no record of their own. Without it they get `p`. Only a record at the Organizational Domain is read for it.',
      ja: '自身のレコードを持たないサブドメインに適用するポリシーです。省略すると `p` と同じになります。組織ドメインに置いたレコードでだけ意味を持ちます。',
    },
    value: policies,
    inherits: ['p'],
    status: optional,
    reference: 'RFC 9989 §4.7',
    question: {
      en: 'Should subdomains without a record of their own be treated differently?',
      ja: '自身のレコードを持たないサブドメインには、別のポリシーを適用しますか。',
    },
  },
  {
    name: 'np',
    title: { en: 'Policy for non-existent subdomains', ja: '存在しないサブドメインのポリシー' },
    documentation: {
      en: 'The policy for subdomains that do not exist in the DNS at all; forgers like to invent them. Without it they get `sp`, and without that `p`. It came with RFC 9091, so older readers skip it.',
      ja: 'DNS に存在しないサブドメインに適用するポリシーです。なりすましでは架空のサブドメインがよく使われます。省略すると `sp`、それも無ければ `p` と同じになります。RFC 9091 で加わったため、古い実装は読み飛ばします。',
    },
    value: policies,
    inherits: ['sp', 'p'],
    status: { rfc7489: 'rfc9091', rfc9989: 'optional' },
    reference: 'RFC 9989 §4.7',
    question: {
      en: 'And subdomains that do not exist? No legitimate mail comes from those.',
      ja: '存在しないサブドメインを名乗るメールはどうしますか。正規のメールではあり得ません。',
    },
  },
  {
    name: 'rua',
    title: { en: 'Aggregate report addresses', ja: '集計レポートの送付先' },
    documentation: {
      en: 'Where daily aggregate reports go: `mailto:` URIs with commas between. An address in another organization’s domain works only where that domain publishes a record that agrees (RFC 9990 §4).',
      ja: '集計レポート(通常は 1 日ごと)の送付先です。`mailto:` URI をカンマで区切って並べます。他組織のドメインのアドレスには、そのドメイン側の承認レコードが必要です(RFC 9990 §4)。',
    },
    value: { type: 'report-uris' },
    status: optional,
    reference: 'RFC 9989 §4.7',
    question: {
      en: 'Which address should the daily aggregate reports go to? They show who sends mail in your name.',
      ja: '毎日の集計レポートをどのアドレスで受け取りますか。誰が自ドメインを名乗って送信しているかが分かります。',
    },
  },
  {
    name: 'ruf',
    title: { en: 'Failure report addresses', ja: '失敗レポートの送付先' },
    documentation: {
      en: 'Where reports on single failed messages go, written as in `rua`. They can hold personal data, and few receivers send them.',
      ja: '失敗したメッセージごとのレポートの送付先です。書き方は `rua` と同じです。個人情報を含むことがあり、送ってくる受信側はわずかです。',
    },
    value: { type: 'report-uris' },
    status: optional,
    reference: 'RFC 9989 §4.7',
    question: {
      en: 'Should reports on single failed messages go to an address? Few receivers send them and they can hold personal data: most leave this empty.',
      ja: '失敗したメッセージごとのレポートも受け取りますか。送ってくる受信側は少なく、個人情報を含むこともあるため、通常は空のままにします。',
    },
  },
  {
    name: 'fo',
    title: { en: 'Failure report options', ja: '失敗レポートの条件' },
    documentation: {
      en: 'For which failures a failure report is wanted: one of `0` and `1`, also `d` and `s`, with colons between. Read only where `ruf` is present.',
      ja: 'どの失敗について失敗レポートを求めるかを示します。`0` か `1` のどちらか、さらに `d` と `s` をコロンで区切って並べます。`ruf` がある場合にだけ読まれます。',
    },
    value: {
      type: 'keyword-list',
      separator: ':',
      exclusive: ['0', '1'],
      keywords: [
        {
          value: '0',
          meaning: {
            en: 'where both DKIM and SPF fail to give an aligned pass',
            ja: 'DKIM と SPF の両方で整合した成功が得られないとき',
          },
        },
        {
          value: '1',
          meaning: {
            en: 'where either of DKIM and SPF gives no aligned pass',
            ja: 'DKIM と SPF のどちらかで整合した成功が得られないとき',
          },
        },
        {
          value: 'd',
          meaning: { en: 'where a DKIM signature does not verify', ja: 'DKIM 署名の検証に失敗したとき' },
          aliases: ['dkim'],
        },
        {
          value: 's',
          meaning: { en: 'where SPF does not pass', ja: 'SPF の評価に失敗したとき' },
          aliases: ['spf'],
        },
      ],
    },
    default: '0',
    status: optional,
    reference: 'RFC 9989 §4.7',
    question: {
      en: 'For which failures should a failure report be sent?',
      ja: 'どのような失敗で失敗レポートを送ってもらいますか。',
    },
  },
  {
    name: 'adkim',
    title: { en: 'DKIM alignment', ja: 'DKIM のアライメント' },
    documentation: {
      en: 'How closely the `d=` domain of a DKIM signature must match the From domain: `r` (relaxed, the default) or `s` (strict).',
      ja: 'DKIM 署名の `d=` ドメインと From のドメインがどこまで一致すべきかを示します。`r`(relaxed、既定値)か `s`(strict)です。',
    },
    value: alignments,
    default: 'r',
    status: optional,
    reference: 'RFC 9989 §4.7',
    question: {
      en: 'How closely must the DKIM signature’s domain match From? Relaxed suits most.',
      ja: 'DKIM 署名と From のドメインはどこまで一致すべきですか。通常は relaxed で十分です。',
    },
  },
  {
    name: 'aspf',
    title: { en: 'SPF alignment', ja: 'SPF のアライメント' },
    documentation: {
      en: 'How closely the envelope sender’s domain that SPF checked must match the From domain: `r` (relaxed, the default) or `s` (strict).',
      ja: 'SPF で検証したエンベロープ送信者のドメインと From のドメインがどこまで一致すべきかを示します。`r`(relaxed、既定値)か `s`(strict)です。',
    },
    value: alignments,
    default: 'r',
    status: optional,
    reference: 'RFC 9989 §4.7',
    question: {
      en: 'How closely must the envelope sender’s domain match From? Relaxed suits most.',
      ja: 'エンベロープ送信者と From のドメインはどこまで一致すべきですか。通常は relaxed で十分です。',
    },
  },
  {
    name: 't',
    title: { en: 'Testing', ja: 'テストモード' },
    documentation: {
      en: 'With `y` receivers are asked to apply a policy one level below the one stated: `quarantine` for `reject`, `none` for `quarantine`. Takes the place of `pct`; readers of RFC 7489 do not know it.',
      ja: '`y` にすると、公開しているポリシーより 1 段弱いもの(`reject` なら `quarantine`、`quarantine` なら `none`)を適用するよう受信側に求めます。`pct` に代わるタグで、RFC 7489 の実装は解釈しません。',
    },
    value: {
      type: 'keyword',
      keywords: [
        {
          value: 'n',
          meaning: { en: 'apply the policy as stated', ja: 'ポリシーをそのまま適用する' },
          aliases: ['no', 'false', '0', 'off'],
        },
        {
          value: 'y',
          meaning: { en: 'apply the policy one level weaker', ja: 'ポリシーを 1 段弱めて適用する' },
          aliases: ['yes', 'true', '1', 'on'],
        },
      ],
    },
    default: 'n',
    status: { rfc7489: 'unknown', rfc9989: 'optional' },
    reference: 'RFC 9989 §4.7',
    question: {
      en: 'Try the policy out first? Newer receivers then apply it one level weaker.',
      ja: 'まずテストモードにしますか。新しい受信側はポリシーを 1 段弱めて適用します。',
    },
  },
  {
    name: 'psd',
    title: { en: 'Public suffix domain', ja: 'パブリックサフィックスドメイン' },
    documentation: {
      en: 'Tells receivers where the Organizational Domain lies when they walk up the DNS tree: `y` on a public suffix (a registry’s domain), `n` on a domain that is an Organizational Domain itself. Ordinary domains leave it out.',
      ja: '受信側が DNS ツリーをたどるときに、組織ドメインの位置を伝えます。`y` はレジストリなどのパブリックサフィックス、`n` はこのドメイン自体が組織ドメインであることを示します。通常のドメインでは省略します。',
    },
    value: {
      type: 'keyword',
      keywords: [
        {
          value: 'u',
          meaning: {
            en: 'nothing is said; found by walking up the tree',
            ja: '明示しない(ツリー探索で決まる)',
          },
        },
        {
          value: 'n',
          meaning: { en: 'this domain is an Organizational Domain', ja: 'このドメインは組織ドメインである' },
          aliases: ['no', 'false', '0'],
        },
        {
          value: 'y',
          meaning: { en: 'this domain is a public suffix', ja: 'このドメインはパブリックサフィックスである' },
          aliases: ['yes', 'true', '1'],
        },
      ],
    },
    default: 'u',
    status: { rfc7489: 'rfc9091', rfc9989: 'optional' },
    reference: 'RFC 9989 §4.7',
  },
];

/** The tags that RFC 9989 took out; readers of RFC 7489 still honour them. */
const former: readonly TagDefinition[] = [
  {
    name: 'pct',
    title: { en: 'Percentage', ja: '適用率' },
    documentation: {
      en: 'The share of failing messages that the policy was applied to. RFC 9989 removed it, as receivers never applied it alike; `t=y` is there for trying a policy out.',
      ja: '失敗したメッセージのうちポリシーを適用する割合です。受信側の扱いがそろわなかったため RFC 9989 で廃止されました。試験運用には `t=y` を使います。',
    },
    value: { type: 'integer', least: 0, most: 100 },
    default: '100',
    status: removed,
    reference: 'RFC 7489 §6.3',
  },
  {
    name: 'rf',
    title: { en: 'Failure report format', ja: '失敗レポートの形式' },
    documentation: {
      en: 'The format of failure reports. There was only ever `afrf`; RFC 9989 removed the tag.',
      ja: '失敗レポートの形式です。`afrf` しか存在せず、RFC 9989 で廃止されました。',
    },
    value: {
      type: 'keyword-list',
      separator: ':',
      exclusive: [],
      keywords: [
        {
          value: 'afrf',
          meaning: {
            en: 'Authentication Failure Reporting Format (RFC 6591)',
            ja: '認証失敗レポート形式(RFC 6591)',
          },
        },
      ],
    },
    default: 'afrf',
    status: removed,
    reference: 'RFC 7489 §6.3',
  },
  {
    name: 'ri',
    title: { en: 'Reporting interval', ja: 'レポートの間隔' },
    documentation: {
      en: 'The seconds wanted between aggregate reports. Receivers send them once a day whatever it says; RFC 9989 removed the tag.',
      ja: '集計レポートの希望間隔(秒)です。受信側は値にかかわらず 1 日 1 回送るのが普通で、RFC 9989 で廃止されました。',
    },
    value: { type: 'integer', least: 0, most: 4_294_967_295 },
    default: '86400',
    status: removed,
    reference: 'RFC 7489 §6.3',
  },
];

/** The DMARC Policy Record (RFC 9989 §4.7), with what RFC 7489 §6.3 had. */
export const dmarcPolicyDefinition = defineRecord({
  kind: 'dmarc-policy',
  title: { en: 'DMARC Policy Record', ja: 'DMARC ポリシーレコード' },
  version: { tag: 'v', value: 'DMARC1' },
  beginnings: [
    {
      text: 'v=DMARC1; p=none; rua=mailto:dmarc-reports@{domain}',
      detail: { en: 'only watch and collect reports', ja: '監視だけを行い、レポートを集める' },
    },
    {
      text: 'v=DMARC1; p=quarantine; rua=mailto:dmarc-reports@{domain}',
      detail: { en: 'failing mail is suspicious', ja: '失敗したメールを迷惑メール扱いにする' },
    },
    {
      text: 'v=DMARC1; p=reject; rua=mailto:dmarc-reports@{domain}',
      detail: { en: 'failing mail is refused', ja: '失敗したメールを拒否する' },
    },
    {
      text: 'v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s',
      detail: { en: 'the domain sends no mail', ja: 'メールを送信しないドメイン' },
    },
  ],
  tags: [...current, ...former],
  reference: 'RFC 9989 §4.7',
});
