import { dice, oneOf, withAccidents, type Dice } from '../support/mutate';
import type { SpfCase } from '../support/otherReaders';
import { COMMON, SEEDS, type Kind } from '../fuzz/recordSeeds';

const NAMES = [
  'example.com',
  'a.example.com',
  'b.example.com',
  'c.example.org',
  'mail.example.com',
  'void.example.com',
];
const ADDRESSES = [
  '192.0.2.1',
  '192.0.2.200',
  '198.51.100.7',
  '203.0.113.9',
  '2001:db8::1',
  '2001:db8:0:1::7',
];
const MACROS = [
  '%{d}',
  '%{s}',
  '%{i}.x.example.com',
  '%{l}.%{d2}',
  '%{ir}.example.com',
  '%{h}',
  '%{o}',
  '%{d1r}.example.com',
];

function term(below: Dice): string {
  const qualifier = oneOf(below, ['', '', '', '+', '-', '~', '?']);
  const name = (): string => (below(6) === 0 ? oneOf(below, MACROS) : oneOf(below, NAMES));
  const four = oneOf(below, ['', '', '/24', '/32', '/0', '/8']);
  const six = oneOf(below, ['', '', '', '//64', '//128']);
  switch (below(11)) {
    case 0:
      return `${qualifier}a${below(2) ? `:${name()}` : ''}${four}${six}`;
    case 1:
      return `${qualifier}mx${below(2) ? `:${name()}` : ''}${four}${six}`;
    case 2:
    case 3:
      return `${qualifier}ip4:${oneOf(below, ['192.0.2.0', '198.51.100.7', '203.0.113.9'])}${four}`;
    case 4:
      return `${qualifier}ip6:2001:db8::1${oneOf(below, ['', '/64', '/32', '/128'])}`;
    case 5:
    case 6:
      return `${qualifier}include:${name()}`;
    case 7:
      return `${qualifier}exists:${name()}`;
    case 8:
      return oneOf(below, ['redirect=', 'exp=', 'x=']) + name();
    case 9:
      return oneOf(below, [
        'ptr',
        'all',
        'foo',
        'ip4:1.2.3',
        'a:',
        'mx//',
        'ip4:192.0.2.1/33',
        'A',
        'redirect',
      ]);
    default:
      return `${qualifier}all`;
  }
}

/** A question with a handful of names, some of which have records. */
export function spfCase(seed: number): SpfCase {
  const below = dice(seed);
  const table: Record<string, Record<string, unknown>[]> = {};
  for (const name of NAMES) {
    const records: Record<string, unknown>[] = [];
    if (name === 'example.com' || below(3) > 0) {
      const terms = Array.from({ length: 1 + below(6) }, () => term(below));
      const text = ['v=spf1', ...terms].join(' ');
      records.push({
        TXT: below(12) === 0 ? withAccidents(below, text, SEEDS['spf-record'].shards, 2) : text,
      });
    }
    if (name !== 'void.example.com' && below(2) === 0)
      records.push({ A: oneOf(below, ADDRESSES.slice(0, 4)) });
    if (name !== 'void.example.com' && below(3) === 0)
      records.push({ AAAA: oneOf(below, ADDRESSES.slice(4)) });
    if (below(3) === 0) records.push({ MX: [10, oneOf(below, NAMES)] });
    table[name] = records;
  }
  return { ip: oneOf(below, ADDRESSES), from: 'user@example.com', helo: 'mail.example.com', table };
}

/** A text of a kind of record: as it should be, or with accidents. All of its characters are ASCII. */
export function madeText(kind: Kind, seed: number): string {
  const below = dice(seed);
  const { texts, shards } = SEEDS[kind];
  const text = oneOf(below, texts);
  if (below(8) === 0) return text;
  const usual = COMMON.filter((shard) => /^[ -~]{1,10}$/.test(shard));
  return withAccidents(below, text, below(3) === 0 ? usual : shards, 2).replace(/[^ -~]/g, '');
}
