// How opendkim.conf says what is signed with which key, for the rules about it.
import { OPENDKIM } from '../facts/opendkim';
import type { ConfigurationFile, Setting } from '../model/configuration';
import type { Member } from '../model/model';
import { dataSetOf, listEntries } from '../values/dataSet';
import { effectiveSetting, includesUnread, standsHere } from './keywordFiles';
import { written } from './keywordSettings';

/** Whether the mode, stated or not, has OpenDKIM sign. */
function signs(file: ConfigurationFile): boolean {
  const mode = effectiveSetting(file, 'Mode');
  return mode === undefined || written(mode.value).includes('s');
}

/** Settings that name a key only in part, and what they lack; OpenDKIM does not start with them. */
export function incompleteKey(
  file: ConfigurationFile,
): { readonly member: Member<Setting>; readonly missing: readonly string[] }[] {
  if (!signs(file) || includesUnread(file) || effectiveSetting(file, 'KeyTable') !== undefined) return [];
  const given = (keyword: string) => effectiveSetting(file, keyword);
  const missing = ['Selector', 'KeyFile'].filter((keyword) => given(keyword) === undefined);
  if (missing.length === 0) return [];
  return ['KeyFile', 'Selector', 'Domain'].flatMap((keyword) => {
    const member = given(keyword);
    return member === undefined ? [] : [{ member, missing }];
  });
}

/** A SigningTable without a KeyTable, or the other way round where nothing else chooses keys. */
export function lonelyTable(
  file: ConfigurationFile,
): { readonly member: Member<Setting>; readonly missing: string } | undefined {
  if (includesUnread(file)) return undefined;
  const keys = effectiveSetting(file, 'KeyTable');
  const signers = effectiveSetting(file, 'SigningTable');
  if (signers !== undefined && keys === undefined) return { member: signers, missing: 'KeyTable' };
  if (keys === undefined || signers !== undefined || !signs(file)) return undefined;
  return effectiveSetting(file, 'SetupPolicyScript') === undefined
    ? { member: keys, missing: 'SigningTable' }
    : undefined;
}

/** Why nothing is signed although something speaks of signing, and the setting that does. */
export function unsigned(
  file: ConfigurationFile,
): { readonly member: Member<Setting>; readonly why: 'no-domain' | 'no-key' | 'only-verifies' } | undefined {
  if (includesUnread(file)) return undefined;
  const mode = effectiveSetting(file, 'Mode');
  const key = effectiveSetting(file, 'KeyFile');
  const table = effectiveSetting(file, 'KeyTable');
  const script = effectiveSetting(file, 'SetupPolicyScript');
  if (!signs(file)) {
    const here = mode !== undefined && standsHere(file, mode);
    return here && (key ?? table) ? { member: mode, why: 'only-verifies' } : undefined;
  }
  if (table !== undefined || script !== undefined) return undefined;
  if (key !== undefined) {
    const complete = effectiveSetting(file, 'Selector') !== undefined;
    return complete && effectiveSetting(file, 'Domain') === undefined
      ? { member: key, why: 'no-domain' }
      : undefined;
  }
  const spoken = ['Selector', 'Domain', 'SigningTable'].some(
    (keyword) => effectiveSetting(file, keyword) !== undefined,
  );
  return mode === undefined || spoken || !standsHere(file, mode)
    ? undefined
    : { member: mode, why: 'no-key' };
}

/** A data set that was to be a file, but reads as a list; `mended` says where the file may be. */
export function pathAsList(setting: Setting): { readonly text: string; readonly mended: string } | undefined {
  const form = OPENDKIM.keywords.get(setting.name.toLowerCase())?.form;
  const text = written(setting);
  if (form?.kind !== 'data-set' || text === '' || text.startsWith('=') || /[:,\s]/.test(text))
    return undefined;
  if (dataSetOf(text).kind !== 'csl') return undefined;
  const network = /^!?[0-9a-f.]+\/\d+(?:\.\d+)*$/i.test(text);
  const isTable = (form.of === 'keys' || form.of === 'signers') && !text.includes('=');
  if (!isTable && (network || !text.includes('/'))) return undefined;
  const path = /^(?:etc|var|usr|opt|srv)\//.test(text)
    ? `/${text}`
    : `/etc/opendkim/${text.replace(/^\.\//, '')}`;
  return { text, mended: form.of === 'signers' ? `refile:${path}` : `file:${path}` };
}

/** The hosts of a list that stands in the setting itself; `start` counts from the value's beginning. */
export function hostEntriesOf(setting: Setting): { readonly text: string; readonly start: number }[] {
  const form = OPENDKIM.keywords.get(setting.name.toLowerCase())?.form;
  const text = written(setting);
  if (form?.kind !== 'data-set' || form.of !== 'hosts' || text.startsWith('=')) return [];
  const { kind, start } = dataSetOf(text);
  return kind.toLowerCase() === 'csl'
    ? listEntries(text, start).filter((entry) => !/[ \t]/.test(entry.text))
    : [];
}
