import type {
  DkimAuthResult,
  FailureReport,
  Group,
  GroupKey,
  HistoryMessage,
  HistoryReport,
  Overview,
  KindSums,
  OverviewDay,
  Plan,
  QueryCompletion,
  Readiness,
  ReportHead,
  ReportProblem,
  Row,
  ShownWords,
  Signal,
  Sort,
  SourceKind,
  SpfAuthResult,
  Summary,
  Sums,
  TlsPolicyResult,
  TlsReport,
} from '../../core/report';
import type { ReportEvidence } from '../../core/generator/ladder';
import type { Localized, Message } from '../../core/text/message';
import type { Answered, Asked } from '../report/link';
import type { AddressOwner, HostQuestions, OpenedReport } from '../report/protocol';

/** What decides which lines the table has, and in which order. */
export interface TableView {
  readonly filter: string;
  readonly sorts: readonly Sort[];
  readonly group: GroupKey | undefined;
  readonly open: readonly string[];
}

/** From the page to its worker, which holds all records. */
export type ToWorker =
  | { readonly type: 'open'; readonly id: number; readonly name: string }
  /** `inflated`: as the extension sent it, see its protocol. */
  | { readonly type: 'chunk'; readonly id: number; readonly bytes: Uint8Array; readonly inflated?: number }
  | { readonly type: 'end'; readonly id: number }
  /** A small file with all of its bytes. */
  | { readonly type: 'whole'; readonly id: number; readonly name: string; readonly bytes: Uint8Array }
  /** Files that are still to come from the extension behind the last one. */
  | { readonly type: 'left'; readonly files: number }
  /** A dropped or picked file, which the worker reads by itself. */
  | { readonly type: 'file'; readonly file: File }
  /** A file that the extension could not read, and why in the page's language. */
  | { readonly type: 'unreadable'; readonly name: string; readonly reason: string }
  /** Bounds on reading (core/report/limits.ts), for the files that come from now on. */
  | { readonly type: 'limits'; readonly limits: Readonly<Record<string, number>> }
  /** Owners of addresses that were looked up or found in the database. */
  | { readonly type: 'owners'; readonly owners: readonly (readonly [address: string, AddressOwner])[] }
  | {
      readonly type: 'view';
      readonly version: number;
      readonly view: TableView;
      readonly words: ShownWords;
      /** A record to find again in the new order. */
      readonly keep: number | undefined;
    }
  /** Stops reading; what was read stays. */
  | { readonly type: 'stop' }
  | { readonly type: 'clear' }
  | Asked<WorkerQuestions>
  | Answered;

/** A record of the table with its number in the store, which no sorting changes. */
export interface ShownRow extends Row {
  readonly record: number;
  readonly reporter: string;
  readonly head: ReportHead;
  /** As far as somebody looked that up. */
  readonly owner: AddressOwner | undefined;
}

/** What a source of mail seems to be, and why. */
export interface Judgement {
  readonly kind: SourceKind;
  readonly word: Localized;
  readonly signals: readonly Signal[];
}

/** A line of the table. */
export type Line =
  | {
      readonly kind: 'group';
      readonly group: Group;
      readonly open: boolean;
      /** Of groups of sources only. */
      readonly judgement: Judgement | undefined;
      /** Who owns the addresses, or what their host names have in common, as far as that is known and one. */
      readonly owner: string | undefined;
      /** Some of the addresses of a group of sources; none of other groups. */
      readonly addresses: readonly string[];
    }
  | {
      readonly kind: 'record';
      readonly row: ShownRow;
      /** 1 at the top, 2 below a group. */
      readonly level: 1 | 2;
      /** The record's number among its siblings, from 1, and how many these are. */
      readonly position: number;
      readonly siblings: number;
    };

/** All that is known of one record. */
export interface Detail {
  readonly row: ShownRow;
  readonly verdict: Message;
  readonly passed: boolean;
  readonly steps: readonly Message[];
  readonly handling: readonly Message[];
  readonly doubts: readonly Message[];
  readonly spf: readonly (SpfAuthResult & Drawn)[];
  readonly dkim: readonly (DkimAuthResult & Drawn)[];
  /** Of all rows of the record's source network. */
  readonly source: (Judgement & { readonly network: string }) | undefined;
  /** The record as XML, made of what was read. */
  readonly xml: string;
}

/** How an authenticated domain stands to the header From. */
interface Drawn {
  readonly mode: 'relaxed' | 'strict';
  readonly aligned: boolean;
  readonly passed: boolean;
}

export interface DaysAnswer {
  readonly days: readonly OverviewDay[];
  /** Messages of reports that state no period. */
  readonly undated: number;
  /** The first day of the later half of the days; undefined where there is nothing before it. */
  readonly since: string | undefined;
  /** Source networks that no report shows before that day. */
  readonly newNetworks: number;
}

/** `Overview` with what the first sources seem to be. */
export interface OverviewAnswer extends Omit<Overview, 'sources'> {
  readonly sources: readonly (Overview['sources'][number] & { readonly judgement: Judgement | undefined })[];
  /** What the sources of each kind come to. */
  readonly kinds: readonly KindSums[];
}

/** `Readiness` without row numbers; sources are those that would be hit, the most urgent first. */
export interface ReadinessAnswer extends Omit<Readiness, 'rows' | 'sources'> {
  readonly sources: readonly Omit<Readiness['sources'][number], 'rows'>[];
  /** Of the thousand most urgent sources, those that do not look like spoofing, and their messages. */
  readonly wantedSources: number;
  readonly wantedMessages: number;
  /** Names below the domains whose existence `np` depends on. */
  readonly subdomains: readonly string[];
  /** Domains whose policy the reports show, those with most messages first. */
  readonly domains: readonly string[];
}

/** In which form records leave the page. */
export type ExportFormat = 'csv' | 'tsv' | 'markdown' | 'json' | 'xml';

/** Which records of the store, in which order: those of a filter, or these. */
export type Selection =
  { readonly filter: string; readonly sorts: readonly Sort[] } | { readonly records: readonly number[] };

/** Records in a form for other programs. */
export interface Written {
  /** UTF-8; of `xml` with several reports a zip of them. Empty where there is a trouble. */
  readonly bytes: Uint8Array;
  /** Records in it, of how many that were asked for, of how many reports. */
  readonly records: number;
  readonly all: number;
  readonly reports: number;
  /** A name for the file. */
  readonly name: string;
  /** Why there is none: more reports than a zip may have, or too long. */
  readonly trouble: 'reports' | 'size' | undefined;
}

/** What the page may ask of its worker. Ranges are `[from, to)`. */
export interface WorkerQuestions {
  /** Lines of the view with this version; none where the view is another by now. */
  lines: {
    readonly ask: { readonly version: number; readonly from: number; readonly to: number };
    readonly answer: readonly Line[];
  };
  complete: {
    readonly ask: { readonly query: string; readonly offset: number };
    readonly answer: QueryCompletion;
  };
  /** The first line from `from` on, and round again, whose first cell begins with the text; -1 where none does. */
  find: {
    readonly ask: { readonly version: number; readonly text: string; readonly from: number };
    readonly answer: number;
  };
  detail: { readonly ask: { readonly record: number }; readonly answer: Detail | undefined };
  /** A record as it stands in its file; undefined where that is not to be had. */
  original: { readonly ask: { readonly record: number }; readonly answer: string | undefined };
  /** Messages by day of what passes the filter, on all days of the reports, and how many source networks of all are new. */
  days: { readonly ask: { readonly filter: string }; readonly answer: DaysAnswer };
  /** @param ask.most how many of the sources, reporters and domains are wanted */
  overview: {
    readonly ask: { readonly filter: string; readonly by: GroupKey; readonly most: number };
    readonly answer: OverviewAnswer;
  };
  /** @param ask.missing names that are known not to exist (for `np`) */
  readiness: {
    readonly ask: {
      readonly filter: string;
      readonly plan: Plan;
      readonly missing: readonly string[];
      readonly most: number;
    };
    readonly answer: ReadinessAnswer;
  };
  /** @param ask.most no more records than these, the first ones */
  write: {
    readonly ask: {
      readonly format: ExportFormat;
      readonly selection: Selection;
      readonly most?: number;
    };
    readonly answer: Written;
  };
  /** Reports of other kinds, a part of them in an order. */
  failures: { readonly ask: Part; readonly answer: Parted<FailureReport> };
  tls: { readonly ask: Part; readonly answer: Parted<TlsRow> };
  history: { readonly ask: Part; readonly answer: Parted<HistoryMessage> };
  /** The aggregate reports that the history comes to. */
  historyReports: { readonly ask: Part; readonly answer: Parted<HistoryReportRow> };
  /** Different source addresses of the selection, those with most messages first. */
  addresses: {
    readonly ask: { readonly selection: Selection; readonly most: number };
    readonly answer: readonly string[];
  };
  evidence: { readonly ask: { readonly domain: string }; readonly answer: ReportEvidence | undefined };
}

/** Which of many, in which order; without one, in the order in which they were read. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly sort: { readonly column: string; readonly descending: boolean } | undefined;
}

/** Some of many. */
export interface Parted<Row> {
  readonly rows: readonly Row[];
  readonly all: number;
}

/** What a TLS report says of one policy; a report may be about several. */
export interface TlsRow {
  readonly report: Omit<TlsReport, 'policies'>;
  readonly policy: TlsPolicyResult;
}

/** An aggregate report that the history comes to, without its records. */
export type HistoryReportRow = Omit<HistoryReport, 'records'> & { readonly recordCount: number };

/** What is open; the page hears of it while reading goes on, and after each change. */
export interface Opened {
  readonly summary: Summary;
  readonly problems: readonly ReportProblem[];
  /** The file being read, if any, and what has come of it and the files after it. */
  readonly reading: Progress | undefined;
  readonly failures: number;
  readonly tlsReports: number;
  readonly history: number;
}

export interface Progress {
  readonly name: string;
  /** Bytes taken in of this file, as they stand in it. */
  readonly bytes: number;
  /** Files that wait behind it. */
  readonly waiting: number;
}

/** What the worker may ask; the page passes it on to the extension. */
export type FileQuestions = Pick<HostQuestions, 'again'>;

/** From the worker to the page. */
export type FromWorker =
  | ({ readonly type: 'state' } & Opened)
  /** Reports for the Reports view; at most a thousand, the newest last. */
  | { readonly type: 'reports'; readonly reports: readonly OpenedReport[]; readonly more: number }
  /** Bytes of a file from the extension that were read so far. */
  | { readonly type: 'taken'; readonly id: number; readonly bytes: number }
  /** A file from the extension that was read, or given up. */
  | { readonly type: 'done'; readonly id: number }
  | {
      readonly type: 'viewed';
      readonly version: number;
      /** Lines of the table: records, and groups where there are any. */
      readonly lines: number;
      /** Groups; 0 without grouping. */
      readonly groups: number;
      /** Records that pass the filter. */
      readonly records: number;
      /** Records in all. */
      readonly total: number;
      /** What the records that pass the filter come to. */
      readonly sums: Sums;
      /** Whether lines that were asked for before may have moved. */
      readonly moved: boolean;
      /** The line of the record to keep; -1 where it is not shown. */
      readonly kept: number;
    }
  | Asked<FileQuestions>
  | Answered;
