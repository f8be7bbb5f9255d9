import {
  groupKeys,
  moreSortColumns,
  sortColumns,
  type GroupKey,
  type Plan,
  type Sort,
  type SortColumn,
} from '../../core/report';

/** The tabs of the page; those of other kinds of reports are there when such reports are open. */
export const tabs = ['records', 'overview', 'readiness', 'failures', 'tls', 'history'] as const;
export type Tab = (typeof tabs)[number];

/** Those about records. The filter, the chart of days and what goes with them are not for other kinds of reports. */
export const tabsOfRecords: ReadonlySet<Tab> = new Set(['records', 'overview', 'readiness']);

/** The table's columns in their first order. `begin` shows the whole period. */
export const columnNames = [
  'sourceIp',
  'host',
  'count',
  'dmarc',
  'disposition',
  'dkim',
  'spf',
  'alignedBy',
  'headerFrom',
  'dkimResults',
  'spfResults',
  'envelopeFrom',
  'envelopeTo',
  'reasons',
  'reporter',
  'begin',
  'policy',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** A column as the user has it. */
export interface ColumnLook {
  readonly name: ColumnName;
  readonly shown: boolean;
  /** CSS pixels; undefined: as wide as the style sheet has it. */
  readonly width: number | undefined;
  readonly pinned: boolean;
}

/** All that decides what the page shows of what is open; kept over hiding and reloading. */
export interface Look {
  readonly tab: Tab;
  /** A query (core/report/query). */
  readonly filter: string;
  /** The first decides, the next where it leaves rows equal. */
  readonly sorts: readonly Sort[];
  readonly group: GroupKey | undefined;
  /** Keys of the groups that are opened. */
  readonly open: readonly string[];
  /** In the order of the table. */
  readonly columns: readonly ColumnLook[];
  /** The line at the top of the table. */
  readonly top: number;
  /** The record whose detail is open (its number in the worker's store); not kept over reloading. */
  readonly record: number | undefined;
  readonly plan: Plan;
  /** Width of the detail pane in CSS pixels. */
  readonly pane: number;
  /** Whether the chart of days is to be seen; undefined: where the window has room for it. */
  readonly chart: boolean | undefined;
  /** Whether host names may be looked up for the rows on show. */
  readonly names: boolean;
}

/** Columns that are shown from the beginning. */
const usual: readonly ColumnName[] = [
  'sourceIp',
  'count',
  'dmarc',
  'disposition',
  'dkim',
  'spf',
  'headerFrom',
  'dkimResults',
  'spfResults',
  'reporter',
];

export const startingLook: Look = Object.freeze({
  tab: 'records',
  filter: '',
  sorts: [],
  group: 'network',
  open: [],
  columns: columnNames.map((name) => ({
    name,
    shown: usual.includes(name),
    width: undefined,
    pinned: name === 'sourceIp',
  })),
  top: 0,
  record: undefined,
  plan: { p: 'reject' },
  pane: 420,
  chart: undefined,
  names: false,
} satisfies Look);

/** A look that was kept by this or an earlier version; what is not understood is as it is at the start. */
export function restoredLook(kept: unknown): Look {
  if (typeof kept !== 'object' || kept === null) return startingLook;
  const { tab, filter, sorts, group, open, columns, top, plan, pane, chart, names } = kept as Partial<
    Record<keyof Look, unknown>
  >;
  return {
    tab: tabs.find((one) => one === tab) ?? startingLook.tab,
    filter: typeof filter === 'string' ? filter : '',
    sorts: Array.isArray(sorts) ? sorts.flatMap(restoredSort) : [],
    group: 'group' in kept ? groupKeys.find((one) => one === group) : startingLook.group,
    open: Array.isArray(open) ? open.filter((key) => typeof key === 'string') : [],
    columns: restoredColumns(Array.isArray(columns) ? columns : []),
    top: typeof top === 'number' && top >= 0 ? Math.floor(top) : 0,
    record: undefined,
    plan: restoredPlan(plan),
    pane: typeof pane === 'number' && pane >= 100 && pane <= 4000 ? pane : startingLook.pane,
    chart: typeof chart === 'boolean' ? chart : undefined,
    names: names === true,
  };
}

const allSortColumns: readonly SortColumn[] = [...sortColumns, ...moreSortColumns];

function restoredSort(kept: unknown): readonly Sort[] {
  const { column, descending } = (kept ?? {}) as Partial<Record<keyof Sort, unknown>>;
  const known = allSortColumns.find((name) => name === column);
  return known === undefined ? [] : [{ column: known, descending: descending === true }];
}

function restoredColumns(kept: readonly unknown[]): readonly ColumnLook[] {
  const found = kept.flatMap((one): readonly ColumnLook[] => {
    const { name, shown, width, pinned } = (one ?? {}) as Partial<Record<keyof ColumnLook, unknown>>;
    const known = columnNames.find((column) => column === name);
    if (known === undefined) return [];
    const wide = typeof width === 'number' && width >= 40 && width <= 2000 ? width : undefined;
    return [{ name: known, shown: shown === true, width: wide, pinned: pinned === true }];
  });
  const first = found.filter((one, i) => found.findIndex(({ name }) => name === one.name) === i);
  // A column that came later stands behind the one that it stands behind at first.
  return startingLook.columns.reduce<readonly ColumnLook[]>((columns, column, i) => {
    if (columns.some(({ name }) => name === column.name)) return columns;
    const before = startingLook.columns[i - 1]?.name;
    const at = columns.findIndex(({ name }) => name === before) + 1;
    return [...columns.slice(0, at), column, ...columns.slice(at)];
  }, first);
}

const levels = ['none', 'quarantine', 'reject'] as const;

function restoredPlan(kept: unknown): Plan {
  if (typeof kept !== 'object' || kept === null) return startingLook.plan;
  const said = kept as Partial<Record<keyof Plan, unknown>>;
  const plan: { -readonly [Tag in keyof Plan]: Plan[Tag] } = {};
  for (const tag of ['p', 'sp', 'np'] as const) {
    const level = levels.find((one) => one === said[tag]);
    if (level !== undefined) plan[tag] = level;
  }
  for (const tag of ['adkim', 'aspf'] as const) {
    const mode = (['relaxed', 'strict'] as const).find((one) => one === said[tag]);
    if (mode !== undefined) plan[tag] = mode;
  }
  return plan;
}

/** The look as it is now, for all parts of the page. */
export interface Looks {
  now(): Look;
  /** Changes parts of it; listeners hear of it where something is different. */
  change(part: Partial<Look>): void;
  /** @param listener hears the new look and the one before */
  onChange(listener: (look: Look, before: Look) => void): void;
}

export function looksFrom(start: Look): Looks {
  let look = start;
  const listeners: ((look: Look, before: Look) => void)[] = [];
  return {
    now: () => look,
    change(part) {
      const before = look;
      const different = (Object.keys(part) as (keyof Look)[]).some((key) => part[key] !== before[key]);
      if (!different) return;
      look = { ...before, ...part };
      for (const listener of listeners) listener(look, before);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
