import { keyword } from './keyword';
import type { DataSetForm, KeywordForm } from './keywordTable';
import { MILTER_FACILITIES } from './syslogFacilities';

/** What a message that fails in some way may be answered with (`On-…`); an unknown word changes nothing. */
export const ACTIONS: KeywordForm = {
  kind: 'words',
  tolerated: true,
  short: ['a', 'd', 't', 'r', 'q'],
  values: [
    keyword('accept', 'The message goes on.', 'メールを通します。'),
    keyword('discard', 'The message is dropped without a word.', 'メールを黙って捨てます。'),
    keyword('tempfail', 'The sender is to try again later.', '一時的に拒否し、再送させます。'),
    keyword('reject', 'The message is refused.', 'メールを拒否します。'),
    keyword('quarantine', 'The message waits for a person’s decision.', '管理者の判断を待って保留します。'),
  ],
};

/** What becomes of a signature whose key DNSSEC does not vouch for. */
const KEY_ACTIONS: KeywordForm = {
  kind: 'words',
  values: [
    keyword('none', 'The key is used all the same.', '鍵をそのまま使います。'),
    keyword('neutral', 'The result is neutral, neither passed nor failed.', '結果を neutral とします。'),
    keyword('fail', 'The signature counts as failed.', '署名を失敗とみなします。'),
  ],
};

const CANONICALIZATIONS: KeywordForm = {
  kind: 'words',
  values: ['relaxed/simple', 'relaxed/relaxed', 'simple/simple', 'simple/relaxed', 'relaxed', 'simple'].map(
    (name) => {
      const [header = '', body = 'simple'] = name.split('/');
      return keyword(
        name,
        `Header ${header}, body ${body}: relaxed survives changed blanks, simple does not.`,
        `ヘッダーは ${header}、本文は ${body} です。relaxed は空白の変化に耐え、simple は耐えません。`,
      );
    },
  ),
};

const MODES: KeywordForm = {
  kind: 'letters',
  letters: 'sv',
  values: [
    keyword(
      'sv',
      'Signs one’s own mail and verifies what comes in.',
      '自ドメインのメールに署名し、受信メールを検証します。',
    ),
    keyword('s', 'Only signs.', '署名だけを行います。'),
    keyword('v', 'Only verifies.', '検証だけを行います。'),
  ],
};

const ALGORITHMS: KeywordForm = {
  kind: 'words',
  values: [
    keyword(
      'rsa-sha256',
      'What every receiver verifies (RFC 8301).',
      'すべての受信側が検証できる方式です (RFC 8301)。',
    ),
    keyword(
      'ed25519-sha256',
      'Short keys (RFC 8463); not every receiver verifies them yet.',
      '鍵が短い方式です (RFC 8463)。未対応の受信側もあります。',
    ),
    keyword('rsa-sha1', 'Must not be used any more (RFC 8301).', '使ってはならない古い方式です (RFC 8301)。'),
  ],
};

const HASHES: KeywordForm = {
  kind: 'words',
  values: [
    keyword('sha256', 'SHA-256.', 'SHA-256 です。'),
    keyword('sha1', 'SHA-1.', 'SHA-1 です。'),
    keyword('none', 'The domain as it is.', 'ドメイン名をそのまま使います。'),
  ],
};

function dataSets(of: DataSetForm['of'], ...names: readonly string[]): Record<string, KeywordForm> {
  return Object.fromEntries(names.map((name) => [name, { kind: 'data-set', of }]));
}

function paths(
  what: 'file' | 'folder' | 'created',
  ...names: readonly string[]
): Record<string, KeywordForm> {
  return Object.fromEntries(names.map((name) => [name, { kind: 'path', what }]));
}

/** What OpenDKIM makes of the values of its text keywords (opendkim.c, opendkim-db.c). */
export const OPENDKIM_FORMS: Readonly<Record<string, KeywordForm>> = {
  Socket: { kind: 'socket' },
  // Judged by a rule of its own: what becomes of an unknown one depends on Syslog.
  SyslogFacility: { kind: 'words', values: MILTER_FACILITIES, open: true },
  AuthservID: {
    kind: 'words',
    open: true,
    values: [keyword('HOSTNAME', 'The name of this host.', 'このホストの名前です。')],
  },
  AutoRestartRate: { kind: 'restart-rate' },
  UMask: { kind: 'mode-bits' },
  UserID: { kind: 'user' },
  Minimum: { kind: 'amount' },
  Canonicalization: CANONICALIZATIONS,
  Mode: MODES,
  SignatureAlgorithm: ALGORITHMS,
  ATPSHashAlgorithm: HASHES,
  BogusKey: KEY_ACTIONS,
  UnprotectedKey: KEY_ACTIONS,
  MacroList: { kind: 'data-set', of: 'other', only: ['csl', 'file'] },
  FlowData: { kind: 'data-set', of: 'other', only: ['db'] },
  KeyTable: { kind: 'data-set', of: 'keys' },
  SigningTable: { kind: 'data-set', of: 'signers' },
  ...dataSets('hosts', 'ExternalIgnoreList', 'InternalHosts', 'PeerList'),
  ...dataSets('headers', 'OmitHeaders', 'OverSignHeaders', 'SenderHeaders', 'SignHeaders', 'ReplaceHeaders'),
  ...dataSets('domains', 'ATPSDomains', 'Domain', 'ExemptDomains', 'RemoveARFrom', 'TrustSignaturesFrom'),
  ...dataSets(
    'other',
    'BodyLengthDB',
    'ConditionalSignatures',
    'DontSignMailTo',
    'MTA',
    'MustBeSigned',
    'RateLimits',
    'ReputationLimitModifiers',
    'ReputationLimits',
    'ReputationLowTime',
    'ReputationRatios',
    'ResignMailTo',
    'TestDNSData',
    'VBR-TrustedCertifiers',
  ),
  ...paths(
    'file',
    'FinalPolicyScript',
    'KeyFile',
    'POPDBFile',
    'ReplaceRules',
    'ResolverConfiguration',
    'ScreenPolicyScript',
    'SetupPolicyScript',
    'StatisticsPolicyScript',
    'TestPublicKeys',
    'TrustAnchorFile',
  ),
  ...paths('folder', 'BaseDirectory', 'ChangeRootDirectory', 'DiagnosticDirectory', 'TemporaryDirectory'),
  ...paths('created', 'PidFile', 'Statistics'),
};

/** The kinds of data sets, by the word before the colon; `built`: in the OpenDKIM of distributions. */
export const DATA_SETS: readonly {
  readonly name: string;
  readonly built: boolean;
  /** What stands behind the colon. */
  readonly takes: 'list' | 'path' | 'address';
  readonly en: string;
  readonly ja: string;
}[] = [
  {
    name: 'refile',
    built: true,
    takes: 'path',
    en: 'A file whose left column may have `*` for any text.',
    ja: '左の列に任意の文字列を表す `*` を書けるファイルです。',
  },
  {
    name: 'file',
    built: true,
    takes: 'path',
    en: 'A file, one entry a line; left and right column have blanks between.',
    ja: '1 行に 1 項目を書いたファイルです。左右の列は空白で区切ります。',
  },
  {
    name: 'csl',
    built: true,
    takes: 'list',
    en: 'A list with commas, right here.',
    ja: 'この場に書くコンマ区切りの並びです。',
  },
  { name: 'db', built: true, takes: 'path', en: 'A Berkeley DB file.', ja: 'Berkeley DB のファイルです。' },
  {
    name: 'dsn',
    built: true,
    takes: 'address',
    en: 'A table of an SQL database.',
    ja: 'SQL データベースの表です。',
  },
  ...['ldap', 'ldaps', 'ldapi'].map((name) => ({
    name,
    built: true,
    takes: 'address' as const,
    en: 'Answers of an LDAP server.',
    ja: 'LDAP サーバーの応答です。',
  })),
  {
    name: 'lua',
    built: true,
    takes: 'path',
    en: 'A Lua script that answers.',
    ja: '答えを返す Lua スクリプトです。',
  },
  {
    name: 'memcache',
    built: false,
    takes: 'address',
    en: 'Answers of a memcached server.',
    ja: 'memcached サーバーの応答です。',
  },
  { name: 'mdb', built: false, takes: 'path', en: 'An LMDB file.', ja: 'LMDB のファイルです。' },
  {
    name: 'socket',
    built: false,
    takes: 'address',
    en: 'Answers of a program at a socket.',
    ja: 'ソケットの先のプログラムの応答です。',
  },
  {
    name: 'erlang',
    built: false,
    takes: 'address',
    en: 'Answers of an Erlang node.',
    ja: 'Erlang ノードの応答です。',
  },
  {
    name: 'repute',
    built: false,
    takes: 'address',
    en: 'Answers of a reputation server.',
    ja: 'レピュテーションサーバーの応答です。',
  },
];
