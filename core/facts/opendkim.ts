import { keywordType, type ConfigurationKeyword, type KeywordTable } from './keywordTable';
import { ACTIONS, OPENDKIM_FORMS } from './opendkimForms';
import { opendkimKeywordsRows } from './opendkimKeywords.generated';
import { OPENDKIM_RARE_WORDS } from './opendkimRareWords';
import { OPENDKIM_WORDS } from './opendkimWords';

/** The release that distributions ship (Debian's is its second beta). */
const VERSION = '2.11';

/** Keywords that OpenDKIM 2.11 takes and the table of facts does not list. */
const MORE: readonly string[] = [
  'ConditionalSignatures\ts\t_FFR_CONDITIONAL',
  'ReplaceHeaders\ts\t_FFR_REPLACE_RULES',
  'ReputationTest\tb\t_FFR_REPUTATION',
  'ReputationVerbose\tb\t_FFR_REPUTATION',
  'SyslogName\ts',
  'VBR-Certifiers\ts\t_FFR_VBR',
  'VBR-PurgeFields\tb\t_FFR_VBR',
  'VBR-TrustedCertifiers\ts\t_FFR_VBR',
  'VBR-TrustedCertifiersOnly\tb\t_FFR_VBR',
  'VBR-Type\ts\t_FFR_VBR',
  'X-Header\tb',
  'On-ReputationError\ts\t_FFR_REPUTATION',
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

/** The release that brought a keyword, from OpenDKIM's release notes; the others are older or not told of. */
const SINCE: Readonly<Record<string, string>> = {
  BodyLengthDB: '2.4.0',
  CaptureUnknownErrors: '2.3.0',
  ConditionalSignatures: '2.11.0',
  DisableCryptoInit: '2.8.0',
  DNSConnect: '2.3.0',
  DomainKeysCompat: '2.2.0',
  ExemptDomains: '2.0.0',
  IgnoreMalformedMail: '2.10.0',
  KeepAuthResults: '2.3.0',
  KeyTable: '2.0.0',
  LDAPDisableCache: '2.8.0',
  LuaOnlySigning: '2.9.1',
  MaximumSignaturesToVerify: '2.3.0',
  MinimumKeyBits: '2.7.0',
  Nameservers: '2.7.0',
  NoHeaderB: '2.2.0',
  OverSignHeaders: '2.3.0',
  ReplaceHeaders: '2.3.1',
  ReputationTest: '2.7.0',
  ReputationTimeout: '2.7.0',
  RequireSafeKeys: '2.2.0',
  ResolverConfiguration: '2.7.0',
  ResolverTracing: '2.3.0',
  SenderHeaders: '1.1.0',
  SigningTable: '2.0.0',
  SMTPURI: '2.8.0',
  SoftStart: '2.10.0',
  SoftwareHeader: '2.7.0',
  StrictHeaders: '2.3.0',
  UnprotectedKey: '2.8.0',
  'VBR-PurgeFields': '2.3.0',
  WeakSyntaxChecks: '2.5.0',
};

/** Keywords that are gone, with their type, the last release that knew them, and the first where it is told. */
const GONE: readonly string[] = [
  'AddAllSignatureResults\tb\t2.9.3',
  'ADSPAction\ts\t2.9.3\t2.2.0',
  'ADSPDiscard\tb\t2.1.3',
  'ADSPNoSuchDomain\tb\t2.9.3',
  'BodyLengthDBFile\ts\t2.3.2',
  'BodyLengths\tb\t2.3.2',
  'BogusPolicy\ts\t2.9.3',
  'DisableADSP\tb\t2.9.3\t2.4.0',
  'InsecureKey\ts\t2.7.4',
  'InsecurePolicy\ts\t2.7.4',
  'KeyList\ts\t1.2.2',
  'LDAPSoftStart\tb\t2.9.3\t2.6.0',
  'LocalADSP\ts\t2.9.3',
  'NoDiscardableMailTo\ts\t2.9.3',
  'On-PolicyError\ts\t2.9.3',
  'ResolvConf\ts\t2.6.7\t2.6.3',
  'SendADSPReports\tb\t2.9.3',
  'UnboundConfigFile\ts\t2.6.7\t2.3.0',
  'UnprotectedPolicy\ts\t2.9.3\t2.8.0',
];

/** Names that a later release gave to what a keyword did, from OpenDKIM's release notes. */
const RENAMED: Readonly<Record<string, string>> = {
  BodyLengthDBFile: 'BodyLengthDB',
  InsecureKey: 'UnprotectedKey',
  LDAPSoftStart: 'SoftStart',
  UnboundConfigFile: 'ResolverConfiguration',
  'X-Header': 'SoftwareHeader',
};

function fromRow(row: string): ConfigurationKeyword {
  const [name = '', letter = '', feature = ''] = row.split('\t');
  const first = SINCE[name];
  return {
    ...described(name, letter),
    ...(first !== undefined && { first }),
    ...(feature !== '' && { feature }),
  };
}

function fromGone(row: string): ConfigurationKeyword {
  const [name = '', letter = '', last = '', first = '1.0.0'] = row.split('\t');
  return { ...described(name, letter), first, last };
}

function described(name: string, letter: string): ConfigurationKeyword {
  const words = OPENDKIM_WORDS[name] ?? OPENDKIM_RARE_WORDS[name];
  const renamedTo = RENAMED[name];
  return {
    name,
    type: keywordType(letter),
    form: OPENDKIM_FORMS[name] ?? (name.startsWith('On-') ? ACTIONS : { kind: 'text' }),
    ...(words !== undefined && { words }),
    ...(renamedTo !== undefined && { renamedTo }),
  };
}

/** The keywords of OpenDKIM 2.11, and those of older releases that later ones renamed or dropped. */
export const OPENDKIM: KeywordTable = {
  program: 'OpenDKIM',
  id: 'opendkim',
  version: VERSION,
  manual: 'opendkim.conf(5)',
  keywords: new Map(
    [...[...opendkimKeywordsRows, ...MORE].map(fromRow), ...GONE.map(fromGone)].map((known) => [
      known.name.toLowerCase(),
      known,
    ]),
  ),
  unbuilt: new Set([
    '_FFR_CONDITIONAL',
    '_FFR_DEFAULT_SENDER',
    '_FFR_IDENTITY_HEADER',
    '_FFR_LUA_ONLY_SIGNING',
    '_FFR_RATE_LIMIT',
    '_FFR_REPRRD',
    '_FFR_REPUTATION',
    '_FFR_RESIGN',
    '_FFR_STATS USE_LUA _FFR_STATSEXT',
    'HAVE_CURL_EASY_STRERROR',
    'POPAUTH',
  ]),
};
