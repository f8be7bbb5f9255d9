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
import { itemsIn, listText, type ListItems } from './lists';
import { createOrigins, type Origins } from './origins';
import type { FailureReport, HistoryMessage, TlsReport } from './other/types';
import type { ReportHead, ReportProblem, ReportRecord } from './types';

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

/** Columns whose cells are lists, each kept as one text in their dictionary (lists.ts). */
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
  /** How often a report was added or its head replaced. */
  readonly headChanges: number;
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
  /** What is worked out of all this. */
  readonly derived: Derived;
  /** From where the rows come. */
  readonly origins: Origins;

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
  const list = byName(listColumns, (made) => made);
  const dkimOutcome = column();
  const spfOutcome = column();
  const aligned = column();
  let headChanges = 0;
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
  const listNumber = <Name extends ListColumn>(name: Name, items: readonly ListItems[Name][]): number =>
    items.length === 0 ? 0 : list[name].dictionary.intern(listText(name, items));
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
    derived: derived(),
    origins: createOrigins(),
    get headChanges() {
      return headChanges;
    },
    addReport(head) {
      headChanges++;
      return reports.push(head) - 1;
    },
    replaceReport(number, head) {
      headChanges++;
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

function byName<Name extends string>(
  names: readonly Name[],
  own?: (text: string) => string,
): Record<Name, DictionaryColumn> {
  const entries = names.map((name) => [name, { cells: column(), dictionary: dictionary(own) }] as const);
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
    reasons: itemsAt(store, 'reasons', store.list.reasons.cells.values()[row]!),
    dkimResults: itemsAt(store, 'dkimResults', store.list.dkimResults.cells.values()[row]!),
    spfResults: itemsAt(store, 'spfResults', store.list.spfResults.cells.values()[row]!),
    dkimOutcome: outcomes[store.dkimOutcome.values()[row]!]!,
    spfOutcome: outcomes[store.spfOutcome.values()[row]!]!,
    alignedBy: alignedByValues[store.alignedBy.values()[row]!]!,
  };
}

/** The list at a number of its dictionary. */
export function itemsAt<Name extends ListColumn>(
  store: Pick<ReportStore, 'list'>,
  name: Name,
  number: number,
): readonly ListItems[Name][] {
  return itemsIn(name, store.list[name].dictionary.at(number));
}
