import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GeneratedRecord } from '../../core/generator/form';
import { outputContext } from '../../core/generator/publish/output';
import { outputFor } from '../../core/generator/publish/outputs';

const PATH = `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin`;

const ZONE = [
  '$ORIGIN example.com.',
  '$TTL 3600',
  '@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600',
  '@ IN NS ns1',
  '@ IN TXT "site-verification=x"',
  '@ IN TXT "v=spf1 mx -all"',
  'sub IN TXT "site-verification=x"',
  'ns1 IN A 127.0.0.1',
  '_dmarc IN TXT "v=DMARC1; p=none"',
  '_dmarc IN TXT "v=DMARC1; p=reject"',
  '',
].join('\n');

const POLICY: GeneratedRecord = {
  owner: '_dmarc.example.com.',
  type: 'TXT',
  value: 'v=DMARC1; p=quarantine; rua=mailto:a@example.com',
  ttl: 3600,
};
const SPF: GeneratedRecord = {
  owner: 'example.com.',
  type: 'TXT',
  value: 'v=spf1 ip4:192.0.2.1 -all',
  ttl: 3600,
};
const NEW: GeneratedRecord = {
  owner: '_smtp._tls.example.com.',
  type: 'TXT',
  value: 'v=TLSRPTv1; rua=mailto:t@example.com',
  ttl: 3600,
};
const PUBLISHED = [
  { owner: 'example.com.', type: 'TXT', value: 'site-verification=x' },
  { owner: 'example.com.', type: 'TXT', value: 'v=spf1 mx -all' },
] as const;

const TOKEN = '"site-verification=x"';

const BELOW: GeneratedRecord = { ...SPF, owner: 'sub.example.com.' };

function found(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`], { env: { ...process.env, PATH } }).status === 0;
}

/** A port that nobody listens at just now. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

describe('what the generator hands to name servers', function () {
  this.timeout(60_000);
  let folder: string;
  let server: ChildProcess | undefined;
  const run = (command: string, args: readonly string[], input?: string) =>
    spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH }, input });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ma-publishing-'));
    writeFileSync(join(folder, 'example.com.zone'), ZONE);
  });
  afterEach(async () => {
    if (server?.exitCode === null) {
      const ended = new Promise((resolve) => server!.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
    }
    server = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  /** The texts at a name, as a running server answers. */
  const texts = (port: number, name: string): string[] => {
    const { stdout } = run('dig', ['+short', '+tcp', '-p', String(port), '@127.0.0.1', name, 'TXT']);
    return stdout.split('\n').filter(Boolean).sort();
  };
  const listening = async (port: number): Promise<void> => {
    for (let left = 100; texts(port, 'example.com').length === 0; left--) {
      assert.ok(left > 0, 'the server does not answer');
      await sleep(100);
    }
  };

  /** Holds a server against what scripts should come to, with comments and without. */
  const holds = (answers: (name: string) => string[], play: (text: string) => void, id: string): void => {
    const { write } = outputFor(id)!;
    const zone = 'example.com.';
    // Where the zone is known, exactly the old record goes.
    play(write([SPF], { ...outputContext([SPF], PUBLISHED), zone }));
    assert.deepEqual(answers('example.com'), [TOKEN, `"${SPF.value}"`].sort());
    // Where it is not, what stands at a name of its own goes as a whole, however often that is done.
    for (let time = 0; time < 2; time++) {
      play(write([POLICY, NEW], { zone }));
      assert.deepEqual(answers('_dmarc.example.com'), [`"${POLICY.value}"`]);
      assert.deepEqual(answers('_smtp._tls.example.com'), [`"${NEW.value}"`]);
    }
    // Beside others nothing is taken away, and a comment says what to do.
    const told = write([BELOW], { zone, locale: 'ja' });
    assert.match(told, /SPF レコードが既にある/);
    play(told);
    assert.deepEqual(answers('sub.example.com'), [TOKEN, `"${BELOW.value}"`].sort());
  };

  it('nsupdate: BIND takes it', async function () {
    if (!['named', 'nsupdate', 'dig'].every(found)) this.skip();
    const port = await freePort();
    writeFileSync(
      join(folder, 'named.conf'),
      [
        `options { directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; };`,
        '  pid-file none; session-keyfile none; recursion no; };',
        'controls { };',
        'zone "example.com" { type primary; file "example.com.zone"; allow-update { 127.0.0.1; }; };',
        '',
      ].join('\n'),
    );
    server = spawn('named', ['-g', '-c', join(folder, 'named.conf')], { env: { ...process.env, PATH } });
    await listening(port);
    const play = (text: string): void => {
      const done = run('nsupdate', [], `server 127.0.0.1 ${port}\n${text}`);
      assert.deepEqual([done.status, done.stderr], [0, '']);
    };
    holds((name) => texts(port, name), play, 'nsupdate');
  });

  it('knotc: Knot takes it', async function () {
    if (!['knotd', 'knotc', 'dig'].every(found)) this.skip();
    const port = await freePort();
    mkdirSync(join(folder, 'run'));
    const configuration = join(folder, 'knot.conf');
    writeFileSync(
      configuration,
      [
        `server:\n  rundir: ${folder}/run\n  listen: 127.0.0.1@${port}`,
        `control:\n  listen: ${folder}/run/knot.sock`,
        `database:\n  storage: ${folder}/run`,
        'log:\n  - target: stderr\n    any: error',
        `zone:\n  - domain: example.com.\n    file: ${folder}/example.com.zone`,
        '',
      ].join('\n'),
    );
    server = spawn('knotd', ['-c', configuration], { env: { ...process.env, PATH } });
    await listening(port);
    const play = (text: string): void => {
      const own = text.replaceAll(/^knotc /gm, `knotc -s ${folder}/run/knot.sock -b `);
      const done = run('sh', ['-e'], own);
      assert.equal(done.status, 0, done.stderr + own);
    };
    holds((name) => texts(port, name), play, 'knot');
  });

  it('pdnsutil: PowerDNS takes it', function () {
    if (!['pdnsutil', 'sqlite3'].every(found)) this.skip();
    const schema = '/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql';
    const database = join(folder, 'pdns.sqlite3');
    const made = run('sh', ['-c', `sqlite3 ${database} < ${schema}`]);
    if (made.status !== 0) this.skip();
    writeFileSync(join(folder, 'pdns.conf'), `launch=gsqlite3\ngsqlite3-database=${database}\n`);
    const pdnsutil = `pdnsutil --config-dir=${folder}`;
    const loaded = run('sh', ['-c', `${pdnsutil} load-zone example.com example.com.zone`]);
    assert.equal(loaded.status, 0, loaded.stderr);
    const answers = (name: string): string[] => {
      const { stdout } = run('sh', ['-c', `${pdnsutil} list-zone example.com`]);
      return stdout
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([owner, , , type]) => owner === name && type === 'TXT')
        .map((fields) => fields[4]!)
        .sort();
    };
    const play = (text: string): void => {
      const done = run('sh', ['-e'], text.replaceAll(/^pdnsutil /gm, `${pdnsutil} `));
      assert.equal(done.status, 0, done.stderr + text);
    };
    holds(answers, play, 'powerdns');
  });
});
