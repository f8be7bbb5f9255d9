import type { Keyword } from './keyword';

/** The words that a parameter's value is made of. */
export interface Enumeration {
  readonly values: readonly Keyword[];
  /** Several of them may stand in a list. */
  readonly many?: boolean;
  /** Postfix tells upper from lower case here. */
  readonly exactCase?: boolean;
  /** Other words are possible, too: the list only proposes. */
  readonly open?: boolean;
  /** Other words do not keep a program from starting: it warns in its log, or fails when it comes to use them. */
  readonly lenient?: boolean;
  /** An empty value is refused. */
  readonly required?: boolean;
  /** Accepted with a warning in the log, because they only make sense elsewhere. */
  readonly misplaced?: readonly string[];
}
