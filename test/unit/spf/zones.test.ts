import assert from 'node:assert/strict';
import { answered, type DnsQuery } from '../../../core/evaluate/dns';
import { budgetAccount, spfAccount, type AccountLine } from '../../../core/evaluate/spf/account';
import { spfBudget, type SpfBudget } from '../../../core/evaluate/spf/budget';
import { checkHost } from '../../../core/evaluate/spf/checkHost';
import { knownZone, zoneResolver } from '../../../core/evaluate/zoneResolver';
import { zoneReader } from '../../../core/model/zone/zone';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { parseSpf } from '../../../core/syntax/spf/record';
import { render } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import { parseIp } from '../../../core/values/ipAddress';

/** A zone of lines that each state their owner. */
function zone(apex: string, lines: readonly string[], complete = true) {
  const entries = lines.map((line) => parseEntry(line, { origin: apex }));
  return knownZone(
    apex,
    entries.map((entry) => ({ owner: entry.owner.name, entry: () => entry })),
    complete,
  );
}

const example = zone('example.com.', [
  '@ SOA ns1 hostmaster 1 2 3 4 5',
  '@ NS ns1',
  '@ MX 10 mail',
  '@ TXT "v=spf1 mx " "-all"',
  'ns1 A 192.0.2.53',
  'Mail A 192.0.2.25',
  'mail AAAA 2001:db8::25',
  'www CNAME mail',
  'loop CNAME loop',
  'out CNAME host.example.org.',
  'hex TYPE1 \\# 4 C0000263',
  'a.b.c TXT deep',
  '*.wild A 192.0.2.99',
  'sub NS ns.sub',
  'old DNAME example.com.',
  'odd\\.name A 192.0.2.98',
]);

describe('answers from zones', () => {
  const resolver = zoneResolver([example]);
  const shown = (type: DnsQuery['type'], name: string): unknown => {
    const answer = resolver({ type, name });
    if (answer.status === 'failed') return answer.reason;
    if (answer.status === 'missing') return 'missing';
    return answer.records.map((record) =>
      typeof record === 'string'
        ? record
        : 'octets' in record
          ? record.octets.join('.')
          : `${record.preference} ${record.exchange}`,
    );
  };

  it('are the records of the name, in any case and form', () => {
    assert.deepEqual(shown('A', 'mail.example.com.'), ['192.0.2.25']);
    assert.deepEqual(shown('AAAA', 'mail.example.com.'), ['32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.37']);
    assert.deepEqual(shown('MX', 'example.com.'), ['10 mail.example.com.']);
    assert.deepEqual(shown('TXT', 'example.com.'), ['v=spf1 mx -all']);
    assert.deepEqual(shown('A', 'hex.example.com.'), ['192.0.2.99']);
    assert.deepEqual(shown('A', 'odd\\.name.example.com.'), ['192.0.2.98']);
  });

  it('follow aliases, and tell loops', () => {
    assert.deepEqual(shown('A', 'www.example.com.'), ['192.0.2.25']);
    assert.equal(shown('A', 'loop.example.com.'), 'server');
    assert.equal(shown('A', 'out.example.com.'), 'unknown');
    assert.deepEqual(shown('A', 'mail.old.example.com.'), ['192.0.2.25']);
  });

  it('tell a name that is not there from one without such records', () => {
    assert.deepEqual(shown('A', 'example.com.'), []);
    assert.deepEqual(shown('A', 'b.c.example.com.'), []);
    assert.equal(shown('A', 'nothing.example.com.'), 'missing');
    assert.equal(shown('A', 'x.mail.example.com.'), 'missing');
  });

  it('apply wildcards', () => {
    assert.deepEqual(shown('A', 'any.thing.wild.example.com.'), ['192.0.2.99']);
    assert.deepEqual(shown('A', 'wild.example.com.'), []);
  });

  it('do not know what lies elsewhere, behind a zone cut or unread', () => {
    assert.equal(shown('A', 'example.org.'), 'unknown');
    assert.equal(shown('A', 'x.sub.example.com.'), 'unknown');
    const partial = zoneResolver([zone('example.com.', ['@ TXT here'], false)]);
    assert.deepEqual(partial({ type: 'A', name: 'x.example.com.' }), { status: 'failed', reason: 'unknown' });
    assert.deepEqual(partial({ type: 'TXT', name: 'example.com.' }), { status: 'found', records: ['here'] });
  });

  it('come from the zone that is nearest', () => {
    const both = zoneResolver([example, zone('sub.example.com.', ['x A 192.0.2.1'])]);
    const answer = both({ type: 'A', name: 'x.sub.example.com.' });
    assert.equal(answer.status === 'found' && answer.records.length, 1);
  });

  it('let mail be checked', () => {
    const check = (ip: string) =>
      answered(checkHost({ ip: parseIp(ip)!, mailFrom: 'x@example.com', helo: 'h.example' }), resolver)
        .result;
    assert.equal(check('192.0.2.25'), 'pass');
    assert.equal(check('2001:db8::25'), 'pass');
    assert.equal(check('192.0.2.26'), 'fail');
  });
});

describe('the lookup budget', () => {
  function budget(record: string, lines: readonly string[] = []): SpfBudget {
    const resolver = zoneResolver([zone('example.com.', lines)]);
    return answered(spfBudget('example.com.', parseSpf(record)), resolver);
  }
  const states = ({ items }: SpfBudget) =>
    items.map(({ term, state, lookups }) => [term.text, state, lookups]);

  it('counts through the records of the zone', () => {
    const found = budget('v=spf1 a include:one.example.com include:_spf.example.net -all mx', [
      '@ A 192.0.2.1',
      'one TXT "v=spf1 a:mail.example.com include:two.example.com ~all"',
      'two TXT "v=spf1 ip4:192.0.2.0/24 exists:%{i}.example.com redirect=three.example.com"',
      'three TXT "v=spf1 -all"',
      'mail A 192.0.2.25',
    ]);
    assert.deepEqual(states(found), [
      ['a', 'known', 1],
      ['include:one.example.com', 'known', 5],
      ['include:_spf.example.net', 'unknown', 1],
    ]);
    assert.deepEqual([found.lookups, found.voidLookups, found.complete], [7, 0, false]);
  });

  it('leaves out what is never evaluated', () => {
    assert.equal(budget('v=spf1 -all redirect=x.example.com a mx').lookups, 0);
    assert.equal(budget('v=spf1 ip4:192.0.2.1 exp=x.example.com').lookups, 0);
  });

  it('tells what will fail', () => {
    const found = budget(
      'v=spf1 include:none.example.com include:two.example.com include:loop.example.com mx a:gone.example.com mx:many.example.com ?all',
      [
        '@ A 192.0.2.1',
        'none A 192.0.2.1',
        'two TXT "v=spf1 a"',
        'two TXT "v=spf1 mx"',
        'loop TXT "v=spf1 include:example.com -all"',
        ...Array.from({ length: 11 }, (_, i) => `many MX ${i} m${i}`),
      ],
    );
    assert.deepEqual(
      found.items.map(({ state }) => state),
      ['no-record', 'several-records', 'known', 'void', 'void', 'too-many-exchanges'],
    );
    assert.deepEqual(
      found.items[2]?.nested?.items.map(({ state }) => state),
      ['loop'],
    );
    assert.equal(found.voidLookups, 2);
    assert.equal(found.complete, true);
  });

  it('ends, however records refer to each other: forty ways on at each of forty', () => {
    const lines = Array.from({ length: 40 }, (_, i) => {
      const includes = Array.from({ length: 40 }, (_, k) => `include:r${k}.example.com`).join(' ');
      return `r${i} TXT ${includes
        .match(/.{1,200}/g)!
        .map((part, k) => `"${k === 0 ? 'v=spf1 ' : ''}${part}"`)
        .join(' ')}`;
    });
    const found = budget('v=spf1 include:r0.example.com -all', lines);
    assert.ok(found.lookups > 10);
  });
});

describe('accounts in words', () => {
  const resolver = zoneResolver([
    zone('example.com.', [
      '@ TXT "v=spf1 a:gone.example.com include:_spf.example.com exists:%{i}.example.com -all"',
      '_spf TXT "v=spf1 ip4:198.51.100.1 a:mail.example.com ~all"',
      'mail A 192.0.2.25',
      'bad TXT "v=spf1 foo -all"',
    ]),
  ]);
  const told = (lines: readonly AccountLine[], locale: 'en' | 'ja') =>
    lines.map(({ depth, text }) => '  '.repeat(depth) + render(text, locale));

  it('tell what a check did', () => {
    const outcome = answered(
      checkHost({ ip: parseIp('192.0.2.1')!, mailFrom: 'x@example.com', helo: 'h.example' }),
      resolver,
    );
    assert.deepEqual(told(spfAccount(outcome), 'en'), [
      'example.com: v=spf1 a:gone.example.com include:_spf.example.com exists:%{i}.example.com -all',
      '  a:gone.example.com – does not match; lookup 1',
      '  include:_spf.example.com – does not match; lookup 2',
      '    _spf.example.com: v=spf1 ip4:198.51.100.1 a:mail.example.com ~all',
      '      ip4:198.51.100.1 – does not match',
      '      a:mail.example.com – does not match; lookup 3; found 192.0.2.25',
      '      ~all – matches',
      '  exists:%{i}.example.com – does not match; asked for 192.0.2.1.example.com; lookup 4',
      '  -all – matches',
      'fail: the client may not send for the domain. `-all` matches 192.0.2.1. (4 of 10 lookups, 2 of them void)',
    ]);
    assert.match(
      told(spfAccount(outcome), 'ja').at(-1)!,
      /^fail: 正規の送信元ではありません。.*10 回中 4 回/,
    );
  });

  it('say why a record cannot be evaluated', () => {
    const check = (mailFrom: string) =>
      told(
        spfAccount(answered(checkHost({ ip: parseIp('192.0.2.1')!, mailFrom, helo: 'h' }), resolver)),
        'en',
      );
    assert.match(check('x@bad.example.com').join('\n'), /syntax error at `foo`/);
    assert.match(check('x@none.example.com').join('\n'), /none\.example\.com has no SPF record/);
    assert.match(check('x@example.org').join('\n'), /temperror.*do not tell what example\.org holds/);
  });

  it('tell what a record costs', () => {
    const record = parseSpf(
      'v=spf1 include:_spf.example.com include:_spf.example.com include:x.example.org a:gone.example.com -all',
    );
    const budget = answered(spfBudget('example.com', record), resolver);
    assert.deepEqual(told(budgetAccount(budget), 'en'), [
      'example.com: at least 6 of 10 lookups',
      '  include:_spf.example.com – 2',
      '    a:mail.example.com – 1',
      '  include:_spf.example.com – 2',
      '  include:x.example.org – 1 (what is behind it is not known here)',
      '  a:gone.example.com – 1 (nothing there (void lookup))',
    ]);
  });
});

describe('a zone file with SPF', () => {
  const text = [
    '$ORIGIN example.com.',
    '@ 60 SOA ns1 hostmaster 1 2h 30m 14d 1h',
    '@ 60 TXT "v=spf1 include:_spf.example.com include:x.example.net -all"',
    '_spf 60 TXT "v=spf1 a:mail.example.com mx:example.net"',
    'mail 60 A 192.0.2.25',
    'plain 60 TXT "v=spf1 -all"',
    '',
  ].join('\n');
  const model = zoneReader.open(sourceText(text), {});

  it('shows behind the record what its lookups cost', () => {
    const hints = model.editing?.hints?.({ start: 0, end: text.length }) ?? [];
    const lookups = hints.filter(({ setting }) => setting === 'zone.inlayHints.lookups');
    assert.deepEqual(
      lookups.map(({ offset, label }) => [
        text.slice(offset - 6, offset),
        typeof label === 'string' ? label : render(label, 'en'),
      ]),
      [
        [' -all"', ' ≥4 of 10 lookups'],
        ['e.net"', ' 2 of 10 lookups'],
      ],
    );
    assert.match(render(lookups[0]!.tooltip!, 'en'), /mail\.example\.com – 1/);
  });

  it('shows the same as a tree on hover', () => {
    const shown = model.described(text.indexOf('v=spf1'))?.paragraphs.at(-1);
    assert.equal(
      render(shown!, 'en'),
      [
        '- example.com: at least 4 of 10 lookups',
        '  - include:_spf.example.com – 3',
        '    - a:mail.example.com – 1',
        '    - mx:example.net – 1',
        '  - include:x.example.net – 1 (what is behind it is not known here)',
      ].join('\n'),
    );
    assert.match(render(shown!, 'ja'), /DNS 参照 10 回中、少なくとも 4 回/);
    assert.ok(
      Object.values(shown!.values ?? {}).includes('include:_spf.example.com'),
      'their text is a value',
    );
  });
});
