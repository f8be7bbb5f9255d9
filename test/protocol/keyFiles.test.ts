import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver/node';
import { built, startEditor, workspaceLike, type Editor } from './support/client';

interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const spki = ({ publicKey }: Pair): Buffer => publicKey.export({ type: 'spki', format: 'der' });
const HEAD =
  '$TTL 1h\n@ IN SOA ns1.example.net. host 1 7200 900 1209600 3600\n@ IN NS ns1.example.net.\n@ IN NS ns2.example.net.\n';

/** The zone with a key; strings as long as they may be. */
function zoneWith(pair: Pair): string {
  const ed = pair.publicKey.asymmetricKeyType === 'ed25519';
  const p = (ed ? spki(pair).subarray(-32) : spki(pair)).toString('base64');
  const strings = (`v=DKIM1; k=${ed ? 'ed25519' : 'rsa'}; p=${p}`.match(/.{1,255}/g) ?? []).map(
    (s) => `"${s}"`,
  );
  return `${HEAD}mail._domainkey IN TXT ${strings.join(' ')}\n`;
}

describe('Private keys that opendkim.conf names', function () {
  this.timeout(60_000);
  const rsa = (): Pair => generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ed = (): Pair => generateKeyPairSync('ed25519');
  const pkcs8 = ({ privateKey }: Pair) => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const pkcs1 = ({ privateKey }: Pair) => privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  let top: string;

  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'mail-auth-keys-')));
  });
  afterEach(() => {
    rmSync(top, { recursive: true });
  });

  const path = (name: string) => join(top, name);
  const write = (name: string, text: string): string => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text, { mode: 0o600 });
    return path(name);
  };
  const MISMATCHES = ['system-mismatched-dkim-key', 'system-mismatched-key'];
  const check = (...options: string[]) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [built('cli.js'), 'check', '--format', 'json', ...options, top],
      { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
    );
    const { findings } = JSON.parse(stdout) as {
      findings: { rule: string; path: string; related: { path: string }[] }[];
    };
    const found = findings.filter(({ rule }) => MISMATCHES.includes(rule));
    return { rules: found.map(({ rule }) => rule).sort(), found, said: stdout + stderr };
  };
  const conf = (keyFile: string) =>
    `Socket inet:8891@localhost\nDomain example.com\nSelector mail\nKeyFile ${keyFile}\n`;

  it('are told where their public half is not the published one, at both ends, and nothing of them is said', () => {
    const [mine, published] = [rsa(), rsa()];
    write('example.com.zone', zoneWith(published));
    write('opendkim.conf', conf(write('mail.private', pkcs8(mine))));
    const { rules, found, said } = check();
    assert.deepEqual(rules, MISMATCHES);
    for (const { path: at, related } of found) {
      const there = at.endsWith('.zone') ? 'opendkim.conf' : 'example.com.zone';
      assert.deepEqual(
        related.map((one) => one.path.slice(top.length + 1)),
        [there],
      );
    }
    for (const line of pkcs8(mine).split('\n')) {
      if (line.length > 16)
        assert.ok(!said.includes(line.slice(0, 16)), 'a part of the private key is shown');
    }
    assert.ok(!said.includes(spki(mine).toString('base64').slice(60, 90)));
  });

  it('are in order where they belong together, however they are written', () => {
    for (const [pair, pem] of [
      [rsa(), pkcs8],
      [rsa(), pkcs1],
      [ed(), pkcs8],
    ] as const) {
      write('example.com.zone', zoneWith(pair));
      write('opendkim.conf', conf(write('mail.private', pem(pair))));
      assert.deepEqual(check().rules, []);
    }
  });

  it('are compared for the rows of a KeyTable, also in a copy of the machine’s files', () => {
    const [mine, other] = [ed(), rsa()];
    write('host/etc/dkimkeys/mail.private', pkcs8(mine));
    write('host/etc/opendkim/KeyTable', 'mail example.com:mail:/etc/dkimkeys/mail.private\n');
    write('example.com.zone', zoneWith(other));
    assert.deepEqual(check().rules, MISMATCHES);
    write('example.com.zone', zoneWith(mine));
    assert.deepEqual(check().rules, []);
  });

  it('are left alone where that is asked for', () => {
    write('example.com.zone', zoneWith(ed()));
    write('opendkim.conf', conf(write('mail.private', pkcs8(ed()))));
    assert.deepEqual(check('--no-key-files').rules, []);
    const wrong = spawnSync(process.execPath, [built('cli.js'), 'explain', '--no-key-files', top], {
      encoding: 'utf8',
    });
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /--no-key-files/);
  });

  it('say nothing where they lie outside, are locked, or are no keys', () => {
    const outside = mkdtempSync(join(tmpdir(), 'mail-auth-outside-'));
    try {
      const elsewhere = join(outside, 'mail.private');
      writeFileSync(elsewhere, pkcs8(ed()));
      symlinkSync(elsewhere, path('link.private'));
      execFileSync('mkfifo', [path('pipe')]);
      const locked = ed().privateKey.export({
        type: 'pkcs8',
        format: 'pem',
        cipher: 'aes-256-cbc',
        passphrase: 'x',
      });
      const files = [
        elsewhere,
        path('link.private'),
        path('pipe'),
        path('gone.private'),
        top,
        write('locked.private', locked.toString()),
        write('public.pem', ed().publicKey.export({ type: 'spki', format: 'pem' }).toString()),
        write('torn.private', pkcs8(rsa()).slice(0, 800)),
        write('empty.private', ''),
        write('long.private', pkcs8(ed()) + '#'.repeat(1 << 17)),
      ];
      const control = write('mail.private', pkcs8(ed()));
      const rows = [...files, control].map((file, index) => `k${index} example.com:s${index}:${file}\n`);
      write('KeyTable', rows.join(''));
      const [, key = ''] = zoneWith(ed()).split('mail._domainkey ');
      write('example.com.zone', HEAD + rows.map((_, index) => `s${index}._domainkey ${key}`).join(''));
      // Only the last row's key is one that can be read.
      assert.deepEqual(check().rules, MISMATCHES);
      write('KeyTable', rows.slice(0, -1).join(''));
      assert.deepEqual(check().rules, []);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  describe('over stdio', () => {
    let editor: Editor;
    let section: Record<string, unknown>;

    beforeEach(async () => {
      section = {};
      editor = await startEditor({
        folders: [pathToFileURL(top).href],
        configuration: () => section,
        capabilities: workspaceLike,
      });
    });
    afterEach(async () => {
      editor.process.kill('SIGKILL');
      await editor.ended;
    });

    const uri = (name: string) => pathToFileURL(path(name)).href;
    const mismatches = async () =>
      [...(await editor.pull(uri('opendkim.conf'))), ...(await editor.pull(uri('example.com.zone')))]
        .map(({ code }) => String(code))
        .filter((code) => MISMATCHES.includes(code))
        .sort();
    const comesTo = async (expected: readonly string[]) => {
      while ((await mismatches()).join() !== expected.join()) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };

    it('are read again when their file changes, and not at all once the setting says so', async () => {
      const [mine, published] = [ed(), ed()];
      const keyFile = write('mail.private', pkcs8(mine));
      await editor.open(uri('example.com.zone'), 'dns-zone', zoneWith(published));
      await editor.open(uri('opendkim.conf'), 'opendkim', conf(keyFile));
      await comesTo(MISMATCHES);

      write('mail.private', pkcs8(published));
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri('mail.private'), type: FileChangeType.Changed }],
      });
      await comesTo([]);

      write('mail.private', pkcs8(mine));
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri('mail.private'), type: FileChangeType.Changed }],
      });
      await comesTo(MISMATCHES);
      section = { opendkim: { readKeyFiles: false } };
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await comesTo([]);
    });
  });
});
