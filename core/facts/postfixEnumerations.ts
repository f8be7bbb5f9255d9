import type { Enumeration } from './enumeration';
import { keyword } from './keyword';
import { POSTFIX_TLS_ENUMERATIONS } from './postfixTlsEnumerations';
import { SYSLOG_FACILITIES } from './syslogFacilities';

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
  exactCase: true,
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

/** The classes of the addresses of one side. */
function addressClasses(side: 'sender' | 'recipient'): Enumeration {
  return { ...ADDRESS_CLASSES, values: ADDRESS_CLASSES.values.filter(({ name }) => name.endsWith(side)) };
}

const LOCKS: Enumeration = {
  many: true,
  exactCase: true,
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

const PROBE_STAGE: Enumeration = {
  values: [
    keyword('rcpt', 'A probe ends after RCPT TO.', 'RCPT TO までで確認を終えます。'),
    keyword('data', 'A probe goes on to the end of DATA.', 'DATA の終わりまで進めて確認します。'),
  ],
};

const HOST_LOOKUP: Enumeration = {
  many: true,
  exactCase: true,
  values: [
    keyword('dns', 'Asks the DNS.', 'DNS で調べます。'),
    keyword(
      'native',
      'Asks the system (nsswitch.conf, /etc/hosts).',
      'システムの名前解決 (nsswitch.conf、/etc/hosts) で調べます。',
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

const DELIVERED_BY: Enumeration = {
  many: true,
  exactCase: true,
  values: [
    keyword('alias', 'From alias tables.', '別名の表からの配送で許します。'),
    keyword('forward', 'From users’ .forward files.', '利用者の .forward からの配送で許します。'),
    keyword('include', 'From :include: files.', ':include: ファイルからの配送で許します。'),
  ],
};

const RESOLVER_OPTIONS: Enumeration = {
  many: true,
  exactCase: true,
  values: [
    keyword(
      'res_defnames',
      'Completes single-label names with the own domain.',
      '一語だけの名前に自ドメインを補います。',
    ),
    keyword(
      'res_dnsrch',
      'Searches the parent domains of the own one as well.',
      '自ドメインの親ドメインも検索します。',
    ),
  ],
};

const rows: readonly (readonly [string, Enumeration])[] = [
  ...POSTFIX_TLS_ENUMERATIONS,
  ['allow_mail_to_commands', DELIVERED_BY],
  ['allow_mail_to_files', DELIVERED_BY],
  ['smtp_dns_resolver_options', RESOLVER_OPTIONS],
  ['lmtp_dns_resolver_options', RESOLVER_OPTIONS],
  [
    'prepend_delivered_header',
    {
      many: true,
      exactCase: true,
      values: [
        keyword('command', 'When mail goes to a command.', 'コマンドへ渡すときに付けます。'),
        keyword('file', 'When mail goes to a file.', 'ファイルに書くときに付けます。'),
        keyword('forward', 'When mail is forwarded.', '転送するときに付けます。'),
      ],
    },
  ],
  [
    'propagate_unmatched_extensions',
    {
      many: true,
      exactCase: true,
      values: [
        keyword('canonical', 'In canonical tables.', 'canonical の表で引き継ぎます。'),
        keyword('virtual', 'In virtual alias tables.', '仮想別名の表で引き継ぎます。'),
        keyword('alias', 'In local aliases.', 'ローカルの別名で引き継ぎます。'),
        keyword('forward', 'In .forward files.', '.forward で引き継ぎます。'),
        keyword('include', 'In :include: files.', ':include: ファイルで引き継ぎます。'),
        keyword('generic', 'In generic tables.', 'generic の表で引き継ぎます。'),
      ],
    },
  ],
  [
    'milter_default_action',
    {
      lenient: true,
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
  ['smtp_host_lookup', HOST_LOOKUP],
  ['lmtp_host_lookup', HOST_LOOKUP],
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
      lenient: true,
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
      exactCase: true,
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
  ['sender_canonical_classes', addressClasses('sender')],
  ['recipient_canonical_classes', addressClasses('recipient')],
  ['masquerade_classes', ADDRESS_CLASSES],
  ['mailbox_delivery_lock', LOCKS],
  ['virtual_mailbox_lock', LOCKS],
  ['default_database_type', DATABASES],
  ['default_cache_db_type', DATABASES],
  [
    'receive_override_options',
    {
      many: true,
      exactCase: true,
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
      lenient: true,
      exactCase: true,
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
      lenient: true,
      exactCase: true,
      values: [keyword('haproxy', 'The PROXY protocol of HAProxy.', 'HAProxy の PROXY プロトコルです。')],
    },
  ],
  [
    'postscreen_upstream_proxy_protocol',
    {
      exactCase: true,
      values: [keyword('haproxy', 'The PROXY protocol of HAProxy.', 'HAProxy の PROXY プロトコルです。')],
    },
  ],
];

/** The enumerated parameters by name. */
export const POSTFIX_ENUMERATIONS: ReadonlyMap<string, Enumeration> = new Map(rows);
