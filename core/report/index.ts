export { accountOf, type Account, type ReportSums } from './account';
export { alignedByValues, outcomes, type AlignedBy, type Outcome } from './judge';
export { defaultLimits, type Limits } from './limits';
export { loadFile } from './load';
export { originalRecord, type Original } from './original';
export type { Origin } from './origins';
export { platformOf, type Decoder, type DecoderConstructor, type Platform } from './platform';
export { reportStore, rowAt, type ReportStore, type Row } from './store';
export { summarise, type Summary } from './summary';
export type {
  DkimAuthResult,
  PolicyOverrideReason,
  PolicyPublished,
  ProblemSeverity,
  ReportHead,
  ReportMetadata,
  ReportProblem,
  ReportRecord,
  SpfAuthResult,
} from './types';
export * from './query';
export type { ShownWords } from './search';
export {
  moreSortColumns,
  reporterOf,
  sortColumns,
  orderAhead,
  sortRows,
  type Sort,
  type SortColumn,
  type SortedColumn,
} from './sort';
export { filterRows, rowsOf, type View } from './view';
export { visible } from './visible';
export * from './export';
export {
  alignmentMode,
  authorDomain,
  isAligned,
  plain as plainDomain,
  type AlignmentMode,
} from './alignment';
export { explain, sentencesOf, type Explanation } from './explain/sentence';
export {
  groupKeys,
  groupRows,
  sumsOf,
  type Group,
  type Grouping,
  type GroupKey,
  type OrganisationOf,
  type Sums,
} from './group';
export { newNetworks } from './firstSeen';
export { kindSums, type KindSums } from './kinds';
export {
  daysOf,
  laterHalf,
  overview,
  type Overview,
  type OverviewDay,
  type OverviewSource,
} from './overview';
export { readiness, type HarmedSource, type Level, type Plan, type Readiness } from './readiness';
export {
  judgeGroup,
  judgeSources,
  judging,
  kindsOf,
  sourceKinds,
  type JudgedSource,
  type Signal,
  type SourceKind,
} from './sources';
export { historyReports, type HistoryReport } from './other/aggregate';
export type {
  FailureReport,
  HistoryMessage,
  HistorySignature,
  TlsFailure,
  TlsPolicyResult,
  TlsReport,
} from './other/types';
