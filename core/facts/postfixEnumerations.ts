import { keyword, type Keyword } from './keyword';
import { SYSLOG_FACILITIES } from './syslogFacilities';

/** The words that a parameter's value is made of. */
export interface Enumeration {
  readonly values: readonly Keyword[];
  /** Several of them may stand in a list. */
  readonly many?: boolean;
  /** Postfix tells upper from lower case here. */
  readonly exactCase?: boolean;
  /** Other words are possible, too: the list only proposes. */
  readonly open?: boolean;
  /** An empty value is refused. */
  readonly required?: boolean;
  /** Accepted with a warning in the log, because they only make sense elsewhere. */
  readonly misplaced?: readonly string[];
}

const none = keyword('none', 'No TLS at all.', 'TLS を一切使いません。');
const may = keyword(
  'may',
  'Opportunistic: TLS where the peer offers it, plaintext otherwise.',
  '日和見的: 相手が対応していれば TLS、そうでなければ平文で送受信します。',
);
const encrypt = keyword(
  'encrypt',
  'TLS is required; certificates are not checked.',
  'TLS を必須にします。証明書は検証しません。',
);

const CLIENT_LEVELS: Enumeration = {
  values: [
    none,
    may,
    encrypt,
    keyword(
      'dane',
      'DANE where the destination publishes usable TLSA records, otherwise like may.',
      '宛先に使える TLSA レコードがあれば DANE、なければ may と同じです。',
    ),
    keyword('dane-only', 'Deliver only where DANE succeeds.', 'DANE が成立する宛先にだけ配送します。'),
    keyword(
      'fingerprint',
      'The certificate or key must have a listed fingerprint.',
      '証明書または鍵のフィンガープリントが一覧にあることを求めます。',
    ),
    keyword(
      'verify',
      'TLS with a certificate of a trusted CA for the MX host name (trusts DNS).',
      'TLS と、MX ホスト名に対する信頼済み CA の証明書を求めます (DNS を信頼します)。',
    ),
    keyword(
      'secure',
      'TLS with a trusted certificate for the destination itself (does not trust DNS).',
      'TLS と、宛先ドメイン自体に対する信頼済み証明書を求めます (DNS を信頼しません)。',
    ),
  ],
  misplaced: ['half-dane'],
};

const SERVER_LEVELS: Enumeration = {
  values: [
    none,
    keyword(
      'may',
      'Offers STARTTLS; clients may go on without.',
      'STARTTLS を提示します。使わないクライアントも受け入れます。',
    ),
    keyword(
      'encrypt',
      'Requires STARTTLS. Not for a public MX on port 25.',
      'STARTTLS を必須にします。公開 MX の 25 番ポートには使えません。',
    ),
  ],
  misplaced: ['dane', 'dane-only', 'fingerprint', 'verify', 'secure', 'half-dane'],
};

const CIPHER_GRADES: Enumeration = {
  values: [
    keyword('high', 'Only strong ciphers.', '強い暗号だけを使います。'),
    keyword(
      'medium',
      'Ciphers of 128 bits and more; a sensible grade.',
      '128 ビット以上の暗号を使います。妥当な既定値です。',
    ),
    keyword('low', 'Obsolete weak ciphers as well.', '廃れた弱い暗号も許します。'),
    keyword('export', 'Obsolete export-grade ciphers as well.', '廃れた輸出グレードの暗号も許します。'),
    keyword('null', 'Authentication without encryption.', '暗号化せず認証だけを行います。'),
  ],
};

const PROTOCOLS: Enumeration = {
  open: true,
  values: [
    keyword('>=TLSv1.2', 'TLS 1.2 and later.', 'TLS 1.2 以降を使います。'),
    keyword('>=TLSv1.3', 'TLS 1.3 and later.', 'TLS 1.3 以降を使います。'),
    keyword('>=TLSv1', 'TLS 1.0 and later: the widest reach.', 'TLS 1.0 以降。最も広く接続できます。'),
    keyword('!SSLv2', 'Leaves out SSL 2.', 'SSL 2 を除きます。'),
    keyword('!SSLv3', 'Leaves out SSL 3.', 'SSL 3 を除きます。'),
    keyword('!TLSv1', 'Leaves out TLS 1.0.', 'TLS 1.0 を除きます。'),
    keyword('!TLSv1.1', 'Leaves out TLS 1.1.', 'TLS 1.1 を除きます。'),
  ],
};

const LOG_LEVELS: Enumeration = {
  open: true,
  values: [
    keyword('0', 'Logs nothing about TLS.', 'TLS について記録しません。'),
    keyword(
      '1',
      'Logs one line a handshake; the useful level.',
      'ハンドシェイクごとに要約を 1 行記録します。通常はこれで足ります。',
    ),
    keyword('2', 'Logs the steps of the negotiation as well.', 'ネゴシエーションの過程も記録します。'),
    keyword('3', 'Dumps the negotiation in hexadecimal.', 'ネゴシエーションを 16 進で記録します。'),
    keyword(
      '4',
      'Dumps all that is sent in hexadecimal. Strongly discouraged.',
      '通信のすべてを 16 進で記録します。使うべきではありません。',
    ),
  ],
};

const SASL_OPTIONS: Enumeration = {
  open: true,
  many: true,
  values: [
    keyword('noanonymous', 'No mechanism that lets anyone in.', '匿名ログインを許す方式を使いません。'),
    keyword(
      'noplaintext',
      'No mechanism that sends the password in the clear.',
      'パスワードを平文で送る方式を使いません。',
    ),
    keyword('noactive', 'No mechanism open to active attacks.', '能動的攻撃に弱い方式を使いません。'),
    keyword('nodictionary', 'No mechanism open to dictionary attacks.', '辞書攻撃に弱い方式を使いません。'),
    keyword(
      'forward_secrecy',
      'Only mechanisms with forward secrecy.',
      '前方秘匿性のある方式だけを使います。',
    ),
    keyword(
      'mutual_auth',
      'Only mechanisms in which both sides prove who they are.',
      '相互認証する方式だけを使います。',
    ),
  ],
};

const SASL_TYPE: Enumeration = {
  open: true,
  values: [
    keyword(
      'dovecot',
      'Asks a Dovecot server for authentication (server side only).',
      'Dovecot に認証を任せます (サーバー側のみ)。',
    ),
    keyword('cyrus', 'Uses the Cyrus SASL library.', 'Cyrus SASL ライブラリーを使います。'),
  ],
};

const POSTSCREEN_ACTION: Enumeration = {
  values: [
    keyword('ignore', 'Notes the failure in the log and goes on.', '失敗を記録するだけで続行します。'),
    keyword(
      'enforce',
      'Lets the client talk, then rejects its recipients and logs them.',
      '会話を続けさせ、受信者を拒否して記録します。',
    ),
    keyword('drop', 'Hangs up at once with a 521 reply.', '521 を返してすぐに切断します。'),
  ],
};

const TEMPFAIL_ACTION: Enumeration = {
  values: [
    keyword(
      'defer_if_permit',
      'Defers what would otherwise be accepted.',
      'ほかで拒否されなければ一時的に拒否します。',
    ),
    keyword('defer', 'Defers at once.', 'ただちに一時的に拒否します。'),
  ],
};

const ADDRESS_PREFERENCE: Enumeration = {
  values: [
    keyword('any', 'IPv4 and IPv6 with equal right.', 'IPv4 と IPv6 を区別しません。'),
    keyword('ipv4', 'IPv4 addresses first.', 'IPv4 アドレスを先に試します。'),
    keyword('ipv6', 'IPv6 addresses first.', 'IPv6 アドレスを先に試します。'),
  ],
};

const ADDRESS_CLASSES: Enumeration = {
  many: true,
  open: true,
  values: [
    keyword('envelope_sender', 'The sender in MAIL FROM.', 'MAIL FROM の送信者です。'),
    keyword('envelope_recipient', 'The recipients in RCPT TO.', 'RCPT TO の受信者です。'),
    keyword(
      'header_sender',
      'Senders in header fields (From, Sender …).',
      'ヘッダーの送信者 (From、Sender など) です。',
    ),
    keyword(
      'header_recipient',
      'Recipients in header fields (To, Cc …).',
      'ヘッダーの受信者 (To、Cc など) です。',
    ),
  ],
};

const LOCKS: Enumeration = {
  many: true,
  open: true,
  values: [
    keyword('fcntl', 'Locks with fcntl().', 'fcntl() でロックします。'),
    keyword(
      'dotlock',
      'Locks with a .lock file beside the mailbox.',
      'メールボックスの隣の .lock ファイルでロックします。',
    ),
    keyword('flock', 'Locks with flock().', 'flock() でロックします。'),
  ],
};

const FACILITIES: Enumeration = { exactCase: true, required: true, values: SYSLOG_FACILITIES };

const DIGESTS: Enumeration = {
  open: true,
  values: [
    keyword('sha256', 'SHA-256; the choice for anything new.', 'SHA-256。新しい設定ではこれを選びます。'),
    keyword('sha1', 'SHA-1; old.', 'SHA-1。古い方式です。'),
    keyword('md5', 'MD5; the default of very old set-ups.', 'MD5。ごく古い設定の既定値です。'),
  ],
};

const PROBE_STAGE: Enumeration = {
  values: [
    keyword('rcpt', 'A probe ends after RCPT TO.', 'RCPT TO までで確認を終えます。'),
    keyword('data', 'A probe goes on to the end of DATA.', 'DATA の終わりまで進めて確認します。'),
  ],
};

const CERT_MATCH: Enumeration = {
  many: true,
  open: true,
  values: [
    keyword('hostname', 'The MX host name.', 'MX のホスト名と照合します。'),
    keyword('nexthop', 'The destination domain.', '宛先ドメインと照合します。'),
    keyword(
      'dot-nexthop',
      'Any host in the destination domain.',
      '宛先ドメイン内の任意のホスト名と照合します。',
    ),
  ],
};

const DATABASES: Enumeration = {
  open: true,
  values: [
    keyword('lmdb', 'OpenLDAP LMDB files.', 'OpenLDAP LMDB のファイルです。'),
    keyword('cdb', 'Constant database files: read only, quick.', '読み取り専用で高速な cdb ファイルです。'),
    keyword('hash', 'Berkeley DB hash files.', 'Berkeley DB のハッシュファイルです。'),
    keyword('btree', 'Berkeley DB B-tree files.', 'Berkeley DB の B 木ファイルです。'),
  ],
};

const rows: readonly (readonly [string, Enumeration])[] = [
  ['smtp_tls_security_level', CLIENT_LEVELS],
  ['lmtp_tls_security_level', CLIENT_LEVELS],
  ['tlsproxy_client_security_level', CLIENT_LEVELS],
  ['smtpd_tls_security_level', SERVER_LEVELS],
  ['postscreen_tls_security_level', SERVER_LEVELS],
  ['tlsproxy_tls_security_level', SERVER_LEVELS],
  ['smtp_tls_dane_insecure_mx_policy', { values: [none, may, encrypt, CLIENT_LEVELS.values[3]!] }],
  ...['smtp', 'smtpd', 'lmtp', 'tlsproxy', 'postscreen'].flatMap((side) => {
    const tls = `${side}_tls`;
    return [
      [`${tls}_ciphers`, CIPHER_GRADES],
      [`${tls}_mandatory_ciphers`, CIPHER_GRADES],
      [`${tls}_protocols`, PROTOCOLS],
      [`${tls}_mandatory_protocols`, PROTOCOLS],
      [`${tls}_loglevel`, LOG_LEVELS],
      [`${tls}_fingerprint_digest`, DIGESTS],
    ] as const;
  }),
  ['tlsproxy_client_loglevel', LOG_LEVELS],
  ['tlsproxy_client_fingerprint_digest', DIGESTS],
  ['smtp_sasl_security_options', SASL_OPTIONS],
  ['smtp_sasl_tls_security_options', SASL_OPTIONS],
  ['smtp_sasl_tls_verified_security_options', SASL_OPTIONS],
  ['lmtp_sasl_security_options', SASL_OPTIONS],
  ['lmtp_sasl_tls_security_options', SASL_OPTIONS],
  ['smtpd_sasl_security_options', SASL_OPTIONS],
  ['smtpd_sasl_tls_security_options', SASL_OPTIONS],
  ['smtpd_sasl_type', SASL_TYPE],
  ['smtp_sasl_type', SASL_TYPE],
  ['lmtp_sasl_type', SASL_TYPE],
  [
    'milter_default_action',
    {
      values: [
        keyword(
          'accept',
          'The mail passes as if the milter were not there: unfiltered, unsigned, unjudged.',
          'milter がないものとしてメールを通します。検査も署名も判定もされません。',
        ),
        keyword(
          'tempfail',
          'The mail is deferred with a 4xx reply until the milter is back.',
          'milter が復旧するまで 4xx で一時的に拒否します。',
        ),
        keyword('reject', 'The mail is refused with a 5xx reply.', '5xx で恒久的に拒否します。'),
        keyword(
          'quarantine',
          'Like accept, but the mail waits in the hold queue.',
          'accept と同様に受け取りますが、hold キューに留めます。',
        ),
        keyword(
          'shutdown',
          'Hangs up on the client after a 4xx reply.',
          '4xx を返してクライアントとの接続を切ります。',
        ),
      ],
    },
  ],
  [
    'milter_protocol',
    {
      many: true,
      open: true,
      values: [
        keyword(
          '6',
          'Sendmail 8.14 and later; what today’s milters speak.',
          'Sendmail 8.14 以降。現在の milter が話す版です。',
        ),
        keyword('4', 'Sendmail 8.13, as some use it.', 'Sendmail 8.13 の一部が使う版です。'),
        keyword('3', 'Sendmail 8.12, with extensions.', 'Sendmail 8.12 の拡張版です。'),
        keyword('2', 'Sendmail 8.11 and 8.12.', 'Sendmail 8.11 と 8.12 の版です。'),
      ],
    },
  ],
  [
    'inet_protocols',
    {
      many: true,
      exactCase: true,
      values: [
        keyword(
          'all',
          'Every protocol that the system supports.',
          'システムが対応するすべてのプロトコルを使います。',
        ),
        keyword('ipv4', 'IPv4.', 'IPv4 を使います。'),
        keyword('ipv6', 'IPv6.', 'IPv6 を使います。'),
      ],
    },
  ],
  [
    'inet_interfaces',
    {
      many: true,
      open: true,
      values: [
        keyword('all', 'Listens on every address.', 'すべてのアドレスで待ち受けます。'),
        keyword(
          'loopback-only',
          'Listens for this machine only.',
          'このマシンからの接続だけを待ち受けます。',
        ),
        keyword(
          '$myhostname',
          'The addresses of the machine’s own name.',
          '自ホスト名のアドレスで待ち受けます。',
        ),
      ],
    },
  ],
  ['smtp_address_preference', ADDRESS_PREFERENCE],
  ['lmtp_address_preference', ADDRESS_PREFERENCE],
  [
    'mynetworks_style',
    {
      exactCase: true,
      required: true,
      values: [
        keyword('host', 'Trusts this machine only.', 'このマシンだけを信頼します。'),
        keyword(
          'subnet',
          'Trusts all machines of the attached networks.',
          '接続しているサブネット内のマシンを信頼します。',
        ),
        keyword(
          'class',
          'Trusts the whole A, B or C network: far too many, as a rule.',
          'クラス A/B/C のネットワーク全体を信頼します。通常は広すぎます。',
        ),
      ],
    },
  ],
  ['syslog_facility', FACILITIES],
  [
    'smtp_host_lookup',
    {
      many: true,
      open: true,
      values: [
        keyword('dns', 'Asks the DNS.', 'DNS で調べます。'),
        keyword(
          'native',
          'Asks the system (nsswitch.conf, /etc/hosts).',
          'システムの名前解決 (nsswitch.conf、/etc/hosts) で調べます。',
        ),
      ],
    },
  ],
  ...['smtp', 'lmtp'].map(
    (side) =>
      [
        `${side}_dns_support_level`,
        {
          values: [
            keyword('enabled', 'Looks hosts up in the DNS.', 'DNS で宛先を調べます。'),
            keyword(
              'dnssec',
              'Asks for DNSSEC validation, which DANE needs.',
              'DNSSEC 検証を求めます。DANE に必要です。',
            ),
            keyword('disabled', 'No DNS lookups at all.', 'DNS を使いません。'),
          ],
        },
      ] as const,
  ),
  ...['bare_newline', 'denylist', 'dnsbl', 'greet', 'non_smtp_command', 'pipelining', 'blacklist'].map(
    (test) => [`postscreen_${test}_action`, POSTSCREEN_ACTION] as const,
  ),
  [
    'smtpd_forbid_bare_newline',
    {
      values: [
        keyword(
          'normalize',
          'Takes a bare LF for CR LF, but smuggled commands do not pass.',
          '裸の LF を CRLF とみなしつつ、SMTP smuggling を防ぎます。',
        ),
        keyword('reject', 'Rejects mail that has a bare LF.', '裸の LF を含むメールを拒否します。'),
        keyword('note', 'Only logs a bare LF.', '裸の LF を記録するだけです。'),
        keyword('yes', 'The same as normalize.', 'normalize と同じです。'),
        keyword(
          'no',
          'Accepts bare LF: open to SMTP smuggling.',
          '裸の LF を受け入れます。SMTP smuggling に対して無防備です。',
        ),
      ],
    },
  ],
  [
    'header_from_format',
    {
      values: [
        keyword('standard', 'name <address>', '名前 <アドレス> の形にします。'),
        keyword('obsolete', 'address (name)', 'アドレス (名前) の形にします。'),
      ],
    },
  ],
  [
    'info_log_address_format',
    {
      values: [
        keyword('external', 'Addresses quoted as in mail.', 'メール中と同じ引用符付きの形で記録します。'),
        keyword(
          'internal',
          'Addresses as Postfix keeps them, unquoted.',
          'Postfix 内部の引用符なしの形で記録します。',
        ),
      ],
    },
  ],
  [
    'notify_classes',
    {
      many: true,
      open: true,
      values: [
        keyword(
          'resource',
          'Mail not delivered for lack of resources.',
          'リソース不足で配送できないときに通知します。',
        ),
        keyword(
          'software',
          'Mail not delivered because of software trouble.',
          'ソフトウェアの問題で配送できないときに通知します。',
        ),
        keyword(
          'policy',
          'Transcripts of requests refused by policy.',
          'ポリシーで拒否した会話の記録を送ります。',
        ),
        keyword('protocol', 'Transcripts of protocol errors.', 'プロトコルエラーの会話の記録を送ります。'),
        keyword('bounce', 'Headers of bounced mail.', 'バウンスしたメールのヘッダーを送ります。'),
        keyword('2bounce', 'Bounces that could not be returned.', '送り返せなかったバウンスを送ります。'),
        keyword('delay', 'Headers of delayed mail.', '遅れているメールのヘッダーを送ります。'),
        keyword(
          'data',
          'Transcripts of errors at the end of DATA.',
          'DATA の終わりでのエラーの記録を送ります。',
        ),
      ],
    },
  ],
  ['smtp_address_verify_target', PROBE_STAGE],
  ['lmtp_address_verify_target', PROBE_STAGE],
  ['reject_tempfail_action', TEMPFAIL_ACTION],
  ['unknown_address_tempfail_action', TEMPFAIL_ACTION],
  ['unknown_helo_hostname_tempfail_action', TEMPFAIL_ACTION],
  ['unverified_recipient_tempfail_action', TEMPFAIL_ACTION],
  ['unverified_sender_tempfail_action', TEMPFAIL_ACTION],
  ['canonical_classes', ADDRESS_CLASSES],
  ['sender_canonical_classes', ADDRESS_CLASSES],
  ['recipient_canonical_classes', ADDRESS_CLASSES],
  ['masquerade_classes', ADDRESS_CLASSES],
  ['mailbox_delivery_lock', LOCKS],
  ['virtual_mailbox_lock', LOCKS],
  ['smtp_tls_verify_cert_match', CERT_MATCH],
  ['smtp_tls_secure_cert_match', CERT_MATCH],
  ['lmtp_tls_verify_cert_match', CERT_MATCH],
  ['lmtp_tls_secure_cert_match', CERT_MATCH],
  ['default_database_type', DATABASES],
  ['default_cache_db_type', DATABASES],
  [
    'receive_override_options',
    {
      many: true,
      open: true,
      values: [
        keyword(
          'no_address_mappings',
          'No canonical, virtual, BCC or masquerade rewriting.',
          'canonical、virtual、BCC、マスカレードの書き換えをしません。',
        ),
        keyword(
          'no_header_body_checks',
          'No header and body checks.',
          'header_checks と body_checks をしません。',
        ),
        keyword(
          'no_milters',
          'No milters: no DKIM signature, no DMARC judgement.',
          'milter を通しません。DKIM 署名も DMARC 判定もされません。',
        ),
        keyword(
          'no_unknown_recipient_checks',
          'Accepts recipients that are not listed.',
          '存在しない受信者も受け取ります。',
        ),
      ],
    },
  ],
  [
    'internal_mail_filter_classes',
    {
      many: true,
      open: true,
      values: [
        keyword(
          'bounce',
          'Bounces pass header checks and milters (so they get DKIM signatures).',
          'バウンスを header_checks と milter に通します (DKIM 署名が付きます)。',
        ),
        keyword('notify', 'Postmaster notices pass them.', 'postmaster への通知を通します。'),
      ],
    },
  ],
  [
    'smtpd_upstream_proxy_protocol',
    {
      open: true,
      values: [keyword('haproxy', 'The PROXY protocol of HAProxy.', 'HAProxy の PROXY プロトコルです。')],
    },
  ],
  [
    'postscreen_upstream_proxy_protocol',
    {
      open: true,
      values: [keyword('haproxy', 'The PROXY protocol of HAProxy.', 'HAProxy の PROXY プロトコルです。')],
    },
  ],
];

/** The enumerated parameters by name. */
export const POSTFIX_ENUMERATIONS: ReadonlyMap<string, Enumeration> = new Map(rows);
