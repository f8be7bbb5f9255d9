import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver/node';
import { built, startEditor, type Editor } from './support/client';

describe('What opendkim.conf includes', function () {
  this.timeout(60_000);
  let top: string;

  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'mail-auth-includes-')));
  });
  afterEach(() => {
    rmSync(top, { recursive: true });
  });

  const path = (name: string) => join(top, name);
  const write = (name: string, text: string): string => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
    return path(name);
  };
  const SIGNERS = 'Socket inet:8891@localhost\nSigningTable refile:/etc/opendkim/SigningTable\n';

  describe('over stdio', () => {
    let editor: Editor;

    beforeEach(async () => {
      editor = await startEditor({ folders: [pathToFileURL(top).href] });
    });
    afterEach(async () => {
      editor.process.kill('SIGKILL');
      await editor.ended;
    });

    const uri = (name: string) => pathToFileURL(path(name)).href;
    const rules = async (name: string) => (await editor.pull(uri(name))).map(({ code }) => code);
    /** What is found once it is as expected; files are read again after a rest. */
    const comesTo = async (name: string, expected: readonly string[]) => {
      for (;;) {
        const now = await rules(name);
        if (JSON.stringify(now) === JSON.stringify(expected)) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const onDisk = (name: string, type: FileChangeType) =>
      editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri(name), type }],
      });

    it('tells of a file that is not there, and reads it once it is', async () => {
      const included = path('local.conf');
      await editor.open(uri('opendkim.conf'), 'opendkim', `${SIGNERS}Include ${included}\n`);
      assert.deepEqual(await rules('opendkim.conf'), ['opendkim-missing-include']);
      write('local.conf', '# nothing yet\n');
      await onDisk('local.conf', FileChangeType.Created);
      await comesTo('opendkim.conf', ['opendkim-lonely-table']);
      write('local.conf', 'KeyTable file:/etc/opendkim/KeyTable\n');
      await onDisk('local.conf', FileChangeType.Changed);
      await comesTo('opendkim.conf', []);
    });

    it('takes what is open in the editor in place of the file', async () => {
      write('more/opendkim.conf', 'KeyTable file:/etc/opendkim/KeyTable\n');
      const text = `${SIGNERS}Include ${path('more/opendkim.conf')}\n`;
      await editor.open(uri('opendkim.conf'), 'opendkim', text);
      assert.deepEqual(await rules('opendkim.conf'), []);
      await editor.open(uri('more/opendkim.conf'), 'opendkim', 'Syslog yes\n');
      await comesTo('opendkim.conf', ['opendkim-lonely-table']);
    });

    it('finds the file in a copy of the machine’s folders, and claims nothing where it is in none', async () => {
      write(
        'host/etc/opendkim/keys.conf',
        'KeyTable file:/etc/opendkim/KeyTable\nInclude /etc/dkim/none.conf\n',
      );
      const text = `${SIGNERS}Include /etc/opendkim/keys.conf\n`;
      await editor.open(uri('host/etc/opendkim.conf'), 'opendkim', text);
      assert.deepEqual(await rules('host/etc/opendkim.conf'), []);
      await editor.open(uri('other/etc/opendkim.conf'), 'opendkim', text);
      assert.deepEqual(await rules('other/etc/opendkim.conf'), []);
    });

    it('leaves relative paths, which count from wherever the program was started', async () => {
      write('keys.conf', 'KeyTable file:/etc/opendkim/KeyTable\n');
      await editor.open(uri('opendkim.conf'), 'opendkim', `${SIGNERS}Include keys.conf\n`);
      assert.deepEqual(await rules('opendkim.conf'), ['opendkim-relative-path']);
    });

    it('reads no file outside of the folders that are open', async () => {
      const outside = mkdtempSync(join(tmpdir(), 'mail-auth-outside-'));
      try {
        writeFileSync(join(outside, 'keys.conf'), 'Nothing here\n');
        const text = `${SIGNERS}Include ${outside}/keys.conf\nInclude ${outside}/gone.conf\n`;
        await editor.open(uri('opendkim.conf'), 'opendkim', text);
        assert.deepEqual(await rules('opendkim.conf'), []);
      } finally {
        rmSync(outside, { recursive: true });
      }
    });
  });

  it('counts for the linter, too', () => {
    write(
      'example.com.zone',
      '$TTL 1h\n@ IN SOA ns1 host 1 7200 900 1209600 3600\n@ IN NS ns1\nns1 A 192.0.2.1\n',
    );
    write('keys.conf', 'Domain example.com\nSelector gone\nKeyFile /etc/dkim/gone.private\n');
    write('opendkim.conf', `Socket inet:8891@localhost\nInclude ${path('keys.conf')}\n`);
    const { stdout } = spawnSync(process.execPath, [built('cli.js'), 'check', '--format', 'json', top], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    const { findings } = JSON.parse(stdout) as {
      findings: { path: string; rule: string; range: unknown; message: string }[];
    };
    const [found] = findings.filter(({ path: where }) => where.endsWith('opendkim.conf'));
    assert.equal(found?.rule, 'system-missing-dkim-key');
    assert.match(found.message, /gone\._domainkey\.example\.com/);
    const end = 8 + path('keys.conf').length;
    assert.deepEqual(found.range, { start: { line: 1, character: 8 }, end: { line: 1, character: end } });
  });
});
