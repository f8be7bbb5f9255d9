import { rrTypeCode } from '../../facts/rrTypes';
import { isTtl, ttlSeconds } from '../../syntax/masterFile/characters';
import { parseDirective, type GenerateReading } from '../../syntax/masterFile/directive';
import type { EntryOwner, ZoneEntry } from '../../syntax/masterFile/entry';
import { comparableName, endsWithDot } from '../../syntax/masterFile/names';
import { parseEntry, type EntryContext } from '../../syntax/masterFile/parse';
import type { SourceText } from '../../text/sourceText';
import { absoluteName, isWithin, parseDomainName, writeName } from '../../values/domainName';
import type { Include, InclusionProblem } from '../model';
import { expandGenerate, generatedCount } from './generate';
import { INCLUDE_DEPTH } from './include';
import { loaderTtl, type LoaderTtl } from './loaderTtl';
import { contextHere, nextEntry, ownerBefore, sourceHere, walkBlock, wordHere, type EntryWalk } from './walk';

/** A record as a name server loads it. */
export interface LoadedRecord {
  /** Absolute, lower case, escapes normalised. */
  readonly owner: string;
  /** What tells its RRset from others of the owner: the type, and for RRSIG the type that is covered. */
  readonly set: string;
  /** Seconds, by its own statement and what stands above; a later part of the RRset may still change it. */
  readonly ttl: number;
  /** Reads the record in full. */
  entry(): ZoneEntry;
}

/** A name of which the normal form is known to be the name itself. */
const PLAIN = /^(?:[a-z0-9_*-]{1,63}\.){1,20}$/;

/** What could not be loaded. */
export interface Unloaded {
  readonly reason:
    'no-ttl' | 'bad-owner' | 'bad-class' | 'bad-directive' | 'no-type' | 'too-many' | InclusionProblem;
  /** The entry's source. */
  readonly text: string;
}

/** Where records come from. */
export interface ZoneSource {
  readonly text: SourceText;
  /** The origin that the file begins with, absolute. */
  readonly origin: string;
  /** The zone's own name, absolute: names outside are passed over, as BIND does. */
  readonly apex: string;
  readonly include?: Include;
}

/** How many records the $GENERATE directives of a zone may make: a slip in one number asks for two thousand million. */
const MOST_GENERATED = 1 << 24;

interface Loading {
  readonly apex: string;
  readonly ttl: LoaderTtl;
  readonly unloaded: (what: Unloaded) => void;
  /** The owner of the last record, as written and absolute, and in the normal form. */
  lastOwner: string;
  generated: number;
  owner: string | undefined;
  inZone: boolean;
}

/**
 * The records of a zone in the order of its files, as BIND 9.18 loads them: $INCLUDE followed, $GENERATE written out,
 * names outside of the zone passed over. Reads each record's head only; its RDATA is read when it is asked for.
 * @param unloaded is told of what a name server would refuse
 */
export function* zoneRecords(
  source: ZoneSource,
  unloaded: (what: Unloaded) => void,
): Generator<LoadedRecord, undefined> {
  const loading: Loading = {
    apex: source.apex,
    ttl: loaderTtl(),
    unloaded,
    lastOwner: '',
    generated: 0,
    owner: undefined,
    inZone: false,
  };
  yield* fileRecords(source.text, { origin: source.origin }, source.include, loading, 0);
}

function* fileRecords(
  text: SourceText,
  begin: EntryContext,
  include: Include | undefined,
  loading: Loading,
  depth: number,
): Generator<LoadedRecord, undefined> {
  let context = begin;
  let carry = 0;
  for (let i = 0; i < text.chunks.length; i++) {
    const walk = walkBlock(text.chunks, i, carry, context);
    while (nextEntry(walk)) {
      if (walk.head.kind === 'record') {
        const record = recordHere(walk, loading);
        if (record !== undefined) yield record;
      } else if (walk.head.kind !== 'blank') {
        yield* directiveRecords(walk, include, loading, depth);
      }
    }
    context = contextHere(walk);
    carry = Math.max(0, (carry > walk.limit ? carry : walk.end) - walk.limit);
  }
}

function* directiveRecords(
  walk: EntryWalk,
  include: Include | undefined,
  loading: Loading,
  depth: number,
): Generator<LoadedRecord, undefined> {
  const text = sourceHere(walk);
  const directive = parseDirective(text, walk);
  if (directive.ttl !== undefined) {
    loading.ttl.setDefault(directive.ttl);
  } else if (directive.generate !== undefined) {
    yield* generatedRecords(directive.generate, walk, loading);
  } else if (directive.include !== undefined) {
    const found = include?.(directive.include.file) ?? { problem: 'unreadable' };
    if ('problem' in found || depth >= INCLUDE_DEPTH) {
      loading.unloaded({ reason: 'problem' in found ? found.problem : 'circular', text });
      return;
    }
    // RFC 1035 §5.1: what the file says of origin and owner ends with it; its $TTL does not, in BIND.
    const owner = ownerBefore(walk);
    const context = { origin: directive.include.origin, ...(owner && { owner }) };
    yield* fileRecords(found.text, context, found.include, loading, depth + 1);
    loading.ttl.newOwner();
    loading.lastOwner = '';
  } else if (directive.newOrigin === undefined && directive.name !== 'DATE') {
    loading.unloaded({ reason: 'bad-directive', text });
  }
}

function* generatedRecords(
  generate: GenerateReading,
  walk: EntryWalk,
  loading: Loading,
): Generator<LoadedRecord, undefined> {
  const { origin } = walk;
  const { typeName } = generate;
  loading.generated += generatedCount(generate);
  if (loading.generated > MOST_GENERATED) {
    loading.unloaded({ reason: 'too-many', text: sourceHere(walk) });
    return;
  }
  if (generate.ttl !== undefined) loading.ttl.state(generate.ttl.seconds);
  for (const record of expandGenerate(generate)) {
    const owner = record && absoluteName(record.owner, origin);
    if (record === undefined || owner === undefined) {
      loading.unloaded({ reason: 'bad-owner', text: sourceHere(walk) });
      return;
    }
    loading.ttl.newOwner();
    loading.lastOwner = '';
    if (!isWithin(owner, loading.apex)) continue;
    const text = `${record.owner} ${typeName} ${record.data}`;
    const set = setOf(typeName, text, 2);
    const ttl = loading.ttl.of(set, generate.ttl !== undefined, undefined);
    if (ttl === undefined) {
      loading.unloaded({ reason: 'no-ttl', text: sourceHere(walk) });
      return;
    }
    yield { owner, set, ttl, entry: () => parseEntry(text, { origin }) };
  }
}

function recordHere(walk: EntryWalk, loading: Loading): LoadedRecord | undefined {
  const { head } = walk;
  const failed = (reason: Unloaded['reason']): undefined => {
    loading.unloaded({ reason, text: sourceHere(walk) });
  };
  enterOwner(walk, loading);
  const { owner, ttl } = loading;
  if (owner === undefined) {
    failed('bad-owner');
    return;
  }
  const stated = head.ttl >= 0 ? wordHere(walk, head.ttl) : undefined;
  if (stated !== undefined && isTtl(stated)) ttl.state(ttlSeconds(stated));
  if (!loading.inZone) return undefined;
  if (head.type < 0) {
    failed('no-type');
    return;
  }
  const typeName = wordHere(walk, head.type).toUpperCase();
  const set = setOf(typeName, walk, head.type + 1);
  const context = contextHere(walk);
  const text = sourceHere(walk);
  let entry: ZoneEntry | undefined;
  const read = (): ZoneEntry => (entry ??= parseEntry(text, context));
  const minimum = typeName === 'SOA' ? read().data.fields[6]?.number : undefined;
  const seconds = ttl.of(set, stated !== undefined, minimum);
  if (seconds === undefined) {
    failed('no-ttl');
    return;
  }
  return { owner, set, ttl: seconds, entry: read };
}

/** Notes the owner of the record; the records of a run have one in common. */
function enterOwner(walk: EntryWalk, loading: Loading): void {
  let owner: EntryOwner | undefined;
  let key: string;
  if (walk.head.owner) {
    // BIND takes a quoted owner for what stands between the quotes.
    const written = wordHere(walk, 0).replace(/^"(.*)"$/, '$1');
    owner = { written, name: comparableName(written, walk.origin) };
    key = asStated(written, walk.origin);
  } else {
    if (loading.lastOwner !== '') return;
    owner = ownerBefore(walk);
    key = owner?.name ?? '';
  }
  // BIND takes a name in other letters for another run of records, though it is the same name.
  if (key !== '' && key === loading.lastOwner) return;
  loading.lastOwner = key;
  loading.ttl.newOwner();
  const name = owner === undefined || PLAIN.test(owner.name) ? owner?.name : absoluteName(owner.name, '.');
  loading.owner = name;
  loading.inZone = name !== undefined && (name === loading.apex || inZone(name, loading.apex));
}

/** A name made absolute, its escapes in the normal form and its letters as they are. */
function asStated(written: string, origin: string): string {
  if (written === '@') return origin;
  const below = origin === '.' ? '.' : `.${origin}`;
  const whole = endsWithDot(written) ? written : written + below;
  if (!/[^\w.*-]/.test(whole)) return whole;
  const name = parseDomainName(whole);
  return typeof name === 'string' ? whole : writeName(name.labels);
}

function inZone(name: string, apex: string): boolean {
  if (name.endsWith(`.${apex}`) && !name.includes('\\')) return true;
  return isWithin(name, apex);
}

/** @param data the text, or the walk, in which word `index` is the first of the RDATA */
function setOf(typeName: string, data: string | EntryWalk, index: number): string {
  const code = String(rrTypeCode(typeName) ?? typeName);
  // RRSIG and SIG: each covered type makes a set of its own (RFC 4034 §3).
  if (code !== '46' && code !== '24') return code;
  const covered = typeof data === 'string' ? (data.split(/\s+/)[index] ?? '') : wordHere(data, index);
  return `${code} ${covered.toUpperCase()}`;
}
