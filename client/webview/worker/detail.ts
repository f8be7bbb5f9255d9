import {
  alignmentMode,
  authorDomain,
  explain,
  isAligned,
  recordXml,
  type DkimAuthResult,
  type ReportStore,
  type SpfAuthResult,
} from '../../../core/report';
import type { Detail } from '../messages';
import { shownRow } from './lines';
import type { Owners } from './owners';
import { wholeSources } from './whole';

/** All that is known of a record; undefined where there is none of this number (any more). */
export function detailOf(store: ReportStore, record: number, owners: Owners): Detail | undefined {
  if (!(record >= 0 && record < store.size)) return undefined;
  const row = shownRow(store, record, owners);
  const { organization } = store.derived;
  const { verdict, passed, steps, handling, doubts } = explain(row, row.head, organization);
  const from = authorDomain(row, row.head);
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
    source: sourceOf(store, record, owners),
    xml: recordXml(row),
  };
}

/** The network that a record came from, judged by all of its mail. */
function sourceOf(store: ReportStore, record: number, owners: Owners): Detail['source'] {
  const { grouping, judge } = wholeSources(store, 'network', owners);
  const network = grouping.group(grouping.indexOf(record)).key;
  return network === '' ? undefined : { ...judge(record), network };
}
