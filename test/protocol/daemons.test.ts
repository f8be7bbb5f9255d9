import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver/node';
import { applyTextEdits, built, cursor, startEditor, vscodeLike, type Editor } from './support/client';

const dmarc = 'file:///etc/opendmarc.conf';
const dkim = 'file:///etc/opendkim.conf';
const keys = 'file:///etc/opendkim/KeyTable';
const signers = 'file:///etc/opendkim/SigningTable';

const start = { line: 0, character: 0 };

describe('OpenDMARC and OpenDKIM over the protocol', () => {
  let editor: Editor;
  const use = async (options: Parameters<typeof startEditor>[0] = {}): Promise<void> => {
    editor = await startEditor(options);
  };
  afterEach(async () => {
    assert.deepEqual(editor.errors, []);
    if (editor.process.exitCode !== null) return;
    editor.process.kill('SIGKILL');
    await editor.ended;
  });

  it('a socket in Postfix’s order is found and mended', async () => {
    await use();
    const text = '# OpenDMARC\nSocket inet:localhost:8893\nPublicSuffixList /psl\n';
    await editor.open(dmarc, 'opendmarc', text);
    const [found, ...others] = (await editor.pull(dmarc)).filter(({ severity }) => severity === 1);
    assert.equal(found?.code, 'opendmarc-socket-order');
    assert.deepEqual(others, []);
    assert.deepEqual(found.range, { start: { line: 1, character: 7 }, end: { line: 1, character: 26 } });
    const [fix] = await editor.actions(dmarc, found.range, ['quickfix']);
    assert.match(fix?.title ?? '', /inet:8893@localhost/);
    const edits = fix?.edit?.changes?.[dmarc] ?? [];
    assert.equal(applyTextEdits(text, edits), text.replace('localhost:8893', '8893@localhost'));
    await editor.edit(dmarc, edits);
    assert.deepEqual(
      (await editor.pull(dmarc)).filter(({ severity }) => severity === 1),
      [],
    );
  });

  it('completion and hover know the keyword, in the editor’s language', async () => {
    await use({ locale: 'ja' });
    const { text, position } = cursor('Socket inet:8891@localhost\nKeyTable |\n');
    await editor.open(dkim, 'opendkim', text);
    const list = await editor.complete(dkim, position);
    assert.ok(list?.items.some(({ label }) => label === 'refile:'));
    const hover = await editor.hover(dkim, { line: 1, character: 3 });
    assert.match(JSON.stringify(hover?.contents), /KeyTable.*[ぁ-ん]/s);
  });

  it('outline, folds, links, tokens and layout', async () => {
    await use();
    const text = '# a\n# b\nSocket   inet:8891@localhost\nKeyFile /etc/dkimkeys/a.private\n';
    await editor.open(dkim, 'opendkim', text);
    const symbols = await editor.ask<DocumentSymbol[]>('documentSymbol', dkim, start);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Socket', 'KeyFile'],
    );
    const folds = await editor.ask<FoldingRange[]>('foldingRange', dkim, start);
    assert.deepEqual(
      folds.map(({ startLine, endLine, kind }) => [startLine, endLine, kind]),
      [[0, 1, 'comment']],
    );
    const links = await editor.ask<DocumentLink[]>('documentLink', dkim, start);
    assert.deepEqual(
      links.map(({ target }) => target),
      ['file:///etc/dkimkeys/a.private'],
    );
    const tokens = await editor.ask<SemanticTokens>('semanticTokens/full', dkim, start);
    assert.ok(tokens.data.length >= 5 * 6);
    const edits = await editor.ask<TextEdit[]>('formatting', dkim, start, {
      options: { tabSize: 8, insertSpaces: true },
    });
    assert.equal(
      applyTextEdits(text, edits),
      '# a\n# b\nSocket  inet:8891@localhost\nKeyFile /etc/dkimkeys/a.private\n',
    );
  });

  it('a row of the SigningTable leads to its key, and one without a key is found as soon as it has none', async () => {
    await use();
    const table = 'mail example.com:mail:/etc/dkimkeys/mail.private\nnews example.com:news:/k\n';
    await editor.open(keys, 'opendkim-keytable', table);
    await editor.open(signers, 'opendkim-signingtable', 'example.com mail\nexample.net news\n');
    const errors = async (uri: string): Promise<unknown[]> =>
      (await editor.pull(uri)).filter(({ severity }) => severity === 1).map(({ code }) => code);
    assert.deepEqual(await errors(signers), []);
    const [place] = await editor.ask<Location[]>('definition', signers, {
      line: 1,
      character: 14,
    });
    assert.deepEqual(place, {
      uri: keys,
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
    });
    const used = await editor.ask<Location[]>('references', keys, start, {
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      used.map(({ uri }) => uri),
      [signers],
    );
    await editor.edit(keys, [
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } }, newText: 'old' },
    ]);
    assert.deepEqual(await errors(signers), ['system-signer-without-key']);
  });

  it('the release that a setting states decides which keywords there are', async () => {
    let version = '1.3.2';
    await use({
      capabilities: { ...vscodeLike, workspace: { ...vscodeLike.workspace, configuration: true } },
      configuration: () => ({ opendmarc: { version } }),
    });
    const text = 'Socket inet:8893@localhost\nHoldQuarantinedMessages true\nPublicSuffixList /psl\n';
    const codes = async (): Promise<unknown[]> => (await editor.pull(dmarc)).map(({ code }) => code);
    await editor.open(dmarc, 'opendmarc', text);
    assert.deepEqual(await codes(), ['opendmarc-unknown-keyword']);
    version = '1.4.2';
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    while ((await codes()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(await codes(), []);
  });
});

describe('OpenDMARC and OpenDKIM on the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-auth-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const check = (...args: string[]): { status: number | null; rules: string[]; stderr: string } => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [built('cli.js'), 'check', '--format', 'json', ...args],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
    );
    const { findings } = (stdout === '' ? { findings: [] } : JSON.parse(stdout)) as {
      findings: { rule: string; severity: string }[];
    };
    return {
      status,
      stderr,
      rules: findings.filter(({ severity }) => severity !== 'information').map(({ rule }) => rule),
    };
  };

  it('files are known by their names, and judged together', () => {
    writeFileSync(join(folder, 'KeyTable'), 'mail example.com:mail\n');
    writeFileSync(join(folder, 'signing.table'), '*@example.com male\n');
    writeFileSync(join(folder, 'TrustedHosts'), '127.0.0.1\n0.0.0.0/0\n');
    const { status, rules } = check('.');
    assert.equal(status, 1);
    assert.deepEqual(rules.sort(), [
      'host-list-open-to-everyone',
      'keytable-bad-row',
      'system-signer-without-key',
    ]);
  });

  it('the releases in use can be stated', () => {
    writeFileSync(join(folder, 'opendmarc.conf'), 'Socket inet:8893@localhost\nForensicReports true\n');
    assert.deepEqual(check('opendmarc.conf').rules, ['opendmarc-renamed-keyword']);
    assert.deepEqual(check('--opendmarc-version', '1.2.0', 'opendmarc.conf').rules, []);
    writeFileSync(join(folder, 'opendkim.conf'), 'Socket inet:8891@localhost\nADSPAction continue\n');
    assert.deepEqual(check('opendkim.conf').rules, ['opendkim-unknown-keyword']);
    assert.deepEqual(check('--opendkim-version=2.9', 'opendkim.conf').rules, []);
    const { status, stderr } = check('--opendkim-version', 'newest', 'opendkim.conf');
    assert.equal(status, 2);
    assert.match(stderr, /newest.*--opendkim-version/);
  });
});
