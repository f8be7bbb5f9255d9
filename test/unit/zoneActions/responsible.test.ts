import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answered } from '../../../core/evaluate/dns';
import { policyByTreeWalk } from '../../../core/evaluate/dmarc/policy';
import { knownZone, zoneResolver } from '../../../core/evaluate/zoneResolver';
import { responsibleRecord, type WantedResult } from '../../../core/model/zone/responsible';
import { isZoneModel } from '../../../core/model/zone/zone';
import { zoneView } from '../../../core/model/zone/zoneView';
import { createLanguageService } from '../../../core/service';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { sourceText } from '../../../core/text/sourceText';

const SOA = '@ 3600 IN SOA ns1 host 1 2 3 4 5';

/** All zones, open together. */
function systemOf(zones: Readonly<Record<string, readonly string[]>>) {
  const service = createLanguageService({ rules: [] });
  for (const [origin, lines] of Object.entries(zones)) {
    service.open(origin, 'dns-zone', sourceText([SOA, ...lines, ''].join('\n')), { origin });
  }
  const model = service.model(Object.keys(zones)[0]!);
  assert.ok(model !== undefined && isZoneModel(model));
  return zoneView(model, () => undefined).system;
}

const policy = (owner: string, tags = '') => `${owner} IN TXT "v=DMARC1; p=none${tags}"`;

describe('the record that is responsible', () => {
  const zones = {
    'example.com.': [
      '@ IN TXT "v=spf1 -all"',
      'loop IN CNAME loop2',
      'loop2 IN CNAME loop',
      'sub IN NS ns.example.net.',
      policy('_dmarc.own'),
      policy('_dmarc.two'),
      policy('_dmarc.two', '; np=reject'),
    ],
    'example.jp.': [policy('_dmarc')],
  };
  const system = systemOf(zones);
  const ownerFor = (wanted: WantedResult): string | undefined => {
    const found = responsibleRecord(system, wanted);
    if (found === undefined) return undefined;
    return `${found.state} ${found.state === 'found' ? found.entry.owner.name : found.owner}`;
  };
  const dmarc = (domain: string) => ownerFor({ mechanism: 'dmarc', domain });

  it('is the policy of the domain, or of one above', () => {
    assert.equal(dmarc('own.example.com'), 'found _dmarc.own.example.com.');
    assert.equal(dmarc('x.own.example.com'), 'found _dmarc.own.example.com.');
    assert.equal(dmarc('mail.example.jp'), 'found _dmarc.example.jp.');
  });

  it('is the first of several, as whoever looks for it wants to see that', () => {
    assert.equal(dmarc('two.example.com'), 'found _dmarc.two.example.com.');
  });

  it('is missing at the Organizational Domain, wherever that is at hand', () => {
    assert.equal(dmarc('www.mail.example.com'), 'missing _dmarc.example.com.');
    assert.equal(dmarc('x.sub.example.com'), 'elsewhere _dmarc.x.sub.example.com.');
    assert.equal(dmarc('www.example.org'), 'elsewhere _dmarc.www.example.org.');
  });

  it('of a name in any script is looked for as the DNS has it', () => {
    assert.equal(
      ownerFor({ mechanism: 'spf', domain: '例え.example.com' }),
      'missing xn--r8jz45g.example.com.',
    );
  });

  it('is the alias where aliases go round in a circle', () => {
    assert.match(
      ownerFor({ mechanism: 'spf', domain: 'loop.example.com' })!,
      /^found loop2?\.example\.com\.$/,
    );
  });

  it('is that of the domain to which receivers come on their walk up the tree', () => {
    const name = fc.constantFrom('', 'a', 'b.a', 'c.b.a', 'd.c.b.a');
    const tags = fc.constantFrom('', '; psd=n', '; psd=u');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, tags), { selector: ([one]) => one, maxLength: 4 }),
        name,
        (records, asked) => {
          const lines = records.map(([at, more]) => policy(at === '' ? '_dmarc' : `_dmarc.${at}`, more));
          const domain = `${asked === '' ? '' : `${asked}.`}example.com.`;
          const found = responsibleRecord(systemOf({ 'example.com.': lines }), {
            mechanism: 'dmarc',
            domain,
          });
          const entries = [SOA, ...lines].map((line) => parseEntry(line, { origin: 'example.com.' }));
          const known = knownZone(
            'example.com.',
            entries.map((entry) => ({ owner: entry.owner.name, entry: () => entry })),
          );
          const told = answered(policyByTreeWalk(domain, true), zoneResolver([known]));
          if (told.kind === 'policy') {
            assert.ok(found?.state === 'found');
            assert.equal(found.entry.owner.name, `_dmarc.${told.from}`);
          } else {
            assert.equal(found?.state, 'missing');
          }
        },
      ),
      { numRuns: 60 },
    );
  }).timeout(120_000);

  it('is told for whatever a report says, without failing', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('a', '.', '\\', '*', '_', '\u202e', 'ä', ' ') }),
    );
    fc.assert(
      fc.property(odd, odd, (domain, selector) => {
        for (const mechanism of ['spf', 'dmarc'] as const) {
          for (const end of ['', '.example.com'])
            responsibleRecord(system, { mechanism, domain: domain + end });
        }
        responsibleRecord(system, { mechanism: 'dkim', domain: 'example.com', selector });
      }),
    );
  }).timeout(120_000);
});
