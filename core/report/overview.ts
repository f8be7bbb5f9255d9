import { dayOf } from './day';
import { firstSeen } from './firstSeen';
import { groupRows, type Group, type Grouping, type GroupKey, type OrganisationOf, type Sums } from './group';
import type { ReportStore } from './store';

/** Messages of one UTC day. */
export interface OverviewDay {
  /** `2026-11-16` */
  readonly day: string;
  /** Aligned by DKIM and SPF, by one of them alone, by neither. */
  readonly both: number;
  readonly one: number;
  readonly fail: number;
}

export interface OverviewSource extends Group {
  /** Of all messages, from 0 to 1. */
  readonly share: number;
  /** Its network is first seen in the current period; undefined where there is nothing before to compare with. */
  readonly isNew: boolean | undefined;
}

/** What stands above the table. */
export interface Overview {
  readonly total: Sums;
  /** From 0 to 1; undefined without messages. */
  readonly passRate: number | undefined;
  /** Days in order, days without mail between them included. */
  readonly days: readonly OverviewDay[];
  /** Messages of reports that state no period. */
  readonly undated: number;
  /** Those with most messages first: all, or as many as were asked for. */
  readonly sources: readonly OverviewSource[];
  /** The first day of the current period; undefined where there is nothing before it. */
  readonly since: string | undefined;
  /** How many sources are new since the period before; undefined as in `isNew`. */
  readonly newSources: number | undefined;
  readonly reporters: readonly Group[];
  readonly domains: readonly Group[];
  /** How many there are of each, shown or not. */
  readonly counts: { readonly sources: number; readonly reporters: number; readonly domains: number };
}

const dayLength = 86_400_000;
/** A chart of more days than this (a report with a made-up date) would hold nothing but gaps: then only days with mail. */
const mostDays = 1_000;

/**
 * Sums up rows for the charts.
 * @param since the first day of the current period, `2026-11-16`; without it, the later half of the days counts as such
 * @param most how many sources, reporters and domains are wanted: there may be a million
 */
export function overview(
  store: ReportStore,
  rows: Int32Array,
  {
    since,
    by = 'network',
    organisationOf,
    most = Infinity,
  }: {
    readonly since?: string;
    readonly by?: GroupKey;
    readonly organisationOf?: OrganisationOf;
    readonly most?: number;
  } = {},
): Overview {
  const { days, undated } = daysOf(store, rows);
  const grouping = groupRows(store, rows, by, organisationOf);
  const reporters = groupRows(store, rows, 'reporter');
  const domains = groupRows(store, rows, 'headerFrom');
  const { total } = grouping;
  const begin = since ?? laterHalf(days);
  const before = days.some(({ day }) => begin !== undefined && day < begin);
  const isNew = begin === undefined || !before ? undefined : newSince(store, grouping, begin);
  return {
    total,
    passRate: total.messages === 0 ? undefined : total.pass / total.messages,
    days,
    undated,
    sources: first(grouping, most).map((group, index) => ({
      ...group,
      share: total.messages === 0 ? 0 : group.messages / total.messages,
      isNew: isNew?.(index),
    })),
    since: before ? begin : undefined,
    newSources: isNew === undefined ? undefined : countOf(grouping.length, isNew),
    reporters: first(reporters, most),
    domains: first(domains, most),
    counts: { sources: grouping.length, reporters: reporters.length, domains: domains.length },
  };
}

function first(grouping: Grouping, most: number): readonly Group[] {
  return Array.from({ length: Math.min(grouping.length, most) }, (_, index) => grouping.group(index));
}

/** Whether no network of a group is in any report of days before `begin`, whatever rows the groups are of. */
function newSince(store: ReportStore, grouping: Grouping, begin: string): (index: number) => boolean {
  const seen = firstSeen(store);
  const source = store.text.sourceIp.cells.values();
  const from = Date.parse(begin) / 1000;
  const { gathered, starts } = grouping;
  return (index) => {
    for (let i = starts[index]!; i < starts[index + 1]!; i++) {
      if (seen[source[gathered[i]!]!]! < from) return false;
    }
    return true;
  };
}

function countOf(length: number, test: (index: number) => boolean): number {
  let count = 0;
  for (let index = 0; index < length; index++) if (test(index)) count++;
  return count;
}

/** The first day of the later half; undefined of a single day. */
export function laterHalf(days: readonly OverviewDay[]): string | undefined {
  return days[Math.ceil(days.length / 2)]?.day;
}

/**
 * Messages by day, days without mail between them included; `undated` are those of reports that state no period.
 * @param whole from the first day of all reports to the last, whatever days the rows are of
 */
export function daysOf(
  store: ReportStore,
  rows: Int32Array,
  whole = false,
): { readonly days: readonly OverviewDay[]; readonly undated: number } {
  const report = store.report.values();
  const counts = store.count.values();
  const aligned = store.alignedBy.values();
  const sums = store.reports.map(() => [0, 0, 0, 0]);
  for (const row of rows) sums[report[row]!]![aligned[row]!]! += counts[row]!;
  const byDay = new Map<string, OverviewDay>();
  let undated = 0;
  sums.forEach(([both = 0, dkim = 0, spf = 0, neither = 0], number) => {
    const day = dayOf(store.reports[number]!);
    if (both + dkim + spf + neither === 0 && !whole) return;
    if (day === '') {
      undated += both + dkim + spf + neither;
      return;
    }
    const known = byDay.get(day) ?? { day, both: 0, one: 0, fail: 0 };
    byDay.set(day, {
      day,
      both: known.both + both,
      one: known.one + dkim + spf,
      fail: known.fail + neither,
    });
  });
  const found = [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  return { days: withGaps(found), undated };
}

function withGaps(found: readonly OverviewDay[]): readonly OverviewDay[] {
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined) return found;
  const from = Date.parse(first.day);
  const length = (Date.parse(last.day) - from) / dayLength + 1;
  if (!(length <= mostDays)) return found;
  const byDay = new Map(found.map((one) => [one.day, one]));
  return Array.from({ length }, (_, i) => {
    const day = new Date(from + i * dayLength).toISOString().slice(0, 10);
    return byDay.get(day) ?? { day, both: 0, one: 0, fail: 0 };
  });
}
