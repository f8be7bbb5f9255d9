// The names that Postfix goes by, for the rules that compare them with the zones.
import type { ConfigurationFile } from '../model/configuration';
import { isMailDomain, plainName } from '../values/domainName';
import { valueOf } from './mainCfValues';

/** A domain that main.cf names; undefined where it stands in another file (`/etc/mailname`), or is no domain. */
export function mailDomainOf(
  file: ConfigurationFile,
  name: 'myhostname' | 'myorigin' | 'mydomain',
): string | undefined {
  const value = valueOf(file, name)?.trim();
  if (value?.includes('.') !== true || !isMailDomain(value)) return undefined;
  return plainName(value);
}
