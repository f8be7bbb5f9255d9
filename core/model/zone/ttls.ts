import type { Block } from './block';
import type { TtlState } from './walk';
import type { ZoneModel } from './zone';

/** The times to live in force at the beginning of block `index`, as the blocks before it state them. */
export function ttlBefore(blocks: readonly Block[], index: number): TtlState {
  let stated: number | undefined;
  let last: number | undefined;
  for (let i = index - 1; i >= 0; i--) {
    stated ??= blocks[i]!.ttl.stated;
    last ??= blocks[i]!.ttl.last;
    if (stated !== undefined) break;
  }
  return { ...(stated !== undefined && { stated }), ...(last !== undefined && { last }) };
}

/**
 * The time to live of the record in a row of the document: its own, that of the last `$TTL` (RFC 2308 §4), or that
 * of the last record with one (RFC 1035 §5.1); undefined where none is known.
 */
export function ttlOfRow(model: ZoneModel, block: Block, row: number): number | undefined {
  const { ttl } = block.table;
  if (ttl[row] !== -1) return ttl[row];
  const line = block.ttlLines.findLast((l) => l.row <= row);
  if (line !== undefined) return line.seconds;
  const before = model.ttlBefore(model.index.order[block.id]!);
  if (before.stated !== undefined) return before.stated;
  for (let other = row - 1; other >= 0; other--) if (ttl[other] !== -1) return ttl[other];
  return before.last;
}
