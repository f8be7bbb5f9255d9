import { longestAddress } from './addressCodes';
import { alignedByValues, outcomes, type AlignedBy, type Outcome } from './judge';
import { holdingPattern, matchesCodes } from './query/values';
import { reporterOf } from './sort';
import { listColumns, textColumns, type ReportStore } from './store';

/** The words that the table shows for judgements, so that what is seen can be searched for. */
export interface ShownWords {
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly alignedBy: Readonly<Record<AlignedBy, string>>;
}

/** Which rows have a text in one of their cells (case does not matter), or as their count: 1 for those. */
export function searchText(store: ReportStore, text: string, words?: ShownWords): Uint8Array {
  const term = text.toLowerCase();
  const found = new Uint8Array(store.size);
  searchAddresses(store, term, found);
  for (const { cells, size, at } of searched(store, words)) {
    // Each different value is looked into once, not once a row.
    const hit = new Uint8Array(size);
    let any = false;
    for (let n = 0; n < size; n++) {
      if (!at(n).toLowerCase().includes(term)) continue;
      hit[n] = 1;
      any = true;
    }
    if (any) mark(found, cells, hit);
  }
  if (/^\d{1,15}$/.test(term)) {
    const count = store.count.values();
    const number = Number(term);
    for (let row = 0; row < found.length; row++) if (count[row] === number) found[row] = 1;
  }
  return found;
}

function mark(found: Uint8Array, cells: Int32Array, hit: Uint8Array): void {
  for (let row = 0; row < found.length; row++) found[row]! |= hit[cells[row]!]!;
}

/** Addresses are looked into as they are written, without a text of each. */
function searchAddresses(store: ReportStore, term: string, found: Uint8Array): void {
  const { cells, dictionary } = store.text.sourceIp;
  const pattern = holdingPattern(term);
  const codes = new Uint16Array(longestAddress);
  const hit = new Uint8Array(dictionary.size);
  const couldBeIn = /^[\d.:a-f]*$/.test(term);
  for (let number = 0; couldBeIn && number < hit.length; number++) {
    const length = dictionary.write(number, codes);
    if (length !== undefined && matchesCodes(pattern, codes, length)) hit[number] = 1;
  }
  for (const number of dictionary.unusual()) {
    if (dictionary.at(number).toLowerCase().includes(term)) hit[number] = 1;
  }
  mark(found, cells.values(), hit);
}

interface Searched {
  readonly cells: Int32Array;
  readonly size: number;
  readonly at: (number: number) => string;
}

function* searched(store: ReportStore, words: ShownWords | undefined): Generator<Searched> {
  for (const name of textColumns) {
    if (name === 'sourceIp') continue;
    const { cells, dictionary } = store.text[name];
    yield { cells: cells.values(), ...texts(dictionary.texts) };
  }
  for (const name of listColumns) {
    const items = store.derived.items(name);
    const at = (number: number): string =>
      items[number]!.map((item) => Object.values(item).join(' ')).join(' ');
    yield { cells: store.list[name].cells.values(), size: items.length, at };
  }
  yield { cells: store.report.values(), ...texts(store.reports.map(reporterOf)) };
  if (words === undefined) return;
  const shown = texts(outcomes.map((outcome) => words.outcome[outcome]));
  yield { cells: store.dkimOutcome.values(), ...shown };
  yield { cells: store.spfOutcome.values(), ...shown };
  yield { cells: store.alignedBy.values(), ...texts(alignedByValues.map((value) => words.alignedBy[value])) };
}

function texts(values: readonly string[]): Omit<Searched, 'cells'> {
  return { size: values.length, at: (number) => values[number]! };
}
