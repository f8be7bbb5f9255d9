import * as vscode from 'vscode';
import { visible } from '../../core/report/visible';
import type { OpenedReport } from './protocol';
import type { ReportSession } from './session';

/** A line of the view of open reports. */
export interface ReportNode {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: vscode.ThemeIcon;
  readonly state: vscode.TreeItemCollapsibleState;
  readonly children: readonly ReportNode[];
  readonly command: vscode.Command | undefined;
  /** What a screen reader says. */
  readonly spoken: string | undefined;
}

/** A report with the page that shows it. */
export interface ShownReport {
  readonly session: ReportSession;
  readonly report: OpenedReport;
}

/** Up to so many reports are shown without a click. */
const fewReports = 40;

/** The command of a line that stands for reports; its argument is `ShownReport[]`. */
export const showReports = 'mailAuth.reports.show';

/** The lines of the view: the domains of all that is open with their reports, or the ways in. */
export function reportNodes(sessions: readonly ReportSession[]): readonly ReportNode[] {
  const shown = sessions.flatMap((session) => session.opened.reports.map((report) => ({ session, report })));
  const more = sessions.reduce((sum, { opened }) => sum + opened.more, 0);
  if (shown.length === 0) return waysIn();
  const domains = new Map<string, ShownReport[]>();
  for (const one of shown) {
    const domain = one.report.domain.toLowerCase();
    const there = domains.get(domain);
    if (there === undefined) domains.set(domain, [one]);
    else there.push(one);
  }
  const nodes = [...domains]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([domain, reports]) =>
      domainNode(domain, reports, shown.length <= fewReports || domains.size === 1),
    );
  return more === 0 ? nodes : [...nodes, moreNode(more)];
}

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

function domainNode(domain: string, reports: readonly ShownReport[], open: boolean): ReportNode {
  const label = domain === '' ? vscode.l10n.t('No domain') : visible(domain);
  const [messages, fail] = [total(reports, 'messages'), total(reports, 'fail')];
  const description = [counted('reports', reports.length), ...figures(messages, fail)].join(' · ');
  return {
    id: `domain ${domain}`,
    label,
    description,
    tooltip: `${label}\n${description}`,
    icon: new vscode.ThemeIcon('globe'),
    state: open ? Expanded : Collapsed,
    children: [...reports].sort(newestFirst).map((one, at) => reportNode(`${domain} ${at}`, one)),
    command: undefined,
    spoken: `${label}, ${description}`,
  };
}

function reportNode(id: string, shown: ShownReport): ReportNode {
  const { report } = shown;
  const { begin, end, messages, fail } = report;
  const label = report.reporter === '' ? vscode.l10n.t('Unnamed reporter') : visible(report.reporter);
  const numbers = figures(messages, fail);
  // What matters comes first: the view is narrow.
  const brief =
    fail > 0
      ? vscode.l10n.t('{0} of {1} fail', number(fail), number(messages))
      : counted('messages', messages);
  const description = [brief, period(begin, end, 'short')].filter(Boolean).join(' · ');
  const full = [period(begin, end, 'long'), ...numbers].filter(Boolean).join(' · ');
  const file = visible(report.part === '' ? report.file : `${report.file} › ${report.part}`);
  return {
    id: `report ${id}`,
    label,
    description,
    tooltip: [label, full, visible(report.reportId), file].filter(Boolean).join('\n'),
    icon:
      fail > 0
        ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
        : new vscode.ThemeIcon('pass'),
    state: None,
    children: [],
    command: {
      command: showReports,
      title: vscode.l10n.t('Show This Report'),
      arguments: [shown],
    },
    spoken: `${label}, ${full}`,
  };
}

function moreNode(count: number): ReportNode {
  const label = vscode.l10n.t('{0} more, in the report view', number(count));
  return line('more', label, 'ellipsis', 'mailAuth.openReportView');
}

/** What to do while nothing is open. */
function waysIn(): readonly ReportNode[] {
  return [
    line('files', vscode.l10n.t('Open Files…'), 'go-to-file', 'mailAuth.reports.openFiles'),
    line('folder', vscode.l10n.t('Open Folder…'), 'folder-opened', 'mailAuth.reports.openFolder'),
    line('samples', vscode.l10n.t('Open Sample Reports'), 'beaker', 'mailAuth.reports.openSamples'),
  ];
}

function line(id: string, label: string, icon: string, command: string): ReportNode {
  return {
    id,
    label,
    description: '',
    tooltip: label,
    icon: new vscode.ThemeIcon(icon),
    state: None,
    children: [],
    command: { command, title: label },
    spoken: undefined,
  };
}

function newestFirst({ report: a }: ShownReport, { report: b }: ShownReport): number {
  return (b.begin ?? 0) - (a.begin ?? 0) || (a.reporter < b.reporter ? -1 : 1);
}

function total(reports: readonly ShownReport[], key: 'messages' | 'fail'): number {
  return reports.reduce((sum, { report }) => sum + report[key], 0);
}

function figures(messages: number, fail: number): readonly string[] {
  return [counted('messages', messages), ...(fail > 0 ? [vscode.l10n.t('{0} fail', number(fail))] : [])];
}

function counted(what: 'reports' | 'messages', count: number): string {
  const shown = number(count);
  if (what === 'reports') {
    return count === 1 ? vscode.l10n.t('1 report') : vscode.l10n.t('{0} reports', shown);
  }
  return count === 1 ? vscode.l10n.t('1 message') : vscode.l10n.t('{0} messages', shown);
}

function number(count: number): string {
  return count.toLocaleString(vscode.env.language);
}

/** The days of a report, in UTC, `long` with the year; empty where it does not tell. */
function period(begin: number | undefined, end: number | undefined, length: 'short' | 'long'): string {
  const first = day(begin ?? end, length);
  const last = day(end ?? begin, length);
  return first === last ? first : `${first} – ${last}`;
}

function day(seconds: number | undefined, length: 'short' | 'long'): string {
  if (seconds === undefined || Math.abs(seconds) > 8.64e12) return '';
  return new Date(seconds * 1000).toLocaleDateString(vscode.env.language.replace(/^en$/, 'en-GB'), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(length === 'long' && { year: 'numeric' }),
  });
}
