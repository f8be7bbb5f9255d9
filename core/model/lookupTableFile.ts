import type { TableForm, TableLine } from '../syntax/lookupTable/line';
import type { Member } from './model';
import type { Around } from './units';

/** A lookup table as a whole. */
export interface LookupTable {
  readonly form: TableForm;
  /** In file order. */
  readonly lines: readonly Member<TableLine>[];
}

/** A lookup table with what stands around it. */
export interface JudgedTable extends LookupTable {
  readonly around: Around;
}
