import { describedInRecord, expectedInRecord } from '../../records/cursor';
import { recogniseRecord } from '../../records/recognise';
import { message } from '../../text/message';
import { shiftSpan, touches } from '../../text/span';
import type { Description, Expectation } from '../../text/cursor';
import { recordOf } from './block';
import { entryAt, type LocatedEntry } from './locate';
import type { ZoneModel } from './zone';

function recordAt(located: LocatedEntry): ReturnType<typeof recogniseRecord> {
  return located.anchor === undefined ? recogniseRecord(located.entry) : recordOf(located.anchor);
}

/** What may be written at a document offset of a zone file. */
export function zoneExpected(model: ZoneModel, offset: number): Expectation | undefined {
  const located = entryAt(model, offset);
  if (located === undefined) return undefined;
  const record = recordAt(located);
  const expected = record && expectedInRecord(record, offset - located.start);
  return expected && { ...expected, replace: shiftSpan(expected.replace, located.start) };
}

/** What stands at a document offset of a zone file. */
export function zoneDescribed(model: ZoneModel, offset: number): Description | undefined {
  const located = entryAt(model, offset);
  if (located === undefined) return undefined;
  const { start, entry } = located;
  const owner = entry.owner.span;
  if (owner !== undefined && touches(owner, offset - start)) {
    return { span: shiftSpan(owner, start), paragraphs: describeOwner(located) };
  }
  const record = recordAt(located);
  const described = record && describedInRecord(record, offset - start);
  return described && { ...described, span: shiftSpan(described.span, start) };
}

function describeOwner({ entry, ttl }: LocatedEntry): Description['paragraphs'] {
  const name = message(
    { en: '**{name}** — the owner name, in full', ja: '**{name}** — 省略なしのオーナー名' },
    { name: entry.owner.name },
  );
  const inherited = entry.ttl === undefined;
  if (ttl === undefined) return [name];
  return [
    name,
    message(
      inherited
        ? { en: 'TTL {ttl} s, from a line above', ja: 'TTL {ttl} 秒（上の行から継承）' }
        : { en: 'TTL {ttl} s', ja: 'TTL {ttl} 秒' },
      { ttl },
    ),
  ];
}
