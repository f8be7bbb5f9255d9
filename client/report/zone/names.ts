import { NAMES_EXIST, type NamesExistParams } from '../../../core/generator/zoneProtocol';
import type { WorkspaceZones } from './workspaceZones';

/** More names than this are not looked for in files that are not open. */
const MOST_REACHED = 200;

/** Which names exist by the zone files at hand; undefined where none of them tells. */
export async function namesExist(
  zones: WorkspaceZones,
  names: readonly string[],
): Promise<readonly (boolean | undefined)[]> {
  const ask = async (): Promise<readonly (boolean | null)[]> => {
    const params: NamesExistParams = { names };
    return zones.server.request<readonly (boolean | null)[]>(NAMES_EXIST, params);
  };
  try {
    let answers = await ask();
    const open = names.filter((_, index) => (answers[index] ?? null) === null);
    if (open.length > 0 && (await zones.reach(open.slice(0, MOST_REACHED)))) answers = await ask();
    return names.map((_, index) => answers[index] ?? undefined);
  } catch {
    return names.map(() => undefined);
  }
}
