// What opendkim.conf signs with, for the rules that compare it with the zones.
import type { ConfigurationFile, Setting } from '../model/configuration';
import type { Member } from '../model/model';
import type { Span } from '../text/span';
import { keyFields } from '../syntax/columnFile';
import { dataSetOf, listEntries } from '../values/dataSet';
import { isMailDomain } from '../values/domainName';
import { effectiveSetting, includesUnread, standsHere } from './keywordFiles';
import { written } from './keywordSettings';

/** The key with which mail of a domain is signed. */
export interface SigningKey {
  readonly domain: string;
  readonly selector: string;
  readonly member: Member<Setting>;
  /** The domain; counted from the setting's beginning. */
  readonly span: Span;
  /** Where its private half lies, where that is told. */
  readonly file?: KeyFile;
}

/** The file of a private key, as a configuration names it. */
export interface KeyFile {
  readonly path: string;
  readonly member: Member<Setting>;
  /** The path; counted from the setting's beginning. */
  readonly span: Span;
}

/**
 * The keys of a configuration that names its domains and its selector itself; undefined where tables, a file that
 * is not read or a script choose them.
 */
export function signingKeys(file: ConfigurationFile): SigningKey[] | undefined {
  const chosenElsewhere = ['KeyTable', 'SigningTable', 'SetupPolicyScript'].some(
    (keyword) => effectiveSetting(file, keyword) !== undefined,
  );
  if (chosenElsewhere || includesUnread(file)) return undefined;
  const mode = effectiveSetting(file, 'Mode');
  if (mode !== undefined && !written(mode.value).includes('s')) return [];
  const domains = effectiveSetting(file, 'Domain');
  const selector = effectiveSetting(file, 'Selector');
  if (domains === undefined || selector === undefined) return [];
  const text = written(domains.value);
  const { kind, start } = dataSetOf(text);
  if (kind.toLowerCase() !== 'csl') return undefined;
  const here = standsHere(file, domains);
  const stated = effectiveSetting(file, 'KeyFile');
  const keyFile: KeyFile | undefined = stated && {
    path: written(stated.value),
    member: stated,
    span: stated.value.valueSpan,
  };
  return listEntries(text, start).flatMap((entry): SigningKey[] => {
    const at = domains.value.valueSpan.start + entry.start;
    const span = here ? { start: at, end: at + entry.text.length } : domains.value.valueSpan;
    return isMailDomain(entry.text)
      ? [
          {
            domain: entry.text,
            selector: written(selector.value),
            member: domains,
            span,
            ...(keyFile && { file: keyFile }),
          },
        ]
      : [];
  });
}

/** The keys of a KeyTable's rows; those for any domain (`%`) are left out. */
export function tableKeys(file: ConfigurationFile): SigningKey[] {
  return file.settings.flatMap((member): SigningKey[] => {
    const { value, valueSpan } = member.value;
    const fields = keyFields(value.text);
    if (fields === undefined || !isMailDomain(fields.domain)) return [];
    const { start } = valueSpan;
    const span = { start, end: start + fields.domain.length };
    const file: KeyFile = {
      path: fields.key,
      member,
      span: { start: start + fields.keyStart, end: start + value.text.length },
    };
    return [{ domain: fields.domain, selector: fields.selector, member, span, file }];
  });
}

/** Whether a KeyTable has a key for any domain, which its selector alone tells. */
export function hasKeyForAll(file: ConfigurationFile): boolean {
  return file.settings.some(({ value }) => keyFields(value.value.text)?.domain === '%');
}
