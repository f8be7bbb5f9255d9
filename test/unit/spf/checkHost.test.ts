import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answered, answeredLater, queryName, type DnsQuery } from '../../../core/evaluate/dns';
import { spfAccount } from '../../../core/evaluate/spf/account';
import { checkHost } from '../../../core/evaluate/spf/checkHost';
import type { SpfOutcome, SpfRequest } from '../../../core/evaluate/spf/outcome';
import { render } from '../../../core/text/message';
import { parseIp } from '../../../core/values/ipAddress';
import { tableResolver, type DnsTable, type TableRecord } from '../../support/dnsTable';

const txt = (...texts: string[]) => texts.map((text) => ({ TXT: text }));
const a = (...addresses: string[]) => addresses.map((address) => ({ A: address }));

interface Asked extends Partial<Omit<SpfRequest, 'ip'>> {
  readonly ip?: string;
}

function request({ ip = '192.0.2.1', mailFrom = 'user@example.com', ...rest }: Asked = {}): SpfRequest {
  const address = parseIp(ip);
  assert.ok(address !== undefined);
  return { ip: address, mailFrom, helo: 'client.example.net', ...rest };
}

function check(table: DnsTable, asked: Asked = {}): SpfOutcome {
  return answered(checkHost(request(asked)), tableResolver(table));
}

/** The result for a record at example.com beside other names. */
function resultOf(record: string, others: DnsTable = {}, asked: Asked = {}): SpfOutcome['result'] {
  return check({ 'example.com': txt(record), ...others }, asked).result;
}

describe('check_host()', () => {
  it('gives the result of the first mechanism that matches', () => {
    assert.equal(resultOf('v=spf1 ip4:192.0.2.1 -all'), 'pass');
    assert.equal(resultOf('v=spf1 -ip4:192.0.2.0/24 +all'), 'fail');
    assert.equal(resultOf('v=spf1 ip4:198.51.100.1 ~all'), 'softfail');
    assert.equal(resultOf('v=spf1 ?ip4:192.0.2.0/25 -all'), 'neutral');
    assert.equal(resultOf('v=spf1 ip4:198.51.100.1'), 'neutral');
    assert.equal(resultOf('v=spf1'), 'neutral');
  });

  it('gives none without a record or a domain, permerror with two', () => {
    assert.equal(check({}).result, 'none');
    assert.equal(check({ 'example.com': txt('some text') }).result, 'none');
    for (const mailFrom of ['x@localhost', 'x@[192.0.2.1]', 'x@a..example.com', 'x@192.0.2.1', 'x@']) {
      assert.equal(check({}, { mailFrom }).result, 'none', mailFrom);
    }
    assert.equal(check({ 'example.com': txt('v=spf1 +all', 'V=SPF1 -all') }).result, 'permerror');
  });

  it('finds a syntax error anywhere before it looks at anything', () => {
    const asked: DnsQuery[] = [];
    const table = tableResolver({ 'example.com': txt('v=spf1 mx +all foo') });
    const outcome = answered(checkHost(request()), (query) => {
      asked.push(query);
      return table(query);
    });
    assert.equal(outcome.result, 'permerror');
    assert.deepEqual(asked, [{ type: 'TXT', name: 'example.com.' }]);
    assert.match(render(outcome.reason, 'en'), /`foo`/);
  });

  it('takes an IPv4-mapped client as IPv4', () => {
    assert.equal(resultOf('v=spf1 ip4:192.0.2.1 -all', {}, { ip: '::ffff:192.0.2.1' }), 'pass');
    assert.equal(resultOf('v=spf1 ip6:::/0 -all', {}, { ip: '::ffff:192.0.2.1' }), 'fail');
  });

  it('compares with hosts and mail servers of the client’s family, as far as the prefix goes', () => {
    const hosts = {
      'mail.example.com': [...a('192.0.2.77'), { AAAA: '2001:db8:1::1' }],
      'example.net': [{ MX: [10, 'mail.example.com'] }],
    };
    assert.equal(resultOf('v=spf1 a:mail.example.com -all', hosts), 'fail');
    assert.equal(resultOf('v=spf1 a:mail.example.com/24 -all', hosts), 'pass');
    assert.equal(resultOf('v=spf1 mx:example.net/24 -all', hosts), 'pass');
    assert.equal(resultOf('v=spf1 mx:example.net/24 -all', hosts, { ip: '2001:db8:1::2' }), 'fail');
    assert.equal(resultOf('v=spf1 mx:example.net//48 -all', hosts, { ip: '2001:db8:1::2' }), 'pass');
  });

  it('takes over only a pass from include, everything from redirect', () => {
    const others = (record: string) => ({ '_spf.example.com': txt(record) });
    const included = 'v=spf1 include:_spf.example.com ?all';
    assert.equal(resultOf(included, others('v=spf1 +all')), 'pass');
    for (const record of ['v=spf1 -all', 'v=spf1 ~all', 'v=spf1']) {
      assert.equal(resultOf(included, others(record)), 'neutral', record);
    }
    assert.equal(resultOf(included, others('none')), 'permerror');
    assert.equal(resultOf(included, { '_spf.example.com': ['TIMEOUT'] }), 'temperror');
    const redirected = 'v=spf1 redirect=_spf.example.com';
    assert.equal(resultOf(redirected, others('v=spf1 ~all')), 'softfail');
    assert.equal(resultOf(redirected), 'permerror');
    assert.equal(resultOf(redirected, { '_spf.example.com': ['TIMEOUT'] }), 'temperror');
    assert.equal(resultOf(`${redirected} -all`), 'fail');
  });

  it('counts lookups over all records, and stops at the eleventh', () => {
    const chain: Record<string, readonly { TXT: string }[]> = {};
    for (let i = 1; i <= 11; i++)
      chain[`c${i}.example.com`] = txt(`v=spf1 include:c${i + 1}.example.com -all`);
    chain['c10.example.com'] = txt('v=spf1 ip4:192.0.2.1 -all');
    const ten = check({ ...chain, 'example.com': txt('v=spf1 include:c1.example.com -all') });
    assert.deepEqual([ten.result, ten.lookups], ['pass', 10]);
    const eleven = check({
      ...chain,
      'example.com': txt('v=spf1 exists:example.org include:c1.example.com -all'),
    });
    assert.deepEqual([eleven.result, eleven.lookups], ['permerror', 11]);
    assert.match(render(eleven.reason, 'en'), /more than 10 DNS lookups/);
    assert.match(render(eleven.reason, 'ja'), /10 回/);
    assert.equal(resultOf('v=spf1 include:example.com -all'), 'permerror');
  });

  it('allows two void lookups, or as many as it is told', () => {
    const record = 'v=spf1 a:x.example.org mx:y.example.org exists:z.example.org ip4:192.0.2.1 -all';
    const outcome = check({ 'example.com': txt(record) });
    assert.deepEqual([outcome.result, outcome.voidLookups], ['permerror', 3]);
    assert.equal(resultOf(record, {}, { limits: { voidLookups: 3 } }), 'pass');
  });

  it('takes ten mail servers and no more, and none for the null MX', () => {
    const servers = (count: number) => ({
      'example.com': [
        ...txt('v=spf1 mx -all'),
        ...Array.from({ length: count }, (_, i) => ({ MX: [i, `m${i}.example.com`] })),
      ],
      'm9.example.com': a('192.0.2.1'),
    });
    assert.equal(check(servers(10)).result, 'pass');
    assert.equal(check(servers(11)).result, 'permerror');
    assert.equal(check({ 'example.com': [...txt('v=spf1 mx -all'), { MX: [0, ''] }] }).result, 'fail');
  });

  it('goes by names that lead back to the client', () => {
    const names = {
      '1.2.0.192.in-addr.arpa': [{ PTR: 'liar.example.com' }, { PTR: 'Mail.Example.com' }],
      'mail.example.com': a('192.0.2.1'),
      'liar.example.com': a('192.0.2.2'),
    };
    assert.equal(resultOf('v=spf1 ptr -all', names), 'pass');
    assert.equal(resultOf('v=spf1 ptr:liar.example.com -all', names), 'fail');
    assert.equal(resultOf('v=spf1 ptr -all', { '1.2.0.192.in-addr.arpa': ['TIMEOUT'] }), 'fail');
    assert.equal(
      resultOf('v=spf1 exists:%{p}.ok.example -all', {
        ...names,
        'mail.example.com.ok.example': a('127.0.0.2'),
      }),
      'pass',
    );
  });

  it('expands every macro', () => {
    const explained = (text: string, asked: Asked = {}) =>
      check({ 'example.com': txt('v=spf1 -all exp=why.example.com'), 'why.example.com': txt(text) }, asked)
        .explanation;
    const asked: Asked = {
      mailFrom: 'strong-bad+x@email.example.com',
      helo: 'mx.example.org',
      receiver: 'here.example.net',
      time: 1234567890,
    };
    const at = (text: string, more: Asked = {}) =>
      check(
        { 'email.example.com': txt('v=spf1 -all exp=why.example.com'), 'why.example.com': txt(text) },
        { ...asked, ...more },
      ).explanation;
    assert.equal(
      at('%{s} %{l} %{o} %{d}'),
      'strong-bad+x@email.example.com strong-bad+x email.example.com email.example.com',
    );
    assert.equal(
      at('%{l-} %{lr-} %{l1r-+} %{d2} %{dr} %{d1r}'),
      'strong.bad+x bad+x.strong strong example.com com.example.email email',
    );
    assert.equal(at('%{i} %{ir} %{v} %{c}'), '192.0.2.1 1.2.0.192 in-addr 192.0.2.1');
    assert.equal(at('%{v} %{c}', { ip: '2001:DB8::CB01' }), 'ip6 2001:db8::cb01');
    assert.equal(at('%{h} %{r} %{t} %{p}'), 'mx.example.org here.example.net 1234567890 unknown');
    assert.equal(at('100%% of%_us%-all'), '100% of us%20all');
    assert.equal(at('%{S}'), 'strong-bad%2Bx%40email.example.com');
    assert.equal(explained('%{l}', { mailFrom: '@example.com' }), 'postmaster');
    assert.equal(explained('%{x}'), undefined);
    assert.equal(explained('café'), undefined);
  });

  it('checks HELO for the null reverse-path', () => {
    const outcome = check(
      { 'mx.example.org': txt('v=spf1 -all exp=why.example.org'), 'why.example.org': txt('%{s}') },
      { mailFrom: '', helo: 'mx.example.org' },
    );
    assert.deepEqual([outcome.result, outcome.explanation], ['fail', 'postmaster@mx.example.org']);
  });

  it('matches nothing by a local part beyond ASCII', () => {
    const record = 'v=spf1 exists:%{l}.example.org -all';
    const others = { 'x.example.org': a('127.0.0.1'), 'é.example.org': a('127.0.0.1') };
    assert.equal(resultOf(record, others, { mailFrom: 'x@example.com' }), 'pass');
    assert.equal(resultOf(record, others, { mailFrom: 'é@example.com' }), 'fail');
  });

  it('keeps an account of what it did', () => {
    const outcome = check({
      'example.com': txt('v=spf1 a:none.example.com include:_spf.example.com -all'),
      '_spf.example.com': txt('v=spf1 ip4:198.51.100.1 a:mail.example.com ~all'),
      'mail.example.com': a('192.0.2.1'),
    });
    const account = outcome.trace.steps.map(({ term, outcome: came, lookup, void: nothing, target }) => [
      term.text,
      came,
      lookup,
      nothing,
      target,
    ]);
    assert.deepEqual(account, [
      ['a:none.example.com', 'no-match', 1, true, 'none.example.com'],
      ['include:_spf.example.com', 'match', 2, false, '_spf.example.com'],
    ]);
    const nested = outcome.trace.steps[1]?.nested;
    assert.deepEqual(
      nested?.steps.map(({ term, outcome: came, lookup, found }) => [term.text, came, lookup, found]),
      [
        ['ip4:198.51.100.1', 'no-match', undefined, []],
        ['a:mail.example.com', 'match', 3, ['192.0.2.1']],
      ],
    );
    assert.equal(nested.result, 'pass');
    assert.deepEqual([outcome.lookups, outcome.voidLookups], [3, 1]);
  });

  it('says when files do not tell, and when the time is up', async () => {
    const own = tableResolver({ 'example.com': txt('v=spf1 include:_spf.example.net -all') });
    const outcome = answered(checkHost(request()), (query) =>
      query.name === 'example.com.' ? own(query) : { status: 'failed', reason: 'unknown' },
    );
    assert.equal(outcome.result, 'temperror');
    assert.match(render(outcome.reason, 'en'), /do not tell what _spf\.example\.net holds/);
    let left = 1;
    const late = await answeredLater(
      checkHost(request()),
      (query) => Promise.resolve(own(query)),
      () => left-- <= 0,
    );
    assert.equal(late.result, 'temperror');
    assert.match(render(late.reason, 'en'), /took too long/);
  });
});

describe('the name that is asked for', () => {
  it('is absolute, in lower case and escaped; impossible ones are told', () => {
    assert.equal(queryName('Mail.Example.COM.'), 'mail.example.com.');
    assert.equal(queryName('a b.example.com'), 'a\\032b.example.com.');
    assert.equal(queryName('é.example'), '\\195\\169.example.');
    for (const text of ['', '.', 'a..b', `${'x'.repeat(64)}.example`, `${'x.'.repeat(130)}y`]) {
      assert.equal(queryName(text), undefined, text);
    }
  });
});

describe('any zone', () => {
  const domain = fc.constantFrom(
    'example.com',
    'a.example',
    'b.example',
    '%{d}',
    '%{l}.a.example',
    '%{p}',
    'x..y',
    'c.example',
  );
  const sign = fc.constantFrom('', '+', '-', '~', '?');
  const term = fc.oneof(
    fc
      .tuple(sign, fc.constantFrom('include:', 'a:', 'mx:', 'ptr:', 'exists:'), domain)
      .map((parts) => parts.join('')),
    fc
      .tuple(sign, fc.constantFrom('a', 'mx', 'ptr', 'all', 'a/0', 'ip4:192.0.2.0/30', 'ip6:::/0'))
      .map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('redirect=', 'exp=', 'foo='), domain).map((parts) => parts.join('')),
    fc.constantFrom('ip4:x', '%', 'all:', 'a:%{z}'),
  );
  const record = fc.array(term, { maxLength: 6 }).map((terms) => ({ TXT: ['v=spf1', ...terms].join(' ') }));
  const other = fc.constantFrom<TableRecord>(
    'TIMEOUT',
    { A: '192.0.2.1' },
    { AAAA: '2001:db8::1' },
    { MX: [0, 'a.example'] },
    { MX: [0, ''] },
    { CNAME: 'b.example' },
    { TXT: 'why %{s} %{c} %{p}' },
  );
  const records = fc.array(fc.oneof({ weight: 3, arbitrary: record }, { weight: 2, arbitrary: other }), {
    maxLength: 4,
  });
  const results = ['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror'];

  it('comes to a result within the limits', () => {
    const zone = fc.record({
      'example.com': records,
      'a.example': records,
      'b.example': records,
      'c.example': records,
      '1.2.0.192.in-addr.arpa': fc.constantFrom([], [{ PTR: 'a.example' }], ['TIMEOUT' as const]),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(zone, fc.constantFrom('192.0.2.1', '2001:db8::1'), (table, ip) => {
        const outcome = check(table, { ip });
        assert.ok(results.includes(outcome.result));
        assert.ok(outcome.lookups <= 11 && outcome.voidLookups <= 3);
        assert.ok(outcome.explanation === undefined || outcome.result === 'fail');
        assert.ok(render(outcome.reason, 'en') !== '' && render(outcome.reason, 'ja') !== '');
        assert.equal(outcome.trace.result, outcome.result);
        assert.ok(spfAccount(outcome).length > 0);
        seen.add(outcome.result);
      }),
      { numRuns: 6000 },
    );
    assert.deepEqual([...seen].sort(), [...results].sort());
  }).timeout(120_000);
});
