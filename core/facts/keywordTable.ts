import type { Localized } from '../text/message';
import { compareVersions } from '../values/version';
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
      /** Shorter spellings of the words. */
      readonly short?: readonly string[];
    }
  | { readonly kind: 'contains'; readonly part: string }
  /** One or more of a few letters. */
  | { readonly kind: 'letters'; readonly letters: string; readonly values: readonly Keyword[] }
  | { readonly kind: 'socket' }
  | { readonly kind: 'restart-rate' }
  | { readonly kind: 'mode-bits' }
  /** A number that must not be negative. */
  | { readonly kind: 'count' }
  /** `user` or `user:group`. */
  | { readonly kind: 'user' }
  /** How much of a body must be signed: `512`, `50%`, `100+`. */
  | { readonly kind: 'amount' }
  /** Words with commas between; OpenDMARC loses what stands behind a blank. */
  | { readonly kind: 'list'; readonly values?: readonly Keyword[] }
  | DataSetForm
  | { readonly kind: 'path'; readonly what: 'file' | 'folder' | 'created' }
  | { readonly kind: 'text' };

/** OpenDKIM's data sets: a list, or where one is kept. */
export interface DataSetForm {
  readonly kind: 'data-set';
  /** What its entries are. */
  readonly of: 'hosts' | 'keys' | 'signers' | 'headers' | 'domains' | 'other';
  /** The kinds of data sets that the keyword takes, where not all. */
  readonly only?: readonly string[];
}

/** One keyword of opendmarc.conf or opendkim.conf. */
export interface ConfigurationKeyword {
  /** In the case of its documentation; programs take any case. */
  readonly name: string;
  readonly type: KeywordType;
  readonly form: KeywordForm;
  readonly words?: Localized;
  /** What counts where the keyword is not set. */
  readonly preset?: string;
  /** First and last release that knows it; `develop` is what comes next. Absent: as far as is known, all. */
  readonly first?: string;
  readonly last?: string;
  /** The feature that the program must have been built with. */
  readonly feature?: string;
  /** The keyword that took its place under the same meaning. */
  readonly renamedTo?: string;
}

/** The keywords of one program. */
export interface KeywordTable {
  readonly program: 'OpenDMARC' | 'OpenDKIM';
  /** How the settings and options that state the release call it. */
  readonly id: 'opendmarc' | 'opendkim';
  /** The release that counts where none is stated: that of current distributions. */
  readonly version: string;
  /** The manual page that describes the file. */
  readonly manual: string;
  /** By name in lower case. */
  readonly keywords: ReadonlyMap<string, ConfigurationKeyword>;
  /** Features that distributions build the program without. */
  readonly unbuilt: ReadonlySet<string>;
}

/** Whether a release knows a keyword. */
export function isKnownAt({ first, last }: ConfigurationKeyword, version: string): boolean {
  return (
    (first === undefined || compareVersions(first, version) <= 0) &&
    (last === undefined || compareVersions(version, last) <= 0)
  );
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
