import type { MasterService } from '../syntax/masterCf';
import type { Member } from './model';

/** A master.cf as a whole. */
export interface MasterCfFile {
  /** In file order. */
  readonly services: readonly Member<MasterService>[];
}
