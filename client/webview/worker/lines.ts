import { judgeGroup, reporterOf, rowAt, type GroupKey, type ReportStore } from '../../../core/report';
import type { Judgement, Line, ShownRow } from '../messages';
import { lineAt, type Layout } from './layout';
import type { Owners } from './owners';
import { wholeGrouping } from './whole';

/** What groups of sources are gathered by; others (days, reporters …) are not judged. */
const sourceGroups: readonly GroupKey[] = ['network', 'source', 'organisation'];

/** The lines `[from, to)` with all that the table shows of them. */
export function linesOf(
  store: ReportStore,
  layout: Layout,
  by: GroupKey | undefined,
  owners: Owners,
  from: number,
  to: number,
): readonly Line[] {
  const lines: Line[] = [];
  for (let line = from; line < Math.min(to, layout.lines); line++) {
    const placed = lineAt(layout, line);
    if (placed === undefined) break;
    if (placed.kind === 'record') {
      const level = layout.groups === undefined ? 1 : 2;
      lines.push({
        kind: 'record',
        row: shownRow(store, placed.row, owners),
        level,
        position: placed.nth + 1,
        siblings: placed.siblings,
      });
      continue;
    }
    const { grouping, isOpen } = layout.groups!;
    const group = grouping.group(placed.index);
    const rows = grouping.rows(placed.index);
    lines.push({
      kind: 'group',
      group,
      open: isOpen(placed.index),
      judgement:
        by !== undefined && sourceGroups.includes(by) ? judgementOf(store, rows[0]!, by, owners) : undefined,
      owner: by === 'organisation' ? undefined : ownerOf(store, rows, owners),
    });
  }
  return lines;
}

/** The first line from `from` on, and round again, whose group or address begins with a text; -1 where none does. */
export function findLine(store: ReportStore, layout: Layout, text: string, from: number): number {
  const wanted = text.toLowerCase();
  const { cells, dictionary } = store.text.sourceIp;
  const addresses = cells.values();
  for (let nth = 0; nth < layout.lines; nth++) {
    const line = (Math.max(0, from) + nth) % layout.lines;
    const placed = lineAt(layout, line);
    const first =
      placed === undefined
        ? ''
        : placed.kind === 'group'
          ? layout.groups!.grouping.group(placed.index).key
          : dictionary.at(addresses[placed.row]!);
    if (first.toLowerCase().startsWith(wanted)) return line;
  }
  return -1;
}

/** A record with what the table shows besides. */
export function shownRow(store: ReportStore, record: number, owners: Owners): ShownRow {
  const row = rowAt(store, record);
  const head = store.reports[row.report]!;
  return { ...row, record, head, reporter: reporterOf(head), owner: owners.of(row.sourceIp) };
}

/** What the source of a record seems to be, by all of its mail. */
export function judgementOf(store: ReportStore, row: number, by: GroupKey, owners: Owners): Judgement {
  const whole = wholeGrouping(store, by, owners);
  const { kind, word, signals } = judgeGroup(store, whole, whole.indexOf(row));
  return { kind, word, signals };
}

/** Rows looked at to find out whether all addresses of a group have one owner. */
const enough = 200;

function ownerOf(store: ReportStore, rows: Int32Array, owners: Owners): string | undefined {
  const { cells, dictionary } = store.text.sourceIp;
  let found: string | undefined;
  for (const row of rows.subarray(0, enough)) {
    const owner = owners.organisationOf(dictionary.at(cells.values()[row]!));
    if (owner === undefined || (found !== undefined && owner !== found)) return undefined;
    found = owner;
  }
  return found;
}
