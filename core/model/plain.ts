import { slice, type SourceText } from '../text/sourceText';
import type { Description, Expectation } from '../text/cursor';
import type { Model, Reader } from './model';

/** What a language without rules of its own can say of a place. */
export interface PlainLanguage {
  expected(text: string, offset: number): Expectation | undefined;
  described(text: string, offset: number): Description | undefined;
}

/** The reader of a language in which nothing is judged yet, only completed and explained. */
export function plainReader(language: PlainLanguage): Reader {
  const open = (text: SourceText): Model => ({
    text,
    sections: [],
    sectionStart: () => 0,
    changedGroups: { everything: true, keys: [] },
    allGroups: () => [],
    group: () => undefined,
    groupPlaces: () => [],
    sectionAt: () => 0,
    groupsIn: () => [],
    expected: (offset) => language.expected(slice(text), offset),
    described: (offset) => language.described(slice(text), offset),
  });
  return { open, update: (_, text) => open(text) };
}
