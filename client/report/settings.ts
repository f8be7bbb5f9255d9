import * as vscode from 'vscode';
import { defaultLimits, type Limits } from '../../core/report/limits';
import type { PageSettings } from './protocol';

/** The settings `mailAuth.reports.limits.*` by what they bound, and what their numbers are multiplied by. */
export const limitSettings = {
  compressedSize: { limit: 'compressedBytes', unit: 2 ** 20 },
  inflatedSize: { limit: 'inflatedBytes', unit: 2 ** 20 },
  zipEntries: { limit: 'zipEntries', unit: 1 },
  depth: { limit: 'depth', unit: 1 },
  recordLength: { limit: 'recordLength', unit: 2 ** 10 },
  reports: { limit: 'reports', unit: 1 },
  problems: { limit: 'problems', unit: 1 },
} as const satisfies Record<string, { readonly limit: keyof Limits; readonly unit: number }>;

/** The section of the limits within the settings. */
export const limitsSection = 'mailAuth.reports.limits';

/** The limits that are set; those that are no usable number keep their default. */
export function limitsNow(): PageSettings['limits'] {
  const settings = vscode.workspace.getConfiguration(limitsSection);
  return Object.fromEntries(
    Object.entries(limitSettings).map(([name, { limit, unit }]) => {
      const set = settings.get<unknown>(name);
      const usable = typeof set === 'number' && Number.isFinite(set) && set >= 1;
      return [limit, usable ? Math.floor(set * unit) : defaultLimits[limit]];
    }),
  );
}
