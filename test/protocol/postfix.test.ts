import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hover, Location, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { NAMED_FILES, type NamedFilesResult } from '../../core/namedFilesProtocol';
import { applyTextEdits, built, startEditor, type Editor } from './support/client';

const main = {
  uri: 'file:///etc/postfix/main.cf',
  text: `mua_clients = permit_mynetworks, reject
smtpd_milters = inet:localhost:8891
content_filter = scan:[127.0.0.1]:10025
transport_maps = hash:/etc/postfix/routes
`,
};
const master = {
  uri: 'file:///etc/postfix/master.cf',
  text: `smtp inet n - y - - smtpd
submission inet n - y - - smtpd
  -o smtpd_client_restrictions=$mua_clients
scan unix - - n - - smtp
`,
};
const routes = { uri: 'file:///etc/postfix/routes', text: 'example.com scan:[192.0.2.1]\n' };

const at = (line: number, character: number) => ({ line, character });

describe('Postfix’s files in one editor', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await startEditor();
    await editor.open(main.uri, 'postfix-main', main.text);
    await editor.open(master.uri, 'postfix-master', master.text);
    await editor.open(routes.uri, 'postfix-table', routes.text);
  });
  afterEach(() => editor.quit());

  const codes = async (uri: string) => (await editor.pull(uri)).map(({ code }) => code);

  it('are judged together', async () => {
    assert.deepEqual(await codes(master.uri), []);
    await editor.edit(main.uri, [{ range: { start: at(0, 0), end: at(0, 3) }, newText: 'our' }]);
    assert.deepEqual(await codes(master.uri), ['system-undefined-reference']);
    await editor.edit(master.uri, [{ range: { start: at(3, 0), end: at(3, 4) }, newText: 'scam' }]);
    assert.ok((await codes(main.uri)).includes('system-unknown-service'));
    assert.deepEqual(editor.errors, []);
  });

  it('complete what -o sets, and the transports of a table', async () => {
    await editor.edit(master.uri, [
      { range: { start: at(2, 43), end: at(2, 43) }, newText: '\n  -o smtpd_tls_security_level=' },
    ]);
    const levels = await editor.complete(master.uri, at(3, 30));
    assert.ok(levels?.items.some(({ label }) => label === 'encrypt'));
    await editor.edit(routes.uri, [{ range: { start: at(1, 0), end: at(1, 0) }, newText: 'example.net ' }]);
    const transports = await editor.complete(routes.uri, at(1, 12));
    assert.deepEqual(
      transports?.items.map(({ label }) => label),
      ['scan:'],
    );
  });

  it('say what main.cf sets where a service sets it otherwise', async () => {
    const hover: Hover | null = await editor.hover(master.uri, at(2, 36));
    assert.match(JSON.stringify(hover), /Set in main\.cf: permit\\\\_mynetworks, reject/);
  });

  it('share their names: definition, references, rename', async () => {
    const definition: Location[] = await editor.ask('definition', master.uri, at(2, 36));
    assert.deepEqual(
      definition.map(({ uri, range }) => [uri, range.start]),
      [[main.uri, at(0, 0)]],
    );
    const service: Location[] = await editor.ask('definition', routes.uri, at(0, 13));
    assert.deepEqual(
      service.map(({ uri, range }) => [uri, range.start]),
      [[master.uri, at(3, 0)]],
    );
    const references: Location[] = await editor.ask('references', main.uri, at(2, 18), {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(references.map(({ uri }) => uri).sort(), [main.uri, master.uri, routes.uri].sort());
    const edit: WorkspaceEdit = await editor.ask('rename', main.uri, at(2, 18), { newName: 'amavis' });
    const changed = [main, master, routes].map(({ uri, text }) =>
      applyTextEdits(text, edit.changes?.[uri] ?? []),
    );
    assert.deepEqual(
      changed,
      [main, master, routes].map(({ text }) => text.replace(/\bscan\b/, 'amavis')),
    );
    const parameter: WorkspaceEdit = await editor.ask('rename', main.uri, at(0, 2), { newName: 'users' });
    assert.deepEqual(Object.keys(parameter.changes ?? {}).sort(), [main.uri, master.uri].sort());
  });

  it('leave another mail server’s files alone', async () => {
    const theirs = [main, master, routes].map(({ uri, text }) => ({
      uri: uri.replace('/etc/postfix/', '/backup/mx2/postfix/'),
      text,
    }));
    const languages = ['postfix-main', 'postfix-master', 'postfix-table'];
    for (const [index, { uri, text }] of theirs.entries()) await editor.open(uri, languages[index]!, text);
    for (const [uri, position] of [
      [main.uri, at(2, 18)],
      [master.uri, at(3, 1)],
      [routes.uri, at(0, 13)],
    ] as const) {
      const edit: WorkspaceEdit = await editor.ask('rename', uri, position, { newName: 'amavis' });
      assert.deepEqual(
        Object.keys(edit.changes ?? {}).sort(),
        [main.uri, master.uri, routes.uri].sort(),
        uri,
      );
    }
    const definition: Location[] = await editor.ask('definition', theirs[0]!.uri, at(2, 18));
    assert.deepEqual(
      definition.map(({ uri }) => uri),
      [theirs[1]!.uri],
    );
  });

  it('are laid out', async () => {
    const edits: TextEdit[] = await editor.connection.sendRequest('textDocument/formatting', {
      textDocument: { uri: master.uri },
      options: { tabSize: 4, insertSpaces: true },
    });
    const text = applyTextEdits(master.text, edits);
    assert.match(text, /^smtp {6}inet {2}n {7}- {7}y {7}- {7}- {7}smtpd$/m);
    assert.match(text, /^ {2}-o smtpd_client_restrictions=\$mua_clients$/m);
    await editor.edit(master.uri, edits);
    assert.deepEqual(
      await editor.connection.sendRequest('textDocument/formatting', {
        textDocument: { uri: master.uri },
        options: { tabSize: 4, insertSpaces: true },
      }),
      [],
    );
  });

  it('tell a client what the files are that they name', async () => {
    const { files }: NamedFilesResult = await editor.connection.sendRequest(NAMED_FILES, {
      files: [{ uri: 'file:///home/me/copy/main.cf', text: main.text }],
    });
    assert.deepEqual(files, [
      { uri: 'file:///etc/postfix/routes', language: 'postfix-table' },
      { uri: 'file:///home/me/copy/routes', language: 'postfix-table' },
    ]);
    for (const odd of [{}, { files: 7 }, { files: [{ uri: 3 }, null] }]) {
      assert.deepEqual(await editor.connection.sendRequest(NAMED_FILES, odd), { files: [], names: [] });
    }
  });

  it('are checked for what is wrong in a table as well', async () => {
    await editor.edit(routes.uri, [{ range: { start: at(1, 0), end: at(1, 0) }, newText: 'example.net\n' }]);
    assert.deepEqual(await codes(routes.uri), ['table-missing-result']);
  });
});

describe('cli.js check on Postfix’s folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-auth-postfix-'));
    mkdirSync(join(folder, 'etc/postfix/maps'), { recursive: true });
    write(
      'etc/postfix/main.cf',
      'transport_maps = hash:/etc/postfix/maps/routes\nalias_maps = hash:/etc/mail/names\n',
    );
    write('etc/postfix/master.cf', 'smtp inet n - y - - smtpd\nscan unix - - n - - smtpp\n');
    write('etc/postfix/maps/routes', 'example.com\n');
    write('etc/postfix/maps/notes', 'example.com\n');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
  };
  const check = (...paths: string[]) =>
    spawnSync(process.execPath, [built('cli.js'), 'check', ...paths], { cwd: folder, encoding: 'utf8' });

  it('finds master.cf by its name, and the tables that main.cf names', () => {
    const { stdout, status } = check('etc');
    assert.match(stdout, /^etc\/postfix\/maps\/routes:1:1: error .*\[table-missing-result\]$/m);
    assert.match(stdout, /^etc\/postfix\/master\.cf:2:\d+: warning .*\[master-unknown-daemon\]$/m);
    assert.doesNotMatch(stdout, /notes/);
    assert.equal(status, 1);
  });

  it('knows a table that is stated beside its main.cf, and no other', () => {
    assert.match(check('etc/postfix/main.cf', 'etc/postfix/maps/routes').stdout, /table-missing-result/);
    const { stdout, stderr, status } = check('etc/postfix/main.cf', 'etc/postfix/maps/notes');
    assert.match(stdout + stderr, /notes/);
    assert.equal(status, 2);
    // main.cf alone: what it names outside of what is checked is not read.
    assert.doesNotMatch(
      execFileSync(process.execPath, [built('cli.js'), 'check', 'etc/postfix/main.cf'], {
        cwd: folder,
        encoding: 'utf8',
      }),
      /table-/,
    );
  });
});
