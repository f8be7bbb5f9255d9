import { addressDictionary, type AddressDictionary } from './addresses';
import { column, dictionary, numberColumn, type Column, type Dictionary, type NumberColumn } from './columns';
import { derived, type Derived } from './derived';
import type { PlainRecords } from './fast';
import {
  alignedByEvaluations,
  alignedByValues,
  evaluation,
  hasPass,
  outcomeOf,
  outcomes,
  type AlignedBy,
  type Evaluation,
  type Outcome,
} from './judge';
import type { FailureReport, HistoryMessage, TlsReport } from './other/types';
import type {
  DkimAuthResult,
  PolicyOverrideReason,
  ReportHead,
  ReportProblem,
  ReportRecord,
  SpfAuthResult,
} from './types';

/** Columns whose cells are texts of the report as written. */
export const textColumns = [
  'sourceIp',
  'disposition',
  'dkim',
  'spf',
  'headerFrom',
  'envelopeFrom',
  'envelopeTo',
] as const;
export type TextColumn = (typeof textColumns)[number];

/** Columns whose cells are lists, kept as JSON in their dictionary. */
export const listColumns = ['reasons', 'dkimResults', 'spfResults'] as const;
export type ListColumn = (typeof listColumns)[number];

interface DictionaryColumn {
  readonly cells: Column;
  readonly dictionary: Dictionary;
}

/** A record, or some section of one, as numbers of the dictionaries. */
export type Prepared = Readonly<Record<Exclude<TextColumn, 'sourceIp'> | ListColumn, number>> & {
  readonly dkimSaid: Evaluation;
  readonly spfSaid: Evaluation;
  /** Whether one of the results is a pass. */
  readonly dkimPasses: boolean;
  readonly spfPasses: boolean;
};

/**
 * All records of all open reports, by column: row numbers index every column. It only grows; closing a report
 * means making a new store.
 */
export interface ReportStore {
  readonly reports: readonly ReportHead[];
  readonly problems: readonly ReportProblem[];
  /** Reports of other kinds, in the order in which they were read. */
  readonly failures: readonly FailureReport[];
  readonly tlsReports: readonly TlsReport[];
  /** Messages of OpenDMARC's history files; the reports that they come to are among `reports`. */
  readonly history: readonly HistoryMessage[];
  /** Number of records. */
  readonly size: number;
  /** Number into `reports` for each row. */
  readonly report: Column;
  readonly count: NumberColumn;
  readonly text: Readonly<Record<Exclude<TextColumn, 'sourceIp'>, DictionaryColumn>> & {
    readonly sourceIp: { readonly cells: Column; readonly dictionary: AddressDictionary };
  };
  readonly list: Readonly<Record<ListColumn, DictionaryColumn>>;
  /** Numbers into `outcomes`. */
  readonly dkimOutcome: Column;
  readonly spfOutcome: Column;
  /** Number into `alignedByValues`. */
  readonly alignedBy: Column;
  /** What is worked out of the dictionaries. */
  readonly derived: Derived;

  /** @returns the report's number */
  addReport(head: ReportHead): number;
  /** Puts the complete head in the place of a first one. */
  replaceReport(report: number, head: ReportHead): void;
  addRecord(report: number, record: ReportRecord): void;
  /** What `addPlain` wants to know of a record's section, as numbers of the dictionaries. */
  readonly prepare: (section: ReportRecord) => Prepared;
  addPlain(report: number, records: PlainRecords<Prepared>): void;
  addProblem(problem: ReportProblem): void;
  addFailure(failure: FailureReport): void;
  addTlsReport(report: TlsReport): void;
  addHistory(messages: readonly HistoryMessage[]): void;
}

/** A store without reports. */
export function reportStore(): ReportStore {
  const reports: ReportHead[] = [];
  const problems: ReportProblem[] = [];
  const failures: FailureReport[] = [];
  const tlsReports: TlsReport[] = [];
  const history: HistoryMessage[] = [];
  const report = column();
  const count = numberColumn();
  const text = { ...byName(textColumns), sourceIp: { cells: column(), dictionary: addressDictionary() } };
  const list = byName(listColumns);
  const dkimOutcome = column();
  const spfOutcome = column();
  const aligned = column();
  // Nearly all records have one of a handful of values here.
  const evaluations = new Map<string, Evaluation>();
  const evaluationOf = (value: string): Evaluation => {
    const before = evaluations.get(value);
    if (before !== undefined) return before;
    const found = evaluation(value);
    if (evaluations.size < 256) evaluations.set(value, found);
    return found;
  };
  const number = (name: Exclude<TextColumn, 'sourceIp'>, record: ReportRecord): number =>
    text[name].dictionary.intern(record[name]);
  const listNumber = (name: ListColumn, items: readonly unknown[]): number =>
    items.length === 0 ? 0 : list[name].dictionary.intern(JSON.stringify(items));
  const prepare = (record: ReportRecord): Prepared => ({
    disposition: number('disposition', record),
    dkim: number('dkim', record),
    spf: number('spf', record),
    headerFrom: number('headerFrom', record),
    envelopeFrom: number('envelopeFrom', record),
    envelopeTo: number('envelopeTo', record),
    reasons: listNumber('reasons', record.reasons),
    dkimResults: listNumber('dkimResults', record.dkimResults),
    spfResults: listNumber('spfResults', record.spfResults),
    dkimSaid: evaluationOf(record.dkim),
    spfSaid: evaluationOf(record.spf),
    dkimPasses: hasPass(record.dkimResults),
    spfPasses: hasPass(record.spfResults),
  });
  /** A row of what four sections, or one record, came to. */
  const push = (
    head: number,
    address: number,
    messages: number,
    evaluated: Prepared,
    identifiers: Prepared,
    signatures: Prepared,
    checked: Prepared,
  ): void => {
    report.push(head);
    count.push(messages);
    text.sourceIp.cells.push(address);
    text.disposition.cells.push(evaluated.disposition);
    text.dkim.cells.push(evaluated.dkim);
    text.spf.cells.push(evaluated.spf);
    list.reasons.cells.push(evaluated.reasons);
    text.headerFrom.cells.push(identifiers.headerFrom);
    text.envelopeFrom.cells.push(identifiers.envelopeFrom);
    text.envelopeTo.cells.push(identifiers.envelopeTo);
    list.dkimResults.cells.push(signatures.dkimResults);
    list.spfResults.cells.push(checked.spfResults);
    const { dkimSaid, spfSaid } = evaluated;
    dkimOutcome.push(outcomes.indexOf(outcomeOf(dkimSaid, signatures.dkimPasses)));
    spfOutcome.push(outcomes.indexOf(outcomeOf(spfSaid, checked.spfPasses)));
    aligned.push(alignedByValues.indexOf(alignedByEvaluations(dkimSaid, spfSaid)));
  };
  return {
    reports,
    problems,
    failures,
    tlsReports,
    history,
    get size() {
      return report.length;
    },
    report,
    count,
    text,
    list,
    dkimOutcome,
    spfOutcome,
    alignedBy: aligned,
    derived: derived({ list }),
    addReport: (head) => reports.push(head) - 1,
    replaceReport(number, head) {
      reports[number] = head;
    },
    prepare,
    addRecord(head, record) {
      const all = prepare(record);
      push(head, text.sourceIp.dictionary.intern(record.sourceIp), record.count, all, all, all, all);
    },
    addPlain(head, { length, codes, ends, counts, evaluated, identifiers, dkim, spf }) {
      const { dictionary } = text.sourceIp;
      let from = 0;
      for (let row = 0; row < length; row++) {
        const to = ends[row]!;
        const address =
          dictionary.internCodes(codes, from, to) ??
          dictionary.intern(String.fromCharCode(...codes.subarray(from, to)));
        from = to;
        push(head, address, counts[row]!, evaluated[row]!, identifiers[row]!, dkim[row]!, spf[row]!);
      }
    },
    addProblem: (problem) => void problems.push(problem),
    addFailure: (failure) => void failures.push(failure),
    addTlsReport: (one) => void tlsReports.push(one),
    addHistory(messages) {
      for (const one of messages) history.push(one);
    },
  };
}

function byName<Name extends string>(names: readonly Name[]): Record<Name, DictionaryColumn> {
  const entries = names.map((name) => [name, { cells: column(), dictionary: dictionary() }] as const);
  return Object.fromEntries(entries) as Record<Name, DictionaryColumn>;
}

/** A record as the table shows it. */
export interface Row extends ReportRecord {
  /** The number of its report in the store. */
  readonly report: number;
  readonly dkimOutcome: Outcome;
  readonly spfOutcome: Outcome;
  readonly alignedBy: AlignedBy;
}

/** The record in row `row`. @throws RangeError where there is no such row */
export function rowAt(store: ReportStore, row: number): Row {
  if (!(row >= 0 && row < store.size)) throw new RangeError(`no row ${row}`);
  const text = (name: TextColumn): string => {
    const { cells, dictionary } = store.text[name];
    return dictionary.at(cells.values()[row]!);
  };
  return {
    report: store.report.values()[row]!,
    count: store.count.values()[row]!,
    sourceIp: text('sourceIp'),
    disposition: text('disposition'),
    dkim: text('dkim'),
    spf: text('spf'),
    headerFrom: text('headerFrom'),
    envelopeFrom: text('envelopeFrom'),
    envelopeTo: text('envelopeTo'),
    reasons: listOf(store, 'reasons', row) as readonly PolicyOverrideReason[],
    dkimResults: listOf(store, 'dkimResults', row) as readonly DkimAuthResult[],
    spfResults: listOf(store, 'spfResults', row) as readonly SpfAuthResult[],
    dkimOutcome: outcomes[store.dkimOutcome.values()[row]!]!,
    spfOutcome: outcomes[store.spfOutcome.values()[row]!]!,
    alignedBy: alignedByValues[store.alignedBy.values()[row]!]!,
  };
}

function listOf(store: ReportStore, name: ListColumn, row: number): readonly unknown[] {
  const { cells, dictionary } = store.list[name];
  const json = dictionary.at(cells.values()[row]!);
  return json === '' ? [] : (JSON.parse(json) as unknown[]);
}
