import { reporterOf, rowAt, type GroupKey, type ReportStore } from '../../../core/report';
import type { Line, ShownRow } from '../messages';
import { lineAt, type Layout } from './layout';
import type { Owners } from './owners';
import { wholeSources } from './whole';

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
    const ofSources = by !== undefined && sourceGroups.includes(by);
    const rows = grouping.rows(placed.index);
    const addresses = ofSources ? addressesIn(store, rows) : [];
    lines.push({
      kind: 'group',
      group,
      open: isOpen(placed.index),
      judgement: ofSources ? wholeSources(store, by, owners).judge(rows[0]!) : undefined,
      owner: by === 'organisation' ? undefined : ownerOf(addresses, owners, store.derived.organization),
      addresses,
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

/** Rows of a group that are looked at for their addresses, and addresses that are enough to tell whose it is. */
const [enoughRows, enoughAddresses] = [200, 64];

function addressesIn(store: ReportStore, rows: Int32Array): readonly string[] {
  const { cells, dictionary } = store.text.sourceIp;
  const numbers = new Set<number>();
  for (const row of rows.subarray(0, enoughRows)) {
    numbers.add(cells.values()[row]!);
    if (numbers.size === enoughAddresses) break;
  }
  return Array.from(numbers, (number) => dictionary.at(number)).filter((address) => address !== '');
}

/** What the host names of addresses have in common, and the organisation where it is the same for all. */
function ownerOf(
  addresses: readonly string[],
  owners: Owners,
  organization: (domain: string) => string,
): string | undefined {
  const known = addresses.map((address) => owners.of(address));
  const hosts = known.flatMap((owner) => owner?.host ?? []);
  const [organisation] = new Set(known.map((owner) => owner?.organisation));
  const one = known.every((owner) => owner?.organisation === organisation) ? organisation : undefined;
  const said = [commonName(hosts, organization), one].filter((text) => text !== undefined);
  return said.length === 0 ? undefined : said.join(' · ');
}

/**
 * The host name, or what all of them end in: `*.mail.example.com`.
 * @param organization the organizational domain of a name
 * @returns undefined where the names are of different organizational domains, and without any
 */
export function commonName(
  hosts: readonly string[],
  organization: (domain: string) => string,
): string | undefined {
  const names = [...new Set(hosts.map((host) => host.toLowerCase()))];
  const [first] = names;
  if (first === undefined || names.length === 1) return first;
  const owner = organization(first);
  if (names.some((name) => organization(name) !== owner)) return undefined;
  const labels = names.map((name) => name.split('.'));
  const most = Math.min(...labels.map(({ length }) => length)) - 1;
  let same = 0;
  while (same < most && labels.every((one) => one.at(-1 - same) === labels[0]!.at(-1 - same))) same++;
  return `*.${same < owner.split('.').length ? owner : labels[0]!.slice(-same).join('.')}`;
}
