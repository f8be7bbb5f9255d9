import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { comparableName } from '../../syntax/masterFile/names';
import type { EntryContext } from '../../syntax/masterFile/parse';
import { blockAt, located, walkOf, type LocatedEntry } from './locate';
import { contextHere, nextEntry, sourceHere, trimBreak } from './walk';
import type { ZoneModel } from './zone';

/** An entry and where it begins in the document. */
export interface StandingEntry {
  readonly start: number;
  readonly entry: ZoneEntry;
}

/** A record where it stands. */
export interface StandingRecord extends LocatedEntry {
  readonly kind: 'record';
  /** Where it ends in the document, without its line break. */
  readonly end: number;
}

/** A directive where it stands. */
export interface StandingDirective {
  readonly kind: 'directive';
  readonly start: number;
  /** Where it ends in the document, without its line break. */
  readonly end: number;
  /** Its source, from the beginning of its line. */
  readonly text: string;
  /** What is in force at it, before what it says itself. */
  readonly context: EntryContext;
}

export type Standing = StandingRecord | StandingDirective;

/** The words of RDATA that are domain names, by type. */
const NAME_WORDS: Readonly<Record<string, readonly number[]>> = {
  NS: [0],
  CNAME: [0],
  DNAME: [0],
  PTR: [0],
  MX: [1],
  SRV: [3],
  SOA: [0, 1],
  AFSDB: [1],
  RP: [0, 1],
};

/**
 * The records and directives that touch a span of the document, in document order; comments and blank lines are
 * passed over.
 */
export function* entriesBetween(
  model: ZoneModel,
  start = 0,
  end = model.text.length,
): Generator<Standing, undefined> {
  for (let index = blockAt(model, start); index < model.sections.length; index++) {
    const base = model.text.starts[index]!;
    if (base > end) return;
    const walk = walkOf(model, index);
    while (nextEntry(walk)) {
      if (base + walk.at > end) return;
      const to = base + trimBreak(walk.text, walk.at, walk.end);
      if (walk.head.kind === 'blank' || to < start) continue;
      if (walk.head.kind === 'record') {
        yield { kind: 'record', end: to, ...located(model, index, walk) };
      } else {
        const text = sourceHere(walk);
        yield { kind: 'directive', start: base + walk.at, end: to, text, context: contextHere(walk) };
      }
    }
  }
}

/**
 * All records of an owner in this document, in document order.
 * @param owner absolute, as `comparableName` gives it
 */
export function recordsOf(model: ZoneModel, owner: string): StandingEntry[] {
  return recordsWhere(model, ({ entry }) => entry.owner.name === owner);
}

/**
 * All records of this document whose RDATA has the name as a domain name, in document order.
 * @param name absolute, as `comparableName` gives it
 */
export function recordsPointingAt(model: ZoneModel, name: string): StandingEntry[] {
  return recordsWhere(model, ({ entry }) => targetsOf(entry).includes(name));
}

/** The owner names of this document's records, each once, in document order; absolute, lower case. */
export function* ownerNames(model: ZoneModel): Generator<string, undefined> {
  const seen = new Set<string>();
  for (const standing of entriesBetween(model)) {
    if (standing.kind !== 'record') continue;
    const { name } = standing.entry.owner;
    if (seen.has(name)) continue;
    seen.add(name);
    yield name;
  }
}

function recordsWhere(model: ZoneModel, wanted: (standing: StandingRecord) => boolean): StandingEntry[] {
  const found: StandingEntry[] = [];
  for (const standing of entriesBetween(model)) {
    if (standing.kind === 'record' && wanted(standing)) found.push(standing);
  }
  return found;
}

function targetsOf(entry: ZoneEntry): string[] {
  const words = entry.tokens.filter(
    ({ kind, span }) => kind === 'word' && span.start >= entry.rdata.start && span.end <= entry.rdata.end,
  );
  return (NAME_WORDS[entry.typeName] ?? []).flatMap((index) => {
    const span = words[index]?.span;
    return span === undefined ? [] : [comparableName(entry.text.slice(span.start, span.end), entry.origin)];
  });
}
