import { masterCfReader } from './model/masterCf';
import { lookupTableReader } from './model/lookupTable';
import { inSystem } from './model/inSystem';
import { hostListReader } from './model/hostList';
import { mainCfReader } from './model/mainCf';
import type { Reader } from './model/model';
import { mtaStsPolicyReader } from './model/mtaStsPolicy';
import { opendkimReader } from './model/opendkim';
import { opendkimKeyTableReader, opendkimSigningTableReader } from './model/opendkimTables';
import { opendmarcReader } from './model/opendmarc';
import { zoneReader } from './model/zone/zone';
import { beginsLikeMtaStsPolicy, mayBeMtaStsPolicy } from './syntax/mtaStsPolicyNames';
import { beginsLikeZone, mayBeZone } from './syntax/zoneNames';

/** The languages, by the ids that VS Code and the linter know them under. */
export type LanguageId =
  | 'dns-zone'
  | 'postfix-main'
  | 'postfix-master'
  | 'postfix-table'
  | 'postfix-aliases'
  | 'postfix-patterns'
  | 'postfix-networks'
  | 'opendmarc'
  | 'opendkim'
  | 'opendkim-keytable'
  | 'opendkim-signingtable'
  | 'mail-hosts'
  | 'mta-sts-policy';

/** How each language is read. */
export const READERS: Readonly<Record<LanguageId, Reader>> = Object.freeze({
  'dns-zone': zoneReader,
  'postfix-main': inSystem('postfix-main', mainCfReader, ({ kind, value }) =>
    kind === 'postfix-file' ? value : undefined,
  ),
  'postfix-master': inSystem('postfix-master', masterCfReader, ({ kind, value }) =>
    kind === 'master-file' ? value : undefined,
  ),
  'postfix-table': lookupTableReader('keyed'),
  'postfix-aliases': lookupTableReader('aliases'),
  'postfix-patterns': lookupTableReader('patterns'),
  'postfix-networks': lookupTableReader('networks'),
  opendmarc: inSystem('opendmarc', opendmarcReader, ({ kind, value }) =>
    kind === 'opendmarc-file' ? value : undefined,
  ),
  opendkim: inSystem('opendkim', opendkimReader, ({ kind, value }) =>
    kind === 'opendkim-file' ? value : undefined,
  ),
  'opendkim-keytable': inSystem('opendkim-keytable', opendkimKeyTableReader, ({ kind, value }) =>
    kind === 'opendkim-key-table' ? value : undefined,
  ),
  'opendkim-signingtable': inSystem('opendkim-signingtable', opendkimSigningTableReader, ({ kind, value }) =>
    kind === 'opendkim-signing-table' ? value : undefined,
  ),
  'mail-hosts': hostListReader,
  'mta-sts-policy': mtaStsPolicyReader,
});

/** The languages whose models lay text out (`Editing.format`). */
export const FORMATTED: readonly LanguageId[] = Object.freeze([
  'dns-zone',
  'postfix-main',
  'postfix-master',
  'mta-sts-policy',
  'opendmarc',
  'opendkim',
  'opendkim-keytable',
  'opendkim-signingtable',
  'mail-hosts',
] as const);

/** Names that how-tos give to tables of `key value`; those that other programs use as well are left out. */
const POSTFIX_TABLES =
  /^(?:sasl_passwd|tls_policy|vmailbox|(?:client|helo|sender|recipient)_access|(?:sender|recipient)_canonical|sender_(?:login_maps|relay|transport|dependent_relayhost)|relay_recipients|virtual_(?:alias(?:es)?|mailbox(?:es)?|domains))$/;

/** What file names say; the first that fits counts. */
const FILE_NAMES: readonly (readonly [RegExp, LanguageId])[] = [
  [/\.zone$/i, 'dns-zone'],
  [/^db\.[^.].*$/i, 'dns-zone'],
  [/^main\.cf(?:\.\w+)?$/, 'postfix-main'],
  [/^master\.cf(?:\.\w+)?$/, 'postfix-master'],
  [
    /\.(?:regexp|pcre)$|^(?:(?:smtp_|milter_)?(?:mime_|nested_)?header|(?:smtp_)?body)_checks$/,
    'postfix-patterns',
  ],
  [/\.cidr$/, 'postfix-networks'],
  [/^aliases$/, 'postfix-aliases'],
  [POSTFIX_TABLES, 'postfix-table'],
  [/^opendmarc\.conf$/i, 'opendmarc'],
  [/^opendkim\.conf$/i, 'opendkim'],
  [/^key[._-]?table$/i, 'opendkim-keytable'],
  [/^signing[._-]?table$/i, 'opendkim-signingtable'],
  [/^(?:ignore|trusted|internal)[._-]?hosts$/i, 'mail-hosts'],
  [/^mta-sts\.txt$/i, 'mta-sts-policy'],
];

/**
 * The language of a file by its name (without folders), and by its beginning where that is given and the name leaves
 * it open; undefined where they do not say.
 */
export function languageOf(fileName: string, head?: string): LanguageId | undefined {
  const named = FILE_NAMES.find(([pattern]) => pattern.test(fileName))?.[1];
  if (named !== undefined || head === undefined) return named;
  if (mayBeZone(fileName) && beginsLikeZone(head)) return 'dns-zone';
  return mayBeMtaStsPolicy(fileName) && beginsLikeMtaStsPolicy(head) ? 'mta-sts-policy' : undefined;
}

/** Whether the beginning of a file may tell what it is where its name (without folders) does not. */
export function isWorthALook(fileName: string): boolean {
  return mayBeZone(fileName) || mayBeMtaStsPolicy(fileName);
}

/** Whether a string names one of our languages. */
export function isLanguageId(id: string): id is LanguageId {
  return Object.hasOwn(READERS, id);
}
