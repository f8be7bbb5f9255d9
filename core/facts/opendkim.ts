import { keyword } from './keyword';
import { keywordType, type ConfigurationKeyword, type KeywordForm, type KeywordTable } from './keywordTable';
import { opendkimKeywordsRows } from './opendkimKeywords.generated';
import { OPENDKIM_WORDS } from './opendkimWords';
import { SYSLOG_FACILITIES } from './syslogFacilities';

/** What a message that fails in some way may be answered with (`On-…`). */
const ACTIONS: KeywordForm = {
  kind: 'words',
  // The first letter decides, and an unknown word is only noticed when the daemon runs.
  open: true,
  values: [
    keyword('accept', 'The message goes on.', 'メールを通します。'),
    keyword('discard', 'The message is dropped without a word.', 'メールを黙って捨てます。'),
    keyword('tempfail', 'The sender is to try again later.', '一時的に拒否し、再送させます。'),
    keyword('reject', 'The message is refused.', 'メールを拒否します。'),
    keyword('quarantine', 'The message waits for a person’s decision.', '管理者の判断を待って保留します。'),
  ],
};

const FORMS: Readonly<Record<string, KeywordForm>> = {
  Socket: { kind: 'socket' },
  SyslogFacility: { kind: 'words', values: SYSLOG_FACILITIES, tolerated: true },
  AutoRestartRate: { kind: 'restart-rate' },
  UMask: { kind: 'mode-bits' },
  Canonicalization: {
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
  },
  Mode: {
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
  },
  SignatureAlgorithm: {
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
      keyword(
        'rsa-sha1',
        'Must not be used any more (RFC 8301).',
        '使ってはならない古い方式です (RFC 8301)。',
      ),
    ],
  },
  BaseDirectory: { kind: 'path' },
  ChangeRootDirectory: { kind: 'path' },
  PidFile: { kind: 'path' },
  TemporaryDirectory: { kind: 'path' },
  TrustAnchorFile: { kind: 'path' },
};

/** Keywords that OpenDKIM 2.11 as Debian builds it takes and the table of facts does not list. */
const MORE: readonly string[] = [
  'ReplaceHeaders\ts\t_FFR_REPLACE_RULES',
  'SyslogName\ts',
  'VBR-Certifiers\ts\t_FFR_VBR',
  'VBR-PurgeFields\tb\t_FFR_VBR',
  'VBR-TrustedCertifiers\ts\t_FFR_VBR',
  'VBR-TrustedCertifiersOnly\tb\t_FFR_VBR',
  'VBR-Type\ts\t_FFR_VBR',
  'X-Header\tb',
  ...[
    'BadSignature',
    'Default',
    'DNSError',
    'InternalError',
    'KeyNotFound',
    'NoSignature',
    'Security',
    'SignatureError',
  ].map((event) => `On-${event}\ts`),
];

/** Names that a later release gave to what a keyword did, from OpenDKIM's release notes. */
const RENAMED: Readonly<Record<string, string>> = {
  InsecureKey: 'UnprotectedKey',
  LDAPSoftStart: 'SoftStart',
  'X-Header': 'SoftwareHeader',
};

function fromRow(row: string): ConfigurationKeyword {
  const [name = '', letter = '', feature = ''] = row.split('\t');
  const words = OPENDKIM_WORDS[name];
  const renamedTo = RENAMED[name];
  return {
    name,
    type: keywordType(letter),
    form: FORMS[name] ?? (name.startsWith('On-') ? ACTIONS : { kind: 'text' }),
    current: true,
    ...(feature !== '' && { feature }),
    ...(words !== undefined && { words }),
    ...(renamedTo !== undefined && { renamedTo }),
  };
}

/** The keywords of OpenDKIM 2.11, and those of older releases that later ones renamed. */
export const OPENDKIM: KeywordTable = {
  program: 'OpenDKIM',
  manual: 'opendkim.conf(5)',
  keywords: new Map(
    [
      ...[...opendkimKeywordsRows, ...MORE].map(fromRow),
      ...Object.keys(RENAMED)
        .filter((name) => name !== 'X-Header')
        .map((name) => ({ ...fromRow(`${name}\ts`), current: false })),
    ].map((known) => [known.name.toLowerCase(), known]),
  ),
};
