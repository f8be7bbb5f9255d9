// The period that is brushed, as part of the filter: so it is kept, shown and taken away as every other part.
import { chipsOf, withoutTerm, type Chip } from '../../../core/report';
import type { Period } from './brush';

/** `day=2026-11-03`, `day>=2026-11-03`, `day<=2026-11-09`. */
const dayTerm = /^day\s*(=|>=|<=)\s*(\d{4}-\d\d-\d\d)$/i;

/** The query without the days it asks for: what the chart shows, so that other days stay to be chosen. */
export function withoutPeriod(query: string): string {
  let rest = query;
  for (;;) {
    const chip = dayChips(rest).at(0);
    if (chip === undefined) return rest;
    rest = withoutTerm(rest, chip);
  }
}

/** The query for those days, whatever days it asked for before. */
export function withPeriod(query: string, period: Period | undefined): string {
  const rest = withoutPeriod(query).trim();
  if (period === undefined) return rest;
  const { from, to } = period;
  const terms = from === to ? `day=${from}` : `day>=${from} day<=${to}`;
  if (rest === '') return terms;
  return isChoice(rest) ? `(${rest}) ${terms}` : `${rest} ${terms}`;
}

/** The days that the query asks for; undefined where it asks for none, or for them in some other way. */
export function periodIn(query: string): Period | undefined {
  let from = '0000-01-01';
  let to = '9999-12-31';
  const chips = dayChips(query);
  if (chips.length === 0) return undefined;
  for (const { text } of chips) {
    const [, operator, day = ''] = dayTerm.exec(text)!;
    if (operator !== '<=' && day > from) from = day;
    if (operator !== '>=' && day < to) to = day;
  }
  return from <= to ? { from, to } : undefined;
}

function dayChips(query: string): readonly Chip[] {
  return query.trim() === '' ? [] : chipsOf(query).filter(({ text }) => dayTerm.test(text));
}

/** Whether `or` stands outside parentheses: then the whole query is one chip. */
function isChoice(query: string): boolean {
  const chips = chipsOf(query);
  return (
    chips.length === 1 && chips[0]!.text === query && /(?:\bor\b|\|\|)/i.test(query) && !query.startsWith('(')
  );
}
