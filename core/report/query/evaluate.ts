import type { Expression } from './ast';
import { cellsOf, comparable } from './cells';
import { globMatches, type Comparison } from './values';
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
  if (field === 'date' || field === 'begin' || field === 'end') {
    return byReport(store, ({ begin, end }) => {
      const first = field === 'end' ? end : begin;
      const last = field === 'begin' ? begin : end;
      return decide((value) => comparesTime(operator, first, last, value));
    });
  }
  const cells = cellsOf(store, field)!;
  const networks =
    field === 'ip' ? values.flatMap((value) => (value.kind === 'network' ? value.network : [])) : [];
  const lies = networks.map((network) => networkTest(store, network));
  const rest = values.filter(({ kind }) => kind !== 'network');
  return byHit(
    cells.cells,
    hits(cells.size, (number) => {
      const found =
        lies.some((test) => test(number)) ||
        (rest.length > 0 && matchesText(cells.at(number), operator, rest));
      return found !== negative;
    }),
  );
}

function matchesText(
  texts: readonly string[],
  operator: Term['operator'],
  values: readonly Comparison[],
): boolean {
  const compared = texts.map(comparable);
  return values.some((value) => {
    // `field=""`: nothing is there.
    if (value.kind === 'text' && value.text === '') return texts.length === 0;
    return compared.some((text) => {
      if (value.kind === 'glob') {
        return globMatches(operator === ':' ? `*${value.pattern}*` : value.pattern, text);
      }
      if (value.kind !== 'text') return false;
      return operator === ':' ? text.includes(value.text) : text === value.text;
    });
  });
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
  const { family, four, six } = store.derived.addresses();
  if (address.family === 4) {
    const [a = 0, b = 0, c = 0, d = 0] = address.octets;
    const mask = prefix === 0 ? 0 : (-1 << (32 - prefix)) >>> 0;
    const wanted = (((a << 24) | (b << 16) | (c << 8) | d) & mask) >>> 0;
    return (number) => family[number] === 4 && (four[number]! & mask) >>> 0 === wanted;
  }
  const whole = prefix >> 3;
  const last = (0xff00 >> (prefix & 7)) & 0xff;
  return (number) => {
    if (family[number] !== 6) return false;
    const octets = six[number]!;
    for (let i = 0; i < whole; i++) if (octets[i] !== address.octets[i]) return false;
    return last === 0 || ((octets[whole]! ^ address.octets[whole]!) & last) === 0;
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
