/**
 * The time to live that BIND 9.18 gives each record while it loads a master file: the record's own; else that of
 * `$TTL` (RFC 2308 §4); else the last one stated (RFC 1035 §5.1); else, for the SOA record, its minimum, which then
 * counts as `$TTL`. Of records of one type that follow each other under one owner, the first decides for all.
 */
export interface LoaderTtl {
  /** A `$TTL`. */
  setDefault(seconds: number): void;
  /** A record states a TTL: it stays in force for those without, also where the record itself is passed over. */
  state(seconds: number): void;
  /** Another owner begins, or what was collected of one is stored. */
  newOwner(): void;
  /**
   * The TTL of a record; undefined where none is known, for which the zone is refused.
   * @param type tells RRsets of one owner apart
   * @param minimum of an SOA record
   */
  of(type: string, stated: boolean, minimum: number | undefined): number | undefined;
}

/** RFC 2181 §8: a TTL has 31 bits; BIND takes a longer one for 0. */
const MOST = 0x7fffffff;

/** The state at the beginning of a zone. */
export function loaderTtl(): LoaderTtl {
  let ttl: number | undefined;
  let standard: number | undefined;
  let ofTypes = new Map<string, number>();
  const limited = (seconds: number): number => (seconds > MOST ? 0 : seconds);
  return {
    setDefault(seconds) {
      ttl = limited(seconds);
      standard = ttl;
    },
    state(seconds) {
      ttl = limited(seconds);
    },
    newOwner() {
      if (ofTypes.size > 0) ofTypes = new Map();
    },
    of(type, stated, minimum) {
      if (!stated && standard !== undefined) ttl = standard;
      if (ttl === undefined && minimum !== undefined) {
        ttl = limited(minimum);
        standard = ttl;
      }
      if (ttl === undefined) return undefined;
      const before = ofTypes.get(type);
      if (before === undefined) ofTypes.set(type, ttl);
      else ttl = before;
      return ttl;
    },
  };
}
