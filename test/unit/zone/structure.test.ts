import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isZoneModel } from '../../../core/model/zone/zone';
import { RULES } from '../../../core/rules/index.generated';
import { createLanguageService } from '../../../core/service';
import { edited, sourceText } from '../../../core/text/sourceText';
import { naiveGroups } from '../../support/naiveZone';

const GROUP_RULES = RULES.filter((rule) => rule.on === 'zone-owner' || rule.on === 'zone-file');
const names = new Set(GROUP_RULES.map((rule) => rule.name));

const owner = fc.constantFrom(
  '@',
  'www',
  'mail',
  'a',
  'b',
  'sub',
  'ns.sub',
  '*',
  '*.sub',
  'x.a',
  '_dmarc',
  '',
);
const target = fc.constantFrom('@', 'www', 'mail', 'a', 'b', 'ns.sub', 'x.sub', 'x.a', 'h.example.net.', '.');
const data = fc.oneof(
  fc.constantFrom('A 192.0.2.1', 'A 192.0.2.2', 'AAAA 2001:db8::1', 'TXT "v=spf1 mx -all"', 'TXT "x"'),
  target.map((name) => `CNAME ${name}`),
  target.map((name) => `DNAME ${name}`),
  target.map((name) => `NS ${name}`),
  target.map((name) => `MX 10 ${name}`),
  target.map((name) => `SRV 0 0 25 ${name}`),
  fc.constantFrom(
    'SOA ns1 hostmaster 1 7200 900 1209600 3600',
    'SOA ns1 hostmaster 2 7200 900 1209600 3600',
    'NSEC a A NS',
    'MX ten mail',
  ),
);
const ttl = fc.constantFrom('', '', '60 ', '1h ');
const line = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(owner, ttl, data).map(([o, t, d]) => `${o} ${t}IN ${d}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('$TTL 60', '$ORIGIN sub.example.com.', '$ORIGIN example.com.', '; c'),
  },
);

/** What the service says, and what the same rules say of groups put together the plain way. */
function bothWays(
  text: string,
  edits: readonly { at: number; take: number; text: string }[],
): [string[], string[]] {
  const service = createLanguageService();
  let source = sourceText(text);
  service.open('zone', 'dns-zone', source, { origin: 'example.com' });
  for (const edit of edits) {
    const start = Math.floor(edit.at * source.length);
    source = edited(source, { span: { start, end: start + edit.take }, text: edit.text });
    service.update('zone', source);
  }
  const ours = service
    .findings('zone')
    .filter(({ rule }) => names.has(rule))
    .map(({ rule, span }) => `${span.start}-${span.end} ${rule}`);
  const model = service.model('zone');
  assert.ok(model !== undefined && isZoneModel(model));
  const { groups, places } = naiveGroups(model);
  const theirs = groups.flatMap((group) =>
    GROUP_RULES.filter((rule) => rule.on === group.kind).flatMap((rule) => {
      const found: string[] = [];
      rule.check(group.value, ({ anchor, span }) => {
        const base = places.get(anchor!)!;
        found.push(`${base + span.start}-${base + span.end} ${rule.name}`);
      });
      return found;
    }),
  );
  return [ours.sort(), theirs.sort()];
}

describe('the rules on owners and zones', () => {
  it('say the same of the index as of all records put together the plain way', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const [ours, theirs] = bothWays(`${lines.join('\n')}\n`, []);
        assert.deepEqual(ours, theirs);
      }),
      { numRuns: 200 },
    );
  }).timeout(120_000);

  it('say the same after edits', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      take: fc.nat(40),
      text: fc.oneof(
        line.map((l) => `\n${l}\n`),
        fc.constantFrom('', '\n', 'a', '.', '; '),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 25 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (lines, edits) => {
          const [ours, theirs] = bothWays(`${lines.join('\n')}\n`, edits);
          assert.deepEqual(ours, theirs);
        },
      ),
      { numRuns: 200 },
    );
  }).timeout(120_000);
});
