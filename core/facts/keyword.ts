import type { Localized } from '../text/message';

/** A word that a value may be, and what it does. */
export interface Keyword {
  readonly name: string;
  /** In one line. */
  readonly means: Localized;
}

/** A keyword with its meaning in both languages. */
export function keyword(name: string, en: string, ja: string): Keyword {
  return { name, means: { en, ja } };
}
