import type { Range } from '../tagList';

/** What can be wrong inside an SPF record. Offsets count in the decoded text. */
export type SpfProblemKind =
  // characters
  | 'bad-character'
  | 'stray-quote'
  // terms
  | 'unknown-mechanism'
  | 'modifier-as-mechanism'
  | 'mechanism-as-modifier'
  | 'qualified-modifier'
  | 'missing-argument'
  | 'unexpected-argument'
  // domain-spec
  | 'empty-domain'
  | 'prefix-not-allowed'
  | 'address-as-domain'
  | 'single-label'
  | 'bad-top-label'
  | 'impossible-name'
  // networks
  | 'bad-network'
  | 'other-family'
  | 'bad-prefix'
  | 'single-slash'
  // macros
  | 'stray-percent'
  | 'unclosed-macro'
  | 'unknown-macro'
  | 'explanation-macro'
  | 'bad-transformer';

export interface SpfProblem extends Range {
  readonly kind: SpfProblemKind;
}

/**
 * Problems that the grammar does not know: the record means something, though hardly what its author meant. All
 * others make every receiver answer permerror (RFC 7208 §4.6).
 */
const HARMLESS: ReadonlySet<SpfProblemKind> = new Set([
  'stray-quote',
  'mechanism-as-modifier',
  'impossible-name',
]);

/** Whether receivers answer permerror because of it. */
export function isFatal({ kind }: SpfProblem): boolean {
  return !HARMLESS.has(kind);
}
