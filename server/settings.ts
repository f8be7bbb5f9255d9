import { DMARC_READERS, type DmarcReaders, type Severity, type Versions } from '../core/rules/rule';
import type { Settings } from '../core/service';
import { isVersion } from '../core/values/version';

const levels: ReadonlySet<unknown> = new Set<Severity | 'off'>([
  'error',
  'warning',
  'information',
  'hint',
  'off',
]);

/**
 * The settings that the service takes, from whatever a client sends as its `mailAuth` section.
 * @param section `{"rules": {"<rule>": "error" | "warning" | "information" | "hint" | "off"}}` and
 * `{"dmarc": {"readers": "both" | "rfc9989" | "rfc7489"}}` and `{"opendmarc": {"version": "1.4.2"}}` (so for `postfix`
 * and `opendkim`); what does not fit is left out, so one slip in a settings
 * file does not undo the rest
 */
export function readSettings(section: unknown): Settings {
  const rules: Record<string, Severity | 'off'> = {};
  for (const [name, level] of Object.entries(asObject(asObject(section).rules))) {
    if (levels.has(level)) rules[name] = level as Severity | 'off';
  }
  const { readers } = asObject(asObject(section).dmarc);
  return { rules, ...(isReaders(readers) && { dmarcReaders: readers }), versions: readVersions(section) };
}

function readVersions(section: unknown): Versions {
  const stated = (program: keyof Versions): Versions => {
    const { version } = asObject(asObject(section)[program]);
    return typeof version === 'string' && isVersion(version) ? { [program]: version } : {};
  };
  return { ...stated('postfix'), ...stated('opendmarc'), ...stated('opendkim') };
}

function isReaders(value: unknown): value is DmarcReaders {
  return DMARC_READERS.some((readers) => readers === value);
}

/** The value as an object to look into; an empty one where it is none. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
