import { keyword } from './keyword';
import { keywordType, type ConfigurationKeyword, type KeywordForm, type KeywordTable } from './keywordTable';
import { opendmarcKeywordsRows } from './opendmarcKeywords.generated';
import { OPENDMARC_WORDS } from './opendmarcWords';
import { SYSLOG_FACILITIES } from './syslogFacilities';

const FORMS: Readonly<Record<string, KeywordForm>> = {
  Socket: { kind: 'socket' },
  SyslogFacility: { kind: 'words', values: SYSLOG_FACILITIES, tolerated: true },
  RejectString: { kind: 'contains', part: '%s' },
  AutoRestartRate: { kind: 'restart-rate' },
  UMask: { kind: 'mode-bits' },
  BaseDirectory: { kind: 'path' },
  ChangeRootDirectory: { kind: 'path' },
  DomainWhitelistFile: { kind: 'path' },
  HistoryFile: { kind: 'path' },
  IgnoreHosts: { kind: 'path' },
  IgnoreMailTo: { kind: 'text' },
  NoReportsList: { kind: 'path' },
  PidFile: { kind: 'path' },
  PublicSuffixList: { kind: 'path' },
  TemporaryDirectory: { kind: 'path' },
  AuthservID: {
    kind: 'words',
    open: true,
    values: [keyword('HOSTNAME', 'The name of this host.', 'このホストの名前です。')],
  },
  TrustedAuthservIDs: {
    kind: 'words',
    open: true,
    values: [keyword('HOSTNAME', 'The name of this host.', 'このホストの名前です。')],
  },
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
    first,
    last,
    current: debian === 'd',
    preset,
    ...(words !== undefined && { words }),
    ...(renamedTo !== undefined && { renamedTo }),
  };
}

/** Every keyword that any release of OpenDMARC knows. */
export const OPENDMARC: KeywordTable = {
  program: 'OpenDMARC',
  manual: 'opendmarc.conf(5)',
  keywords: new Map(opendmarcKeywordsRows.map(fromRow).map((known) => [known.name.toLowerCase(), known])),
};
