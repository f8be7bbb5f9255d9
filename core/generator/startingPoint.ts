import { prefilled, type Prefilled, type RecordForm } from './form';
import type { GivenRecord, Known } from './known';

/** Records that are there and can be changed in place of being made anew. */
export interface StartingPoint {
  readonly prefilled: Prefilled;
  /** What tells it from others of its kind: a selector. */
  readonly name: string | undefined;
}

/**
 * The records of a domain that a form could begin with: one, or one for each selector.
 * @param domain without final dot
 */
export function startingPoints(form: RecordForm, known: Known, domain: string): StartingPoint[] {
  const all = known.records ?? [];
  // A record that tells of another domain is not meant, whatever stands first in the file.
  const own = all.filter((record) => [undefined, domain].includes(form.answersOf([record])?.['domain']));
  const bySelector = form.questions.some(({ key }) => key === 'selector');
  const sets: readonly (readonly GivenRecord[])[] = bySelector
    ? own.filter((record) => form.answersOf([record]) !== undefined).map((record) => [record])
    : [own];
  return sets.flatMap((records) => {
    const found = prefilled(form, records);
    if (found?.answers['domain'] !== domain) return [];
    return { prefilled: found, name: bySelector ? found.answers['selector'] : undefined };
  });
}
