// What main.cf says in the end: the setting that counts, with what its value refers to.
import { postfixParameter } from '../facts/postfix';
import type { ConfigurationFile, Setting } from '../model/configuration';
import type { Member } from '../model/model';
import { counts } from './postfixSettings';

/** How deep references are followed. */
const DEEPEST = 10;

/** A value longer than this is not put together: references can make it grow without end. */
const LONGEST = 10_000;

/** `$$`, `$name`, `${name}` or `$(name)`; what else begins with a dollar sign is for Postfix alone. */
const REFERENCE = /\$(?:\$|([A-Za-z0-9_]+)|\{([A-Za-z0-9_]+)\}|\(([A-Za-z0-9_]+)\)|)/g;

/** The setting of a name that counts. */
export function countingSetting(file: ConfigurationFile, name: string): Member<Setting> | undefined {
  return file.byName.get(name)?.findLast(({ value }) => counts(value));
}

/** What a parameter is set to, or is by default; undefined where that cannot be told from the file. */
export function valueOf(file: ConfigurationFile, name: string, depth = 0): string | undefined {
  const stated = countingSetting(file, name)?.value.value.text;
  // Postfix asks the machine for its name.
  if (stated === undefined && name === 'myhostname') return undefined;
  if (stated === undefined && name === 'mydomain') {
    return depth > DEEPEST ? undefined : parentOf(valueOf(file, 'myhostname', depth + 1));
  }
  const known = postfixParameter(name);
  const text = stated ?? known?.defaults['3.11'] ?? known?.defaults['3.7'] ?? known?.documentedDefault;
  return text === undefined ? undefined : expanded(file, text, depth);
}

/** The domain that Postfix takes for `mydomain` where it is not set: the host's name without its first label. */
function parentOf(host: string | undefined): string | undefined {
  return host === undefined ? undefined : (/^[^.]+\.(.+\..+|[^.]+)$/.exec(host)?.[1] ?? host);
}

/** A text of main.cf or master.cf with its references replaced; undefined where one is more than a name, or unknown. */
export function expanded(file: ConfigurationFile, text: string, depth = 0): string | undefined {
  if (depth > DEEPEST || text.length > LONGEST) return undefined;
  const known = { whole: true };
  const replaced = text.replace(REFERENCE, (all: string, plain?: string, braced?: string, round?: string) => {
    if (all === '$$') return '$';
    const name = plain ?? braced ?? round;
    const value = known.whole && name !== undefined ? valueOf(file, name, depth + 1) : undefined;
    known.whole &&= value !== undefined;
    return value ?? '';
  });
  return known.whole && replaced.length <= LONGEST ? replaced : undefined;
}
