import { longestAddress } from './addressCodes';
import type { Column } from './columns';
import { alignedByValues, outcomes, type AlignedBy, type Outcome } from './judge';
import { listHolds } from './lists';
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
  // Each different value is looked into once, not once a row.
  const caseless = (one: string): boolean => one.toLowerCase().includes(term);
  for (const name of textColumns) {
    if (name === 'sourceIp') continue;
    const { cells, dictionary } = store.text[name];
    search(found, cells, dictionary.texts, caseless);
  }
  for (const name of listColumns) {
    const { cells, dictionary } = store.list[name];
    search(found, cells, dictionary.texts, (list) => listHolds(list, term));
  }
  search(found, store.report, store.reports.map(reporterOf), caseless);
  if (words !== undefined) {
    const shown = outcomes.map((outcome) => words.outcome[outcome]);
    search(found, store.dkimOutcome, shown, caseless);
    search(found, store.spfOutcome, shown, caseless);
    const aligned = alignedByValues.map((value) => words.alignedBy[value]);
    search(found, store.alignedBy, aligned, caseless);
  }
  if (/^\d{1,15}$/.test(term)) {
    const count = store.count.values();
    const number = Number(term);
    for (let row = 0; row < found.length; row++) if (count[row] === number) found[row] = 1;
  }
  return found;
}

function search(
  found: Uint8Array,
  cells: Column,
  texts: readonly string[],
  holds: (text: string) => boolean,
): void {
  const hit = new Uint8Array(texts.length);
  let any = false;
  for (let n = 0; n < hit.length; n++) {
    if (!holds(texts[n]!)) continue;
    hit[n] = 1;
    any = true;
  }
  if (any) mark(found, cells.values(), hit);
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
