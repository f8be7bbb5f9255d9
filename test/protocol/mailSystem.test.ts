import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic, WorkspaceEdit } from 'vscode-languageserver/node';
import { applyTextEdits, built, startEditor, vscodeLike, type Editor } from './support/client';

const soa = '$TTL 3600\n@ IN SOA ns1 hostmaster 7 7200 900 1209600 3600\n@ IN NS ns1\nns1 IN A 192.0.2.53\n';
const policy = '_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:r@example.net"\n';
const ours = { uri: 'file:///zones/example.com.zone', text: soa + policy };
const theirs = { uri: 'file:///zones/example.net.zone', text: `${soa}@ IN MX 10 ns1\n` };
const agreed = 'example.com._report._dmarc IN TXT "v=DMARC1"\n';

const at = (line: number, character: number) => ({ line, character });
const inPolicy = { start: at(4, 50), end: at(4, 50) };
const end = { start: at(5, 0), end: at(5, 0) };

const rules = (diagnostics: readonly Diagnostic[]): unknown[] =>
  diagnostics.map(({ code }) => code).filter((code) => /^dmarc-.*-reports$/.test(String(code)));

describe('Two zones open in one editor', () => {
  let editor: Editor;
  afterEach(() => editor.quit());

  const start = async (capabilities = vscodeLike) => {
    editor = await startEditor({ capabilities });
    await editor.open(ours.uri, 'dns-zone', ours.text);
    await editor.open(theirs.uri, 'dns-zone', theirs.text);
  };

  /** Until the server has asked for diagnostics more often than before. */
  const refreshed = async (before: number) => {
    while (editor.refreshes() <= before) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('are judged together: what is typed in one comes and goes in the other', async () => {
    await start();
    assert.deepEqual(rules(await editor.pull(ours.uri)), ['dmarc-unauthorised-reports']);
    let before = editor.refreshes();
    await editor.edit(theirs.uri, [{ range: end, newText: agreed }]);
    await refreshed(before);
    assert.deepEqual(rules(await editor.pull(ours.uri)), []);
    before = editor.refreshes();
    await editor.edit(theirs.uri, [{ range: { start: at(5, 0), end: at(6, 0) }, newText: '' }]);
    await refreshed(before);
    assert.deepEqual(rules(await editor.pull(ours.uri)), ['dmarc-unauthorised-reports']);
    before = editor.refreshes();
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: theirs.uri } });
    await refreshed(before);
    // What is not open is not known.
    assert.deepEqual(rules(await editor.pull(ours.uri)), ['dmarc-external-reports']);
    assert.deepEqual(editor.errors, []);
  });

  it('leave each other alone where an answer does not change', async () => {
    await start();
    await editor.pull(ours.uri);
    await editor.pull(theirs.uri);
    // Once for the second file that opened, on a slow machine more often: until all is quiet.
    let before = 0;
    await refreshed(before);
    while (editor.refreshes() > before) {
      before = editor.refreshes();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await editor.edit(theirs.uri, [{ range: end, newText: 'www IN A 192.0.2.80\n' }]);
    await editor.pull(theirs.uri);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(editor.refreshes(), before);
  });

  it('are pointed at from each other, where they are now', async () => {
    await start();
    const placeOf = async () => {
      const found = (await editor.pull(ours.uri)).find(({ code }) => code === 'dmarc-unauthorised-reports');
      return found?.relatedInformation?.map(({ location }) => [location.uri, location.range.start]);
    };
    assert.deepEqual(await placeOf(), [[theirs.uri, at(1, 5)]]);
    await editor.edit(theirs.uri, [{ range: { start: at(0, 0), end: at(0, 0) }, newText: '; one\n; two\n' }]);
    assert.deepEqual(await placeOf(), [[theirs.uri, at(3, 5)]]);
  });

  const fixOf = async (): Promise<WorkspaceEdit | undefined> => {
    const actions = await editor.actions(ours.uri, inPolicy, ['quickfix']);
    return actions.find(({ title }) => title.startsWith('Add the TXT record'))?.edit;
  };

  it('are mended across: the fix of one adds the record to the other', async () => {
    await start();
    const edit = await fixOf();
    assert.deepEqual(Object.keys(edit?.changes ?? {}), [theirs.uri]);
    const edits = edit?.changes?.[theirs.uri] ?? [];
    assert.equal(applyTextEdits(theirs.text, edits), theirs.text + agreed);
    await editor.edit(theirs.uri, edits);
    assert.deepEqual(rules(await editor.pull(ours.uri)), []);
    assert.deepEqual(rules(await editor.pull(theirs.uri)), []);
  });

  it('are mended with their versions, where the client takes them', async () => {
    await start({
      ...vscodeLike,
      workspace: { ...vscodeLike.workspace, workspaceEdit: { documentChanges: true } },
    });
    await editor.edit(theirs.uri, [{ range: end, newText: 'www IN A 192.0.2.80\n' }]);
    const [change] = (await fixOf())?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri: theirs.uri, version: 2 });
    assert.equal(change.edits.length, 1);
  });

  it('reach a client that is told of findings instead of asking', async () => {
    await start({});
    const has = (rule: string) => (found: Diagnostic[]) => rules(found).includes(rule);
    await editor.pushed(ours.uri, has('dmarc-unauthorised-reports'));
    await editor.edit(theirs.uri, [{ range: end, newText: agreed }]);
    await editor.pushed(ours.uri, (found) => rules(found).length === 0);
  });

  it('count each other’s SPF lookups', async () => {
    editor = await startEditor();
    const spf = (text: string) => `${soa}@ IN TXT "v=spf1 ${text} -all"\n`;
    await editor.open(ours.uri, 'dns-zone', spf('include:example.net'));
    await editor.open(theirs.uri, 'dns-zone', spf('include:example.com'));
    const loops = (await editor.pull(ours.uri)).filter(({ code }) => code === 'spf-include-loop');
    assert.equal(loops.length, 1);
    await editor.edit(theirs.uri, [
      {
        range: { start: at(4, 0), end: at(5, 0) },
        newText: '@ IN TXT "v=spf1 a mx ?exists:x.example.org -all"\n',
      },
    ]);
    const codes = (await editor.pull(ours.uri)).map(({ code }) => code);
    assert.ok(!codes.includes('spf-include-loop'));
    const hover = await editor.hover(ours.uri, at(4, 12));
    const tree = JSON.stringify(hover).replaceAll('\\', '');
    assert.match(tree, /example\.com: 4 of 10 lookups/);
    assert.match(tree, /exists:x\.example\.org/);
  });
});

describe('Configurations open in one editor', () => {
  let editor: Editor;
  afterEach(() => editor.quit());

  const main = { uri: 'file:///etc/postfix/main.cf', text: 'smtpd_milters = inet:localhost:8891\n' };
  const dkim = {
    uri: 'file:///etc/opendkim.conf',
    text: 'Socket inet:8892@localhost\nDomain example.com\nSelector s\n',
  };
  const system = async (uri: string): Promise<unknown[]> =>
    (await editor.pull(uri)).map(({ code }) => code).filter((code) => String(code).startsWith('system-'));

  it('are judged with each other and with the zones', async () => {
    editor = await startEditor();
    await editor.open(main.uri, 'postfix-main', main.text);
    await editor.open(dkim.uri, 'opendkim', dkim.text);
    assert.deepEqual(await system(main.uri), ['system-unanswered-milter']);
    assert.deepEqual(await system(dkim.uri), ['system-uncalled-socket']);
    const found = (await editor.pull(main.uri)).find(({ code }) => code === 'system-unanswered-milter');
    assert.deepEqual(found?.relatedInformation?.[0]?.location.uri, dkim.uri);
    await editor.edit(dkim.uri, [{ range: { start: at(0, 12), end: at(0, 16) }, newText: '8891' }]);
    assert.deepEqual(await system(main.uri), []);
    assert.deepEqual(await system(dkim.uri), []);
    await editor.open(ours.uri, 'dns-zone', ours.text);
    assert.deepEqual(await system(dkim.uri), ['system-missing-dkim-key']);
    await editor.edit(ours.uri, [{ range: end, newText: 's._domainkey IN TXT "v=DKIM1; p=AAAA"\n' }]);
    assert.deepEqual(await system(dkim.uri), []);
    assert.deepEqual(editor.errors, []);
  });
});

describe('The linter over two zones', () => {
  it('judges them together and points from one into the other', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mail-auth-'));
    try {
      const [one, other] = [join(folder, 'example.com.zone'), join(folder, 'example.net.zone')];
      writeFileSync(one, ours.text);
      writeFileSync(other, theirs.text);
      const run = (...parameters: string[]): string => {
        const all = [built('cli.js'), 'check', '--fail-on', 'never', ...parameters];
        return execFileSync(process.execPath, all, { encoding: 'utf8', cwd: folder });
      };
      assert.match(run(one), /\[dmarc-external-reports\]/);
      for (const paths of [
        [one, other],
        [other, one],
      ]) {
        const said = run('--verbose', ...paths);
        assert.match(said, /example\.com\.zone:5:\d+: warning .*\[dmarc-unauthorised-reports\]/);
        assert.match(said, /\n {4}\S*example\.net\.zone:2:6: The zone that lacks the record/);
        assert.doesNotMatch(said, /\[dmarc-external-reports\]/);
      }
      const log = JSON.parse(run('--format', 'sarif', one, other)) as {
        runs: { results: { ruleId: string; relatedLocations?: unknown[] }[] }[];
      };
      const found = log.runs[0]?.results.find(({ ruleId }) => ruleId === 'dmarc-unauthorised-reports');
      assert.match(JSON.stringify(found?.relatedLocations), /example\.net\.zone.*"startLine":2/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
