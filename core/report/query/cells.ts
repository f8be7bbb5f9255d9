import type { FieldName } from './fields';
import { placeOf } from './term';
import { alignedByValues, normalised, outcomes, type AlignedBy, type Outcome } from '../judge';
import { kindOfRows } from '../kinds';
import { reporterOf } from '../sort';
import { sourceKinds } from '../sources';
import { fieldIn, listHolds, type ListItems } from '../lists';
import type { ListColumn, ReportStore } from '../store';
import type { PolicyPublished } from '../types';

/** A field of the store: each row has a number, each number some texts (none where the value is missing). */
export interface Cells {
  readonly cells: Int32Array;
  /** The texts at a number, as written. */
  readonly at: (number: number) => readonly string[];
  /** How many numbers there are. */
  readonly size: number;
  /** Whether each number has another text, and no more than one. */
  readonly distinct: boolean;
  /** Whether a text (lower-case) could be in one of those at a number; where that is missing, it always could. */
  readonly couldHold?: (number: number, text: string) => boolean;
}

const none: readonly string[] = [];

const outcomeTexts: Readonly<Record<Outcome, readonly string[]>> = {
  pass: ['pass'],
  // The receiver wrote `fail` for this as well: whoever asks for failures wants to see it.
  unaligned: ['unaligned', 'fail'],
  fail: ['fail'],
  unknown: ['unknown'],
};
const alignedTexts: Readonly<Record<AlignedBy, readonly string[]>> = {
  both: ['both', 'dkim', 'spf'],
  dkim: ['dkim'],
  spf: ['spf'],
  neither: ['none', 'neither'],
};

/** A field's values by row; undefined for numbers and times, which are compared otherwise. */
export function cellsOf(store: ReportStore, field: FieldName): Cells | undefined {
  switch (field) {
    case 'ip':
      return textCells(store, 'sourceIp');
    case 'disposition':
      return textCells(store, 'disposition');
    case 'from':
      return textCells(store, 'headerFrom');
    case 'envelope-from':
      return textCells(store, 'envelopeFrom');
    case 'envelope-to':
      return textCells(store, 'envelopeTo');
    case 'dkim':
    case 'spf':
      return {
        cells: store[`${field}Outcome`].values(),
        size: outcomes.length,
        distinct: false,
        at: (number) => outcomeTexts[outcomes[number]!],
      };
    case 'aligned':
      return judged(store, (value) => alignedTexts[value]);
    case 'dmarc':
      return judged(store, (value) => [value === 'neither' ? 'fail' : 'pass']);
    case 'seems':
      return {
        cells: kindOfRows(store),
        size: sourceKinds.length,
        distinct: true,
        at: (number) => [sourceKinds[number]!],
      };
    case 'dkim-domain':
      return listCells(store, 'dkimResults', 'domain');
    case 'selector':
      return listCells(store, 'dkimResults', 'selector');
    case 'dkim-result':
      return listCells(store, 'dkimResults', 'result');
    case 'spf-domain':
      return listCells(store, 'spfResults', 'domain');
    case 'spf-scope':
      return listCells(store, 'spfResults', 'scope');
    case 'spf-result':
      return listCells(store, 'spfResults', 'result');
    case 'reason':
      return listCells(store, 'reasons', 'type');
    case 'comment':
      return listCells(store, 'reasons', 'comment');
    case 'reporter':
      return headCells(store, (number) => reporterOf(store.reports[number]!));
    case 'report-id':
      return headCells(store, (number) => store.reports[number]!.metadata.reportId);
    case 'file':
      return headCells(store, (number) => placeOf(store.reports[number]!));
    case 'domain':
    case 'p':
    case 'sp':
    case 'np':
    case 'adkim':
    case 'aspf':
      return policyCells(store, field);
    case 'count':
    case 'day':
    case 'first-seen':
    case 'date':
    case 'begin':
    case 'end':
      return undefined;
  }
}

function policyCells(store: ReportStore, field: keyof PolicyPublished): Cells {
  return headCells(store, (number) => store.reports[number]!.policy[field]);
}

function textCells(
  store: ReportStore,
  name: 'sourceIp' | 'disposition' | 'headerFrom' | 'envelopeFrom' | 'envelopeTo',
): Cells {
  const { cells, dictionary } = store.text[name];
  return {
    cells: cells.values(),
    size: dictionary.size,
    distinct: true,
    at(number) {
      const text = dictionary.at(number);
      return text === '' ? none : [text];
    },
    couldHold: (number, text) => dictionary.at(number).toLowerCase().includes(text),
  };
}

function judged(store: ReportStore, of: (value: AlignedBy) => readonly string[]): Cells {
  return {
    cells: store.alignedBy.values(),
    size: alignedByValues.length,
    distinct: false,
    at: (number) => of(alignedByValues[number]!),
  };
}

function listCells<Name extends ListColumn>(
  store: ReportStore,
  name: Name,
  key: keyof ListItems[Name],
): Cells {
  const { cells, dictionary } = store.list[name];
  return {
    cells: cells.values(),
    size: dictionary.size,
    distinct: false,
    at: (number) => fieldIn(name, key, dictionary.at(number)),
    couldHold: (number, text) => listHolds(dictionary.at(number), text),
  };
}

function headCells(store: ReportStore, of: (number: number) => string): Cells {
  return {
    cells: store.report.values(),
    size: store.reports.length,
    distinct: false,
    at(number) {
      const text = of(number);
      return text === '' ? none : [text];
    },
  };
}

/** A text in the form in which queries compare. */
export const comparable = normalised;
