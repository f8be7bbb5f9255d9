import type { ReportHead, ReportMetadata } from './types';

/** The last second of the year 9999; a date beyond is made up. */
const lastSecond = 253_402_300_799;

/** The middle of a report's period, in seconds since 1970; undefined where it states none that could be. */
export function middleOf({ begin, end }: Pick<ReportMetadata, 'begin' | 'end'>): number | undefined {
  const from = begin ?? end;
  const to = end ?? begin;
  if (from === undefined || to === undefined) return undefined;
  const middle = (from + to) / 2;
  return middle > lastSecond ? undefined : middle;
}

/**
 * The UTC day in whose middle a report's period lies, as `2026-11-16`: receivers elsewhere report days of their own
 * zone. Empty where it states none.
 */
export function dayOf({ metadata }: Pick<ReportHead, 'metadata'>): string {
  const middle = middleOf(metadata);
  return middle === undefined ? '' : new Date(middle * 1000).toISOString().slice(0, 10);
}
