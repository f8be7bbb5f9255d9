import {
  alignmentMode,
  explain,
  groupRows,
  isAligned,
  recordXml,
  type DkimAuthResult,
  type ReportStore,
  type SpfAuthResult,
} from '../../../core/report';
import type { Detail } from '../messages';
import { judgementOf, shownRow } from './lines';
import type { Owners } from './owners';

/** All that is known of a record; undefined where there is none of this number (any more). */
export function detailOf(store: ReportStore, record: number, owners: Owners): Detail | undefined {
  if (!(record >= 0 && record < store.size)) return undefined;
  const row = shownRow(store, record, owners);
  const { organization } = store.derived;
  const { verdict, passed, steps, handling, doubts } = explain(row, row.head, organization);
  const from = row.headerFrom === '' ? row.head.policy.domain : row.headerFrom;
  const draw = <Result extends SpfAuthResult | DkimAuthResult>(result: Result, tag: string) => {
    const mode = alignmentMode(tag);
    const own = result.result.trim().toLowerCase() === 'pass';
    return { ...result, mode, passed: own, aligned: isAligned(result.domain, from, mode, organization) };
  };
  return {
    row,
    verdict,
    passed,
    steps,
    handling,
    doubts,
    spf: row.spfResults.map((result) => draw(result, row.head.policy.aspf)),
    dkim: row.dkimResults.map((result) => draw(result, row.head.policy.adkim)),
    source: sourceOf(store, record),
    xml: recordXml(row),
  };
}

/** The network that a record came from, judged by all of its rows. */
function sourceOf(store: ReportStore, record: number): Detail['source'] {
  const network = groupRows(store, Int32Array.of(record), 'network').group(0).key;
  if (network === '') return undefined;
  const all = Int32Array.from({ length: store.size }, (_, row) => row);
  const grouping = groupRows(store, all, 'network');
  for (let index = 0; index < grouping.length; index++) {
    if (grouping.group(index).key === network) return { ...judgementOf(store, grouping, index), network };
  }
  return undefined;
}
