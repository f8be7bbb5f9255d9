// What opendkim.conf comes to with the files that it includes (config.c of OpenDKIM, asked of opendkim -n): they are read
// where they are named, the last setting of a keyword counts wherever it stands, and a file may be five levels deep.
import { OPENDKIM_DIALECT, parseKeywordFile } from '../syntax/keywordFile';
import { slice } from '../text/sourceText';
import type { BrokenInclude, ConfigurationFile, Setting, WholeConfiguration } from './configuration';
import type { Include, Member } from './model';

/** How deep OpenDKIM reads: the file itself and five more, one inside the other. */
const DEEPEST = 5;

/** Nobody has more; files that include the next ones several times each grow fast. */
const MOST_FILES = 100;
const MOST_SETTINGS = 20_000;

/**
 * A configuration together with what it includes; undefined where it includes nothing.
 * @param include absent where no files can be read: then nothing is known to be missing
 */
export function wholeConfiguration(
  { settings }: Pick<ConfigurationFile, 'settings'>,
  include: Include | undefined,
): WholeConfiguration | undefined {
  if (!settings.some(({ value }) => isInclude(value))) return undefined;
  const byName = new Map<string, Member<Setting>[]>();
  const included = new Set<Setting>();
  const broken: BrokenInclude[] = [];
  let complete = true;
  let files = 0;

  const take = (member: Member<Setting>): void => {
    const name = member.value.name.toLowerCase();
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [member]);
    else list.push(member);
  };

  const follow = (directive: Member<Setting>, file: string, by: Include, level: number): void => {
    const direct = level === 1;
    const fail = (problem: BrokenInclude['problem']): void => {
      broken.push({ directive, file, problem, direct });
      complete = false;
    };
    if (level > DEEPEST) {
      fail('too-deep');
      return;
    }
    if (files++ >= MOST_FILES) {
      complete = false;
      return;
    }
    const found = by(file);
    if ('problem' in found) {
      fail(found.problem);
      return;
    }
    for (const { setting } of parseKeywordFile(slice(found.text), OPENDKIM_DIALECT)) {
      if (included.size >= MOST_SETTINGS || files > MOST_FILES) {
        complete = false;
        return;
      }
      if (isInclude(setting)) {
        follow(directive, setting.value.text, found.include, level + 1);
        continue;
      }
      // It is shown where this document includes its file: it has no place of its own here.
      const { valueSpan } = directive.value;
      const shown: Setting = { ...setting, nameSpan: valueSpan, valueSpan, problems: [] };
      included.add(shown);
      take({ anchor: directive.anchor, value: shown });
    }
  };

  for (const member of settings) {
    if (!isInclude(member.value)) take(member);
    else if (include === undefined) complete = false;
    else follow(member, member.value.value.text, include, 1);
  }
  return { byName, included, broken, complete };
}

function isInclude({ name, value }: Setting): boolean {
  return name.toLowerCase() === 'include' && value.text !== '';
}
