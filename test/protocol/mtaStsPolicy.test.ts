import assert from 'node:assert/strict';
import type { DocumentSymbol, Location, TextEdit } from 'vscode-languageserver/node';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyTextEdits, built, cursor, startEditor, type Editor } from './support/client';

const uri = 'file:///srv/mta-sts.example.com/.well-known/mta-sts.txt';
const language = 'mta-sts-policy';
const text = 'version: STSv1\r\nmode: enforced\r\nmx: a.example.com, b.example.com\r\nmax_age: 604800\r\n';

describe('An MTA-STS policy over stdio', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await startEditor();
  });
  afterEach(() => editor.quit());

  it('has its mistakes marked, with a page each', async () => {
    await editor.open(uri, language, text);
    const diagnostics = await editor.pull(uri);
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range.start, range.end.character]),
      [
        ['mta-sts-policy-bad-mode', { line: 1, character: 6 }, 14],
        ['mta-sts-policy-mx-list', { line: 2, character: 4 }, 32],
      ],
    );
    for (const { codeDescription } of diagnostics) {
      assert.match(codeDescription?.href ?? '', /rfc8461#section-3\.2/);
    }
  });

  it('is mended by quick fixes, and all at once, with its own line ends', async () => {
    await editor.open(uri, language, text);
    const range = { start: { line: 1, character: 8 }, end: { line: 1, character: 8 } };
    const fix = (await editor.actions(uri, range)).find(({ title }) => title.includes('`enforce`'));
    await editor.edit(uri, fix!.edit!.changes![uri]!);
    assert.deepEqual(editor.text(uri).split('\r\n')[1], 'mode: enforce');
    const [all] = await editor.actions(uri, range, ['source.fixAll']);
    await editor.edit(uri, all!.edit!.changes![uri]!);
    assert.equal(
      editor.text(uri),
      'version: STSv1\r\nmode: enforce\r\nmx: a.example.com\r\nmx: b.example.com\r\nmax_age: 604800\r\n',
    );
    assert.deepEqual(await editor.pull(uri), []);
  });

  it('is completed: keys, modes, a whole policy', async () => {
    const asked = async (marked: string) => {
      const { text: without, position } = cursor(marked);
      const name = `file:///${encodeURIComponent(marked)}/mta-sts.txt`;
      await editor.open(name, language, without);
      return editor.complete(name, position);
    };
    const labels = async (marked: string) => (await asked(marked))?.items.map(({ label }) => label);
    assert.deepEqual(await labels('version: STSv1\nm|'), ['mode', 'mx', 'max_age']);
    assert.deepEqual(await labels('version: STSv1\nmode: |'), ['testing', 'enforce', 'none']);
    const [whole] = (await asked('|'))!.items;
    assert.match(whole!.textEdit!.newText, /^version: STSv1\nmode: testing\nmx: \$\{1:/);
    assert.equal(whole!.insertTextFormat, 2);
  });

  it('is explained, outlined and laid out', async () => {
    await editor.open(uri, language, 'version :STSv1\nmx:   *.example.com  \n');
    const hover = await editor.hover(uri, { line: 1, character: 10 });
    assert.match(JSON.stringify(hover?.contents), /exactly one label/);
    const symbols: DocumentSymbol[] = await editor.connection.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [
        ['version', 'STSv1'],
        ['mx', '*.example.com'],
      ],
    );
    const edits: TextEdit[] = await editor.connection.sendRequest('textDocument/formatting', {
      textDocument: { uri },
      options: { tabSize: 2, insertSpaces: true },
    });
    assert.equal(applyTextEdits(editor.text(uri), edits), 'version: STSv1\nmx: *.example.com\n');
  });

  it('follows a host that is renamed in its zone, and leads to it', async () => {
    const zone = 'file:///srv/example.com.zone';
    const policy = 'version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n';
    await editor.open(zone, 'dns-zone', '$ORIGIN example.com.\n@ MX 10 mail\nmail A 192.0.2.25\n');
    await editor.open(uri, language, policy);
    const found: Location[] = await editor.ask('definition', uri, { line: 2, character: 6 });
    assert.deepEqual(
      found.map((place) => [place.uri, place.range.start]),
      [[zone, { line: 2, character: 0 }]],
    );
    const rename: { changes: Record<string, TextEdit[]> } = await editor.ask(
      'rename',
      zone,
      { line: 2, character: 1 },
      { newName: 'mx1' },
    );
    assert.equal(
      applyTextEdits(policy, rename.changes[uri]!),
      policy.replace('mail.example.com', 'mx1.example.com'),
    );
  });
});

describe('The linter on MTA-STS policies', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-auth-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, content: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  const found = (...paths: string[]): string[] => {
    const args = [built('cli.js'), 'check', '--format', 'json', ...paths];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const { findings } = JSON.parse(stdout) as { findings: { path: string; rule: string }[] };
    return findings.map(({ path, rule }) => `${path} ${rule}`);
  };
  const bad = 'version: STSv1\nmode: on\nmx: mail.example.com\nmax_age: 604800\n';

  it('finds them where web servers have them, and under names like it by their first line', () => {
    write('www/.well-known/mta-sts.txt', bad);
    write('mta-sts-example.com.txt', bad);
    write('mta-sts-notes.txt', `Notes on MTA-STS\n${bad}`);
    write('policy.txt', bad);
    assert.deepEqual(found('.'), [
      './mta-sts-example.com.txt mta-sts-policy-bad-mode',
      './www/.well-known/mta-sts.txt mta-sts-policy-bad-mode',
    ]);
    assert.deepEqual(found('policy.txt'), ['policy.txt mta-sts-policy-bad-mode']);
  });

  it('tells of a byte order mark', () => {
    write('mta-sts.txt', `\ufeff${bad.replace('mode: on', 'mode: enforce')}`);
    assert.deepEqual(found('mta-sts.txt'), ['mta-sts.txt mta-sts-policy-byte-order-mark']);
  });
});
