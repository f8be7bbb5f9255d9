import type { ZoneEntry } from '../../../syntax/masterFile/entry';
import { nameHash, namesAbove } from '../../../syntax/masterFile/nameHash';
import { unitAt } from '../../../text/sourceText';
import type { Edit } from '../../../text/span';
import { quoteCharacters } from '../../../values/characterString';
import { relativeName } from '../../../values/domainName';
import type { RecordElsewhere } from '../../mailSystem';
import { stateAt } from '../locate';
import type { StandingEntry } from '../lookup';
import { behind } from '../place';
import { rowEntry, rowOwner } from '../rows';
import type { ZoneModel } from '../zone';
import { blocksWith, type Row } from '../zoneIndex';

const LF = 10;

/** The time to live of a record for which none is in force, in seconds. */
const USUAL_TTL = 3600;

/** How many records of a name, or below it, are looked at for one that the new one can stand behind. */
const MOST_NEIGHBOURS = 2000;

/** How many of the last records are looked at for how records are laid out. */
const MOST_PATTERNS = 20;

/**
 * Adds a record to a zone, as its author might have: behind the records that it belongs to, laid out like them.
 * @returns undefined where the zone is not the one for the record
 */
export function recordAdded(model: ZoneModel, { owner, type, value }: RecordElsewhere): Edit | undefined {
  if (model.apex === undefined) return undefined;
  const neighbour = neighbourOf(model, owner);
  const { length } = model.text;
  const offset = neighbour === undefined ? length : behind(model, neighbour);
  const atEnd = offset >= length;
  const { origin, ttl } =
    length === 0 ? { origin: model.apex, ttl: undefined } : stateAt(model, atEnd ? length : offset);
  const head = relativeName(owner, origin);
  const like = (neighbour && layoutOf(neighbour.entry)) ?? patternIn(model);
  const gap = like === undefined ? `\tIN\t` : blankFor(head, like);
  const front = ttl === undefined && like?.ttl !== true ? withTtl(gap) : gap;
  const line = `${head}${front}${type}${like?.behind ?? '\t'}${quoteCharacters(value)}`;
  const broken = length > 0 && atEnd && unitAt(model.text, length - 1) !== LF;
  return { span: { start: offset, end: offset }, text: `${broken ? '\n' : ''}${line}\n` };
}

/** How a record is laid out around its type. */
interface Layout {
  readonly owner: string;
  /** From the owner to the type: blanks, TTL, class. */
  readonly front: string;
  readonly ttl: boolean;
  /** The blanks behind the type. */
  readonly behind: string;
}

function layoutOf({ text, owner, ttl, type }: ZoneEntry): Layout | undefined {
  if (owner.span === undefined || type === undefined) return undefined;
  const front = text.slice(owner.span.end, type.start);
  const behind = /^[ \t]+/.exec(text.slice(type.end))?.[0];
  // A parenthesis or comment between, or text that is not on one line, is no pattern for others.
  if (behind === undefined || !/^[ \t]+(?:[0-9a-z]+[ \t]+){0,2}$/i.test(front)) return undefined;
  return { owner: owner.written, front, ttl: ttl !== undefined, behind };
}

/** The neighbour's front with its columns where they are, as far as the owner lets them. */
function blankFor(owner: string, like: Layout): string {
  const [lead = ''] = /^[ \t]+/.exec(like.front) ?? [];
  const rest = like.front.slice(lead.length);
  if (lead.includes('\t')) return like.front;
  return ' '.repeat(Math.max(1, like.owner.length + lead.length - owner.length)) + rest;
}

/**
 * The last record of this document that stands at the name, or as near above it as there is one. The zone as a whole
 * is no neighbourhood: of all its names only those with an underscore are akin.
 */
function neighbourOf(model: ZoneModel, owner: string): StandingEntry | undefined {
  for (const name of [owner, ...namesAbove(owner)]) {
    const isApex = name === model.apex;
    const below = name === owner ? undefined : lastOf(model, name, 'above', isApex ? /(?:^|\.)_/ : /^/);
    const found = below ?? (isApex ? undefined : lastOf(model, name, 'owners', /^/));
    if (found !== undefined) return standing(model, found);
    if (isApex) return undefined;
  }
  return undefined;
}

/** A front with a time to live before the class. */
function withTtl(front: string): string {
  const [lead = '\t'] = /^[ \t]+/.exec(front) ?? [];
  return `${lead}${USUAL_TTL}${lead.includes('\t') ? '\t' : ' '}${front.slice(lead.length)}`;
}

/** How the last records of the document are laid out. */
function patternIn({ sections }: ZoneModel): Layout | undefined {
  const block = sections.at(-1);
  if (block === undefined) return undefined;
  const { rows } = block.table;
  for (let row = rows - 1; row >= Math.max(0, rows - MOST_PATTERNS); row--) {
    const layout = layoutOf(rowEntry(block, row));
    if (layout !== undefined) return layout;
  }
  return undefined;
}

/** The last row of a name, or of the names below it that are `akin`; a TXT record before others. */
function lastOf(model: ZoneModel, name: string, way: 'owners' | 'above', akin: RegExp): Row | undefined {
  const { index } = model;
  const hash = nameHash(name);
  const suffix = `.${name}`;
  let left = MOST_NEIGHBOURS;
  let last: Row | undefined;
  for (const block of blocksWith(index, index[way], hash).reverse()) {
    if (index.order[block.id]! < 0) continue;
    const { rows, owner } = block.table;
    for (let row = rows - 1; row >= 0; row--) {
      if (way === 'owners' && owner[row] !== hash) continue;
      const standsAt = rowOwner(block, row);
      if (left-- === 0) return last;
      if (way === 'owners' ? standsAt !== name : !standsAt.endsWith(suffix)) continue;
      if (!akin.test(standsAt)) continue;
      last ??= { block, row };
      if (rowEntry(block, row).strings !== undefined) return { block, row };
    }
  }
  return last;
}

function standing(model: ZoneModel, { block, row }: Row): StandingEntry {
  const start = model.text.starts[model.index.order[block.id]!]! + block.table.at[row]!;
  return { start, entry: rowEntry(block, row) };
}
