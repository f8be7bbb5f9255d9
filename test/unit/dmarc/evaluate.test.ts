import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answered, answeredLater, type DnsQuery } from '../../../core/evaluate/dns';
import {
  policyByPublicSuffix,
  policyByTreeWalk,
  type EffectivePolicy,
} from '../../../core/evaluate/dmarc/policy';
import { readPublishedPolicy } from '../../../core/evaluate/dmarc/record';
import { organizationalDomainOf, treeWalk, walkedDomains } from '../../../core/evaluate/dmarc/treeWalk';
import { tableResolver, type DnsTable } from '../../support/dnsTable';

/** Domains and the texts at their policy names; `TIMEOUT` where there is no answer. */
type Policies = Readonly<Record<string, string | readonly string[]>>;

function tableOf(policies: Policies): DnsTable {
  return Object.fromEntries(
    Object.entries(policies).map(([domain, texts]) => [
      `_dmarc.${domain}`,
      texts === 'TIMEOUT' ? ['TIMEOUT' as const] : [texts].flat().map((text) => ({ TXT: text })),
    ]),
  );
}

/** A policy in short: `reject (sp of example.com)`, `reject as quarantine …`, `none: no-record`. */
function inShort(policy: EffectivePolicy): string {
  switch (policy.kind) {
    case 'policy': {
      const { asked, applied, tag, from, share, unasked } = policy;
      const level = asked === applied ? asked : `${asked} as ${applied}`;
      const part = share === 100 ? '' : ` ${share}%`;
      const open = unasked.length === 0 ? '' : `, unless ${unasked.join(' ')}`;
      return `${level}${part} (${tag ?? 'assumed'} of ${from}${open})`;
    }
    case 'none':
      return `none: ${policy.reason}${policy.from === undefined ? '' : ` at ${policy.from}`}`;
    case 'unknown':
      return `unknown: ${policy.at}`;
  }
}

function byTreeWalk(policies: Policies, domain: string, exists = true): string {
  return inShort(answered(policyByTreeWalk(domain, exists), tableResolver(tableOf(policies))));
}

function byPublicSuffix(policies: Policies, domain: string): string {
  return inShort(answered(policyByPublicSuffix(domain), tableResolver(tableOf(policies))));
}

function organization(policies: Policies, domain: string): string {
  const found = organizationalDomainOf(answered(treeWalk(domain), tableResolver(tableOf(policies))));
  return found === undefined ? 'none' : `${found.domain} by ${found.by}`;
}

/** What a walk asks for where nothing ends it. */
function asked(domain: string, policies: Policies = {}): string[] {
  const names: string[] = [];
  const resolver = tableResolver(tableOf(policies));
  answered(treeWalk(domain), (query: DnsQuery) => {
    names.push(query.name);
    return resolver(query);
  });
  return names;
}

describe('a text read for the policy it publishes', () => {
  it('is one where it begins with the version, whatever the blanks', () => {
    for (const text of ['v=DMARC1', 'v = DMARC1 ;p=none', 'v=DMARC1;', 'v\t=DMARC1\t; p=none']) {
      assert.ok(readPublishedPolicy(text), text);
    }
  });

  it('is none with another version, another case, or the version elsewhere', () => {
    for (const text of [
      '',
      'v=dmarc1; p=none',
      'v=DMARC2; p=none',
      'v=DMARC1 p=none',
      'p=none; v=DMARC1',
      ' v=DMARC1; p=none',
      'v=spf1 -all',
    ]) {
      assert.equal(readPublishedPolicy(text), undefined, text);
    }
  });

  it('tells the tags apart, takes the first of two, and tells broken from missing', () => {
    const policy = readPublishedPolicy('v=DMARC1;P=Reject;sp=maybe;p=none;psd=N;t=Y;pct=20');
    assert.deepEqual(policy, {
      stated: { p: 'reject', sp: 'broken' },
      psd: 'n',
      testing: true,
      share: 20,
      reported: false,
    });
  });

  it('falls back to the defaults where a value is broken', () => {
    const policy = readPublishedPolicy('v=DMARC1; p=none; psd=maybe; t=1; pct=101; rua=a@example.com');
    assert.deepEqual(policy, {
      stated: { p: 'none' },
      psd: 'u',
      testing: false,
      share: 100,
      reported: false,
    });
  });

  it('sees an address for reports where one of several can be used', () => {
    const reported = (text: string) => readPublishedPolicy(text)?.reported;
    assert.equal(reported('v=DMARC1; rua=mailto:a@example.com!10m'), true);
    assert.equal(reported('v=DMARC1; rua=dmarc@example.com, mailto:b@example.com'), true);
    assert.equal(reported('v=DMARC1; rua='), false);
  });
});

describe('the walk up the DNS tree', () => {
  it('goes from the domain to its top level, a label at a time', () => {
    assert.deepEqual(asked('a.mail.example.com'), [
      '_dmarc.a.mail.example.com.',
      '_dmarc.mail.example.com.',
      '_dmarc.example.com.',
      '_dmarc.com.',
    ]);
    assert.deepEqual(asked('com'), ['_dmarc.com.']);
    assert.deepEqual(asked('.'), []);
  });

  it('cuts long names to seven labels after the first question, as the example of RFC 9989 §4.10 has it', () => {
    assert.deepEqual(asked('a.b.c.d.e.f.g.h.i.j.mail.example.com'), [
      '_dmarc.a.b.c.d.e.f.g.h.i.j.mail.example.com.',
      '_dmarc.g.h.i.j.mail.example.com.',
      '_dmarc.h.i.j.mail.example.com.',
      '_dmarc.i.j.mail.example.com.',
      '_dmarc.j.mail.example.com.',
      '_dmarc.mail.example.com.',
      '_dmarc.example.com.',
      '_dmarc.com.',
    ]);
  });

  it('asks for seven, eight and eight domains where there are seven, eight and nine labels', () => {
    assert.equal(walkedDomains('1.2.3.4.5.example.com').length, 7);
    const eight = walkedDomains('1.2.3.4.5.6.example.com');
    assert.deepEqual([eight.length, eight[1]], [8, '2.3.4.5.6.example.com.']);
    const nine = walkedDomains('1.2.3.4.5.6.7.example.com');
    assert.deepEqual([nine.length, nine[1]], [8, '3.4.5.6.7.example.com.']);
  });

  it('ends at psd=n and psd=y, and nowhere else', () => {
    assert.equal(asked('a.b.example.com', { 'b.example.com': 'v=DMARC1; p=none; psd=n' }).length, 2);
    assert.equal(asked('a.b.example.com', { 'example.com': 'v=DMARC1; p=none; psd=y' }).length, 3);
    assert.equal(asked('a.b.example.com', { 'a.b.example.com': 'v=DMARC1; psd=y' }).length, 1);
    assert.equal(asked('a.b.example.com', { 'b.example.com': 'v=DMARC1; p=none; psd=u' }).length, 4);
    const several = ['v=DMARC1; p=none; psd=n', 'v=DMARC1; p=reject; psd=n'];
    assert.equal(asked('a.b.example.com', { 'b.example.com': several }).length, 4);
  });

  it('never asks more than eight times, and never for a name that cannot be asked for', () => {
    const label = fc.string({ unit: fc.constantFrom('a', '-', 'é'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 60 }), (labels) => {
        const names = asked(labels.join('.'));
        assert.ok(names.length <= 8);
        assert.equal(new Set(names).size, names.length);
        for (const name of names) assert.ok(name.length <= 1016 && name.startsWith('_dmarc.'));
      }),
      { numRuns: 200 },
    );
  }).timeout(120_000);
});

describe('the Organizational Domain', () => {
  it('is the shortest domain with a record', () => {
    const policies = { 'mail.example.com': 'v=DMARC1; p=none', 'example.com': 'v=DMARC1; p=reject' };
    assert.equal(organization(policies, 'a.mail.example.com'), 'example.com. by record');
    assert.equal(organization(policies, 'example.com'), 'example.com. by record');
  });

  it('is the domain with psd=n before any shorter one', () => {
    const policies = { 'mail.example.com': 'v=DMARC1; psd=n', 'example.com': 'v=DMARC1; p=reject' };
    assert.equal(organization(policies, 'a.mail.example.com'), 'mail.example.com. by psd=n');
  });

  it('is the domain one label below psd=y, but not for the walk that begins there', () => {
    const policies = { com: 'v=DMARC1; p=reject; psd=y' };
    assert.equal(organization(policies, 'a.mail.example.com'), 'example.com. by psd=y');
    assert.equal(organization(policies, 'com'), 'com. by record');
  });

  it('is the domain itself where no record is found', () => {
    assert.equal(organization({}, 'a.mail.example.com'), 'a.mail.example.com. by nothing');
    assert.equal(organization({}, '.'), 'none');
  });
});

describe('the policy under RFC 9989', () => {
  const policies = {
    'example.com': 'v=DMARC1; p=reject; sp=quarantine; np=none',
    'own.example.com': 'v=DMARC1; p=none; sp=reject',
  };

  it('is p for the domain, sp for a subdomain, np for one that does not exist', () => {
    assert.equal(byTreeWalk(policies, 'Example.COM.'), 'reject (p of example.com.)');
    assert.equal(byTreeWalk(policies, 'a.example.com'), 'quarantine (sp of example.com.)');
    assert.equal(byTreeWalk(policies, 'a.example.com', false), 'none (np of example.com.)');
    assert.equal(byTreeWalk(policies, 'own.example.com'), 'none (p of own.example.com.)');
  });

  it('passes over records between the domain and its Organizational Domain', () => {
    assert.equal(byTreeWalk(policies, 'a.own.example.com'), 'quarantine (sp of example.com.)');
  });

  it('falls back from np to sp to p', () => {
    const sp = { 'example.com': 'v=DMARC1; p=reject; sp=quarantine' };
    const p = { 'example.com': 'v=DMARC1; p=reject' };
    assert.equal(byTreeWalk(sp, 'a.example.com', false), 'quarantine (sp of example.com.)');
    assert.equal(byTreeWalk(p, 'a.example.com', false), 'reject (p of example.com.)');
  });

  it('reaches past the seventh label of a long name', () => {
    const deep = {
      '3.4.5.6.7.example.com': 'v=DMARC1; p=reject; psd=n',
      '2.3.4.5.6.7.example.com': 'v=DMARC1',
    };
    assert.equal(byTreeWalk(deep, '1.2.3.4.5.6.7.example.com'), 'reject (p of 3.4.5.6.7.example.com.)');
  });

  it('takes the record of a Public Suffix Domain where the Organizational Domain has none', () => {
    const bank = { bank: 'v=DMARC1; p=none; sp=quarantine; np=reject; psd=y' };
    assert.equal(byTreeWalk(bank, 'example.bank'), 'quarantine (sp of bank.)');
    assert.equal(byTreeWalk(bank, 'a.b.example.bank', false), 'reject (np of bank.)');
    assert.equal(
      byTreeWalk({ ...bank, 'example.bank': 'v=DMARC1; p=none' }, 'a.example.bank'),
      'none (p of example.bank.)',
    );
    assert.equal(byTreeWalk(bank, 'bank'), 'none (p of bank.)');
  });

  it('is one level weaker under t=y; pct is not read', () => {
    const tested = { 'example.com': 'v=DMARC1; p=reject; sp=quarantine; np=none; t=y; pct=5' };
    assert.equal(byTreeWalk(tested, 'example.com'), 'reject as quarantine (p of example.com.)');
    assert.equal(byTreeWalk(tested, 'a.example.com'), 'quarantine as none (sp of example.com.)');
    assert.equal(byTreeWalk(tested, 'a.example.com', false), 'none (np of example.com.)');
  });

  it('is taken for none where a policy is missing or broken and reports are wanted, else there is none', () => {
    for (const tags of ['sp=reject', 'p=rejcet', 'p=reject; sp=x', 'p=reject; np=x']) {
      const wanted = { 'example.com': `v=DMARC1; ${tags}; rua=mailto:a@example.com` };
      assert.equal(byTreeWalk(wanted, 'example.com'), 'none (assumed of example.com.)', tags);
      assert.equal(byTreeWalk(wanted, 'a.example.com'), 'none (assumed of example.com.)', tags);
      const unwanted = { 'example.com': `v=DMARC1; ${tags}` };
      assert.equal(byTreeWalk(unwanted, 'example.com'), 'none: unusable at example.com.', tags);
    }
  });

  it('discards several records and walks on; the same record twice is one', () => {
    const two = ['v=DMARC1; p=reject', 'v=DMARC1; p=none'];
    assert.equal(byTreeWalk({ 'example.com': two }, 'example.com'), 'none: no-record');
    const above = { 'a.example.com': two, 'example.com': 'v=DMARC1; p=quarantine' };
    assert.equal(byTreeWalk(above, 'a.example.com'), 'quarantine (p of example.com.)');
    assert.equal(
      byTreeWalk({ 'example.com': [two[0]!, two[0]!] }, 'example.com'),
      'reject (p of example.com.)',
    );
    assert.equal(
      byTreeWalk({ 'example.com': ['v=spf1 -all', two[0]!] }, 'example.com'),
      'reject (p of example.com.)',
    );
  });

  it('says what could not be asked', () => {
    const top = { com: 'TIMEOUT' };
    assert.equal(byTreeWalk(top, 'example.com'), 'unknown: com.');
    assert.equal(byTreeWalk({ 'example.com': 'TIMEOUT' }, 'example.com'), 'unknown: example.com.');
    const known = { ...top, 'example.com': 'v=DMARC1; p=reject' };
    assert.equal(byTreeWalk(known, 'example.com'), 'reject (p of example.com.)');
    assert.equal(byTreeWalk(known, 'a.example.com'), 'reject (p of example.com., unless com.)');
  });

  it('comes out the same when the answers take their time', async () => {
    const table = tableResolver(tableOf(policies));
    const later = answeredLater(policyByTreeWalk('a.example.com', true), (query) =>
      Promise.resolve(table(query)),
    );
    assert.equal(inShort(await later), 'quarantine (sp of example.com.)');
  });
});

describe('the policy under RFC 7489', () => {
  it('comes from the domain, else from the Organizational Domain by the public suffix list', () => {
    const policies = {
      'example.co.jp': 'v=DMARC1; p=reject; sp=quarantine',
      'b.example.co.jp': 'v=DMARC1; p=none',
      jp: 'v=DMARC1; p=none; psd=y',
    };
    assert.equal(byPublicSuffix(policies, 'example.co.jp'), 'reject (p of example.co.jp.)');
    assert.equal(byPublicSuffix(policies, 'a.b.example.co.jp'), 'quarantine (sp of example.co.jp.)');
    assert.equal(byPublicSuffix(policies, 'b.example.co.jp'), 'none (p of b.example.co.jp.)');
    assert.equal(byPublicSuffix(policies, 'other.co.jp'), 'none: no-record');
    assert.equal(byPublicSuffix(policies, 'co.jp'), 'none: no-record');
  });

  it('knows no np, t or psd, and applies pct', () => {
    const policies = {
      'example.com': 'v=DMARC1; p=reject; np=x; t=y; pct=20',
      'a.example.com': 'v=spf1 -all',
    };
    assert.equal(byPublicSuffix(policies, 'example.com'), 'reject 20% (p of example.com.)');
    assert.equal(byPublicSuffix(policies, 'a.example.com'), 'reject 20% (p of example.com.)');
  });

  it('gives up where there are several records', () => {
    const two = ['v=DMARC1; p=reject', 'v=DMARC1; p=none'];
    const policies = { 'a.example.com': two, 'example.com': 'v=DMARC1; p=quarantine' };
    assert.equal(byPublicSuffix(policies, 'a.example.com'), 'none: several-records at a.example.com.');
    assert.equal(
      byPublicSuffix({ 'example.com': two }, 'b.example.com'),
      'none: several-records at example.com.',
    );
  });

  it('is taken for none where p is missing or p or sp is broken and reports are wanted', () => {
    for (const tags of ['t=n', 'p=rejcet', 'p=reject; sp=x']) {
      const wanted = { 'example.com': `v=DMARC1; ${tags}; rua=mailto:a@example.com` };
      assert.equal(byPublicSuffix(wanted, 'a.example.com'), 'none (assumed of example.com.)', tags);
      assert.equal(
        byPublicSuffix({ 'example.com': `v=DMARC1; ${tags}` }, 'example.com'),
        'none: unusable at example.com.',
      );
    }
  });

  it('says what could not be asked', () => {
    assert.equal(byPublicSuffix({ 'example.com': 'TIMEOUT' }, 'a.example.com'), 'unknown: example.com.');
    assert.equal(byPublicSuffix({ 'a.example.com': 'TIMEOUT' }, 'a.example.com'), 'unknown: a.example.com.');
  });
});

describe('both standards', () => {
  it('come to a policy for any text, and never to a stricter one than was asked for', () => {
    const piece = fc.constantFrom(
      'v=DMARC1',
      ';',
      'p=',
      'sp=',
      'np=',
      'reject',
      'none',
      't=y',
      'psd=y',
      'psd=n',
      'pct=0',
      ' ',
      '\0',
      'rua=mailto:a@b.example',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), fc.boolean(), (texts, exists) => {
        const resolver = tableResolver(tableOf({ 'example.com': texts, com: texts }));
        for (const domain of ['example.com', 'a.example.com', 'com']) {
          const results = [
            answered(policyByTreeWalk(domain, exists), resolver),
            answered(policyByPublicSuffix(domain), resolver),
          ];
          for (const result of results) {
            if (result.kind !== 'policy' || result.applied === 'none') continue;
            assert.ok(
              texts.some((t) => t.includes(result.asked)),
              inShort(result),
            );
          }
        }
      }),
      { numRuns: 500 },
    );
  }).timeout(120_000);
});
