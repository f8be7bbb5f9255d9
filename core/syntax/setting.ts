import type { JoinedText } from '../text/joinedText';
import type { Span } from '../text/span';

/** One `name value` (or `name = value`) of a configuration file. Spans count from the setting's beginning. */
export interface Setting {
  /** The name as written. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Where the `=` stands, in files that have one. */
  readonly equals?: number;
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
  readonly kind:
    | 'indented-first-line'
    | 'missing-equals'
    | 'missing-name'
    | 'missing-value'
    | 'carriage-return'
    | 'cut-value'
    | 'overlong-line';
  readonly span: Span;
}

/** A setting and where it begins in the file. */
export interface ParsedSetting {
  readonly at: number;
  readonly setting: Setting;
}
