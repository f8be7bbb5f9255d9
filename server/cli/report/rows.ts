import { jsonReport, isoTime, reporterOf, rowAt, type ReportProblem, type Row } from '../../../core/report';
import { message, render, type Locale } from '../../../core/text/message';
import type { ReadReport } from './read';
import { words } from './words';

/** A column of what is printed: its heading, and whether it holds numbers. */
export interface PrintedColumn {
  readonly title: string;
  readonly number: boolean;
}

/** The sums of one report, or of several. */
export interface Totals {
  readonly records: number;
  readonly messages: number;
  readonly dkim_pass: number;
  readonly spf_pass: number;
}

export const noTotals: Totals = { records: 0, messages: 0, dkim_pass: 0, spf_pass: 0 };

/** The sums of both. */
export function added(a: Totals, b: Totals): Totals {
  return {
    records: a.records + b.records,
    messages: a.messages + b.messages,
    dkim_pass: a.dkim_pass + b.dkim_pass,
    spf_pass: a.spf_pass + b.spf_pass,
  };
}

/** The columns of a line a report. */
export function summaryColumns(locale: Locale): readonly PrintedColumn[] {
  const text = ['path', 'reporter', 'domain', 'policy', 'period'] as const;
  const numbers = ['records', 'messages', 'dkimPass', 'spfPass'] as const;
  return [
    ...text.map((name) => ({ title: words[name][locale], number: false })),
    ...numbers.map((name) => ({ title: words[name][locale], number: true })),
  ];
}

/** What one report comes to, as texts of `summaryColumns`, and its sums. */
export function summaryLine({ store, number, rows }: ReadReport): {
  texts: readonly string[];
  totals: Totals;
} {
  const head = store.reports[number]!;
  const { totals } = jsonReport(store, number, rows);
  const { begin, end } = head.metadata;
  const texts = [
    head.part === '' ? head.file : `${head.file} › ${head.part}`,
    reporterOf(head),
    head.policy.domain,
    head.policy.p === '' ? '' : `p=${head.policy.p}`,
    begin === undefined && end === undefined ? '' : `${shortTime(begin)} – ${shortTime(end)}`,
    ...sums(totals),
  ];
  return { texts, totals };
}

/** The sums as texts. */
export function sums(totals: Totals): readonly string[] {
  return [totals.records, totals.messages, totals.dkim_pass, totals.spf_pass].map(String);
}

function shortTime(seconds: number | undefined): string {
  return isoTime(seconds).slice(0, 16).replace('T', ' ').replace(' 00:00', '');
}

/** The columns of a line a record. */
export function recordColumns(locale: Locale): readonly PrintedColumn[] {
  const names = [
    'source',
    'messages',
    'disposition',
    'dkim',
    'spf',
    'headerFrom',
    'signatures',
    'checked',
  ] as const;
  return names.map((name) => ({ title: words[name][locale], number: name === 'messages' }));
}

/** A record as texts of `recordColumns`. */
export function recordLine(report: ReadReport, row: number, locale: Locale): readonly string[] {
  const one: Row = rowAt(report.store, row);
  return [
    one.sourceIp,
    String(one.count),
    one.disposition,
    words[one.dkimOutcome][locale],
    words[one.spfOutcome][locale],
    one.headerFrom,
    one.dkimResults.map(({ domain, selector, result }) => joined(domain, selector, result)).join('; '),
    one.spfResults.map(({ domain, scope, result }) => joined(domain, scope, result)).join('; '),
  ];
}

function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}

/** Where a problem is, and what it is. */
export function problemLine(
  { file, part, record, message: told }: ReportProblem,
  locale: Locale,
): { readonly place: string; readonly text: string } {
  const place = [
    part === '' ? file : `${file} › ${part}`,
    ...(record === undefined ? [] : [render(message(words.inRecord, { record }), locale)]),
  ].join(', ');
  return { place, text: render(told, locale) };
}
