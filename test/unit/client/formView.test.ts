import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judgementOf } from '../../../client/generator/form/judge';
import {
  ANEW,
  answered,
  askedQuestions,
  formLook,
  NOTHING_FILLED,
  withMadeKey,
  withoutKey,
  type Filling,
} from '../../../client/generatorPage/filling';
import { effectivePolicies, spfBudget } from '../../../client/generatorPage/insight';
import { restoredState, STARTING_STATE, toKeep } from '../../../client/generatorPage/state';
import { completed, type Answers, type GeneratedRecord, type RecordForm } from '../../../core/generator/form';
import { formFor, FORMS } from '../../../core/generator/forms';
import type { GivenRecord, Known } from '../../../core/generator/known';
import { startingPoints } from '../../../core/generator/startingPoint';
import { paths, RSA_KEYS, walk } from '../generator/support';

/** Fills a form in as a person does on the page: question by question, whatever comes and goes meanwhile. */
function filledIn(form: RecordForm, wanted: Answers, known: Known = {}): Answers {
  let filling: Filling = NOTHING_FILLED;
  let domain: string | undefined;
  const points = startingPoints(form, known, 'example.com');
  const look = () => formLook(form, filling, domain, points);
  // Answers open questions further down, and may close some: as many rounds as it takes to get through.
  for (const { key } of form.questions) {
    const question = askedQuestions(look()).find((one) => one.key === key);
    const value = wanted[key];
    if (question === undefined || value === undefined) continue;
    if (key === 'domain') domain = value;
    else filling = answered(look(), filling, question, value);
  }
  return look().full;
}

const PUBLISHED: readonly GivenRecord[] = [
  { owner: 'example.com.', type: 'MX', value: 'mail.example.com.', preference: 10 },
  { owner: 'example.com.', type: 'TXT', value: 'v=spf1 include:_spf.google.com ip4:192.0.2.1 -all' },
  { owner: '_dmarc.example.com.', type: 'TXT', value: 'v=DMARC1; p=reject; rua=mailto:d@example.com; psd=n' },
  { owner: '_dmarc.sub.example.com.', type: 'TXT', value: 'v=DMARC1; p=none' },
  { owner: 'a._domainkey.example.com.', type: 'TXT', value: 'v=DKIM1; p=' },
  { owner: 'b._domainkey.example.com.', type: 'TXT', value: 'v=DKIM1; p=' },
];

describe('The form view of the record generator', () => {
  for (const kind of Object.keys(FORMS)) {
    it(`comes to the same as the steps do: ${kind}`, () => {
      fc.assert(
        fc.property(paths, (picks) => {
          const form = formFor(kind)!;
          const wanted = walk(form, picks);
          const full = filledIn(form, wanted);
          assert.deepEqual(full, wanted);
          assert.deepEqual(form.generate(full), form.generate(completed(form, wanted)));
        }),
        { numRuns: 60 },
      );
    }).timeout(120_000);

    it(`takes any answer beside a record that is there: ${kind}`, () => {
      const known: Known = { domain: 'example.com', records: PUBLISHED };
      fc.assert(
        fc.property(paths, (picks) => {
          const form = formFor(kind, known)!;
          const wanted: Answers = { ...walk(form, picks), domain: 'example.com' };
          const full = filledIn(form, wanted, known);
          for (const { key } of form.questions) {
            if (key in full && key in wanted) assert.equal(full[key], wanted[key], key);
          }
        }),
        { numRuns: 30 },
      );
    }).timeout(120_000);
  }

  it('begins with the record whose place it would take, and with another one only when asked', () => {
    const known: Known = { domain: 'example.com', records: PUBLISHED };
    const look = (kind: string, start?: string) => {
      const form = formFor(kind, known)!;
      const points = startingPoints(form, known, 'example.com');
      return formLook(form, { given: {}, ...(start !== undefined && { start }) }, undefined, points);
    };
    const dmarc = look('dmarc');
    assert.equal(dmarc.full['p'], 'reject');
    assert.equal(dmarc.generated?.records[0]?.value, 'v=DMARC1; p=reject; rua=mailto:d@example.com; psd=n');
    assert.equal(look('dmarc', ANEW).full['p'], 'none');
    assert.equal(look('spf').full['senders'], 'google-workspace');
    const dkim = look('dkim');
    assert.deepEqual([dkim.point, dkim.needsKey], [undefined, true]);
    assert.deepEqual(
      dkim.points.map(({ name }) => name),
      ['a', 'b'],
    );
    assert.deepEqual(look('dkim', 'b').full['selector'], 'b');
    assert.equal(look('domain').point, undefined);
    assert.equal(look('domain', '').full['domain'], 'example.com');
  });

  it('takes a made key in and gives it up again', () => {
    for (const kind of ['dkim', 'domain']) {
      const form = formFor(kind, { domain: 'example.com' })!;
      const before = formLook(form, NOTHING_FILLED, undefined, []);
      assert.equal(before.needsKey, true);
      const filling = withMadeKey(before, NOTHING_FILLED, RSA_KEYS[1]!);
      const after = formLook(form, filling, undefined, []);
      assert.equal(after.needsKey, false);
      assert.ok(after.generated?.records.some(({ owner }) => owner.includes('_domainkey')));
      assert.deepEqual(formLook(form, withoutKey(filling), undefined, []), before);
    }
  });

  it('shows what records mean, whichever form they are from', () => {
    const domain = formFor('domain', { domain: 'example.com', mailServers: ['aspmx.l.google.com'] })!;
    const full = completed(domain, { 'dmarc.p': 'reject' });
    const { records } = domain.generate(full);
    const terms = [{ name: 'Google Workspace', lookups: 1, least: false }];
    assert.deepEqual(spfBudget(domain, full), { lookups: 1, least: false, terms });
    assert.equal(spfBudget(domain, completed(domain, { parts: 'dmarc' })), undefined);
    assert.deepEqual(
      effectivePolicies(records)?.map(({ scope, policy }) => `${scope} ${policy}`),
      ['p reject', 'sp reject', 'np reject'],
    );
    const testing = formFor('dmarc')!;
    const made = testing.generate(
      completed(testing, { domain: 'example.com', p: 'quarantine', np: 'reject', t: 'y' }),
    );
    assert.deepEqual(
      effectivePolicies(made.records)?.map(({ policy, applied }) => `${policy} ${applied}`),
      ['quarantine none', 'quarantine none', 'reject quarantine'],
    );
    assert.equal(spfBudget(testing, {}), undefined);
    assert.equal(effectivePolicies([]), undefined);
  });

  it('keeps its state, whatever was kept before', () => {
    const state = {
      ...STARTING_STATE,
      kind: 'spf',
      domain: 'example.org',
      fillings: { spf: { given: { all: '-all' }, start: ANEW } },
      keys: { dkim: { place: '/a', path: '/a' }, domain: { place: 'b:/c' } },
      provider: 'route53',
      output: 'nsupdate',
    } as const;
    assert.deepEqual(restoredState(JSON.parse(JSON.stringify(toKeep(state)))), { ...state, zone: undefined });
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        const { kind, provider, output } = restoredState(anything);
        assert.ok(kind in FORMS && provider === '' && output === STARTING_STATE.output);
      }),
    );
    for (const odd of [
      { fillings: { dkim: { given: { p: 1 }, start: 2 }, other: {} }, keys: { dkim: { place: 3 } } },
    ]) {
      const restored = restoredState(odd);
      assert.deepEqual([restored.fillings, restored.keys], [{ dkim: { given: {} } }, {}]);
    }
  }).timeout(120_000);
});

describe('What the form view shows of a zone file', () => {
  const record: GeneratedRecord = {
    owner: '_dmarc.example.com.',
    type: 'TXT',
    value: 'v=DMARC1; p=none',
    ttl: 3600,
  };
  const text = '@ IN SOA a b 1 2 3 4 5\n@ IN NS a\n';

  it('is the line as it will stand, and what goes for it', () => {
    const line = '_dmarc IN TXT "v=DMARC1; p=none"';
    const put = {
      version: 1,
      edits: [
        { span: { start: 13, end: 14 }, text: '2' },
        { span: { start: text.length, end: text.length }, text: `${line}\n` },
      ],
      replaced: [
        {
          owner: record.owner,
          type: 'TXT' as const,
          before: '_dmarc IN TXT "v=DMARC1; p=reject"',
          after: line,
        },
        { owner: 'other.example.com.', type: 'TXT' as const, before: 'other IN TXT "x"', after: '' },
      ],
      notes: [],
    };
    const findings = [{ rule: 'a-rule', severity: 'hint' as const, message: { text: { en: 'a', ja: 'a' } } }];
    assert.deepEqual(judgementOf([record], [{ findings, facts: [] }], { text, put }, ['a note']), {
      records: [{ findings, line, replaces: ['_dmarc IN TXT "v=DMARC1; p=reject"'] }],
      notes: ['a note'],
      unchanged: false,
    });
  });

  it('is nothing new where the file has the record, and no line without a file', () => {
    const put = { version: 1, edits: [], replaced: [], notes: [] };
    const nothing = { records: [{ findings: [], replaces: [] }], notes: [] };
    assert.deepEqual(judgementOf([record], [], { text, put }, []), { ...nothing, unchanged: true });
    assert.deepEqual(judgementOf([record], [], undefined, []), { ...nothing, unchanged: false });
  });
});
