import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { Diagnostic, MarkupContent } from 'vscode-languageserver/node';
import { applyTextEdits, built, cursor, startEditor, vscodeLike, type Editor } from './support/client';

const uri = 'file:///zones/example.com.zone';
const zone = (policy: string) =>
  `$TTL 3600\n@ IN SOA ns1 host 1 7200 900 1209600 3600\n_dmarc IN TXT "${policy}"\n`;

/** What a diagnostic says; a server may use Markdown, ours does not. */
function messageOf(diagnostic: Diagnostic | undefined): string {
  return typeof diagnostic?.message === 'string' ? diagnostic.message : '';
}

describe('The language server over stdio', () => {
  let editor: Editor;
  afterEach(async () => {
    if (editor.process.exitCode !== null || editor.process.signalCode !== null) return;
    editor.process.kill('SIGKILL');
    await editor.ended;
  });

  describe('with an editor that pulls diagnostics', () => {
    beforeEach(async () => {
      editor = await startEditor({
        initializationOptions: {
          rulePage: 'command:mailAuth.openRulePage?%5B%22{rule}%22%5D',
          suggestCommand: 'editor.action.triggerSuggest',
        },
      });
    });

    it('says what it can do', () => {
      const { capabilities, serverInfo } = editor.initialized;
      assert.equal(serverInfo?.name, 'Mail Auth');
      assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
      assert.equal(capabilities.hoverProvider, true);
      assert.equal(capabilities.diagnosticProvider?.interFileDependencies, true);
    });

    it('gives a finding with its rule, its page and the range of the mistake alone', async () => {
      await editor.open(uri, 'dns-zone', zone('v=DMARC1; p=quarantene; rua=mailto:d@example.com'));
      const bad = (await editor.pull(uri)).find(({ code }) => code === 'dmarc-bad-value');
      assert.ok(bad);
      assert.equal(bad.severity, 1);
      assert.equal(bad.source, 'Mail Auth');
      assert.match(messageOf(bad), /quarantene/);
      assert.equal(bad.codeDescription?.href, 'command:mailAuth.openRulePage?%5B%22dmarc-bad-value%22%5D');
      assert.deepEqual(bad.range, { start: { line: 2, character: 27 }, end: { line: 2, character: 37 } });
    });

    it('follows incremental changes, with their ranges in UTF-16', async () => {
      const text = `; 𝓶ail 日本\r\n${zone('v=DMARC1; p=reject; rua=mailto:d@example.com')}`;
      await editor.open(uri, 'dns-zone', text);
      const rules = async () => (await editor.pull(uri)).map(({ code }) => code);
      assert.ok(!(await rules()).includes('dmarc-bad-value'));
      const at = (line: number, character: number) => ({ line, character });
      await editor.edit(uri, [{ range: { start: at(3, 27), end: at(3, 33) }, newText: 'rejekt' }]);
      assert.match(editor.text(uri), /p=rejekt;/);
      assert.ok((await rules()).includes('dmarc-bad-value'));
      await editor.edit(uri, [
        { range: { start: at(3, 27), end: at(3, 33) }, newText: 'reject' },
        { range: { start: at(0, 2), end: at(0, 4) }, newText: 'm' },
      ]);
      assert.match(editor.text(uri), /^; mail 日本\r\n/);
      assert.ok(!(await rules()).includes('dmarc-bad-value'));
      await editor.edit(uri, [{ range: { start: at(0, 0), end: at(0, 0) }, newText: '; new\n; lines\n' }]);
      await editor.edit(uri, [{ range: { start: at(5, 27), end: at(5, 33) }, newText: 'all' }]);
      const found = (await editor.pull(uri)).find(({ code }) => code === 'dmarc-bad-value');
      assert.deepEqual(found?.range, { start: at(5, 27), end: at(5, 30) });
    });

    it('offers tags and values, each written over what is there', async () => {
      const { text, position } = cursor(zone('v=DMARC1; p=quarantine; s|'));
      await editor.open(uri, 'dns-zone', text);
      const list = await editor.complete(uri, position);
      const sp = list?.items.find(({ label }) => label.startsWith('sp'));
      assert.ok(sp?.textEdit && 'range' in sp.textEdit);
      assert.match(applyTextEdits(text, [sp.textEdit]), /p=quarantine; sp=/);
      assert.equal(sp.command?.command, 'editor.action.triggerSuggest');

      const after = cursor(zone('v=DMARC1; p=rej|'));
      await editor.edit(uri, [
        {
          range: { start: { line: 2, character: 0 }, end: position },
          newText: '_dmarc IN TXT "v=DMARC1; p=rej',
        },
      ]);
      assert.equal(editor.text(uri), after.text);
      const values = (await editor.complete(uri, after.position))?.items ?? [];
      const reject = values.find(({ label }) => label === 'reject');
      assert.ok(reject?.textEdit && 'range' in reject.textEdit);
      assert.match(applyTextEdits(after.text, [reject.textEdit]), /p=reject"/);
    });

    it('explains a candidate when asked for its page', async () => {
      const { text, position } = cursor('$ORIGIN example.com.\n_dmarc 60 IN TXT "v=DMARC1; |"\n');
      await editor.open(uri, 'dns-zone', text);
      const list = await editor.complete(uri, position);
      const tag = list?.items[0];
      assert.ok(tag);
      assert.equal(tag.documentation, undefined);
      const explained: typeof tag = await editor.connection.sendRequest('completionItem/resolve', tag);
      assert.equal((explained.documentation as MarkupContent).kind, 'markdown');
      assert.notEqual((explained.documentation as MarkupContent).value, '');
    });

    it('explains a tag on hover', async () => {
      const { text, position } = cursor(zone('v=DMARC1; p=none; s|p=reject'));
      await editor.open(uri, 'dns-zone', text);
      const hover = await editor.hover(uri, position);
      const contents = hover?.contents as MarkupContent;
      assert.equal(contents.kind, 'markdown');
      assert.match(contents.value, /subdomain/i);
    });

    it('mends by its quick fix, whose edit leaves the finding behind', async () => {
      await editor.open(uri, 'dns-zone', zone('v=DMARC1; p=quarantene; rua=mailto:d@example.com'));
      const bad = (await editor.pull(uri)).find(({ code }) => code === 'dmarc-bad-value');
      assert.ok(bad);
      const [fix] = await editor.actions(uri, bad.range, ['quickfix']);
      assert.ok(fix?.edit?.changes);
      await editor.edit(uri, fix.edit.changes[uri]!);
      assert.match(editor.text(uri), /p=quarantine;/);
      assert.ok(!(await editor.pull(uri)).some(({ code }) => code === 'dmarc-bad-value'));
    });

    it('mends a whole file at once', async () => {
      await editor.open(
        uri,
        'dns-zone',
        zone('v=DMARC1; p=rejekt; adkim=r; aspf=r; rua=mailto:d@example.com'),
      );
      const whole = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
      const actions = await editor.actions(uri, whole, ['source.fixAll']);
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ['source.fixAll.mailAuth'],
      );
      await editor.edit(uri, actions[0]!.edit!.changes![uri]!);
      assert.equal(editor.text(uri), zone('v=DMARC1; p=reject; rua=mailto:d@example.com'));
    });

    it('mends all findings of one rule, and leaves those of others', async () => {
      await editor.open(
        uri,
        'dns-zone',
        zone('v=DMARC1; p=rejekt; adkim=r; aspf=r; rua=mailto:d@example.com'),
      );
      const first = (await editor.pull(uri)).find(({ code }) => code === 'dmarc-redundant-default');
      assert.ok(first);
      const actions = await editor.actions(uri, first.range);
      const all = actions.find(({ title }) => title.includes('dmarc-redundant-default'));
      assert.ok(all?.edit?.changes);
      await editor.edit(uri, all.edit.changes[uri]!);
      assert.equal(editor.text(uri), zone('v=DMARC1; p=rejekt; rua=mailto:d@example.com'));
    });

    it('asks to be pulled again when a second file opens or closes', async () => {
      await editor.open(uri, 'dns-zone', zone('v=DMARC1; p=reject'));
      await editor.pull(uri);
      const before = editor.refreshes();
      await editor.open('file:///zones/main.cf', 'postfix-main', 'myhostname = a.example\n');
      while (editor.refreshes() <= before) await new Promise((go) => setTimeout(go, 20));
    });

    it('knows its files by name where the editor calls their language otherwise', async () => {
      await editor.open(uri, 'bindzone', zone('v=DMARC1; p=rejekt'));
      assert.ok((await editor.pull(uri)).some(({ code }) => code === 'dmarc-bad-value'));
      await editor.open('file:///notes.txt', 'plaintext', zone('v=DMARC1; p=rejekt'));
      assert.deepEqual(await editor.pull('file:///notes.txt'), []);
    });

    it('sends at most a thousand findings of a file', async function () {
      this.timeout(60_000);
      const many = Array.from({ length: 1500 }, (_, i) => `_dmarc.h${i} 60 IN TXT "v=DMARC1; p=rejekt"`);
      await editor.open(uri, 'dns-zone', `$ORIGIN example.com.\n${many.join('\n')}\n`);
      assert.equal((await editor.pull(uri)).length, 1000);
    });

    it('ends with 0 after shutdown and exit, and forgets closed files before', async () => {
      await editor.open(uri, 'dns-zone', zone('v=DMARC1; p=rejekt'));
      await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      assert.deepEqual(await editor.pull(uri), []);
      assert.equal(await editor.quit(), 0);
    });

    it('ends with 1 after exit alone', async () => {
      await editor.connection.sendNotification('exit');
      assert.equal(await editor.ended, 1);
    });
  });

  describe('with an editor that waits for diagnostics', () => {
    beforeEach(async () => {
      editor = await startEditor({ capabilities: {} });
    });

    it('pushes them, and pushes none once the file is right or closed', async () => {
      assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
      await editor.open(uri, 'dns-zone', zone('v=DMARC1; p=rejekt; rua=mailto:d@example.com'));
      const found = await editor.pushed(uri);
      const bad = found.find(({ code }) => code === 'dmarc-bad-value');
      assert.ok(bad);
      // Without a page of its own the finding links to the standard.
      assert.match(bad.codeDescription?.href ?? '', /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+/);
      const range = { start: { line: 2, character: 27 }, end: { line: 2, character: 33 } };
      await editor.edit(uri, [{ range, newText: 'reject' }]);
      await editor.pushed(uri, (now) => !now.some(({ code }) => code === 'dmarc-bad-value'));
      await editor.edit(uri, [{ range, newText: 'rejekt' }]);
      await editor.pushed(uri, (now) => now.length > 0);
      await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      assert.deepEqual(await editor.pushed(uri, (now) => now.length === 0), []);
    });

    it('writes snippets and Markdown as plain text', async () => {
      const { text, position } = cursor(zone('v=DMARC1; p=none; |sp=reject'));
      await editor.open(uri, 'dns-zone', text);
      const hover = await editor.hover(uri, { line: position.line, character: position.character + 1 });
      assert.equal((hover?.contents as MarkupContent).kind, 'plaintext');
      const list = await editor.complete(uri, position);
      for (const item of list?.items ?? []) {
        assert.equal(item.insertTextFormat, undefined);
        assert.doesNotMatch(item.textEdit?.newText ?? '', /\$\d|\$\{/);
        assert.equal(item.command, undefined);
      }
    });
  });

  describe('and settings', () => {
    it('asks for them, and asks again when they change', async () => {
      let rules: Record<string, unknown> = {
        'dmarc-bad-value': 'off',
        'dmarc-no-reports': 'loud',
        unknown: 5,
      };
      editor = await startEditor({
        capabilities: {
          ...vscodeLike,
          workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
        },
        configuration: () => ({ rules }),
      });
      await editor.open(uri, 'dns-zone', zone('v=DMARC1; p=rejekt'));
      const severityOf = async (rule: string) =>
        (await editor.pull(uri)).find(({ code }) => code === rule)?.severity;
      assert.equal(await severityOf('dmarc-bad-value'), undefined);
      assert.equal(await severityOf('dmarc-no-reports'), 3, 'a level that is none leaves the rule as it is');
      rules = { 'dmarc-bad-value': 'hint' };
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      while ((await severityOf('dmarc-bad-value')) === undefined);
      assert.equal(await severityOf('dmarc-bad-value'), 4);
    });

    it('takes them from an editor that only sends them', async () => {
      editor = await startEditor({
        initializationOptions: { settings: { rules: { 'dmarc-bad-value': 'warning' } } },
      });
      await editor.open(uri, 'dns-zone', zone('v=DMARC1; p=rejekt'));
      const level = async () =>
        (await editor.pull(uri)).find(({ code }) => code === 'dmarc-bad-value')?.severity;
      assert.equal(await level(), 2);
      await editor.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { mailAuth: { rules: { 'dmarc-bad-value': 'off' } } },
      });
      assert.equal(await level(), undefined);
    });

    it('speaks Japanese to an editor that does', async () => {
      editor = await startEditor({ locale: 'ja' });
      await editor.open(uri, 'dns-zone', zone('v=DMARC1; p=rejekt'));
      const bad = (await editor.pull(uri)).find(({ code }) => code === 'dmarc-bad-value');
      assert.match(messageOf(bad), /\p{Script=Hiragana}/u);
      const whole = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
      const [fix] = await editor.actions(uri, whole, ['source.fixAll']);
      assert.match(fix?.title ?? '', /\p{Script=Hiragana}/u);
    });
  });

  describe('and bad input', () => {
    beforeEach(async () => {
      editor = await startEditor();
    });

    const alive = async () => {
      await editor.open('file:///a.zone', 'dns-zone', zone('v=DMARC1; p=rejekt'));
      assert.ok((await editor.pull('file:///a.zone')).length > 0);
    };

    it('answers about files that are not open with nothing', async () => {
      const nowhere = 'file:///nowhere.zone';
      const position = { line: 9, character: 9 };
      assert.deepEqual(await editor.pull(nowhere), []);
      assert.equal(await editor.complete(nowhere, position), null);
      assert.equal(await editor.hover(nowhere, position), null);
      assert.deepEqual(await editor.actions(nowhere, { start: position, end: position }), []);
      await alive();
    });

    it('takes places outside of the text as the nearest inside', async () => {
      await editor.open(uri, 'dns-zone', zone('v=DMARC1; p=rejekt'));
      for (const position of [
        { line: 1e9, character: 0 },
        { line: -1, character: -1 },
        { line: 2, character: 1e9 },
        { line: 0.5, character: NaN },
      ]) {
        await editor.complete(uri, position);
        await editor.hover(uri, position);
        await editor.actions(uri, { start: { line: 99, character: 0 }, end: position });
      }
      const change = {
        range: { start: { line: 50, character: 5 }, end: { line: 1, character: 0 } },
        text: '; end',
      };
      await editor.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [change],
      });
      assert.ok((await editor.pull(uri)).every(({ code }) => code !== 'dmarc-bad-value'));
      await alive();
    });

    it('survives messages that are not what they should be', async () => {
      const { connection } = editor;
      await connection.sendNotification('textDocument/didOpen', {});
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'dns-zone' },
      });
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri },
        contentChanges: 5,
      });
      await connection.sendNotification('textDocument/didClose', {});
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: { mailAuth: 7 } });
      await connection.sendNotification('mailAuth/nonsense', { x: 1 });
      await assert.rejects(connection.sendRequest('mailAuth/nonsense'), /method/i);
      await connection.sendRequest('textDocument/completion', {}).catch(() => undefined);
      await connection.sendRequest('textDocument/hover', { textDocument: { uri } }).catch(() => undefined);
      await connection.sendRequest('completionItem/resolve', { label: 'x', data: { list: 99, index: -1 } });
      await alive();
    });

    it('survives bytes that are no messages', async () => {
      editor.process.stdin!.write('Content-Length: 9\r\n\r\n{"broken:');
      editor.process.stdin!.write('X-Nothing: 1\r\n\r\n');
      await alive();
    });

    it('survives hostile text', async function () {
      this.timeout(60_000);
      const hostile = [
        '('.repeat(10_000),
        '"'.repeat(9_999),
        '\u0000\u001b[2J\ud800 IN TXT "v=DMARC1',
        `_dmarc IN TXT "v=DMARC1; ${'p=none;'.repeat(5_000)}"`,
        '\\'.repeat(5_000),
        '_dmarc 60 IN TXT "v=DMARC1; p=<img src=x onerror=alert(1)>[a](command:x)`"',
      ];
      for (const [index, text] of hostile.entries()) {
        for (const language of [
          'dns-zone',
          'postfix-main',
          'postfix-master',
          'opendmarc',
          'opendkim',
          'opendkim-keytable',
          'opendkim-signingtable',
          'mail-hosts',
          'mta-sts-policy',
        ]) {
          const name = `file:///h${index}.${language}`;
          await editor.open(name, language, text);
          await editor.pull(name);
          await editor.complete(name, { line: 0, character: 30 });
          await editor.hover(name, { line: 0, character: 30 });
        }
      }
      assert.deepEqual(editor.errors, []);
      await alive();
    });

    it('answers a cancelled request and goes on', async () => {
      await editor.open(uri, 'dns-zone', zone('v=DMARC1; p=rejekt'));
      const { connection } = editor;
      for (let id = 1000; id < 1050; id++) {
        await connection.sendNotification('$/cancelRequest', { id });
      }
      await alive();
    });
  });
});

describe('The server’s command line', () => {
  it('says how it is used', () => {
    const help = spawnSync(process.execPath, [built('server.js'), '--help'], { encoding: 'utf8' });
    assert.equal(help.status, 0);
    assert.match(help.stdout, /--stdio/);
    const nothing = spawnSync(process.execPath, [built('server.js')], { encoding: 'utf8' });
    assert.equal(nothing.status, 2);
    assert.match(nothing.stderr, /--stdio/);
  });
});
