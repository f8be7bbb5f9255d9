import type { InclusionProblem, Member } from './model';
import type { Setting } from '../syntax/setting';

export type { Setting, SettingProblem } from '../syntax/setting';

/** All settings of one file, in file order. */
export interface ConfigurationFile {
  readonly settings: readonly Member<Setting>[];
  /** The settings of each name, the last of which counts; keys in the file's own canonical case. */
  readonly byName: ReadonlyMap<string, readonly Member<Setting>[]>;
  /** The same with what it includes; absent where it includes nothing. */
  readonly whole?: WholeConfiguration;
}

/** A configuration together with the files that it includes. */
export interface WholeConfiguration {
  /** The settings of each name in the order in which the program reads them, those of included files among them. */
  readonly byName: ReadonlyMap<string, readonly Member<Setting>[]>;
  /** Those that stand in included files: their spans are that of the path by which this document includes them. */
  readonly included: ReadonlySet<Setting>;
  readonly broken: readonly BrokenInclude[];
  /** Whether every file could be read: only then anything is missing for sure. */
  readonly complete: boolean;
}

/** A file that could not be included. */
export interface BrokenInclude {
  /** The setting of this document that names it, or names what includes it. */
  readonly directive: Member<Setting>;
  /** As it is written where it is included. */
  readonly file: string;
  readonly problem: InclusionProblem | 'too-deep';
  /** Whether the directive itself names it. */
  readonly direct: boolean;
}
