import type { JoinedText } from '../text/joinedText';
import type { Span } from '../text/span';
import type { Member } from './model';

/** One `name value` (or `name = value`) of a configuration file. Spans count from the setting's beginning. */
export interface Setting {
  /** The name as written. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The value as the program reads it, mapped back to the source (continuation lines joined). */
  readonly value: JoinedText;
  /** From the value's first to its last character; empty at its place where there is none. */
  readonly valueSpan: Span;
  /** The whole source of the setting, all its lines. */
  readonly text: string;
  /** What the parser noticed; a rule of each kind puts it into words. */
  readonly problems: readonly SettingProblem[];
}

/** Something wrong with how a setting is written. */
export interface SettingProblem {
  readonly kind: string;
  readonly span: Span;
}

/** All settings of one file, in file order. */
export interface ConfigurationFile {
  readonly settings: readonly Member<Setting>[];
  /** The last (for Postfix: the effective) setting of a name; keys in the file's own canonical case. */
  readonly byName: ReadonlyMap<string, readonly Member<Setting>[]>;
}
