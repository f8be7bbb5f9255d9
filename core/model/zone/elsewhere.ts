import { nameHash } from '../../syntax/masterFile/nameHash';
import { shiftSpan } from '../../text/span';
import type { MailSystem, OtherZone, SystemZone } from '../mailSystem';
import { ownerRows, rowText } from './rows';
import type { ZoneModel } from './zone';
import { blocksWith } from './zoneIndex';

/** What makes the view of a zone that of another document. */
export function placeElsewhere(
  { uri, model }: OtherZone,
  system: MailSystem,
): Pick<SystemZone, 'uri' | 'place' | 'system'> {
  return {
    uri,
    system,
    place: (entry, span) => ({
      uri,
      find() {
        const zone = model();
        const start = zone && recordStart(zone, entry.owner.name, entry.text);
        return start === undefined ? undefined : shiftSpan(span, start);
      },
    }),
  };
}

/** Where a record begins in its document; undefined where it is not there, or in an included file. */
function recordStart({ index, text }: ZoneModel, owner: string, source: string): number | undefined {
  const hash = nameHash(owner);
  for (const block of blocksWith(index, index.owners, hash)) {
    const order = index.order[block.id]!;
    if (order < 0) continue;
    const row = ownerRows(block, hash, owner).find((candidate) => rowText(block, candidate) === source);
    if (row !== undefined) return text.starts[order]! + block.table.at[row]!;
  }
  return undefined;
}
