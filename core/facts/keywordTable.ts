import type { Localized } from '../text/message';
import type { Keyword } from './keyword';

/** What a value of opendmarc.conf or opendkim.conf must be, by its program's parser. */
export type KeywordType = 'boolean' | 'integer' | 'string' | 'include';

/** What a value stands for, where that can be judged beyond the parser's type. */
export type KeywordForm =
  | {
      readonly kind: 'words';
      readonly values: readonly Keyword[];
      /** Other words are possible, too. */
      readonly open?: boolean;
      /** The program starts with any other word, but does not do what was asked. */
      readonly tolerated?: boolean;
    }
  | { readonly kind: 'contains'; readonly part: string }
  /** One or more of a few letters. */
  | { readonly kind: 'letters'; readonly letters: string; readonly values: readonly Keyword[] }
  | { readonly kind: 'socket' }
  | { readonly kind: 'restart-rate' }
  | { readonly kind: 'mode-bits' }
  | { readonly kind: 'path' }
  | { readonly kind: 'text' };

/** One keyword of opendmarc.conf or opendkim.conf. */
export interface ConfigurationKeyword {
  /** In the case of its documentation; programs take any case. */
  readonly name: string;
  readonly type: KeywordType;
  readonly form: KeywordForm;
  readonly words?: Localized;
  /** What counts where the keyword is not set. */
  readonly preset?: string;
  /** First and last release that knows it; `develop` is what comes next. */
  readonly first?: string;
  readonly last?: string;
  /** Whether the release that Debian 12 and 13 ship knows it. */
  readonly current: boolean;
  /** The feature that the program must have been built with. */
  readonly feature?: string;
  /** The keyword that took its place under the same meaning. */
  readonly renamedTo?: string;
}

/** The keywords of one program. */
export interface KeywordTable {
  readonly program: 'OpenDMARC' | 'OpenDKIM';
  /** The manual page that describes the file. */
  readonly manual: string;
  /** By name in lower case. */
  readonly keywords: ReadonlyMap<string, ConfigurationKeyword>;
}

/** The type that a letter of the tables of facts stands for. */
export function keywordType(letter: string): KeywordType {
  switch (letter) {
    case 'b':
      return 'boolean';
    case 'i':
      return 'integer';
    case 'f':
      return 'include';
    default:
      return 'string';
  }
}
