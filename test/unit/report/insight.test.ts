import assert from 'node:assert/strict';
import {
  daysOf,
  explain,
  filterRows,
  groupKeys,
  groupRows,
  judgeSources,
  kindSums,
  overview,
  parseQuery,
  readiness,
  rowAt,
  sentencesOf,
  type ReportStore,
} from '../../../core/report';
import { sentenceTexts } from '../../../core/report/explain/texts';
import { sourceTexts } from '../../../core/report/sourceTexts';
import { render, type Locale } from '../../../core/text/message';
import { load, metadata, policy, record, report } from './support';

interface Mail {
  readonly ip?: string;
  readonly count?: number;
  readonly from?: string;
  readonly said?: string;
  readonly dkim?: readonly (readonly [domain: string, result: string])[];
  readonly spf?: readonly [domain: string, result: string];
  readonly reason?: string;
}

/** A record in few words; `said` is what the receiver evaluated: DKIM, SPF, disposition. */
function mail({
  ip,
  count = 1,
  from = 'example.com',
  said = 'fail fail none',
  dkim = [],
  spf,
  reason,
}: Mail): string {
  const [saidDkim, saidSpf, disposition] = said.split(' ');
  return record({
    ...(ip === undefined ? {} : { ip }),
    count: String(count),
    evaluated:
      `<disposition>${disposition}</disposition><dkim>${saidDkim}</dkim><spf>${saidSpf}</spf>` +
      (reason === undefined ? '' : `<reason><type>${reason}</type></reason>`),
    identifiers: `<header_from>${from}</header_from>`,
    results:
      dkim
        .map(([domain, result]) => `<dkim><domain>${domain}</domain><result>${result}</result></dkim>`)
        .join('') +
      (spf === undefined
        ? ''
        : `<spf><domain>${spf[0]}</domain><scope>mfrom</scope><result>${spf[1]}</result></spf>`),
  });
}

const all = (store: ReportStore): Int32Array => filterRows(store, undefined);

async function told(one: Mail, published = policy, locale: Locale = 'en'): Promise<string> {
  const store = await load(report(mail(one)).replace(policy, published));
  const explanation = explain(rowAt(store, 0), store.reports[0]!, store.derived.organization);
  return sentencesOf(explanation)
    .map((sentence) => render(sentence, locale))
    .join(' ');
}

const relaxed = policy.replace('<aspf>s</aspf>', '<aspf>r</aspf>');

describe('the sentence of a record', () => {
  it('tells why it passed: SPF for another domain, DKIM for the domain itself', async () => {
    assert.equal(
      await told({
        said: 'pass fail none',
        spf: ['bounce.example.net', 'pass'],
        dkim: [['example.com', 'pass']],
      }),
      'SPF passed for bounce.example.net, which is not aligned with example.com: it belongs to another Organizational ' +
        'Domain. The DKIM signature by example.com verified, and that is the domain of the header From. ' +
        'So DMARC passed for example.com, by DKIM.',
    );
  });

  it('knows relaxed from strict alignment, and public suffixes', async () => {
    const sub: Mail = { said: 'fail pass none', spf: ['bounce.example.com', 'pass'] };
    assert.match(
      await told(sub, relaxed),
      /aligned with example\.com \(relaxed: same Organizational Domain\)/,
    );
    assert.match(
      await told({ ...sub, said: 'fail fail none' }),
      /asks for strict alignment, and only the Org/,
    );
    const suffix: Mail = { from: 'a.co.jp', spf: ['b.co.jp', 'pass'] };
    assert.match(await told(suffix, relaxed), /not aligned with a\.co\.jp: it belongs to another/);
  });

  it('tells why it failed, what was asked, what was done and why', async () => {
    const text = await told(
      {
        said: 'fail fail none',
        spf: ['example.com', 'softfail'],
        dkim: [['example.com', 'fail']],
        reason: 'mailing_list',
      },
      policy.replace('<p>none</p>', '<p>reject</p>'),
    );
    assert.match(text, /SPF gave “softfail” for example\.com\./);
    assert.match(text, /signature by example\.com gave “fail”/);
    assert.match(text, /So DMARC failed for example\.com: neither/);
    assert.match(text, /The policy is p=reject, but the receiver was milder \(none\)/);
    assert.match(text, /reason is “mailing_list”: the mail came through a mailing list\./);
  });

  it('takes the policy for subdomains where the header From is one', async () => {
    const published = policy.replace('<p>none</p>', '<p>none</p><sp>quarantine</sp>');
    assert.match(
      await told({ from: 'a.example.com', said: 'fail fail quarantine' }, published),
      /sp=quarantine, and the/,
    );
    assert.match(
      await told({ said: 'fail fail quarantine' }, published),
      /p=none, but the receiver was stricter/,
    );
  });

  it('doubts a verdict that does not follow from the results', async () => {
    assert.match(
      await told({ said: 'fail fail none', dkim: [['example.com', 'pass']] }),
      /DKIM should have passed/,
    );
    assert.match(
      await told({ said: 'pass fail none', dkim: [['example.net', 'pass']] }),
      /lists no result that passed/,
    );
    assert.doesNotMatch(
      await told({ said: 'pass fail none', dkim: [['example.com', 'pass']] }),
      /should have|lists no/,
    );
  });

  it('is there in both languages with the same values', async () => {
    for (const { en, ja } of [...Object.values(sentenceTexts), ...Object.values(sourceTexts)]) {
      const names = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
      assert.deepEqual(
        [...new Set(names(ja))].filter((name) => !names(en).includes(name)),
        [],
      );
    }
    assert.match(await told({ spf: ['example.com', 'none'] }, policy, 'ja'), /DMARC は不合格です/);
  });
});

const days = (...begins: readonly number[]): string =>
  begins
    .map((begin, i) =>
      metadata
        .replace('1794787200', String(begin))
        .replace('1794873599', String(begin + 86_399))
        .replace('r1', `r${i}`),
    )
    .join('');

function several(): Promise<ReportStore> {
  const one = 1794787200;
  const feedback = (begin: number, ...records: readonly string[]): string =>
    `<feedback>${days(begin)}${policy}${records.join('')}</feedback>`;
  return load(
    `<all>${feedback(
      one,
      mail({ ip: '192.0.2.1', count: 10, said: 'pass pass none', spf: ['example.com', 'pass'] }),
      mail({ ip: '192.0.2.200', count: 5, said: 'pass fail none', dkim: [['example.com', 'pass']] }),
      mail({ ip: '2001:db8:1:2::1', count: 2 }),
    )}${feedback(
      one + 2 * 86_400,
      mail({
        ip: '192.0.2.1',
        count: 7,
        said: 'fail pass none',
        from: 'Sub.Example.com',
        spf: ['example.com', 'pass'],
      }),
      mail({ ip: '2001:db8:1:3::1', count: 3 }),
      mail({ ip: '198.51.100.7', count: 20, spf: ['service.example', 'pass'] }),
    )}</all>`,
  );
}

describe('groups', () => {
  it('by network, reporter, domain, day and result have their sums, the largest first', async () => {
    const store = await several();
    const keys = (by: (typeof groupKeys)[number]): (string | number)[][] =>
      groupRows(store, all(store), by).groups.map(({ key, messages, records }) => [key, messages, records]);
    assert.deepEqual(keys('network'), [
      ['192.0.2.0/24', 22, 3],
      ['198.51.100.0/24', 20, 1],
      ['2001:db8:1::/48', 5, 2],
    ]);
    assert.deepEqual(keys('reporter'), [['Receiver', 47, 6]]);
    assert.deepEqual(keys('headerFrom'), [
      ['example.com', 40, 5],
      ['sub.example.com', 7, 1],
    ]);
    assert.deepEqual(keys('day'), [
      ['2026-11-18', 30, 3],
      ['2026-11-16', 17, 3],
    ]);
    assert.deepEqual(keys('result'), [
      ['neither', 25, 3],
      ['both', 10, 1],
      ['spf', 7, 1],
      ['dkim', 5, 1],
    ]);
    assert.deepEqual(
      keys('organisation').map(([key]) => key),
      ['example.com', 'service.example', '2001:db8:1::/48'],
    );
  });

  it('add up to the total, and hold their rows', async () => {
    const store = await several();
    const rows = Int32Array.of(5, 3, 0);
    for (const by of groupKeys) {
      const grouping = groupRows(store, rows, by);
      const sum = grouping.groups.reduce((total, { messages }) => total + messages, 0);
      assert.deepEqual(
        [grouping.total.messages, sum, grouping.total.records, grouping.total.sources],
        [37, 37, 3, 2],
        by,
      );
      const members = grouping.groups.flatMap((_, index) => [...grouping.rows(index)]);
      assert.deepEqual(members.toSorted(), [0, 3, 5]);
    }
    const { total } = groupRows(store, all(store), 'network');
    assert.deepEqual([total.pass, total.dkim, total.spf, total.sources], [22, 15, 17, 5]);
    assert.equal(groupRows(store, new Int32Array(), 'day').groups.length, 0);
  });

  it('by organisation take what somebody looked up', async () => {
    const store = await several();
    const known = groupRows(store, all(store), 'organisation', (ip) =>
      ip.startsWith('192') ? 'Own AS' : undefined,
    );
    assert.deepEqual(
      known.groups.map(({ key }) => key),
      ['Own AS', 'service.example', '2001:db8:1::/48'],
    );
  });
});

describe('the group of a row', () => {
  it('is known also of rows that were left out, where the group has others', async () => {
    const store = await several();
    const rows = all(store);
    const whole = groupRows(store, rows, 'network');
    for (const row of rows) assert.ok(whole.rows(whole.indexOf(row)).includes(row));
    const some = groupRows(store, rows.slice(0, 1), 'network');
    const same = whole.group(whole.indexOf(0)).key;
    for (const row of rows) {
      const other = whole.group(whole.indexOf(row)).key;
      assert.equal(some.indexOf(row), other === same ? 0 : -1);
    }
    assert.equal(whole.indexOf(store.size), -1);
  });
});

describe('the overview', () => {
  it('has days with the gaps between them, shares, and what is new', async () => {
    const store = await several();
    const seen = overview(store, all(store));
    assert.deepEqual(seen.days, [
      { day: '2026-11-16', both: 10, one: 5, fail: 2 },
      { day: '2026-11-17', both: 0, one: 0, fail: 0 },
      { day: '2026-11-18', both: 0, one: 7, fail: 23 },
    ]);
    assert.deepEqual(
      seen.sources.map(({ key, isNew }) => [key, isNew]),
      [
        ['192.0.2.0/24', false],
        ['198.51.100.0/24', true],
        ['2001:db8:1::/48', false],
      ],
    );
    const failing = filterRows(store, parseQuery('from=sub.example.com').expression);
    assert.equal(daysOf(store, failing).days.length, 1);
    assert.deepEqual(
      daysOf(store, failing, true).days.map(({ one }) => one),
      [0, 0, 7],
      'on all days of the reports',
    );
    assert.equal(overview(store, failing, { since: '2026-11-18' }).newSources, undefined, 'nothing before');
    assert.equal(seen.newSources, 1);
    assert.equal(seen.since, '2026-11-18');
    const found = (query: string): number =>
      filterRows(store, parseQuery(query).expression).reduce((sum, row) => sum + rowAt(store, row).count, 0);
    assert.equal(found(`first-seen>=${seen.since}`), seen.sources[1]!.messages, 'as the query finds them');
    assert.equal(found('day=2026-11-18'), 30);
    assert.equal(found('day>=2026-11-16 day<2026-11-18'), 17);
    assert.equal(seen.passRate, 22 / 47);
    assert.equal(seen.sources[1]!.share, 20 / 47);
    assert.deepEqual(
      seen.domains.map(({ key }) => key),
      ['example.com', 'sub.example.com'],
    );
  });

  it('of one day knows nothing new, of nothing nothing', async () => {
    const one = await load(report(mail({})));
    assert.equal(overview(one, all(one)).newSources, undefined);
    const empty = await load('');
    assert.deepEqual(overview(empty, all(empty)).days, []);
    assert.equal(overview(empty, all(empty)).passRate, undefined);
  });

  it('of a report with a made-up date does not draw a million days', async () => {
    const store = await load(
      `<a><feedback>${days(0)}${policy}${mail({})}</feedback><feedback>${days(1e10)}${policy}${mail({})}</feedback></a>`,
    );
    assert.equal(overview(store, all(store)).days.length, 2);
    const far = await load(`<feedback>${days(1e15)}${policy}${mail({})}</feedback>`);
    assert.deepEqual(overview(far, all(far)).days, [], 'a year of five digits');
    assert.equal(overview(far, all(far)).undated, 1);
  });
});

describe('kinds of sources', () => {
  it('are summed up, and found by a query', async () => {
    const store = await several();
    const sums = kindSums(store, all(store));
    assert.equal(
      sums.reduce((sum, { messages }) => sum + messages, 0),
      47,
    );
    assert.equal(
      sums.reduce((sum, { pass }) => sum + pass, 0),
      22,
    );
    const judged = judgeSources(store, all(store), 'network');
    for (const { kind, sources, messages } of sums) {
      const own = judged.filter((source) => source.kind === kind);
      assert.equal(sources, own.length, kind);
      const rows = filterRows(store, parseQuery(`seems=${kind}`).expression);
      assert.deepEqual(
        [...rows],
        own.flatMap((source) => [...source.rows]).sort((a, b) => a - b),
        kind,
      );
      assert.equal(
        rows.reduce((sum, row) => sum + rowAt(store, row).count, 0),
        messages,
      );
    }
    assert.deepEqual([...filterRows(store, parseQuery('seems=nobody').expression)], []);
  });
});

describe('sources', () => {
  const kind = async (...mails: readonly Mail[]): Promise<string> => {
    const store = await load(report(...mails.map(mail)));
    const [source] = judgeSources(store, all(store));
    for (const { message } of source!.signals) assert.ok(render(message, 'en').length > 10);
    return source!.kind;
  };

  it('that SPF authorises and that pass are yours', async () => {
    assert.equal(
      await kind({
        count: 50,
        said: 'pass pass none',
        spf: ['example.com', 'pass'],
        dkim: [['example.com', 'pass']],
      }),
      'yours',
    );
  });

  it('with whole signatures and broken SPF, or of which receivers say so, are forwarders', async () => {
    assert.equal(
      await kind(
        { count: 9, said: 'pass fail none', spf: ['example.com', 'fail'], dkim: [['example.com', 'pass']] },
        { count: 9, spf: ['example.com', 'fail'], dkim: [['example.com', 'fail']] },
      ),
      'forwarder',
    );
    assert.equal(
      await kind({ count: 3, reason: 'mailing_list', spf: ['list.example', 'pass'] }),
      'forwarder',
    );
  });

  it('that pass steadily for another domain, or sign with a broken key, are misconfigured', async () => {
    assert.equal(
      await kind({ count: 40, spf: ['service.example', 'pass'], dkim: [['service.example', 'pass']] }),
      'misconfigured',
    );
    assert.equal(await kind({ count: 40, dkim: [['example.com', 'fail']] }), 'misconfigured');
  });

  it('for which nothing passes are spoofers', async () => {
    assert.equal(await kind({ count: 3, spf: ['example.com', 'fail'] }), 'spoofing');
    assert.equal(await kind({ count: 3 }), 'spoofing');
  });

  it('of which little is known are unknown', async () => {
    assert.equal(await kind({ count: 2, spf: ['elsewhere.example', 'pass'] }), 'unknown');
  });
});

describe('readiness', () => {
  it('counts the messages that a policy would hit, and their sources, wanted mail first', async () => {
    const store = await several();
    const { messages, failing, rows, sources, newlyFailing } = readiness(store, all(store), {
      p: 'reject',
      sp: 'reject',
    });
    assert.deepEqual([messages, newlyFailing], [47, 0]);
    assert.deepEqual(failing, { none: 0, quarantine: 0, reject: 25 });
    assert.deepEqual([...rows], [2, 4, 5]);
    assert.deepEqual(
      sources.map(({ key, kind, rejected }) => [key, kind, rejected]),
      [
        ['198.51.100.0/24', 'misconfigured', 20],
        ['2001:db8:1::/48', 'spoofing', 5],
      ],
    );
    assert.deepEqual(readiness(store, all(store), {}).failing, { none: 25, quarantine: 0, reject: 0 });
  });

  it('of some of the mail judges its sources by all of theirs', async () => {
    const store = await several();
    const whole = readiness(store, all(store), { p: 'reject', sp: 'reject' });
    const failing = readiness(store, whole.rows, { p: 'reject', sp: 'reject' });
    const kinds = (found: typeof whole) =>
      found.sources.map(({ key, kind, messages }) => [key, kind, messages]);
    assert.deepEqual(kinds(failing), kinds(whole));
    assert.equal(failing.messages, 25);
  });

  it('tells what stricter alignment would cost', async () => {
    const store = await load(
      report(
        mail({ count: 4, said: 'fail pass none', spf: ['bounce.example.com', 'pass'] }),
        mail({
          count: 8,
          said: 'pass pass none',
          spf: ['example.com', 'pass'],
          dkim: [['example.com', 'pass']],
        }),
        mail({ count: 16, said: 'pass fail none', dkim: [['mail.example.com', 'pass']] }),
      ).replace(policy, relaxed),
    );
    const cost = (plan: Parameters<typeof readiness>[2]): number[] => {
      const { newlyFailing, failing } = readiness(store, all(store), plan);
      return [newlyFailing, failing.quarantine];
    };
    assert.deepEqual(cost({ p: 'quarantine' }), [0, 0]);
    assert.deepEqual(cost({ p: 'quarantine', aspf: 'strict' }), [4, 4]);
    assert.deepEqual(cost({ p: 'quarantine', adkim: 'strict' }), [16, 16]);
    assert.deepEqual(cost({ p: 'none', adkim: 'strict', aspf: 'strict' }), [20, 0]);
  });

  it('and what milder alignment would save', async () => {
    const store = await load(report(mail({ count: 4, spf: ['bounce.example.com', 'pass'] })));
    assert.equal(readiness(store, all(store), { p: 'reject' }).failing.reject, 4);
    assert.equal(readiness(store, all(store), { p: 'reject', aspf: 'relaxed' }).failing.reject, 0);
  });

  it('tells domain, subdomains, and names that do not exist apart', async () => {
    const store = await load(
      report(
        mail({ count: 1 }),
        mail({ count: 2, from: 'a.example.com' }),
        mail({ count: 4, from: 'no.example.com' }),
      ),
    );
    const plan = { p: 'none', sp: 'quarantine', np: 'reject' } as const;
    const exists = (name: string): boolean => name !== 'no.example.com';
    assert.deepEqual(readiness(store, all(store), plan, { exists }).failing, {
      none: 1,
      quarantine: 2,
      reject: 4,
    });
    assert.deepEqual(readiness(store, all(store), plan).failing, { none: 1, quarantine: 6, reject: 0 });
    assert.deepEqual(readiness(store, all(store), { p: 'reject' }).failing, {
      none: 0,
      quarantine: 0,
      reject: 7,
    });
  });
});
