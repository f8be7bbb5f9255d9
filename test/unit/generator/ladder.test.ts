import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atStep, currentStep, nextStep, POLICY_STEPS, stepTo } from '../../../core/generator/ladder';
import { graveFindings, zoneWith } from './support';

const at = (value: string) => ({ owner: '_dmarc.example.com.', type: 'TXT', value }) as const;

describe('the policy ladder', () => {
  it('leads from none over a trial of quarantine to reject, and no further', () => {
    let value = 'v=DMARC1; p=none; rua=mailto:d@example.com';
    const climbed: string[] = [];
    for (let step = nextStep(at(value)); step !== undefined; step = nextStep(at(value))) {
      value = step.value;
      climbed.push(value);
    }
    assert.deepEqual(climbed, [
      'v=DMARC1; p=quarantine; rua=mailto:d@example.com; t=y',
      'v=DMARC1; p=quarantine; rua=mailto:d@example.com',
      'v=DMARC1; p=reject; rua=mailto:d@example.com',
    ]);
  });

  it('keeps every other tag, known or not, in its place and spelling; pct goes', () => {
    assert.equal(
      nextStep(
        at('v=DMARC1 ;P = None;sp=none; x=1; pct=20; psd=n;rua=mailto:a@example.com,mailto:b@example.com;'),
      )?.value,
      'v=DMARC1 ;P = quarantine;sp=none; x=1; psd=n;rua=mailto:a@example.com,mailto:b@example.com; t=y;',
    );
    assert.equal(
      nextStep(at('v=DMARC1; rua=mailto:a@example.com'))?.value,
      'v=DMARC1; p=quarantine; rua=mailto:a@example.com; t=y',
    );
  });

  it('knows where a record stands, a trial counting as the rung below', () => {
    const step = (value: string) => currentStep(at(value))?.id;
    assert.equal(step('v=DMARC1; p=none; t=y'), 'none');
    assert.equal(step('v=DMARC1; p=quarantine; t=y'), 'quarantine-testing');
    assert.equal(step('v=DMARC1; p=reject; t=y'), 'quarantine');
    assert.equal(step('v=DMARC1; p=reject'), 'reject');
    assert.equal(step('token'), undefined);
    assert.equal(nextStep(at('v=spf1 -all')), undefined);
  });

  it('says first what speaks against a step', () => {
    const first = (value: string, evidence?: Parameters<typeof nextStep>[1]) =>
      nextStep(at(value), evidence)!.advice[0]!.text.en;
    assert.match(first('v=DMARC1; p=none'), /no aggregate reports/);
    const evidence = {
      days: 20,
      messages: 1000,
      passed: 900,
      failing: [{ source: 'x.example', messages: 100 }],
    };
    assert.match(first('v=DMARC1; p=none; rua=mailto:a@example.com', evidence), /Find out whose/);
    const step = nextStep(at('v=DMARC1; p=none; rua=mailto:a@example.com'), {
      ...evidence,
      days: 3,
      passed: 999,
    })!;
    assert.ok(step.advice.some(({ values }) => values?.['share'] === '0.1 %'));
    assert.ok(step.advice.some(({ values }) => values?.['days'] === 3 && values['enough'] === 14));
    assert.ok(step.advice.some(({ values }) => values?.['source'] === 'x.example'));
  });

  it('explains every rung in both languages', () => {
    for (const { means, before, title } of POLICY_STEPS) {
      for (const { en, ja } of [means, before, title]) assert.ok(en !== '' && ja !== '');
    }
  });

  it('makes records on which no rule has an error or a warning', () => {
    for (const step of POLICY_STEPS) {
      const value = atStep('v=DMARC1; p=none; rua=mailto:mail@example.com', step);
      const record = { ...at(value), ttl: 3600 };
      assert.deepEqual(graveFindings(zoneWith([record])), [], value);
    }
  });

  it('never throws, whatever stands in the record', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        nextStep(at(`v=DMARC1; ${text}`));
      }),
    );
  }).timeout(120_000);
});

describe('any rung of the policy ladder', () => {
  const to = (value: string, id: Parameters<typeof stepTo>[1]) => stepTo(at(value), id)!;

  it('is reached by changing nothing but p, t and pct', () => {
    const value = 'v=DMARC1;  p=reject ; rua=mailto:a@example.com; pct=50; t=n';
    assert.equal(to(value, 'none').value, 'v=DMARC1;  p=none ; rua=mailto:a@example.com');
    assert.equal(
      to(value, 'quarantine-testing').value,
      'v=DMARC1;  p=quarantine ; rua=mailto:a@example.com; t=y',
    );
    assert.equal(
      to('v=DMARC1; p=none; t=n; fo=1', 'quarantine-testing').value,
      'v=DMARC1; p=quarantine; t=y; fo=1',
    );
  });

  it('has lists that are not in order written anew', () => {
    assert.equal(
      to('v=DMARC1; p=none rua=mailto:a@example.com', 'reject').value,
      'v=DMARC1; p=reject; rua=mailto:a@example.com',
    );
  });

  it('is told of plainly when it lies below, or more than a step above', () => {
    const words = (value: string, id: Parameters<typeof stepTo>[1]) =>
      to(value, id)
        .advice.map(({ text }) => text.en)
        .join('\n');
    assert.match(words('v=DMARC1; p=reject', 'quarantine'), /^Back to/);
    assert.match(words('v=DMARC1; p=reject', 'none'), /delivered as usual/);
    assert.match(words('v=DMARC1; p=none; rua=mailto:a@example.com', 'reject'), /leaves out rungs/);
    assert.equal(words('v=DMARC1; p=reject', 'reject'), '');
  });

  it('reminds of subdomains that stay behind', () => {
    const said = (value: string) =>
      to(value, 'reject').advice.some(({ values }) => values?.['sp'] === 'none');
    assert.ok(said('v=DMARC1; p=quarantine; sp=none; rua=mailto:a@example.com'));
    assert.ok(!said('v=DMARC1; p=quarantine; sp=reject; rua=mailto:a@example.com'));
  });

  it('agrees with the next step, and stands where it says', () => {
    const tag = fc.constantFrom(
      'p=none',
      'p=quarantine',
      'p=reject',
      't=y',
      't=n',
      'pct=30',
      'sp=none',
      'rua=mailto:a@example.com',
      ' fo = 1 ',
    );
    fc.assert(
      fc.property(
        fc.array(tag, { maxLength: 6 }),
        fc.constantFrom(';', '; '),
        fc.boolean(),
        (tags, between, closed) => {
          const value = ['v=DMARC1', ...tags].join(between) + (closed ? ';' : '');
          const next = nextStep(at(value));
          if (next !== undefined) assert.equal(next.value, to(value, next.to.id).value);
          for (const { id } of POLICY_STEPS) {
            const change = stepTo(at(value), id);
            if (change !== undefined && change.from.id !== id) {
              assert.equal(currentStep(at(change.value))?.id, id, `${value} → ${change.value}`);
            }
          }
        },
      ),
    );
  }).timeout(120_000);
});
