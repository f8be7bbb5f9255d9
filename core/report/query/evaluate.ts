import type { Expression } from './ast';
import { cellsOf, comparable } from './cells';
import { globPattern, globTest, holdingPattern, matchesCodes, type Comparison, type Pattern } from './values';
import { longestAddress } from '../addressCodes';
import { firstSeen } from '../firstSeen';
import { middleOf } from '../day';
import type { ReportStore } from '../store';
import { searchText, type ShownWords } from '../search';
import type { IpNetwork } from '../../values/ipNetwork';

type Term = Extract<Expression, { type: 'term' }>;

/**
 * Which rows a query lets through: 1 for those, 0 for others, by row. Each different value is judged once, not once a
 * row, so that a million rows take a moment.
 * @param words the words that a table shows for judgements, which plain words of the query then find, too
 */
export function evaluate(store: ReportStore, expression: Expression, words?: ShownWords): Uint8Array {
  switch (expression.type) {
    case 'text':
      return searchText(store, expression.text, words);
    case 'not': {
      const mask = evaluate(store, expression.part, words);
      for (let row = 0; row < mask.length; row++) mask[row]! ^= 1;
      return mask;
    }
    case 'and':
    case 'or': {
      const [first, ...others] = expression.parts;
      const mask = evaluate(store, first!, words);
      for (const other of others) {
        const more = evaluate(store, other, words);
        if (expression.type === 'and') for (let row = 0; row < mask.length; row++) mask[row]! &= more[row]!;
        else for (let row = 0; row < mask.length; row++) mask[row]! |= more[row]!;
      }
      return mask;
    }
    case 'has':
      return present(store, expression.field);
    case 'term':
      return term(store, expression);
  }
}

function present(store: ReportStore, field: Term['field']): Uint8Array {
  if (field === 'count') return byCount(store, (count) => count > 0);
  const cells = cellsOf(store, field);
  if (cells === undefined) {
    if (field === 'first-seen') return byFirstSeen(store, (time) => time !== undefined);
    if (field === 'day') return byReport(store, (metadata) => middleOf(metadata) !== undefined);
    return byReport(store, ({ begin, end }) => (field === 'end' ? end : begin) !== undefined);
  }
  return byHit(
    cells.cells,
    hits(cells.size, (number) => cells.at(number).length > 0),
  );
}

function term(store: ReportStore, { field, operator, values }: Term): Uint8Array {
  const negative = operator === '!=';
  const decide = (matches: (value: Comparison) => boolean): boolean => values.some(matches) !== negative;
  if (field === 'count') {
    return byCount(store, (count) => decide((value) => comparesNumber(operator, count, value)));
  }
  if (field === 'first-seen') {
    return byFirstSeen(store, (time) => decide((value) => comparesTime(operator, time, time, value)));
  }
  if (field === 'day') {
    return byReport(store, (metadata) => {
      const time = middleOf(metadata);
      return decide((value) => comparesTime(operator, time, time, value));
    });
  }
  if (field === 'date' || field === 'begin' || field === 'end') {
    return byReport(store, ({ begin, end }) => {
      const first = field === 'end' ? end : begin;
      const last = field === 'begin' ? begin : end;
      return decide((value) => comparesTime(operator, first, last, value));
    });
  }
  if (field === 'ip') {
    return byHit(store.text.sourceIp.cells.values(), addressHits(store, operator, values, negative));
  }
  const cells = cellsOf(store, field)!;
  const tests = values.map((value) => textTest(value, operator));
  // Looking for a part of them in all texts at once is cheaper than taking them apart first.
  const needed = values.map(partOf);
  const { couldHold } = cells;
  const could = (number: number): boolean =>
    couldHold === undefined || needed.some((part) => part === '' || couldHold(number, part));
  return byHit(
    cells.cells,
    hits(cells.size, (number) => {
      if (!could(number)) return negative;
      const texts = cells.at(number).map(comparable);
      return tests.some((test) => test(texts)) !== negative;
    }),
  );
}

/** The addresses that a term lets through, at their dictionary's numbers. */
function addressHits(
  store: ReportStore,
  operator: Term['operator'],
  values: readonly Comparison[],
  negative: boolean,
): Uint8Array {
  const { dictionary } = store.text.sourceIp;
  const tests = values.map((value): AddressTest => {
    if (value.kind === 'network') return networkTest(store, value.network);
    const asText = textTest(value, operator);
    const pattern = patternOf(value, operator);
    return (number, codes, length) => {
      if (length !== undefined) return pattern !== undefined && matchesCodes(pattern, codes, length);
      const text = dictionary.at(number);
      return asText(text === '' ? [] : [comparable(text)]);
    };
  });
  const codes = new Uint16Array(longestAddress);
  const written = values.some(({ kind }) => kind !== 'network');
  return hits(dictionary.size, (number) => {
    const length = written ? dictionary.write(number, codes) : undefined;
    for (const test of tests) if (test(number, codes, length)) return !negative;
    return negative;
  });
}

/** Judges the address at a dictionary number, which stands written in `codes` where it has the usual form. */
type AddressTest = (number: number, codes: Uint16Array, length: number | undefined) => boolean;

/** The pattern that a value means; undefined where it means that nothing is there, or is none. */
function patternOf(value: Comparison, operator: Term['operator']): Pattern | undefined {
  if (value.kind === 'glob') return globPattern(operator === ':' ? `*${value.pattern}*` : value.pattern);
  if (value.kind !== 'text' || value.text === '') return undefined;
  return operator === ':'
    ? holdingPattern(value.text)
    : Int32Array.from(value.text, (one) => one.charCodeAt(0));
}

/** A text that is in every one that is as a value says; empty where nothing is known of them. */
function partOf(value: Comparison): string {
  if (value.kind === 'text') return value.text;
  if (value.kind !== 'glob') return '';
  return value.pattern
    .split(/[*?]/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** Whether one of some texts, ready to compare, is as a value says. */
function textTest(value: Comparison, operator: Term['operator']): (texts: readonly string[]) => boolean {
  // `field=""`: nothing is there.
  if (value.kind === 'text' && value.text === '') return (texts) => texts.length === 0;
  if (value.kind === 'glob') {
    const matches = globTest(globPattern(operator === ':' ? `*${value.pattern}*` : value.pattern));
    return (texts) => texts.some(matches);
  }
  if (value.kind !== 'text') return () => false;
  return (texts) =>
    texts.some((text) => (operator === ':' ? text.includes(value.text) : text === value.text));
}

function comparesNumber(operator: Term['operator'], count: number, value: Comparison): boolean {
  if (value.kind !== 'number') return count === 0 && value.kind === 'text';
  switch (operator) {
    case '<':
      return count < value.number;
    case '<=':
      return count <= value.number;
    case '>':
      return count > value.number;
    case '>=':
      return count >= value.number;
    case '=':
    case '!=':
    case ':':
      return count === value.number;
  }
}

/** @param first begin, or the only moment; `last` the end of what is compared: seconds since 1970 */
function comparesTime(
  operator: Term['operator'],
  first: number | undefined,
  last: number | undefined,
  value: Comparison,
): boolean {
  if (value.kind !== 'time') return first === undefined && last === undefined;
  const from = first ?? last;
  const to = last ?? first;
  if (from === undefined || to === undefined) return false;
  switch (operator) {
    case '<':
      return from < value.from;
    case '<=':
      return from < value.to;
    case '>':
      return to >= value.to;
    case '>=':
      return to >= value.from;
    case '=':
    case '!=':
    case ':':
      return from < value.to && to >= value.from;
  }
}

/** Whether the address at a dictionary number lies in the network. */
function networkTest(store: ReportStore, { address, prefix }: IpNetwork): (number: number) => boolean {
  const { family, value, words } = store.text.sourceIp.dictionary.addresses();
  // The address as 32-bit numbers, and which of their bits count.
  const length = address.octets.length / 4;
  const wanted = new Uint32Array(length);
  const masks = new Uint32Array(length);
  address.octets.forEach((octet, i) => {
    wanted[i >> 2]! |= octet << (24 - 8 * (i & 3));
  });
  for (let i = 0; i < length; i++) {
    const bits = Math.min(32, Math.max(0, prefix - 32 * i));
    masks[i] = bits === 0 ? 0 : -1 << (32 - bits);
  }
  const [four = 0] = wanted;
  const [mask = 0] = masks;
  if (address.family === 4) return (number) => family[number] === 4 && ((value[number]! ^ four) & mask) === 0;
  return (number) => {
    if (family[number] !== 6) return false;
    const from = value[number]!;
    for (let i = 0; i < length; i++) if (((words[from + i]! ^ wanted[i]!) & masks[i]!) !== 0) return false;
    return true;
  };
}

function hits(size: number, test: (number: number) => boolean): Uint8Array {
  const hit = new Uint8Array(size);
  for (let number = 0; number < size; number++) if (test(number)) hit[number] = 1;
  return hit;
}

function byHit(cells: Int32Array, hit: Uint8Array): Uint8Array {
  const mask = new Uint8Array(cells.length);
  for (let row = 0; row < cells.length; row++) mask[row] = hit[cells[row]!]!;
  return mask;
}

function byCount(store: ReportStore, test: (count: number) => boolean): Uint8Array {
  const counts = store.count.values();
  const mask = new Uint8Array(counts.length);
  for (let row = 0; row < counts.length; row++) if (test(counts[row]!)) mask[row] = 1;
  return mask;
}

/** By when the row's source network was first seen: seconds since 1970. */
function byFirstSeen(store: ReportStore, test: (time: number | undefined) => boolean): Uint8Array {
  const times = firstSeen(store);
  return byHit(
    store.text.sourceIp.cells.values(),
    hits(times.length, (number) => test(Number.isFinite(times[number]!) ? times[number]! : undefined)),
  );
}

interface Period {
  readonly begin: number | undefined;
  readonly end: number | undefined;
}

function byReport(store: ReportStore, test: (period: Period) => boolean): Uint8Array {
  return byHit(
    store.report.values(),
    hits(store.reports.length, (number) => test(store.reports[number]!.metadata)),
  );
}
