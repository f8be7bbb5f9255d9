import { postfixParameter } from '../../facts/postfix';
import { expandValue, type ExpandProblem } from '../../values/expand';
import type { ConfigurationFile } from '../configuration';
import { presetOf } from '../describe';
import type { SettingsView } from '../settings';

/** Names that have a value only while a daemon runs, or another one on every machine. */
export const AT_RUN_TIME: ReadonlySet<string> = new Set([
  'config_directory',
  'mydomain',
  'myhostname',
  'process_id',
  'process_name',
  'queue_id',
  'service_name',
]);

/** The file, and the one beside it where there is one. */
type Files = Pick<SettingsView, 'beside' | 'file'>;

/** What a file sets a name to, the last that counts. */
export function statedIn(file: ConfigurationFile | undefined, name: string): string | undefined {
  const set = file?.byName.get(name)?.findLast(({ value }) => value.problems.length === 0);
  return set?.value.value.text.replace(/\s+/g, ' ');
}

/** The value that counts for a name: what the files set last, else Postfix's own; undefined where nothing does. */
export function valueOf(view: Files, name: string): string | undefined {
  const set = statedIn(view.file, name) ?? statedIn(view.beside, name);
  if (set !== undefined) return set;
  const known = postfixParameter(name);
  // Names that were given up have no default of their own any more.
  const gone = known?.useInstead !== undefined && Object.keys(known.defaults).length === 0;
  if (known === undefined || gone) return undefined;
  // What differs from machine to machine stays a name.
  return AT_RUN_TIME.has(name) ? `$$${name}` : presetOf(known);
}

/** What a value stands for when all its names are put in. */
export function resolved(
  view: Files,
  value: string,
  own?: string,
): { readonly text: string } | ExpandProblem {
  return expandValue(value.replace(/\s+/g, ' '), (name) =>
    // A parameter's own name in its value is a circle already.
    name === own ? `$${name}` : valueOf(view, name),
  );
}
