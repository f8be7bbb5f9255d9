import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed, complaints, membersOf, type Answers } from '../../../core/generator/form';
import { formFor } from '../../../core/generator/forms';
import { spfForm } from '../../../core/generator/forms/spf';
import { networkOf, smallest } from '../../../core/generator/spfNetworks';
import { formatNetwork } from '../../../core/values/ipNetwork';
import { spfTermCosts } from '../../../core/generator/spfText';
import { SPF_PROVIDERS } from '../../../core/records/spfProviders';
import { render } from '../../../core/text/message';
import { answersFor } from '../../../server/cli/generate/arguments';
import { batches, zoneOfMany } from './product';
import { graveFindings, typedFor } from './support';

const form = spfForm();
const IDS = SPF_PROVIDERS.map(({ id }) => id);

/** What a set costs by the table of services alone, which counts what is not known as one. */
function costOf(ids: readonly string[], ...more: readonly string[]): number {
  return ids.reduce(
    (sum, id) => sum + (SPF_PROVIDERS.find((one) => one.id === id)!.lookups ?? 1),
    more.length,
  );
}

/** What is generated for each set of answers; none of them has a complaint. */
function judged(all: readonly Answers[]): void {
  for (const batch of batches(all, 100)) {
    const made = batch.map((answers, at) => {
      const domain = `c${at}.example.com`;
      const full = { ...answers, domain };
      assert.deepEqual(complaints(form, full), [], JSON.stringify(answers));
      return { answers: full, domain, records: form.generate(completed(form, full)).records };
    });
    assert.deepEqual(graveFindings(zoneOfMany(made)).slice(0, 3), []);
    for (const { answers, records } of made) {
      const back = form.answersOf(records)!;
      assert.deepEqual(membersOf(back['senders']!).sort(), sendersIn(answers), records[0]!.value);
      assert.deepEqual(form.generate(completed(form, back)).records, records);
    }
  }
}

/** The services that are meant: chosen, or by the include that was typed. */
function sendersIn({ senders = '', includes = '' }: Answers): string[] {
  const typed = SPF_PROVIDERS.filter(({ include }) => membersOf(includes).includes(include));
  return [...new Set([...membersOf(senders), ...typed.map(({ id }) => id)])].sort();
}

/** What everybody is told who asks for a set beyond the budget: in both forms and on the command line. */
function refused(answers: Answers): string {
  const own = complaints(form, answers).find(({ question }) => question.key === 'senders');
  assert.ok(own !== undefined, JSON.stringify(answers));
  const domain = formFor('domain')!;
  const parts: Answers = { domain: 'example.com', parts: 'spf', 'spf.senders': answers['senders'] ?? '' };
  if (costOf(membersOf(answers['senders'] ?? '')) > 10) {
    const inSet = complaints(domain, parts).find(({ question }) => question.key === 'spf.senders');
    assert.deepEqual(inSet && render(inSet.message, 'en').slice(0, 10), 'This needs');
  }
  const given = answersFor(form, { domain: 'example.com', senders: answers['senders'] ?? '' }, answers);
  assert.ok(Array.isArray(given), 'the command line would write it');
  return render(own.message, 'en');
}

describe('sets of senders', function () {
  this.timeout(120_000);

  it('are right in pairs, every one of them', () => {
    const pairs = IDS.flatMap((a, at) => IDS.slice(at + 1).map((b) => [a, b]));
    assert.equal(pairs.length, (IDS.length * (IDS.length - 1)) / 2);
    judged(pairs.map((pair) => ({ domain: 'example.com', senders: pair.join(',') })));
  });

  it('are right within the budget, and told of beyond it, with anything else that is answered', () => {
    const subset = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: IDS.length });
    const others = ['mx', 'addresses', 'hosts', 'includes', 'all'].map((key) => {
      const question = form.questions.find((one) => one.key === key)!;
      const values = question.choices?.({}).map(({ value }) => value) ?? typedFor(form, question);
      return fc.constantFrom(...values).map((value) => [key, value] as const);
    });
    fc.assert(
      fc.property(subset, fc.tuple(...others), (ids, rest) => {
        const answers: Answers = {
          domain: 'example.com',
          senders: ids.join(','),
          ...Object.fromEntries(rest),
        };
        const lookups = spfTermCosts(answers).reduce((sum, one) => sum + one.lookups, 0);
        assert.ok(lookups >= costOf(ids));
        if (lookups <= 10) judged([answers]);
        else assert.match(refused(answers), new RegExp(`^This needs ${lookups} DNS lookups`));
      }),
      { numRuns: 150 },
    );
  }).timeout(120_000);

  it('are refused all at once, with what each costs and what helps', () => {
    const said = refused({ domain: 'example.com', senders: IDS.join(',') });
    assert.match(said, new RegExp(`^This needs ${costOf(IDS)} DNS lookups`));
    // What is dearest is named first.
    assert.match(said, /The costs: Mailgun 5, SendGrid 2, Amazon SES 1, Brevo 1 or more/);
    assert.match(said, /subdomain/);
    assert.match(said, /flattening/);
  });

  it('are complained of where they cost something, with advice at the services alone', () => {
    const said = (answers: Answers): string[] =>
      complaints(form, { domain: 'example.com', ...answers }).map(
        ({ question, message }) =>
          `${question.key}${/What helps/.test(render(message, 'en')) ? ' advice' : ''}`,
      );
    assert.deepEqual(said({ senders: IDS.join(',') }), ['senders advice']);
    const hosts = Array.from({ length: 11 }, (_, at) => `h${at}.example.com`).join(' ');
    assert.deepEqual(said({ mx: 'y', hosts }), ['senders advice', 'mx', 'hosts']);
  });

  it('count hosts, receiving servers and includes, each by its term', () => {
    const answers = {
      domain: 'example.com',
      senders: 'mailgun',
      mx: 'y',
      hosts: 'example.com a.example.net',
    };
    assert.deepEqual(
      spfTermCosts({ ...answers, includes: 'x.example.org', other: 'exists:%{i}.example.org' }).map(
        ({ name, lookups }) => `${name} ${lookups}`,
      ),
      [
        'exists:%{i}.example.org 1',
        'mx 1',
        'a 1',
        'a:a.example.net 1',
        'Mailgun 5',
        'include:x.example.org 1',
      ],
    );
    assert.equal(costOf(['mailgun'], 'mx', 'a', 'a:', 'include'), 9);
  });

  it('are refused where what an older record says goes beyond the budget', () => {
    const other = Array.from({ length: 11 }, (_, at) => `exists:e${at}.example.org`).join(' ');
    assert.match(refused({ domain: 'example.com', senders: '', other }), /^This needs 11 .*exists:e0/);
  });
});

describe('own addresses', () => {
  it('may be as many as an answer of the DNS holds, and no more', () => {
    const networks = (count: number): string =>
      Array.from({ length: count }, (_, at) => `203.0.${at >> 8}.${at & 255}`).join(' ');
    const of = (count: number) =>
      complaints(form, { domain: 'example.com', addresses: networks(count) }).map(
        ({ question }) => question.key,
      );
    assert.deepEqual(of(100), []);
    assert.deepEqual(of(5000), ['addresses']);
  });

  it('are written once where one covers another, whatever their order', () => {
    const texts = [
      '192.0.2.7',
      '192.0.2.0/25',
      '2001:db8::/64',
      '192.0.2.0/24',
      '192.0.2.0/24',
      '2001:db8::1',
    ];
    assert.deepEqual(smallest(texts.map((text) => networkOf(text)!)).map(formatNetwork), [
      '2001:db8::/64',
      '192.0.2.0/24',
    ]);
  });
});
