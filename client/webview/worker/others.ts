import {
  historyReports,
  type FailureReport,
  type HistoryMessage,
  type ReportStore,
} from '../../../core/report';
import type { Answers } from '../../report/link';
import type { HistoryReportRow, Part, Parted, TlsRow, WorkerQuestions } from '../messages';
import { failureValues, historyValues, historyReportValues, tlsValues, type Values } from '../other/values';

type OtherQuestion = 'failures' | 'tls' | 'history' | 'historyReports';

/** Answers on reports of other kinds. */
export function othersOf(store: () => ReportStore): Pick<Answers<WorkerQuestions>, OtherQuestion> {
  return {
    failures: parted<FailureReport, FailureReport>(() => store().failures, same, failureValues),
    tls: parted(() => store().tlsReports, tlsRows, tlsValues),
    history: parted<HistoryMessage, HistoryMessage>(() => store().history, same, historyValues),
    historyReports: parted(() => store().history, historyRows, historyReportValues),
  };
}

function same<Row>(rows: readonly Row[]): readonly Row[] {
  // Its own list: the store's grows.
  return [...rows];
}

function tlsRows(reports: ReportStore['tlsReports']): readonly TlsRow[] {
  return reports.flatMap(({ policies, ...report }) => policies.map((policy) => ({ report, policy })));
}

/** The reports of each file by itself, as they are among the aggregate reports. */
function historyRows(messages: readonly HistoryMessage[]): readonly HistoryReportRow[] {
  const files = new Map<string, HistoryMessage[]>();
  for (const one of messages) {
    const key = JSON.stringify([one.file, one.part]);
    const known = files.get(key);
    if (known === undefined) files.set(key, [one]);
    else known.push(one);
  }
  return [...files.values()].flatMap((own) =>
    historyReports(own).map(({ records, ...report }) => ({ ...report, recordCount: records.length })),
  );
}

/** Rows made of a list while that was so long. */
interface Made<Item, Row> {
  readonly from: readonly Item[];
  readonly length: number;
  readonly rows: readonly Row[];
}

interface Ordered<Row> {
  readonly by: string;
  readonly rows: readonly Row[];
  readonly sorted: readonly Row[];
}

/** Answers with parts of rows in the order asked for; the order is kept until another is asked for, or more is read. */
function parted<Item, Row>(
  items: () => readonly Item[],
  rowsOf: (items: readonly Item[]) => readonly Row[],
  values: Values<Row>,
): (ask: Part) => Parted<Row> {
  let made: Made<Item, Row> | undefined;
  let order: Ordered<Row> | undefined;
  return ({ from, to, sort }) => {
    const now = items();
    // The lists of a store only grow.
    if (made?.from !== now || made.length !== now.length) {
      made = { from: now, length: now.length, rows: rowsOf(now) };
    }
    const { rows } = made;
    const by = JSON.stringify(sort ?? null);
    if (order?.by !== by || order.rows !== rows) {
      order = { by, rows, sorted: sortedBy(rows, sort, values) };
    }
    return { rows: order.sorted.slice(from, to), all: rows.length };
  };
}

/** Rows in an order; those without a value come last. */
function sortedBy<Row>(rows: readonly Row[], sort: Part['sort'], values: Values<Row>): readonly Row[] {
  if (sort === undefined || !Object.hasOwn(values, sort.column)) return rows;
  const valueOf = values[sort.column]!;
  const collator = new Intl.Collator('en', { numeric: true });
  const keyed = rows.map((row) => ({ row, value: valueOf(row) }));
  const sign = sort.descending ? -1 : 1;
  keyed.sort(({ value: a }, { value: b }) => {
    const missing = Number(isMissing(a)) - Number(isMissing(b));
    if (missing !== 0 || a === undefined || b === undefined) return missing;
    const way =
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return sign * way;
  });
  return keyed.map(({ row }) => row);
}

function isMissing(value: string | number | undefined): boolean {
  return value === undefined || value === '';
}
