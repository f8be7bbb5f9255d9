import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMS, formFor } from '../../../core/generator/forms';
import { completed, prefilled } from '../../../core/generator/form';
import { OUTPUTS } from '../../../core/generator/publish/outputs';
import { render } from '../../../core/text/message';
import {
  answersFor,
  parseGenerateArguments,
  type GenerateOptions,
} from '../../../server/cli/generate/arguments';
import { addressesOf } from '../../../server/generator/circumstances';
import { generateHelp } from '../../../server/cli/generate/help';
import { knownFrom } from '../../../server/cli/generate/known';

function options(...words: string[]): GenerateOptions {
  const request = parseGenerateArguments(words, 'en');
  assert.equal(request.kind, 'generate', words.join(' '));
  return request.options;
}

function wrong(...words: string[]): string {
  const request = parseGenerateArguments(words, 'en');
  assert.equal(request.kind, 'wrong', words.join(' '));
  return render(request.message, 'en');
}

/** The record for a command line. */
function record(...words: string[]): string | readonly string[] {
  const { kind, stated } = options(...words);
  const form = formFor(kind!)!;
  const answers = answersFor(form, stated, {});
  if (Array.isArray(answers)) return answers.map((one) => render(one as Parameters<typeof render>[0], 'en'));
  return form.generate(answers as Record<string, string>).records[0]!.value;
}

describe('generate on the command line', () => {
  it('takes a zone with or without its final dot, and none that could say more in a script', () => {
    assert.equal(options('dmarc', '--zone', 'Example.com.').zone, 'example.com');
    assert.equal(options('dmarc', '--zone', '0/25.2.0.192.in-addr.arpa').zone, '0/25.2.0.192.in-addr.arpa');
    for (const zone of ['', '.', 'a b.example', 'example.com\nsend', 'a..b', '$(id).example', '-x.example']) {
      assert.match(wrong('dmarc', '--zone', zone), /--zone is no domain name/);
    }
  });

  it('tells of a wrong domain alone, and not of what would have been proposed for it', () => {
    assert.deepEqual(record('dmarc', '--domain', 'a b.example'), [
      '--domain: a b.example is no domain that mail can come from.',
    ]);
    assert.equal((record('dmarc', '--domain', 'a b.example', '--rua', 'nobody') as string[]).length, 2);
  });

  it('takes an answer for every question of the form', () => {
    assert.equal(
      record('dmarc', '--policy', 'none', '--rua', 'mailto:d@example.com', '--domain', 'example.com'),
      'v=DMARC1; p=none; rua=mailto:d@example.com',
    );
    assert.equal(
      record('dmarc', '--domain=example.com', '--policy=quarantine', '--testing=yes', '--rua='),
      'v=DMARC1; p=quarantine; t=y',
    );
    assert.equal(record('spf', '--domain', 'example.com', '--all', '-all', '--mx', 'yes'), 'v=spf1 mx -all');
    assert.equal(
      record('tls-rpt', '--domain', 'example.com', '--rua', 'https://example.com/r'),
      'v=TLSRPTv1; rua=https://example.com/r',
    );
  });

  it('says what is wrong with answers, and with those that have no effect', () => {
    assert.deepEqual(record('dmarc'), ['--domain: Type a domain, such as example.com.']);
    assert.deepEqual(record('dmarc', '--domain', 'example.com', '--policy', 'no'), [
      '--policy: “no” is not among the choices: none, quarantine, reject',
    ]);
    assert.deepEqual(record('dmarc', '--domain', 'example.com', '--testing', 'y'), [
      '--testing has no effect beside the other options',
    ]);
  });

  it('says what is wrong with options', () => {
    assert.match(wrong(), /needs to know what: dmarc, spf/);
    assert.match(wrong('dmrac'), /“dmrac” cannot be generated/);
    assert.match(wrong('constructor'), /cannot be generated/);
    assert.match(wrong('dmarc', '--selector', 'x'), /unknown option “--selector” of generate dmarc/);
    assert.match(wrong('dmarc', '--policy'), /needs a value/);
    assert.match(wrong('dmarc', '--policy', 'none', '--policy', 'none'), /given twice/);
    assert.match(wrong('dmarc', '--as', 'yaml'), /it takes zone, nsupdate/);
    assert.match(wrong('dmarc', '--provider', 'godaddy'), /needs --as fields/);
    assert.match(wrong('dmarc', '--ttl', '-1'), /--ttl/);
    assert.match(wrong('dmarc', '--write'), /needs --into/);
  });

  it('knows all ways out, paths and switches', () => {
    for (const { id } of OUTPUTS) assert.equal(options('spf', '--as', id).as, id);
    const given = options('dkim', '--in-repository', '--out', 'k', '--into', 'z', '--write', '--', '--odd');
    assert.deepEqual([given.inRepository, given.out, given.into, given.write], [true, 'k', 'z', true]);
    assert.deepEqual(given.paths, ['--odd']);
  });

  it('goes on from an existing record, with proposals for what it cannot keep', () => {
    const form = formFor('dmarc')!;
    const found = prefilled(form, [
      {
        owner: '_dmarc.example.com.',
        type: 'TXT',
        value: 'v=DMARC1; p=none; pct=50; psd=n; rua=mailto:d@example.com',
      },
    ])!;
    assert.deepEqual(found.lost, ['pct=50']);
    const answers = answersFor(form, { policy: 'reject' }, found.answers);
    assert.ok(!Array.isArray(answers));
    assert.equal(
      form.generate(answers as Record<string, string>).records[0]!.value,
      'v=DMARC1; p=reject; rua=mailto:d@example.com; psd=n',
    );
  });

  it('explains every kind with its questions in both languages', () => {
    for (const locale of ['en', 'ja'] as const) {
      const all = generateHelp(undefined, locale);
      for (const kind of Object.keys(FORMS)) {
        assert.ok(all.includes(`  ${kind} `), kind);
        const help = generateHelp(kind, locale);
        for (const { key, option, text } of formFor(kind)!.questions) {
          assert.ok(help.includes(`--${option ?? key} `) && help.includes(text[locale]), `${kind} ${key}`);
        }
      }
    }
  });
});

describe('the circumstances that files tell', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-auth-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('are the zone’s servers and records, main.cf’s addresses, the signer’s keys and who sends reports', () => {
    writeFileSync(
      join(folder, 'example.com.zone'),
      '$TTL 1h\n@ IN SOA ns1 h 1 2 3 4 5\n@ IN MX 20 b\n@ IN MX 10 a.example.net.\n@ IN TXT "v=spf1" " mx -all"\n_dmarc.sub IN TXT "v=DMARC1; p=none; rua=mailto:d@example.com"\n',
    );
    writeFileSync(
      join(folder, 'main.cf'),
      'inet_interfaces = 127.0.0.1,\n  [2001:db8::25], all\nmyhostname = 192.0.2.1\n',
    );
    writeFileSync(
      join(folder, 'opendkim.conf'),
      '# Selector no\nDomain example.com, example.org\nSelector\tmail # s\n',
    );
    writeFileSync(
      join(folder, 'KeyTable'),
      '# a.example.com no:no:/no\nk example.com:s2026:/etc/keys/k.private\n',
    );
    writeFileSync(
      join(folder, 'mta-sts.txt'),
      'version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 86401\n',
    );
    const { known, unread } = knownFrom([folder], undefined);
    assert.deepEqual(unread, []);
    assert.equal(known.domain, 'example.com');
    assert.deepEqual(known.mailServers, ['a.example.net', 'b.example.com']);
    assert.deepEqual(known.addresses, ['127.0.0.1', '2001:db8::25']);
    assert.deepEqual(known.signing, [
      { domain: 'example.com', selector: 'mail' },
      { domain: 'example.org', selector: 'mail' },
      { domain: 'example.com', selector: 's2026' },
    ]);
    // A policy that is there is what the questions begin with.
    const policy = completed(formFor('mta-sts', known)!, {});
    assert.deepEqual(
      [policy['mode'], policy['mx'], policy['max_age']],
      ['enforce', 'mx.example.com', '86401'],
    );
    assert.deepEqual(known.reporters, ['sub.example.com']);
    assert.ok(known.records?.some(({ type, value }) => type === 'TXT' && value === 'v=spf1 mx -all'));
  });

  it('count bound addresses before those that are listened at', () => {
    assert.deepEqual(
      addressesOf(['inet_interfaces = 192.0.2.1\nsmtp_bind_address=192.0.2.2\nsmtp_bind_address6 =\n']),
      ['192.0.2.2'],
    );
  });
});
