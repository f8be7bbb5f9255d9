import { OPENDMARC } from '../../facts/opendmarc';
import { checkIdle, type Idle } from '../keywordFiles';
import { rule } from '../rule';

const IDLE: readonly Idle[] = [
  { keyword: 'AutoRestartCount', needs: ['AutoRestart'] },
  { keyword: 'AutoRestartRate', needs: ['AutoRestart'] },
  { keyword: 'DomainWhitelistSize', needs: ['DomainWhitelist', 'DomainWhitelistFile'] },
  { keyword: 'FailureReportsBcc', needs: ['FailureReports'] },
  { keyword: 'FailureReportsOnNone', needs: ['FailureReports'] },
  { keyword: 'FailureReportsSentBy', needs: ['FailureReports'] },
  { keyword: 'RecordAllMessages', needs: ['HistoryFile'] },
  { keyword: 'RejectString', needs: ['RejectFailures'] },
  { keyword: 'SyslogFacility', needs: ['Syslog'] },
];

export default rule({
  name: 'opendmarc-idle-setting',
  on: 'opendmarc-file',
  severity: 'information',
  title: { en: 'A setting without effect', ja: '効果のない設定' },
  references: ['opendmarc.conf(5)'],
  check(file, report) {
    checkIdle(OPENDMARC, file, IDLE, report);
  },
});
