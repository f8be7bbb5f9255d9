// The period that is brushed, as part of the filter: so it is kept, shown and taken away as every other part.
import { chipsOf, toggleTerm, withoutTerm, type Chip } from '../../../core/report';
import type { Period } from './brush';

/** `day=2026-11-03`, `day>=2026-11-03`, `day<=2026-11-09`. */
const dayTerm = /^day\s*(=|>=|<=)\s*(\d{4}-\d\d-\d\d)$/i;

/** The query without the days it asks for: what the chart shows, so that other days stay to be chosen. */
export function withoutPeriod(query: string): string {
  const [chip] = dayChips(query);
  return chip === undefined ? query : withoutPeriod(withoutTerm(query, chip));
}

/** The query for those days, whatever days it asked for before. */
export function withPeriod(query: string, period: Period | undefined): string {
  const rest = withoutPeriod(query).trim();
  if (period === undefined) return rest;
  const { from, to } = period;
  return toggleTerm(rest, from === to ? `day=${from}` : `day>=${from} day<=${to}`);
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
