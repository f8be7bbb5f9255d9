import type { Localized } from '../text/message';

/** One kind of lookup table. */
export interface TableType {
  readonly name: string;
  readonly means: Localized;
  /** The first version that has it, where it was not always there. */
  readonly since?: string;
  /** Its name is the path of a file: `text`, or an index that postmap(1) makes beside the text. */
  readonly file?: 'text' | 'indexed' | 'settings';
}

function type(name: string, en: string, ja: string, more: Omit<TableType, 'name' | 'means'> = {}): TableType {
  return { name, means: { en, ja }, ...more };
}

const rows: readonly TableType[] = [
  type('btree', 'An indexed file in sorted order (Berkeley DB).', 'Berkeley DB の B 木ファイルです。', {
    file: 'indexed',
  }),
  type('cdb', 'A compact indexed file that is only read.', '読み取り専用の索引ファイル (cdb) です。', {
    since: '2.2',
    file: 'indexed',
  }),
  type('cidr', 'Networks and what they stand for, in order.', 'ネットワークごとの結果を順に並べた表です。', {
    since: '2.1',
    file: 'text',
  }),
  type('dbm', 'An indexed file of old Unix systems.', '古い Unix の索引ファイルです。', { file: 'indexed' }),
  // 3.7's dict_open() has no such type, only a flag of this name; 3.11 documents debug:type:name.
  type('debug', 'Logs what another table is asked.', '別の表への問い合わせを記録します。', { since: '3.11' }),
  type('environ', 'The environment of the process.', 'プロセスの環境変数です。'),
  type('fail', 'Fails every lookup; for tests.', '必ず失敗します。試験用です。', { since: '2.9' }),
  type('hash', 'An indexed file (Berkeley DB).', 'Berkeley DB のハッシュファイルです。', { file: 'indexed' }),
  type('inline', 'Entries written in main.cf itself.', 'main.cf の中に直接書く表です。', { since: '3.0' }),
  type('internal', 'A table in memory; for tests.', 'メモリー上の表です。試験用です。'),
  type(
    'ldap',
    'An LDAP directory; the name is a file of its settings.',
    'LDAP を検索します。名前は設定ファイルです。',
    {
      file: 'settings',
    },
  ),
  type('lmdb', 'An indexed file (OpenLDAP LMDB).', 'LMDB の索引ファイルです。', {
    since: '2.11',
    file: 'indexed',
  }),
  type('memcache', 'A memcached server.', 'memcached サーバーを参照します。', {
    since: '2.9',
    file: 'settings',
  }),
  type('mongodb', 'A MongoDB database.', 'MongoDB を検索します。', { since: '3.9', file: 'settings' }),
  type('mysql', 'A MySQL or MariaDB database.', 'MySQL または MariaDB を検索します。', { file: 'settings' }),
  type('netinfo', 'NetInfo of old Mac systems.', '古い Mac の NetInfo です。'),
  type('nis', 'A NIS map.', 'NIS のマップです。'),
  type('nisplus', 'A NIS+ table.', 'NIS+ の表です。'),
  type('pcre', 'Perl-compatible patterns, tried in order.', 'Perl 互換の正規表現を順に試します。', {
    file: 'text',
  }),
  type('pgsql', 'A PostgreSQL database.', 'PostgreSQL を検索します。', { since: '2.1', file: 'settings' }),
  type(
    'pipemap',
    'Tables in a row: the result of one is looked up in the next.',
    '表を直列につなぎ、結果を次の表で引きます。',
    {
      since: '3.0',
    },
  ),
  type(
    'proxy',
    'Another table, read by the proxymap server.',
    'proxymap サーバーを介して別の表を引きます。',
    {
      since: '2.0',
    },
  ),
  type('randmap', 'One of the listed results, at random.', '列挙した結果から無作為に 1 つ返します。', {
    since: '3.0',
  }),
  type('regexp', 'POSIX patterns, tried in order.', 'POSIX 正規表現を順に試します。', { file: 'text' }),
  type('sdbm', 'An indexed file with long entries.', '大きな項目を扱える索引ファイルです。', {
    since: '2.2',
    file: 'indexed',
  }),
  type(
    'socketmap',
    'Sendmail’s socketmap protocol: `inet:host:port:name` or `unix:path:name`.',
    'Sendmail の socketmap プロトコルで尋ねます。',
    {
      since: '2.10',
    },
  ),
  type('sqlite', 'An SQLite database.', 'SQLite を検索します。', { since: '2.8', file: 'settings' }),
  type('static', 'The same result, whatever is asked.', '何を引いても同じ結果を返します。'),
  type(
    'tcp',
    'A server that speaks Postfix’s tcp_table protocol: `host:port`.',
    'tcp_table プロトコルのサーバーに尋ねます。',
  ),
  type(
    'texthash',
    'A text file, read at start; no postmap needed.',
    'テキストのまま起動時に読む表です。postmap は不要です。',
    {
      since: '2.8',
      file: 'text',
    },
  ),
  type(
    'unionmap',
    'Tables side by side: all their results, with commas.',
    '複数の表の結果をコンマでつなげて返します。',
    {
      since: '3.0',
    },
  ),
  type(
    'unix',
    'The system’s users and groups: `passwd.byname`, `group.byname`.',
    'システムの利用者とグループです。',
  ),
];

/** The kinds of lookup tables that some build of Postfix has, by name. */
export const POSTFIX_TABLE_TYPES: ReadonlyMap<string, TableType> = new Map(
  rows.map((row) => [row.name, row]),
);
