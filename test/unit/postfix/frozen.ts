import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Postfix 3.7.11 says of one parameter, a letter for each of {@link FROZEN_VALUES}. */
export interface FrozenVerdicts {
  readonly name: string;
  /** The daemon that was asked; undefined where the verdicts are those of a parameter of the same type. */
  readonly program: string | undefined;
  /** `x` refused, `.` accepted, `?` depends on the machine. */
  readonly verdicts: string;
}

const lines = readFileSync(join(import.meta.dirname, 'verdicts.tsv'), 'utf8')
  .trimEnd()
  .split('\n');

/** The values that each parameter was given, in the order of the verdicts. */
export const FROZEN_VALUES: readonly string[] = lines
  .find((line) => line.startsWith('# Values'))!
  .replace(/^[^:]*: /, '')
  .split(' | ');

export const FROZEN: readonly FrozenVerdicts[] = lines
  .filter((line) => !line.startsWith('#'))
  .map((line) => {
    const [name = '', program = '', verdicts = ''] = line.split('\t');
    return { name, program: /^(?:as |at )/.test(program) ? undefined : program, verdicts };
  });
