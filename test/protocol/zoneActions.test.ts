import assert from 'node:assert/strict';
import { CodeActionTriggerKind, type CodeAction, type TextEdit } from 'vscode-languageserver/node';
import { RAISE_SERIAL, type RaiseSerialResult } from '../../core/zoneProtocol';
import { applyTextEdits, startEditor, vscodeLike, type Editor, type EditorOptions } from './support/client';

const uri = 'file:///zones/example.com.zone';
const zone = '$TTL 3600\n@ IN SOA ns1 host 7 7200 900 1209600 3600\n IN NS ns1\nns1 A 192.0.2.53\n';
const at = (line: number, character: number) => ({ line, character });
const cursor = (line: number, character: number) => ({
  start: at(line, character),
  end: at(line, character),
});

describe('Code actions of zone files over stdio', () => {
  let editor: Editor;
  afterEach(() => editor.quit());

  const start = async (options: EditorOptions = {}) => {
    editor = await startEditor(options);
    await editor.open(uri, 'dns-zone', zone);
  };
  const editsOf = (action: CodeAction | undefined): TextEdit[] => action?.edit?.changes?.[uri] ?? [];
  const raise = (when: 'now' | 'changed'): Promise<RaiseSerialResult | null> =>
    editor.connection.sendRequest(RAISE_SERIAL, { uri, when });
  const save = () => editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });

  it('promise their kinds', async () => {
    await start();
    const { codeActionProvider } = editor.initialized.capabilities;
    assert.deepEqual(codeActionProvider, {
      codeActionKinds: [
        'quickfix',
        'source.fixAll.mailAuth',
        'refactor.rewrite',
        'source.bumpSerial.mailAuth',
        'mailAuth.record',
      ],
      resolveProvider: true,
    });
  });

  it('rewrite what is selected, with their edits at once where the client cannot ask for them', async () => {
    await start({ locale: 'ja' });
    const actions = await editor.actions(uri, cursor(3, 1), ['refactor.rewrite']);
    const full = actions.find(({ title }) => title.startsWith('名前を完全な形'));
    assert.match(applyTextEdits(zone, editsOf(full)), /\nns1\.example\.com\. A 192\.0\.2\.53\n/);
    const whole = actions.find(({ title }) => title.startsWith('ファイル全体の名前を完全な形'));
    assert.match(applyTextEdits(zone, editsOf(whole)), /SOA ns1\.example\.com\. host\.example\.com\. 7/);
  });

  it('put their edits together when they are taken, where the client asks then', async () => {
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    await start({
      capabilities: { ...vscodeLike, textDocument: { ...vscodeLike.textDocument, codeAction } },
    });
    const [first] = await editor.actions(uri, cursor(3, 1), ['refactor']);
    assert.ok(first);
    assert.equal(first.edit, undefined);
    // Other questions in between, as the lamp asks them, do not matter.
    await editor.actions(uri, cursor(1, 1));
    const resolved: CodeAction = await editor.connection.sendRequest('codeAction/resolve', first);
    assert.equal(editsOf(resolved).length, 1);
    await editor.edit(uri, [{ range: cursor(0, 0), newText: '; x\n' }]);
    const stale: CodeAction = await editor.connection.sendRequest('codeAction/resolve', first);
    assert.equal(stale.edit, undefined);
  });

  it('show no change of the whole file before somebody asks for actions', async () => {
    await start();
    const titles = (await editor.actions(uri, cursor(3, 1))).map(({ title }) => title);
    assert.ok(titles.includes('Write names in full'));
    assert.ok(!titles.some((title) => /file/.test(title)), titles.join(', '));
    const looking: CodeAction[] = await editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: cursor(3, 1),
      context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic },
    });
    assert.deepEqual(looking, []);
  });

  it('tell of a serial that was not raised, until it is raised or the file saved', async () => {
    await start();
    const stale = async () =>
      (await editor.pull(uri)).filter(({ code }) => code === 'zone-serial-not-increased');
    assert.deepEqual(await raise('changed'), { version: 1, edits: [] });
    await editor.edit(uri, [{ range: { start: at(3, 15), end: at(3, 17) }, newText: '54' }]);
    assert.deepEqual(
      (await stale()).map(({ range }) => range.start),
      [at(1, 18)],
    );
    const fixes = await editor.actions(uri, cursor(1, 18), ['quickfix']);
    assert.deepEqual(
      fixes.map(({ title, isPreferred }) => [title, isPreferred]),
      [['Raise the serial to 8', true]],
    );
    const source = await editor.actions(uri, cursor(0, 0), ['source.bumpSerial.mailAuth']);
    assert.deepEqual(editsOf(source[0]), editsOf(fixes[0]));
    const raised = await raise('changed');
    assert.ok(raised && 'edits' in raised && raised.version === 2);
    await editor.edit(uri, [...raised.edits]);
    assert.match(editor.text(uri), / host 8 7200 /);
    assert.deepEqual(await stale(), []);
    assert.deepEqual(await editor.actions(uri, cursor(0, 0), ['source.bumpSerial.mailAuth']), []);
    await save();
    await editor.edit(uri, [{ range: { start: at(3, 15), end: at(3, 17) }, newText: '55' }]);
    assert.equal((await stale()).length, 1);
    await save();
    assert.deepEqual(await stale(), []);
  });

  it('raise the serial in the style that was chosen', async () => {
    await start({ initializationOptions: { settings: { zone: { serialStyle: 'date' } } } });
    const serialOfToday = (): string => {
      const today = new Date();
      const parts = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
      return `${parts.map((part) => String(part).padStart(2, '0')).join('')}01`;
    };
    // A day may end meanwhile.
    const before = serialOfToday();
    const raised = await raise('now');
    assert.ok(raised && 'edits' in raised);
    const [edit, ...others] = raised.edits;
    assert.ok([before, serialOfToday()].includes(edit?.newText ?? ''), edit?.newText);
    assert.deepEqual(others, []);
  });

  it('say why a serial cannot be raised', async () => {
    await start();
    await editor.edit(uri, [{ range: { start: at(1, 0), end: at(2, 0) }, newText: '' }]);
    const refused = await raise('now');
    assert.ok(refused && 'refused' in refused);
    assert.match(refused.refused, /no SOA record/);
    const nothing = await editor.connection.sendRequest(RAISE_SERIAL, {
      uri: 'file:///unknown',
      when: 'now',
    });
    assert.equal(nothing, null);
  });
});
