import { comparableName, endsWithDot } from './names';

/**
 * Hashes of domain names, 32 bits: FNV-1a over the characters of the comparable form from the last to the first. So
 * the hash of every name above is passed on the way, and a relative name goes on from the hash of its origin.
 */
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

const DOT = 46;
const BACKSLASH = 92;

/** Most labels that a name of 255 octets has. */
const MOST_LABELS = 128;

/** An origin, as far as names below it need it. */
export interface OriginHash {
  /** Absolute, in the form of `comparableName`. */
  readonly name: string;
  /** The hash of the origin. */
  readonly hash: number;
  /** The state of the hash behind the dot that stands between a relative name and the origin. */
  readonly below: number;
  /** The hashes of the names above the origin, but for the root. */
  readonly above: readonly number[];
  /** Whether names below it can be `plain` and `host` (see {@link NameReading}). */
  readonly plain: boolean;
  readonly host: boolean;
}

/** What {@link readName} found out; one object serves many names, so that reading allocates nothing. */
export interface NameReading {
  hash: number;
  /** Whether it ends with a dot of its own. */
  absolute: boolean;
  /** Whether it is relative and has a dot inside. */
  dotted: boolean;
  /**
   * What it is made of: nothing but labels of 1 to 63 letters, digits, hyphens and underscores, all told within 255
   * octets. What is not told here has to be looked at by others.
   */
  plain: boolean;
  /** Plain, and each label may be one of a host name (RFC 1123 §2.1): no underscore, no hyphen at its ends. */
  host: boolean;
  /** Begins with `*.`, or is `*`. */
  wildcard: boolean;
  /** The hashes of the names above as far as it states them itself: those of the origin are not among them. */
  readonly above: Int32Array;
  aboveCount: number;
}

/** A fresh reading to hand to {@link readName}. */
export function nameReading(): NameReading {
  return {
    hash: 0,
    absolute: false,
    dotted: false,
    plain: false,
    host: false,
    wildcard: false,
    above: new Int32Array(MOST_LABELS),
    aboveCount: 0,
  };
}

/** The hash of a name in the form of `comparableName`. */
export function nameHash(name: string): number {
  let hash = SEED;
  for (let i = name.length - 1; i >= 0; i--) hash = Math.imul(hash ^ name.charCodeAt(i), PRIME);
  return hash;
}

/** The names above a name in the form of `comparableName`, from the nearest on; the root is left out. */
export function namesAbove(name: string): string[] {
  const above: string[] = [];
  for (let i = 0; i < name.length - 1; i++) {
    if (name.charCodeAt(i) === BACKSLASH) i++;
    else if (name.charCodeAt(i) === DOT && i + 1 < name.length) above.push(name.slice(i + 1));
  }
  return above;
}

/** The hashes that an origin lends to the names below it. */
export function originHash(name: string): OriginHash {
  const hash = nameHash(name);
  const below = name === '.' ? hash : Math.imul(hash ^ DOT, PRIME);
  const root = { name, hash, below, above: [], plain: true, host: true };
  if (name === '.') return root;
  const looks = nameReading();
  readName(name, 0, name.length, root, looks);
  return { ...root, above: namesAbove(name).map(nameHash), plain: looks.plain, host: looks.host };
}

/**
 * Reads the name that stands at [from, to) as far as its hash, the hashes above and its looks go; the hash is that
 * of `comparableName` of the same characters.
 * @param into is overwritten
 */
export function readName(
  text: string,
  from: number,
  to: number,
  origin: OriginHash,
  into: NameReading,
): void {
  into.aboveCount = 0;
  into.dotted = false;
  into.wildcard = false;
  into.plain = true;
  into.host = true;
  const length = to - from;
  into.absolute = length > 0 && text.charCodeAt(to - 1) === DOT;
  if (length === 1 && text.charCodeAt(from) === 64) {
    into.hash = origin.hash;
    into.plain = origin.plain;
    into.host = origin.host;
    return;
  }
  let hash = into.absolute ? Math.imul(SEED ^ DOT, PRIME) : origin.below;
  let at = into.absolute ? to - 2 : to - 1;
  let labelEnd = at;
  for (; at >= from; at--) {
    let unit = text.charCodeAt(at);
    if (unit === DOT) {
      if (labelEnd === at || labelEnd - at > 63) into.plain = false;
      if (into.aboveCount < MOST_LABELS) into.above[into.aboveCount++] = hash;
      if (text.charCodeAt(at + 1) === 45 || text.charCodeAt(at - 1) === 45) into.host = false;
      labelEnd = at - 1;
    } else if (unit >= 65 && unit <= 90) {
      unit += 32;
    } else if ((unit < 97 || unit > 122) && (unit < 48 || unit > 57) && unit !== 45) {
      if (unit === BACKSLASH || unit > 127) {
        readSlowly(text.slice(from, to), origin, into);
        return;
      }
      into.host = false;
      if (unit === 42 && at === from && (length === 1 || text.charCodeAt(at + 1) === DOT)) {
        into.wildcard = true;
      } else if (unit !== 95) into.plain = false;
    }
    hash = Math.imul(hash ^ unit, PRIME);
  }
  // `.` alone is the root, and nothing of what is asked here.
  if (labelEnd < from || labelEnd - from >= 63) into.plain = false;
  if (length + (into.absolute ? 0 : origin.name.length) > 253) into.plain = false;
  if (!into.absolute && !origin.plain) into.plain = false;
  if (!into.absolute && !origin.host) into.host = false;
  if (text.charCodeAt(from) === 45 || text.charCodeAt(to - 1) === 45) into.host = false;
  if (into.absolute && text.charCodeAt(to - 2) === 45) into.host = false;
  if (!into.plain) into.host = false;
  into.hash = hash;
  into.dotted = !into.absolute && into.aboveCount > 0;
}

/** Names with escapes or with characters outside of ASCII: rare enough to be put together. */
function readSlowly(written: string, origin: OriginHash, into: NameReading): void {
  const name = comparableName(written, origin.name);
  into.absolute = endsWithDot(written);
  into.dotted = !into.absolute;
  into.plain = false;
  into.host = false;
  into.wildcard = name.startsWith('*.');
  into.hash = nameHash(name);
  into.aboveCount = 0;
  const own = namesAbove(name);
  for (const above of own.slice(0, MOST_LABELS)) into.above[into.aboveCount++] = nameHash(above);
}
