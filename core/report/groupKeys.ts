import { dayOf } from './day';
import type { GroupKey, OrganisationOf } from './group';
import { isPass, alignedByValues } from './judge';
import { plain } from './alignment';
import { networksOf } from './networks';
import { reporterOf } from './sort';
import { itemsAt, type ReportStore } from './store';

/** Which group each row belongs to: `of[cells[row]]`, and what groups are called. */
export interface Keyed {
  readonly cells: Int32Array;
  readonly of: Int32Array;
  /** How many numbers of groups there are. */
  readonly size: number;
  readonly name: (group: number) => string;
}

/** The groups of all rows by a key. */
export function keyed(store: ReportStore, by: GroupKey, organisationOf: OrganisationOf | undefined): Keyed {
  const { sourceIp, headerFrom } = store.text;
  const reports = store.report.values();
  switch (by) {
    case 'source': {
      const { dictionary } = sourceIp;
      return { cells: sourceIp.cells.values(), ...itself(dictionary.size), name: dictionary.at };
    }
    case 'network':
      return { cells: sourceIp.cells.values(), ...networksOf(store) };
    case 'organisation':
      return organisations(store, organisationOf);
    case 'reporter':
      return { cells: reports, ...named(store.reports.map(reporterOf)) };
    case 'headerFrom': {
      const { texts, size } = headerFrom.dictionary;
      const names = store.derived.keep('headerFromNames', size, () => named(texts.map(plain)));
      return { cells: headerFrom.cells.values(), ...names };
    }
    case 'day':
      return { cells: reports, ...named(store.reports.map(dayOf)) };
    case 'result':
      return {
        cells: store.alignedBy.values(),
        ...itself(alignedByValues.length),
        name: (n) => alignedByValues[n]!,
      };
  }
}

/** Each number is a group. */
function itself(size: number): Pick<Keyed, 'of' | 'size'> {
  const of = new Int32Array(size);
  for (let n = 0; n < size; n++) of[n] = n;
  return { of, size };
}

/** Numbers with the same name are a group; numbered in order of appearance. */
function named(texts: readonly string[]): Omit<Keyed, 'cells'> {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const of = Int32Array.from(texts, (text) => numberOf(text, names, numbers));
  return { of, size: names.length, name: (n) => names[n]! };
}

function numberOf(name: string, names: string[], numbers: Map<string, number>): number {
  let number = numbers.get(name);
  if (number === undefined) {
    number = names.push(name) - 1;
    numbers.set(name, number);
  }
  return number;
}

function organisations(store: ReportStore, organisationOf: OrganisationOf | undefined): Keyed {
  const { cells, dictionary } = store.text.sourceIp;
  const addresses = cells.values();
  const networks = networksOf(store);
  const names: string[] = [];
  const numbers = new Map<string, number>();
  // Numbers of names at the dictionaries' numbers; -1 where there is none. None is taken before a row has it.
  const ofAddress =
    organisationOf === undefined ? undefined : dictionary.texts.map((text) => organisationOf(text) ?? '');
  const spfNames = authenticated(store, 'spfResults');
  const dkimNames = authenticated(store, 'dkimResults');
  const spf = store.list.spfResults.cells.values();
  const dkim = store.list.dkimResults.cells.values();
  const known = (size: number): Int32Array => new Int32Array(size).fill(-1);
  const [numberOfAddress, numberOfSpf, numberOfDkim, numberOfNetwork] = [
    known(ofAddress?.length ?? 0),
    known(spfNames.length),
    known(dkimNames.length),
    known(networks.size),
  ];
  const taken = (cache: Int32Array, at: number, name: string): number => {
    if (cache[at]! < 0) cache[at] = numberOf(name, names, numbers);
    return cache[at]!;
  };
  const groupCells = new Int32Array(store.size);
  for (let row = 0; row < groupCells.length; row++) {
    const address = addresses[row]!;
    const owner = ofAddress?.[address];
    if (owner !== undefined && owner !== '') groupCells[row] = taken(numberOfAddress, address, owner);
    else if (spfNames[spf[row]!] !== '')
      groupCells[row] = taken(numberOfSpf, spf[row]!, spfNames[spf[row]!]!);
    else if (dkimNames[dkim[row]!] !== '')
      groupCells[row] = taken(numberOfDkim, dkim[row]!, dkimNames[dkim[row]!]!);
    else {
      const network = networks.of[address]!;
      const number = numberOfNetwork[network]!;
      groupCells[row] = number >= 0 ? number : taken(numberOfNetwork, network, networks.name(network));
    }
  }
  return { cells: groupCells, ...itself(names.length), name: (n) => names[n]! };
}

/** The Organizational Domain that passed, at the numbers of the lists; empty where none did. */
function authenticated(store: ReportStore, name: 'dkimResults' | 'spfResults'): readonly string[] {
  const { size } = store.list[name].dictionary;
  return Array.from({ length: size }, (_, number) => {
    const passed = itemsAt(store, name, number).find(({ result, domain }) => isPass(result) && domain !== '');
    return passed === undefined ? '' : store.derived.organization(passed.domain);
  });
}
