import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/shared';

const ZONE = [
  '$TTL 1h',
  '@       IN SOA ns1 hostmaster 2020010101 7200 3600 1209600 3600',
  '        IN NS  ns1',
  '        IN MX  10 mail',
  'ns1     IN A   192.0.2.53',
  'mail    IN A   192.0.2.25',
  '_dmarc  IN TXT "v=DMARC1; p=none; sp=none; rua=mailto:d@example.com" ; policy',
  '',
].join('\n');

describe('cli.js generate', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-auth-'));
    writeFileSync(join(folder, 'example.com.zone'), ZONE);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function run(...words: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'generate', ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
    });
  }
  const zone = (): string => readFileSync(join(folder, 'example.com.zone'), 'utf8');

  it('prints a record as it is wanted', () => {
    const asked = ['dmarc', '--policy', 'none', '--rua', 'mailto:d@example.com', '--domain', 'example.com'];
    const { status, stdout, stderr } = run(...asked, '--as', 'nsupdate');
    // What the rules say is told beside it.
    assert.equal(status, 0);
    assert.match(stderr, /^mail-auth: _dmarc\.example\.com: note: .*\(dmarc-monitoring-only\)\n$/);
    assert.equal(
      stdout,
      'zone example.com.\nupdate delete _dmarc.example.com. IN TXT\nupdate add _dmarc.example.com. 3600 IN TXT "v=DMARC1; p=none; rua=mailto:d@example.com"\nsend\n',
    );
    assert.equal(
      run(...asked).stdout,
      '_dmarc.example.com.\t3600\tIN\tTXT\t"v=DMARC1; p=none; rua=mailto:d@example.com"\n',
    );
    assert.match(run(...asked, '--as', 'fields', '--locale', 'ja').stdout, /^ホスト名: _dmarc\n/);
  });

  it('speaks up with status 2 where something is wrong, and prints nothing', () => {
    for (const words of [
      ['dmarc', '--domain', 'example.com', '--policy', 'no'],
      ['dmarc'],
      ['nothing'],
      ['dmarc', '--domain', 'example.com', 'missing.zone'],
      ['dmarc', '--domain', 'example.com', '--zone', 'other.example'],
      ['dkim', '--domain', 'example.com'],
    ]) {
      const { status, stdout, stderr } = run(...words);
      assert.equal(status, 2, words.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, /^mail-auth: /);
    }
  });

  it('shows what would change in a zone file, and changes it only when told to', () => {
    const words = ['spf', '--into', 'example.com.zone', '--all', '-all'];
    const shown = run(...words);
    assert.equal(shown.status, 0, shown.stderr);
    assert.match(shown.stdout, /\n\+@?\s.*TXT\s+"v=spf1 mx -all"\n/);
    assert.equal(zone(), ZONE);
    assert.equal(run(...words, '--write').stdout, shown.stdout);
    assert.match(zone(), /TXT\s+"v=spf1 mx -all"\n/);
    assert.doesNotMatch(zone(), /2020010101/);
  });

  it('raises the policy step by step, the rest as it was', () => {
    const policies: string[] = [];
    for (let step = 0; step < 3; step++) {
      assert.equal(run('dmarc', '--raise', '--into', 'example.com.zone', '--write').status, 0);
      policies.push(/"(v=DMARC1.*)" ; policy/.exec(zone())![1]!);
    }
    assert.deepEqual(policies, [
      'v=DMARC1; p=quarantine; sp=none; rua=mailto:d@example.com; t=y',
      'v=DMARC1; p=quarantine; sp=none; rua=mailto:d@example.com',
      'v=DMARC1; p=reject; sp=none; rua=mailto:d@example.com',
    ]);
    const top = run('dmarc', '--raise', 'example.com.zone');
    assert.equal(top.status, 2);
    assert.match(top.stderr, /already/);
  });

  it('raises a policy that is laid out over lines where it stands', () => {
    const laidOut = '_dmarc IN TXT ( "v=DMARC1; p=none; " ; ours\n  "rua=mailto:d@example.com" )';
    writeFileSync(join(folder, 'example.com.zone'), ZONE.replace(/^_dmarc.*$/m, laidOut));
    const { status, stderr } = run('dmarc', '--raise', '--into', 'example.com.zone', '--write');
    assert.equal(status, 0, stderr);
    const raised = '_dmarc IN TXT ( "v=DMARC1; p=quarantine; " ; ours\n  "rua=mailto:d@example.com; t=y" )';
    assert.ok(zone().includes(raised), zone());
  });

  it('makes a key whose public half it prints, and which only its owner can read', () => {
    const { status, stdout, stderr } = run(
      'dkim',
      '--domain',
      'example.com',
      '--selector',
      's1',
      '--out',
      'k.pem',
    );
    assert.equal(status, 0, stderr);
    const path = join(folder, 'k.pem');
    if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o600);
    const key = createPublicKey(createPrivateKey(readFileSync(path)));
    const base64 = key.export({ type: 'spki', format: 'der' }).toString('base64');
    assert.ok(stdout.replaceAll('" "', '').includes(`p=${base64}"`));
    assert.match(stdout, /^s1\._domainkey\.example\.com\.\t/);
    assert.match(stderr, /\nSelector\ts1\nKeyFile\t\S+k\.pem\n/);
    const before = readFileSync(path, 'utf8');
    const again = run('dkim', '--domain', 'example.com', '--out', 'k.pem');
    assert.deepEqual([again.status, again.stdout], [2, '']);
    assert.equal(readFileSync(path, 'utf8'), before);
  });

  it('keeps private keys out of folders under version control, unless it is told to', () => {
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'keys'));
    const words = ['dkim', '--domain', 'example.com', '--algorithm', 'ed25519', '--out', 'keys/k.pem'];
    const refused = run(...words);
    assert.deepEqual([refused.status, refused.stdout], [2, '']);
    assert.match(refused.stderr, /version control/);
    assert.ok(!existsSync(join(folder, 'keys/k.pem')));
    assert.equal(run(...words, '--in-repository').status, 0);
    assert.ok(existsSync(join(folder, 'keys/k.pem')));
  });

  it('leaves no key behind where only is shown what would change', () => {
    const { status } = run('dkim', '--out', 'k.pem', '--into', 'example.com.zone');
    assert.equal(status, 0);
    assert.ok(!existsSync(join(folder, 'k.pem')));
    assert.equal(zone(), ZONE);
  });

  it('removes a key again that it made for a zone file that cannot be written', function () {
    const words = [
      'dkim',
      '--algorithm',
      'ed25519',
      '--out',
      'k.pem',
      '--into',
      'example.com.zone',
      '--write',
    ];
    // Not UTF-8, so that it could not be written back as it was.
    writeFileSync(
      join(folder, 'example.com.zone'),
      Buffer.concat([Buffer.from(ZONE), Buffer.of(0x3b, 0xe9, 0x0a)]),
    );
    const refused = run(...words);
    assert.equal(refused.status, 2, refused.stderr);
    assert.match(refused.stderr, /k\.pem was removed again/);
    assert.ok(!existsSync(join(folder, 'k.pem')));
    writeFileSync(join(folder, 'example.com.zone'), ZONE);
    // A file that was there before stays, whatever happens.
    writeFileSync(join(folder, 'k.pem'), 'precious');
    assert.equal(run(...words).status, 2);
    assert.equal(readFileSync(join(folder, 'k.pem'), 'utf8'), 'precious');
    assert.equal(zone(), ZONE);
    rmSync(join(folder, 'k.pem'));
    // root writes read-only files, too.
    if (process.platform === 'win32' || process.getuid?.() === 0) return;
    chmodSync(join(folder, 'example.com.zone'), 0o444);
    const readOnly = run(...words);
    assert.equal(readOnly.status, 2);
    assert.match(readOnly.stderr, /example\.com\.zone: cannot be written \(EACCES\)/);
    assert.ok(!existsSync(join(folder, 'k.pem')));
  });

  it('fails where no record could be put into the file, and keeps no key for it', () => {
    const file = `${ZONE}s1._domainkey IN CNAME s1.example.net.\n`;
    writeFileSync(join(folder, 'example.com.zone'), file);
    const into = ['--into', 'example.com.zone', '--write', '--selector', 's1', '--algorithm', 'ed25519'];
    for (const domain of ['example.com', 'example.net']) {
      const { status, stderr } = run('dkim', '--domain', domain, '--out', 'k.pem', ...into);
      assert.equal(status, 2, stderr);
      assert.match(stderr, /left out\n.*example\.com\.zone was not changed\n/s);
      assert.doesNotMatch(stderr, /has these records already/);
      assert.ok(!existsSync(join(folder, 'k.pem')));
      assert.equal(zone(), file);
    }
  });

  it('tells which senders are too many, with status 2, and writes nothing', () => {
    const words = ['spf', '--senders', 'mailgun,sendgrid,brevo,mailjet,zendesk,postmark'];
    const { status, stdout, stderr } = run(...words, '--into', 'example.com.zone', '--write');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(
      stderr,
      /--senders: This needs 12 DNS lookups.*Mailgun 5, SendGrid 2, mx 1.*subdomain.*flattening/,
    );
    assert.equal(zone(), ZONE);
    const ja = run(...words, '--domain', 'example.com', '--mx', 'n', '--locale', 'ja');
    assert.equal(ja.status, 2);
    assert.match(ja.stderr, /DNS 参照が 11 回必要/);
  });

  it('tells what the rules find in the zone, before it writes anything, with status 1 for errors', () => {
    // What is included has a record in the zone, which costs more than the form can know of.
    const terms = Array.from({ length: 11 }, (_, at) => `a:h${at}.example.net`).join(' ');
    const deep = `${ZONE}_spf IN TXT "v=spf1 ${terms} -all"\n`;
    writeFileSync(join(folder, 'example.com.zone'), deep);
    const words = ['spf', '--includes', '_spf.example.com', '--into', 'example.com.zone'];
    const dry = run(...words);
    assert.equal(dry.status, 1, dry.stderr);
    assert.match(dry.stderr, /example\.com: error: .*13 DNS lookups.*\(spf-too-many-lookups\)/);
    const refused = run(...words, '--write');
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /nothing was written because of the errors above/);
    assert.equal(zone(), deep);
  });

  it('tells what it carries over, as findings of what is there', () => {
    const key =
      'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB';
    const old = [
      '@ IN TXT "v=spf1 ptr ip4:192.0.2.25 ~all"',
      `old._domainkey IN TXT "v=DKIM1; k=rsa; p=${key}"`,
      '',
    ].join('\n');
    writeFileSync(join(folder, 'example.com.zone'), ZONE + old);
    const { status, stderr, stdout } = run(
      'domain',
      '--update',
      '--into',
      'example.com.zone',
      '--parts',
      'spf,dmarc',
      '--dmarc-policy',
      'quarantine',
    );
    assert.equal(status, 0, stderr);
    assert.match(stdout, /\+.*p=quarantine/);
    const there = stderr.split('\n').filter((line) => line.includes('in the record that is there'));
    assert.match(there.join('\n'), /example\.com, in the record.*\(spf-ptr\)/);
    // Its own selector is not asked about, but it stays a part of the set.
    assert.match(there.join('\n'), /old\._domainkey\.example\.com, in the record.*\(dkim-/);
    const own = stderr
      .split('\n')
      .filter((line) => /: (?:error|warning): /.test(line) && !there.includes(line));
    assert.deepEqual(own, []);
  });

  it('writes the policy file of MTA-STS', () => {
    const { status, stdout } = run('mta-sts', '--out', 'mta-sts.txt', 'example.com.zone');
    assert.equal(status, 0);
    assert.match(stdout, /_mta-sts\.example\.com\.\t3600\tIN\tTXT\t"v=STSv1; id=\d{14}"/);
    assert.equal(
      readFileSync(join(folder, 'mta-sts.txt'), 'utf8'),
      'version: STSv1\nmode: testing\nmx: mail.example.com\nmax_age: 604800\n',
    );
  });

  it('makes everything for a new domain at once', () => {
    const { status, stdout } = run(
      'domain',
      '--domain',
      'example.com',
      '--out',
      'k.pem',
      '--dkim-algorithm',
      'ed25519',
      'example.com.zone',
    );
    assert.equal(status, 0);
    const owners = stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0]);
    assert.deepEqual(owners.slice(0, 1), ['example.com.']);
    assert.ok(owners.some((owner) => owner?.includes('._domainkey.')));
    assert.ok(owners.includes('_dmarc.example.com.') && owners.includes('_smtp._tls.example.com.'));
  });
});
