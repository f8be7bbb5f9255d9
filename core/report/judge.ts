import type { DkimAuthResult, ReportRecord, SpfAuthResult } from './types';

/**
 * What one mechanism did for DMARC, as the receiver saw it.
 * `pass`: passed and aligned. `unaligned`: passed, but for another domain. `fail`: did not pass.
 * `unknown`: the report does not say (RFC 9990 requires it; real reports leave it out).
 */
export type Outcome = 'pass' | 'unaligned' | 'fail' | 'unknown';
export const outcomes = ['pass', 'unaligned', 'fail', 'unknown'] as const satisfies readonly Outcome[];

/** Which mechanisms gave DMARC its pass. */
export type AlignedBy = 'both' | 'dkim' | 'spf' | 'neither';
export const alignedByValues = ['both', 'dkim', 'spf', 'neither'] as const satisfies readonly AlignedBy[];

/** Whether an enumerated value means a pass; receivers also write `Pass` and pad it. */
export function isPass(value: string): boolean {
  return normalised(value) === 'pass';
}

/** An enumerated value in the form in which values are compared. */
export function normalised(value: string): string {
  return value.trim().toLowerCase();
}

/**
 * What a mechanism did.
 * @param evaluated `policy_evaluated/dkim` or `/spf`: the receiver's word on pass and alignment together
 * @param results what the mechanism gave by itself (`auth_results`)
 */
export function outcome(evaluated: string, results: readonly (DkimAuthResult | SpfAuthResult)[]): Outcome {
  if (isPass(evaluated)) return 'pass';
  if (normalised(evaluated) === '') return 'unknown';
  return results.some(({ result }) => isPass(result)) ? 'unaligned' : 'fail';
}

/** Which mechanisms made the record pass DMARC (RFC 9989 §5.3: either suffices). */
export function alignedBy({ dkim, spf }: Pick<ReportRecord, 'dkim' | 'spf'>): AlignedBy {
  if (isPass(dkim)) return isPass(spf) ? 'both' : 'dkim';
  return isPass(spf) ? 'spf' : 'neither';
}
