import { isTtl, ttlSeconds } from '../../../../syntax/masterFile/characters';
import type { ZoneEntry } from '../../../../syntax/masterFile/entry';
import type { Edit, Span } from '../../../../text/span';

const UNITS: readonly (readonly [string, number])[] = [
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
];

/** Writes the TTL and the SOA record's timers in seconds. */
export function inSeconds(entry: ZoneEntry): Edit[] {
  return rewritten(entry, (written) => (/^\d+$/.test(written) ? undefined : String(ttlSeconds(written))));
}

/** Writes the TTL and the SOA record's timers in weeks, days, hours and minutes, where that is short. */
export function inUnits(entry: ZoneEntry): Edit[] {
  return rewritten(entry, (written) => (/^\d+$/.test(written) ? withUnits(Number(written)) : undefined));
}

/**
 * A time with units, as BIND, NSD and Knot read it: `1h`, `1h30m`.
 * @returns undefined where that takes more than two units, and for less than a minute
 */
export function withUnits(seconds: number): string | undefined {
  let rest = seconds;
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count}${unit}`);
    rest -= count * size;
  }
  return rest === 0 && parts.length > 0 && parts.length <= 2 ? parts.join('') : undefined;
}

function rewritten({ text, ttl, data }: ZoneEntry, write: (written: string) => string | undefined): Edit[] {
  const periods = data.fields.filter(({ field }) => field.kind.is === 'period').map(({ span }) => span);
  const spans: Span[] = ttl === undefined ? periods : [ttl.span, ...periods];
  return spans.flatMap((span) => {
    const written = text.slice(span.start, span.end);
    const next = isTtl(written) ? write(written) : undefined;
    return next === undefined ? [] : [{ span, text: next }];
  });
}
