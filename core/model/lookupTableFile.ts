import type { TableForm, TableLine } from '../syntax/lookupTable/line';
import type { Member } from './model';

/** A lookup table as a whole. */
export interface LookupTable {
  readonly form: TableForm;
  /** In file order. */
  readonly lines: readonly Member<TableLine>[];
}
