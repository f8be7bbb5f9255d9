import { defaultLimits, type Limits } from '../../core/report/limits';
import type { PageSettings } from './protocol';

/** The section of the limits within the settings. */
export const limitsSection = 'mailAuth.reports.limits';

/** The settings in it by their names: what they bound, and what their numbers are multiplied by. */
export const limitSettings = {
  compressedSize: { limit: 'compressedBytes', unit: 2 ** 20 },
  inflatedSize: { limit: 'inflatedBytes', unit: 2 ** 20 },
  zipEntries: { limit: 'zipEntries', unit: 1 },
  depth: { limit: 'depth', unit: 1 },
  recordLength: { limit: 'recordLength', unit: 2 ** 10 },
  reports: { limit: 'reports', unit: 1 },
  problems: { limit: 'problems', unit: 1 },
} as const satisfies Record<string, { readonly limit: keyof Limits; readonly unit: number }>;

/**
 * The limits as they are set; what is no usable number keeps its default.
 * @param setting the value of a setting by its name in the section
 */
export function limitsFrom(setting: (name: string) => unknown): PageSettings['limits'] {
  return Object.fromEntries(
    Object.entries(limitSettings).map(([name, { limit, unit }]) => {
      const set = setting(name);
      const usable = typeof set === 'number' && Number.isFinite(set) && set >= 1;
      return [limit, usable ? Math.floor(set) * unit : defaultLimits[limit]];
    }),
  );
}
