import { OPENDKIM } from '../../facts/opendkim';
import { checkIdle, type Idle } from '../keywordFiles';
import { rule } from '../rule';

const IDLE: readonly Idle[] = [
  { keyword: 'AutoRestartCount', needs: ['AutoRestart'] },
  { keyword: 'AutoRestartRate', needs: ['AutoRestart'] },
  { keyword: 'DiagnosticDirectory', needs: ['Diagnostics', 'KeepTemporaryFiles'] },
  { keyword: 'LogResults', needs: ['Syslog'] },
  { keyword: 'LogWhy', needs: ['Syslog'] },
  { keyword: 'MTACommand', needs: ['SendReports'] },
  { keyword: 'ReportAddress', needs: ['SendReports'] },
  { keyword: 'ReportBccAddress', needs: ['SendReports'] },
  { keyword: 'SubDomains', needs: ['Domain'] },
  { keyword: 'SyslogFacility', needs: ['Syslog'] },
  { keyword: 'SyslogName', needs: ['Syslog'] },
  { keyword: 'SyslogSuccess', needs: ['Syslog'] },
];

export default rule({
  name: 'opendkim-idle-setting',
  on: 'opendkim-file',
  severity: 'information',
  title: { en: 'A setting without effect', ja: '効果のない設定' },
  references: ['opendkim.conf(5)'],
  check(file, report) {
    checkIdle(OPENDKIM, file, IDLE, report);
  },
});
