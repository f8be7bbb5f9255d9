import { operators } from './ast';
import { cellsOf } from './cells';
import { fieldNamed, fields, type Field } from './fields';
import { tokens, type Token } from './lex';
import { quoted } from './term';
import { middleOf } from '../day';
import { orderOfSums } from '../ranks';
import type { ReportStore } from '../store';
import type { Localized } from '../../text/message';

/** Something that may stand at the cursor. */
export interface QueryCandidate {
  readonly kind: 'field' | 'operator' | 'value' | 'word';
  readonly label: string;
  /** What goes in instead of `[from, to)`. */
  readonly insert: string;
  readonly about?: Localized;
  /** Of a value: in how many records it is. */
  readonly records?: number;
}

/** Candidates for a place in a query. Offsets are UTF-16 into its text. */
export interface QueryCompletion {
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly QueryCandidate[];
}

/** More than this many values nobody looks through. */
const most = 50;

const joining: readonly QueryCandidate[] = [
  { kind: 'word', label: 'and', insert: 'and ', about: { en: 'Both must hold', ja: '両方を満たす' } },
  { kind: 'word', label: 'or', insert: 'or ', about: { en: 'Either may hold', ja: 'どちらかを満たす' } },
];
const beginning: readonly QueryCandidate[] = [
  { kind: 'word', label: 'not', insert: 'not ', about: { en: 'Must not hold', ja: '満たさない' } },
  { kind: 'word', label: 'has', insert: 'has:', about: { en: 'The field has a value', ja: '値がある' } },
  {
    kind: 'word',
    label: 'missing',
    insert: 'missing:',
    about: { en: 'The field has no value', ja: '値がない' },
  },
];
const operatorWords: Readonly<Record<(typeof operators)[number], Localized>> = {
  '=': { en: 'is', ja: '等しい' },
  '!=': { en: 'is not', ja: '等しくない' },
  ':': { en: 'contains', ja: '含む' },
  '<': { en: 'less, or before', ja: 'より小さい、より前' },
  '<=': { en: 'at most, or until', ja: '以下、まで' },
  '>': { en: 'more, or after', ja: 'より大きい、より後' },
  '>=': { en: 'at least, or from', ja: '以上、から' },
};

/**
 * What may stand at `offset`: names of fields and joining words, operators behind a field's name, and behind an
 * operator the values that the open reports have, the most frequent first.
 */
export function completeQuery(
  query: string,
  offset: number,
  store: ReportStore | undefined,
): QueryCompletion {
  const list = tokens(query);
  const token = list.find(({ span }) => span.start < offset && offset <= span.end);
  const behind = list.filter(({ span }) => span.end < offset).at(-1);
  if (token?.type === 'term' && offset > token.nameSpan.end) return atValue(query, offset, token, store);
  // `spf = ` with the cursor behind the blank.
  if (token === undefined && behind?.type === 'term' && behind.values.length === 0) {
    return atValue(query, offset, behind, store);
  }
  const from = token?.type === 'word' || token?.type === 'term' ? token.span.start : offset;
  const to = token?.type === 'term' ? token.nameSpan.end : token?.type === 'word' ? token.span.end : offset;
  const typed = query.slice(from, offset).toLowerCase();
  const complete = typed === '' ? undefined : fieldNamed(typed);
  const ended = token === undefined || token.type !== 'word';
  const afterCondition =
    ended && (behind?.type === 'term' || behind?.type === 'word' || behind?.type === 'close');
  const named = fieldCandidates(typed);
  // In front of an operator that is there already, only the name is wanted.
  const names = token?.type === 'term' ? named.map((one) => ({ ...one, insert: one.label })) : named;
  const words = [...names, ...startingWith(beginning, typed)];
  const join = afterCondition || (typed !== '' && list.length > 1) ? startingWith(joining, typed) : [];
  const compare = complete === undefined ? [] : operatorCandidates(complete, query.slice(from, offset));
  return { from, to, candidates: [...compare, ...join, ...words] };
}

function fieldCandidates(typed: string): readonly QueryCandidate[] {
  const asked = typed.replaceAll('_', '-');
  return fields
    .filter(
      ({ name, aliases }) => [name, ...aliases].some((one) => one.startsWith(asked)) || name.includes(asked),
    )
    .map(({ name, kind, about }) => ({
      kind: 'field',
      label: name,
      insert: `${name}${kind === 'number' ? '>' : kind === 'text' ? ':' : '='}`,
      about,
    }));
}

function operatorCandidates(field: Field, typed: string): readonly QueryCandidate[] {
  const ordered = field.kind === 'number' || field.kind === 'time';
  return operators
    .filter((operator) => (ordered ? operator !== ':' : !/[<>]/.test(operator)))
    .map((operator) => ({
      kind: 'operator',
      label: `${typed}${operator}`,
      insert: `${typed}${operator}`,
      about: operatorWords[operator],
    }));
}

function startingWith(candidates: readonly QueryCandidate[], typed: string): readonly QueryCandidate[] {
  return candidates.filter(({ label }) => label.startsWith(typed));
}

function atValue(
  query: string,
  offset: number,
  token: Extract<Token, { type: 'term' }>,
  store: ReportStore | undefined,
): QueryCompletion {
  const value = token.values.find(({ span }) => span.start <= offset && offset <= span.end);
  const from = value?.span.start ?? offset;
  const to = value?.span.end ?? offset;
  const typed = query
    .slice(from, offset)
    .replace(/^["“”]/, '')
    .toLowerCase();
  if (/^(?:has|missing)$/i.test(token.name)) {
    const candidates = fieldCandidates(typed).map((one) => ({ ...one, insert: one.label }));
    return { from, to, candidates };
  }
  const field = fieldNamed(token.name);
  if (field === undefined) return { from, to, candidates: [] };
  const counted = store === undefined ? new Map<string, number>() : valuesIn(store, field, typed);
  const seen = [...counted].filter(([text]) => text.toLowerCase().includes(typed));
  seen.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const usual = field.values.filter((text) => !counted.has(text) && text.includes(typed));
  const candidates: QueryCandidate[] = [
    ...seen.slice(0, most).map(([text, records]) => candidate(text, records)),
    ...usual.map((text) => candidate(text, undefined)),
  ];
  return { from, to, candidates };
}

function candidate(text: string, records: number | undefined): QueryCandidate {
  const shown = { kind: 'value', label: text, insert: quoted(text) } as const;
  return records === undefined ? shown : { ...shown, records };
}

/** Of more different values than this, those that come first stand for equally frequent ones. */
const mostLookedAt = 5_000;

/**
 * The values of a field in the store, and in how many records each is.
 * @param typed of very many values, only the most frequent that hold this are given; lower-case
 */
function valuesIn(store: ReportStore, field: Field, typed: string): Map<string, number> {
  const counted = new Map<string, number>();
  if (field.kind === 'time') {
    for (const { metadata } of store.reports) {
      const time =
        field.name === 'end'
          ? metadata.end
          : field.name === 'day' || field.name === 'first-seen'
            ? middleOf(metadata)
            : metadata.begin;
      if (time === undefined) continue;
      const day = new Date(time * 1000).toISOString().slice(0, 10);
      counted.set(day, (counted.get(day) ?? 0) + 1);
    }
    return counted;
  }
  const found = cellsOf(store, field.name);
  if (found === undefined) return counted;
  const rows = new Uint32Array(found.size);
  for (const cell of found.cells) rows[cell]!++;
  if (found.distinct && found.size > mostLookedAt) {
    for (const number of orderOfSums(Float64Array.from(rows), (n) => rows[n]! > 0)) {
      const [text] = found.at(number);
      if (text?.toLowerCase().includes(typed) !== true) continue;
      counted.set(text, rows[number]!);
      if (counted.size === mostLookedAt) break;
    }
    return counted;
  }
  for (let number = 0; number < found.size; number++) {
    if (rows[number] === 0) continue;
    for (const text of new Set(found.at(number))) counted.set(text, (counted.get(text) ?? 0) + rows[number]!);
  }
  return counted;
}
