import type { Member } from './model';
import type { Setting } from '../syntax/setting';

export type { Setting, SettingProblem } from '../syntax/setting';

/** All settings of one file, in file order. */
export interface ConfigurationFile {
  readonly settings: readonly Member<Setting>[];
  /** The settings of each name, the last of which counts; keys in the file's own canonical case. */
  readonly byName: ReadonlyMap<string, readonly Member<Setting>[]>;
}
