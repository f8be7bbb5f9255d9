import type { DkimAuthResult, SpfAuthResult } from './types';

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

/** The receiver's word on pass and alignment together (`policy_evaluated/dkim` or `/spf`), as far as it is one. */
export type Evaluation = 'pass' | 'unsaid' | 'other';

export function evaluation(value: string): Evaluation {
  const plain = normalised(value);
  return plain === 'pass' ? 'pass' : plain === '' ? 'unsaid' : 'other';
}

/** Whether one of the results that a mechanism gave by itself (`auth_results`) is a pass. */
export function hasPass(results: readonly (DkimAuthResult | SpfAuthResult)[]): boolean {
  return results.some(({ result }) => isPass(result));
}

/**
 * What a mechanism did.
 * @param passed whether the mechanism passed by itself, for whatever domain
 */
export function outcomeOf(evaluated: Evaluation, passed: boolean): Outcome {
  if (evaluated === 'pass') return 'pass';
  if (evaluated === 'unsaid') return 'unknown';
  return passed ? 'unaligned' : 'fail';
}

/** Which mechanisms made a record pass DMARC (RFC 9989 §5.3: either suffices). */
export function alignedByEvaluations(dkim: Evaluation, spf: Evaluation): AlignedBy {
  if (dkim === 'pass') return spf === 'pass' ? 'both' : 'dkim';
  return spf === 'pass' ? 'spf' : 'neither';
}
