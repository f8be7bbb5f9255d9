import { addressOf } from '../../../core/report/names/address';
import { openMmdb, type Mmdb, type MmdbProblem } from '../../../core/report/names/mmdb';
import { networkOwner, type NetworkOwner } from '../../../core/report/names/owner';
import type { Platform } from '../../../core/report/platform';

/** A file as it is now. */
export interface FoundFile {
  /** In octets. */
  readonly size: number;
  /** Changes when the file does, such as its time. */
  readonly version: number;
  read(): Promise<Uint8Array>;
}

/** Finds a file by what the setting says. Rejects, with a reason to show, where there is none. */
export type FindFile = (setting: string) => Promise<FoundFile>;

/** Why there is no database to ask. */
export type DatabaseTrouble =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'not-a-database'; readonly problem: MmdbProblem };

export interface AddressDatabase {
  /**
   * Who owns each address by the file, in their order; nothing of an address that it does not know.
   * The file is read with the first call, and again when it has changed.
   * @param setting what the setting says
   */
  owners(setting: string, addresses: readonly string[]): Promise<readonly NetworkOwner[] | DatabaseTrouble>;
}

/** City databases of the whole world have some 60 MB; the file is held in memory. */
const sizeLimit = 2 ** 30;

/** An address database in a local file. Reads nothing before it is asked. */
export function addressDatabase(find: FindFile, platform: Platform, limit = sizeLimit): AddressDatabase {
  let held: { readonly setting: string; readonly version: number; readonly database: Mmdb } | undefined;
  let loading: Promise<unknown> = Promise.resolve();

  const load = async (setting: string): Promise<Mmdb | DatabaseTrouble> => {
    try {
      const file = await find(setting);
      if (held?.setting === setting && held.version === file.version) return held.database;
      held = undefined;
      if (file.size > limit) return { kind: 'too-large', size: file.size };
      const database = openMmdb(await file.read(), platform);
      if (typeof database === 'string') return { kind: 'not-a-database', problem: database };
      held = { setting, version: file.version, database };
      return database;
    } catch (problem) {
      held = undefined;
      return { kind: 'unreadable', reason: problem instanceof Error ? problem.message : String(problem) };
    }
  };

  return {
    async owners(setting, addresses) {
      // One after the other, so that two pages do not read the file twice.
      const own = loading.then(() => load(setting));
      loading = own;
      const database = await own;
      if ('kind' in database) return database;
      return addresses.map((text) => {
        const address = addressOf(text);
        const record = address === undefined ? undefined : database.find(address);
        return record === undefined || record === 'damaged' ? {} : networkOwner(record);
      });
    },
  };
}
