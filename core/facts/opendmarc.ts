import { keyword } from './keyword';
import { keywordType, type ConfigurationKeyword, type KeywordForm, type KeywordTable } from './keywordTable';
import { opendmarcKeywordsRows } from './opendmarcKeywords.generated';
import { OPENDMARC_WORDS } from './opendmarcWords';
import { MILTER_FACILITIES } from './syslogFacilities';

/** The release that Debian 12 and 13 ship. */
const VERSION = '1.4.2';

const HOSTNAME = [keyword('HOSTNAME', 'The name of this host.', 'このホストの名前です。')];

const FORMS: Readonly<Record<string, KeywordForm>> = {
  Socket: { kind: 'socket' },
  SyslogFacility: { kind: 'words', values: MILTER_FACILITIES, tolerated: true },
  RejectString: { kind: 'contains', part: '%s' },
  AutoRestartRate: { kind: 'restart-rate' },
  UMask: { kind: 'mode-bits' },
  Userid: { kind: 'user' },
  BaseDirectory: { kind: 'path', what: 'folder' },
  ChangeRootDirectory: { kind: 'path', what: 'folder' },
  DomainWhitelistFile: { kind: 'path', what: 'file' },
  HistoryFile: { kind: 'path', what: 'created' },
  IgnoreHosts: { kind: 'path', what: 'file' },
  NoReportsList: { kind: 'path', what: 'file' },
  PidFile: { kind: 'path', what: 'created' },
  PublicSuffixList: { kind: 'path', what: 'file' },
  TemporaryDirectory: { kind: 'path', what: 'folder' },
  DomainWhitelist: { kind: 'list' },
  DomainWhitelistSize: { kind: 'count' },
  IgnoreMailFrom: { kind: 'list' },
  IgnoreMailTo: { kind: 'list' },
  TrustedAuthservIDs: { kind: 'list', values: HOSTNAME },
  AuthservID: { kind: 'words', open: true, values: HOSTNAME },
};

/** Names that a later release gave to what a keyword did (OpenDMARC 1.3.0). */
const RENAMED: Readonly<Record<string, string>> = {
  ForensicReports: 'FailureReports',
  ForensicReportsBcc: 'FailureReportsBcc',
  ForensicReportsOnNone: 'FailureReportsOnNone',
  ForensicReportsSentBy: 'FailureReportsSentBy',
};

function fromRow(row: string): ConfigurationKeyword {
  const [name = '', letter = '', first = '', last = '', debian = '', preset = ''] = row.split('\t');
  const words = OPENDMARC_WORDS[name];
  const renamedTo = RENAMED[name];
  return {
    name,
    type: keywordType(letter),
    form: FORMS[name] ?? { kind: 'text' },
    // Distributions took some keywords from the development branch into their 1.4.2.
    first: first === 'develop' && debian === 'd' ? VERSION : first,
    last,
    preset,
    ...(words !== undefined && { words }),
    ...(renamedTo !== undefined && { renamedTo }),
  };
}

/** Every keyword that any release of OpenDMARC knows. */
export const OPENDMARC: KeywordTable = {
  program: 'OpenDMARC',
  id: 'opendmarc',
  version: VERSION,
  manual: 'opendmarc.conf(5)',
  keywords: new Map(opendmarcKeywordsRows.map(fromRow).map((known) => [known.name.toLowerCase(), known])),
  unbuilt: new Set(),
};
