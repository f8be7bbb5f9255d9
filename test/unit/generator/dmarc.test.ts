import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { addressComplaint } from '../../../core/generator/addresses';
import { dmarcAnswers, dmarcForm as formOf, effectiveAnswer } from '../../../core/generator/forms/dmarc';
import { domainComplaint } from '../../../core/generator/domain';
import { complaints, completed, prefilled, type Answers } from '../../../core/generator/form';
import { formFields } from '../../../core/generator/publish/fields';
import { zoneLine } from '../../../core/generator/publish/zone';
import { recogniseRecord } from '../../../core/records/recognise';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { checkRecord } from '../../../server/generator/review';

const dmarcForm = formOf();
const generate = (answers: Answers) => dmarcForm.generate(answers).records[0]!;

/** Texts that people may type, all of which the questions accept. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  domain: ['example.com', ' Mail.Example.co.jp. ', 'someone@xn--eckwd4c7c.example', '例え．jp。'],
  rua: ['', 'dmarc@example.com', 'mailto:a@example.com, b+agg@reports.example.net', "o'hara%y!z@example.com"],
  ruf: ['', 'failures@example.com'],
};

/** Any path through the form: a number picks the answer at each step, also with going back and changing a mind. */
function walk(picks: readonly number[]): Answers {
  const answers: Record<string, string> = {};
  dmarcForm.questions.forEach((question, index) => {
    if (!question.asked(answers)) return;
    const open = question.choices?.(answers).map(({ value }) => value) ?? TYPED[question.key] ?? [];
    assert.ok(open.length > 0, `${question.key} offers nothing`);
    answers[question.key] = open[picks[index % picks.length]! % open.length]!;
  });
  return completed(dmarcForm, answers);
}

const paths = fc.array(fc.nat(59), {
  minLength: dmarcForm.questions.length,
  maxLength: dmarcForm.questions.length,
});

describe('the DMARC form', () => {
  it('asks for every tag that RFC 9989 has, but version and public suffixes, and for no other', () => {
    const keys = dmarcForm.questions.map(({ key }) => key);
    assert.deepEqual(keys, ['domain', 'p', 'sp', 'np', 'rua', 'ruf', 'fo', 'adkim', 'aspf', 't']);
    for (const { text, title } of dmarcForm.questions) {
      assert.ok(text.en.length > 20 && text.ja.length > 10 && title.en !== '' && title.ja !== '');
    }
  });

  it('gives a good record for pressing Enter all the way', () => {
    const record = generate(completed(dmarcForm, { domain: 'example.com' }));
    assert.deepEqual(record, {
      owner: '_dmarc.example.com.',
      type: 'TXT',
      value: 'v=DMARC1; p=none; rua=mailto:dmarc-reports@example.com',
      ttl: 3600,
    });
  });

  it('makes only records that pass all our rules and mean what was answered', () => {
    fc.assert(
      fc.property(paths, (picks) => {
        const answers = walk(picks);
        const record = generate(answers);
        const grave = checkRecord(record).filter(
          ({ severity }) => severity === 'error' || severity === 'warning',
        );
        assert.deepEqual(grave, [], record.value);
        const found = recogniseRecord(
          parseEntry(zoneLine(record, { origin: 'example.com.', hasTtl: true }), { origin: 'example.com.' }),
        );
        assert.equal(found?.kind, 'dmarc-policy');
        const back = dmarcAnswers(found.value);
        for (const name of ['p', 'sp', 'np', 'fo', 'adkim', 'aspf', 't']) {
          assert.equal(
            effectiveAnswer(back, name),
            effectiveAnswer(answers, name),
            `${name} of ${record.value}`,
          );
        }
        assert.deepEqual(generate(completed(dmarcForm, back)), record);
      }),
      { numRuns: 400 },
    );
  }).timeout(120_000);

  it('never offers a subdomain policy that is weaker than what it stands for', () => {
    fc.assert(
      fc.property(paths, (picks) => {
        const answers = walk(picks);
        const strength = (name: string) =>
          ['none', 'quarantine', 'reject'].indexOf(effectiveAnswer(answers, name));
        assert.ok(strength('p') <= strength('sp') && strength('sp') <= strength('np'));
      }),
    );
  }).timeout(120_000);

  it('takes internationalised domains as people type them', () => {
    const answers = { domain: ' 例え．JP。', rua: 'dmarc＠ﾄﾞﾒｲﾝ.example' };
    assert.deepEqual(complaints(dmarcForm, answers), []);
    const { owner, value } = generate(completed(dmarcForm, answers));
    assert.equal(owner, '_dmarc.xn--r8jz45g.jp.');
    assert.match(value, /rua=mailto:dmarc@xn--eckwd4c7c\.example$/);
  });

  it('drops answers that no longer have a point', () => {
    const answers = completed(dmarcForm, { domain: 'example.com', p: 'none', fo: '1', t: 'y', sp: 'bogus' });
    assert.equal(answers['fo'], undefined);
    assert.equal(answers['t'], undefined);
    assert.equal(answers['sp'], '');
  });

  it('refuses what is no domain and what is no address, and says so in both languages', () => {
    for (const text of [
      '',
      'example',
      '_dmarc.example.com',
      'a b.example',
      'ド メイン.example',
      '①!.example',
      '192.0.2.1',
      `${'a.'.repeat(130)}example`,
    ]) {
      const said = domainComplaint(text);
      assert.ok(said !== undefined && said.text.en !== '' && said.text.ja !== '', text);
    }
    for (const text of [
      'nobody',
      'a@b',
      '@example.com',
      'a..b@example.com',
      'a@example.com, b',
      'レポート@example.com',
      'a"b@example.com',
    ]) {
      assert.ok(addressComplaint(text) !== undefined, text);
    }
    for (const text of TYPED['domain']!) assert.equal(domainComplaint(text), undefined, text);
    for (const text of TYPED['rua']!) assert.equal(addressComplaint(text), undefined, text);
  });

  it('makes records that named-checkzone accepts', function () {
    if (spawnSync('named-checkzone', ['-v']).status !== 0) this.skip();
    const lines = fc
      .sample(paths, 60)
      .map((picks) => zoneLine(generate(walk(picks)), { origin: 'example.com.', hasTtl: true }))
      // What lies outside of the zone is refused wherever it comes from.
      .filter((line) => line.startsWith('_dmarc\t'));
    assert.ok(lines.length > 5);
    const folder = mkdtempSync(join(tmpdir(), 'mail-auth-'));
    try {
      const file = join(folder, 'example.com.zone');
      const head = [
        '$TTL 3600',
        '@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600',
        '@ IN NS ns1',
        'ns1 IN A 192.0.2.53',
      ];
      writeFileSync(file, `${[...head, ...lines].join('\n')}\n`);
      const { status, stdout } = spawnSync('named-checkzone', ['-i', 'none', 'example.com', file], {
        encoding: 'utf8',
      });
      assert.equal(status, 0, stdout);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('publishing a record', () => {
  const record = {
    owner: '_dmarc.mail.example.com.',
    type: 'TXT',
    value: 'v=DMARC1; p=none',
    ttl: 3600,
  } as const;

  it('writes the owner as the origin in force asks for it', () => {
    const owner = (origin: string) => zoneLine(record, { origin, hasTtl: true }).split('\t')[0];
    assert.equal(owner('example.com.'), '_dmarc.mail');
    assert.equal(owner('mail.example.com.'), '_dmarc');
    assert.equal(owner('_dmarc.mail.example.com.'), '@');
    assert.equal(owner('example.org.'), '_dmarc.mail.example.com.');
    assert.equal(owner('.'), '_dmarc.mail.example.com');
  });

  it('states a TTL only where none is in force', () => {
    assert.equal(
      zoneLine(record, { origin: 'example.com.', hasTtl: false }),
      '_dmarc.mail\t3600\tIN\tTXT\t"v=DMARC1; p=none"',
    );
    assert.equal(
      zoneLine(record, { origin: 'example.com.', hasTtl: true }),
      '_dmarc.mail\tIN\tTXT\t"v=DMARC1; p=none"',
    );
  });

  it('takes over the columns of its neighbour', () => {
    const like = (owner: string, gap: string) =>
      zoneLine(record, { origin: 'example.com.', hasTtl: true, like: { owner, gap } });
    assert.equal(like('@', '              IN  TXT   '), '_dmarc.mail    IN  TXT   "v=DMARC1; p=none"');
    assert.equal(like('@', '\t\tTXT\t'), '_dmarc.mail\t\tTXT\t"v=DMARC1; p=none"');
    assert.equal(like('@', ' IN TXT '), '_dmarc.mail IN TXT "v=DMARC1; p=none"');
    assert.equal(like('@', ' 300 IN TXT '), '_dmarc.mail\tIN\tTXT\t"v=DMARC1; p=none"');
    assert.equal(like('@', ' IN TXT ( '), '_dmarc.mail\tIN\tTXT\t"v=DMARC1; p=none"');
  });

  it('splits what is longer than a character-string, so that it reads back whole', () => {
    const value = `v=DMARC1; p=none; rua=${Array.from({ length: 20 }, (_, i) => `mailto:box${i}@example.com`).join(',')}`;
    const entry = parseEntry(zoneLine({ ...record, value }, { origin: 'example.com.', hasTtl: true }), {
      origin: 'example.com.',
    });
    assert.equal(entry.strings?.text, value);
    assert.ok(entry.strings.pieces.length > 1);
    assert.deepEqual(entry.problems, []);
  });

  it('gives the fields of a provider’s form, with a note on those that append the domain', () => {
    const fields = formFields(record, 'example.com');
    assert.deepEqual(
      fields.map(({ key, value }) => `${key} ${value}`),
      ['host _dmarc.mail', 'type TXT', 'value v=DMARC1; p=none', 'ttl 3600'],
    );
    assert.ok(
      fields[0]!.note.en.includes('_dmarc.mail.example.com') &&
        fields[0]!.note.ja.includes('_dmarc.mail.example.com'),
    );
    assert.equal(formFields(record, 'example.org')[0]!.value, '_dmarc');
    assert.equal(formFields(record)[0]!.value, '_dmarc');
  });
});

describe('an existing DMARC record', () => {
  const tags = [
    ['p', ['none', 'Quarantine', 'reject']],
    ['sp', ['none', 'quarantine', 'reject']],
    ['np', ['reject', 'none']],
    [
      'rua',
      [
        'mailto:a@example.com',
        ' mailto:a@Example.com , mailto:b%2Bc@example.net!10m',
        'https://example.com/',
      ],
    ],
    ['ruf', ['mailto:f@example.com']],
    ['fo', ['0', '1', 'd:s', '1:d:s']],
    ['adkim', ['r', 'S']],
    ['t', ['y', 'n']],
    ['psd', ['n']],
    ['pct', ['50', '100']],
    ['x', ['1']],
  ] as const;
  const existing = fc
    .tuple(
      ...tags.map(([name, values]) =>
        fc.option(fc.constantFrom(...values).map((value) => `${name}=${value}`)),
      ),
    )
    .chain((parts) => fc.shuffledSubarray(parts.filter((part) => part !== null)))
    .map((parts) => ['v=DMARC1', ...parts].join(' ;  '));

  it('becomes the same record again, but for what is told to be lost or added', () => {
    fc.assert(
      fc.property(existing, (value) => {
        const given = { owner: '_dmarc.example.com.', type: 'TXT', value } as const;
        const found = prefilled(dmarcForm, [given])!;
        const again = generate(completed(dmarcForm, found.answers));
        const before = new Set(dmarcForm.meaning(given));
        const after = new Set(dmarcForm.meaning(again));
        for (const part of before)
          assert.equal(after.has(part), !found.lost.includes(part), `${part} of ${value}`);
        for (const part of after)
          assert.equal(before.has(part), !found.added.includes(part), `${part} of ${again.value}`);
        // What no question can hold is all that may be lost.
        for (const part of found.lost) assert.match(part, /^(?:sp|np|t|fo|rua|pct|x)=/, value);
        assert.deepEqual(prefilled(dmarcForm, [again])?.lost, []);
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);
});
