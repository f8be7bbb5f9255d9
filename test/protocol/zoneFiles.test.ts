import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import {
  NAME_SERVER_FILES,
  ORIGINS_CHANGED,
  ZONE_ORIGIN,
  type NameServerFilesResult,
  type ZoneOrigin,
} from '../../core/zoneProtocol';
import { startEditor, workspaceLike, type Editor } from './support/client';

const HEAD = '$TTL 3600\n@ IN SOA ns1 host 1 7200 900 1209600 3600\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';

describe('Zone files that hang together, over stdio', () => {
  let editor: Editor;
  let top: string;
  let section: Record<string, unknown>;

  beforeEach(async () => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'mail-auth-zones-')));
    mkdirSync(join(top, 'work'));
    section = {};
    editor = await startEditor({
      folders: [uri('.')],
      configuration: () => section,
      capabilities: workspaceLike,
    });
  });
  afterEach(async () => {
    editor.process.kill('SIGKILL');
    await editor.ended;
    rmSync(top, { recursive: true });
  });

  const path = (name: string) => join(top, 'work', name);
  const uri = (name: string) => pathToFileURL(path(name)).href;
  const origin = (name: string) =>
    editor.connection.sendRequest<ZoneOrigin | null>(ZONE_ORIGIN, { uri: uri(name) });
  const open = (name: string, text: string) => editor.open(uri(name), 'dns-zone', text);
  const told = () =>
    new Promise<void>((resolve) => editor.connection.onNotification(ORIGINS_CHANGED, resolve));
  /** The findings about includes. */
  const includes = async (name: string): Promise<Diagnostic[]> =>
    (await editor.pull(uri(name))).filter(({ code }) => /-include$/.test(String(code)));
  const rules = async (name: string) => (await includes(name)).map(({ code }) => code);

  it('tells of an included file that is not there, and no more once it is', async () => {
    await open('example.com.zone', `${HEAD}$INCLUDE hosts.inc\n`);
    const [missing] = await includes('example.com.zone');
    assert.equal(missing?.code, 'zone-missing-include');
    assert.deepEqual(missing.range, { start: { line: 4, character: 9 }, end: { line: 4, character: 18 } });

    const watched = await editor.registered('workspace/didChangeWatchedFiles');
    assert.deepEqual(watched, { watchers: [{ globPattern: '**/hosts.inc' }] });
    writeFileSync(path('hosts.inc'), 'www IN A 192.0.2.2\n');
    const read = told();
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('hosts.inc'), type: 1 }],
    });
    await read;
    assert.deepEqual(await rules('example.com.zone'), []);
  });

  it('takes an included file as it stands in the editor, edit by edit', async () => {
    writeFileSync(path('hosts.inc'), '');
    await open('example.com.zone', `${HEAD}$INCLUDE hosts.inc sub.example.com.\n`);
    assert.deepEqual(await rules('example.com.zone'), []);
    const opened = told();
    await open('hosts.inc', 'www IN A 192.0.2.2\n');
    await opened;
    const edited = told();
    const at = { line: 0, character: 0 };
    await editor.edit(uri('hosts.inc'), [
      { range: { start: at, end: at }, newText: '$INCLUDE example.com.zone\n' },
    ]);
    await edited;
    assert.deepEqual(await rules('example.com.zone'), ['zone-circular-include']);
    // The included file knows whose it is.
    assert.deepEqual(await origin('hosts.inc'), { origin: 'sub.example.com.', by: 'included' });
  });

  it('gives a file that is opened alone the origin of the zone beside it that includes it', async () => {
    writeFileSync(path('db.example.org'), `${HEAD}$ORIGIN branch.example.org.\n$INCLUDE hosts.inc\n`);
    await open('hosts.inc', 'www IN A 192.0.2.2\n');
    assert.deepEqual(await origin('hosts.inc'), { origin: 'branch.example.org.', by: 'included' });
    await open('other.inc', 'www IN A 192.0.2.2\n');
    assert.deepEqual(await origin('other.inc'), { origin: '.', by: 'none' });
  });

  it('is neither held up nor led elsewhere by hostile includes', async () => {
    execFileSync('mkfifo', [path('pipe')]);
    symlinkSync('/etc/passwd', path('link'));
    writeFileSync(join(top, 'outside'), 'www IN A 192.0.2.2\n');
    mkdirSync(path('folder'));
    const files = ['pipe', 'link', 'folder', '../outside', '/dev/zero', '/etc/passwd', '//server/share/x'];
    await open('example.com.zone', HEAD + files.map((file) => `$INCLUDE ${file}\n`).join(''));
    assert.deepEqual(await rules('example.com.zone'), [
      'zone-missing-include',
      'zone-unread-include',
      'zone-missing-include',
      'zone-unread-include',
      'zone-unread-include',
      'zone-unread-include',
      'zone-unread-include',
    ]);
    assert.deepEqual(editor.errors, []);
  });

  it('takes origins from the settings, and again when they change', async () => {
    await open('internal.zone', HEAD);
    assert.deepEqual(await origin('internal.zone'), { origin: 'internal.', by: 'file' });
    section = { zoneOrigins: { 'internal.zone': 'example.net' } };
    const changed = told();
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await changed;
    assert.deepEqual(await origin('internal.zone'), { origin: 'example.net.', by: 'setting' });
    section = {};
    const back = told();
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await back;
    assert.deepEqual(await origin('internal.zone'), { origin: 'internal.', by: 'file' });
  });

  it('takes origins and the working directory from named.conf', async () => {
    mkdirSync(path('zones'));
    writeFileSync(path('zones/hosts.inc'), 'www IN A 192.0.2.2\n');
    await open('zones/internal', `${HEAD}$INCLUDE hosts.inc\n`);
    await open('zones/deep', `${HEAD}$INCLUDE zones/hosts.inc\n`);
    assert.deepEqual(await rules('zones/deep'), ['zone-missing-include']);
    const changed = told();
    const result = await editor.connection.sendRequest<NameServerFilesResult>(NAME_SERVER_FILES, {
      files: [
        {
          uri: uri('named.conf'),
          text: 'options { directory "."; };\nzone "example.net" { file "zones/internal"; };\ninclude "more.conf";\n',
        },
        {
          uri: uri('other.conf'),
          text: `options { directory "${top}/work"; };\nzone "example.org" { file "zones/deep"; };\n`,
        },
      ],
    });
    await changed;
    assert.ok(result.zones.includes(uri('zones/internal')));
    assert.deepEqual(result.wanted, [uri('more.conf')]);
    assert.deepEqual(await origin('zones/internal'), { origin: 'example.net.', by: 'configuration' });
    assert.deepEqual(await origin('zones/deep'), { origin: 'example.org.', by: 'configuration' });
    assert.deepEqual(await rules('zones/deep'), []);
  });

  it('reads in folders that are added to the window, and no more once they are gone', async () => {
    mkdirSync(join(top, 'other'));
    writeFileSync(join(top, 'other/hosts.inc'), 'www IN A 192.0.2.2\n');
    let folders = ['work'];
    const uriOf = (name: string) => pathToFileURL(join(top, name)).href;
    editor.connection.onRequest('workspace/workspaceFolders', () =>
      folders.map((name) => ({ name, uri: uriOf(name) })),
    );
    const change = async (now: string[]) => {
      folders = now;
      const changed = told();
      await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [] },
      });
      await changed;
    };
    await open('example.com.zone', `${HEAD}$INCLUDE ../other/hosts.inc\n`);
    assert.deepEqual(await rules('example.com.zone'), ['zone-unread-include']);
    await change(['work', 'other']);
    assert.deepEqual(await rules('example.com.zone'), []);
    await change(['work']);
    assert.deepEqual(await rules('example.com.zone'), ['zone-unread-include']);
  });

  it('answers null for what is no zone', async () => {
    assert.equal(await origin('nowhere'), null);
    await editor.open(uri('main.cf'), 'postfix-main', 'x = y\n');
    assert.equal(await origin('main.cf'), null);
    const none = await editor.connection.sendRequest(NAME_SERVER_FILES, { files: [1, { uri: 2 }, null] });
    assert.deepEqual(none, { zones: [], wanted: [] });
  });
});
