import assert from 'node:assert/strict';
import { CodeActionTriggerKind, type CodeAction, type Hover } from 'vscode-languageserver/node';
import {
  CHECK_SPF,
  EXPLAIN_RECORD,
  SPF_DOMAIN,
  type CheckSpfResult,
  type ExplainRecordResult,
  type SpfDomain,
} from '../../core/recordProtocol';
import { render } from '../../core/text/message';
import { startEditor, type Editor, type EditorOptions } from './support/client';

const uri = 'file:///zones/example.com.zone';
const zone = [
  '$TTL 3600',
  '@ IN SOA ns1 host 7 7200 900 1209600 3600',
  ' IN NS ns1',
  'ns1 A 192.0.2.53',
  '@ TXT "v=spf1 include:spf.example.net -all"',
  '_dmarc TXT "v=DMARC1; p=rejekt"',
  '',
].join('\n');
const other =
  '$TTL 1\n$ORIGIN example.net.\n@ SOA ns1 host 7 7200 900 1209600 3600\nspf TXT "v=spf1 ip4:192.0.2.9"\n';

describe('Pages about records over stdio', () => {
  let editor: Editor;
  afterEach(() => editor.quit());

  const start = async (options: EditorOptions = {}) => {
    editor = await startEditor(options);
    await editor.open(uri, 'dns-zone', zone);
  };
  const check = (params: object) => editor.connection.sendRequest<CheckSpfResult | null>(CHECK_SPF, params);
  const explain = (params: object) =>
    editor.connection.sendRequest<ExplainRecordResult | null>(EXPLAIN_RECORD, params);
  const invoked = (line: number, triggerKind: CodeActionTriggerKind): Promise<CodeAction[]> => {
    const place = { line, character: 12 };
    return editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: place, end: place },
      context: { diagnostics: [], triggerKind },
    });
  };

  it('check SPF over all open zones', async () => {
    await start();
    const asked = { ip: '192.0.2.9', from: 'a@example.com', helo: '', as: 'markdown' };
    const before = await check(asked);
    assert.ok(before && 'page' in before);
    assert.match(before.markdown ?? '', /`spf\.example\.net` is not in any open zone/);
    await editor.open('file:///zones/other.zone', 'dns-zone', other);
    const after = await check(asked);
    assert.ok(after && 'page' in after);
    assert.match(after.markdown ?? '', /\*\*pass\*\* — The client may send/);
    assert.match(after.markdown ?? '', /\]\(<file:\/\/\/zones\/other\.zone#L4>\)/);
    assert.equal(render(after.page.title, 'en'), 'SPF: 192.0.2.9 for a@example.com');
  });

  it('say what is wrong with the answers', async () => {
    await start();
    const result = await check({ ip: '192.0.2', from: 'a@example.com', helo: '' });
    assert.ok(result && 'refused' in result);
    assert.match(render(result.refused, 'en'), /192\.0\.2” is no IP address/);
    for (const odd of [{}, { ip: 1, from: [], helo: null }, { ip: '192.0.2.1', from: 'a@b.example' }]) {
      assert.equal(await check(odd), null);
    }
  });

  it('propose the domain of the record at the cursor, else of the zone', async () => {
    await start();
    const domain = (params: object) => editor.connection.sendRequest<SpfDomain | null>(SPF_DOMAIN, params);
    assert.deepEqual(await domain({ uri, position: { line: 4, character: 9 } }), { domain: 'example.com' });
    assert.deepEqual(await domain({ uri, position: { line: 0, character: 0 } }), { domain: 'example.com' });
    assert.equal(await domain({ uri: 'file:///none', position: { line: 0, character: 0 } }), null);
  });

  it('explain a record, and find it again after edits', async () => {
    await start({ locale: 'ja' });
    const first = await explain({ uri, at: { line: 5, character: 3 }, as: 'markdown' });
    assert.ok(first);
    assert.deepEqual(first.record, { kind: 'dmarc-policy', owner: '_dmarc.example.com.', index: 0 });
    assert.match(first.markdown ?? '', /^# example\\\.com の DMARC ポリシーレコード\n/);
    assert.match(first.markdown ?? '', /dmarc-bad-value/);
    const top = { line: 0, character: 0 };
    const at = { line: 5, character: 24 };
    await editor.edit(uri, [
      { range: { start: top, end: top }, newText: '; a line\n' },
      { range: { start: at, end: { line: 5, character: 30 } }, newText: 'reject' },
    ]);
    const again = await explain({ uri, at: first.record, as: 'markdown' });
    assert.match(again?.markdown ?? '', /p=reject/);
    assert.match(again?.markdown ?? '', /example\\\.com\\\.zone の 7 行目/);
    assert.doesNotMatch(again?.markdown ?? '', /dmarc-bad-value/);
    for (const odd of [{ line: 3, character: 0 }, { kind: 'x', owner: 'y', index: -1 }, undefined, 'x', 7]) {
      assert.equal(await explain({ uri, at: odd }), null);
    }
    assert.deepEqual(editor.errors, []);
  });

  it('are offered as code actions to who asks, by a client that has the commands', async () => {
    await start({ initializationOptions: { recordCommands: true } });
    const spf = (await invoked(4, CodeActionTriggerKind.Invoked)).filter(
      ({ kind }) => kind === 'mailAuth.record',
    );
    assert.deepEqual(
      spf.map(({ command }) => [command?.command, command?.arguments]),
      [
        ['mailAuth.explainRecord', [{ uri, at: { kind: 'spf-record', owner: 'example.com.', index: 0 } }]],
        ['mailAuth.checkSpf', [{ domain: 'example.com' }]],
      ],
    );
    const dmarc = (await invoked(5, CodeActionTriggerKind.Invoked)).filter(({ command }) => command);
    assert.deepEqual(
      dmarc.map(({ title }) => title),
      ['Explain this record'],
    );
    for (const line of [3, 4]) {
      const lamp = await invoked(line, CodeActionTriggerKind.Automatic);
      assert.ok(lamp.every(({ command }) => command === undefined));
    }
    assert.ok(
      (await invoked(3, CodeActionTriggerKind.Invoked)).every(({ command }) => command === undefined),
    );
  });

  it('are linked from hovers, with arguments that no Markdown ends', async () => {
    await start({ initializationOptions: { recordCommands: true } });
    const value = async (line: number) => {
      const hover: Hover | null = await editor.hover(uri, { line, character: 12 });
      return (hover?.contents as { value: string } | undefined)?.value ?? '';
    };
    const link = /\[Explain this record\]\(command:mailAuth\.explainRecord\?([^()\s]+)\)/.exec(
      await value(4),
    );
    assert.deepEqual(JSON.parse(decodeURIComponent(link?.[1] ?? '')), [
      { uri, at: { kind: 'spf-record', owner: 'example.com.', index: 0 } },
    ]);
    assert.match(await value(4), /\(command:mailAuth\.checkSpf\?/);
    assert.doesNotMatch(await value(3), /command:/);
  });

  it('are not offered to a client without the commands', async () => {
    await start();
    const actions = await invoked(4, CodeActionTriggerKind.Invoked);
    assert.ok(actions.every(({ command }) => command === undefined));
    const hover: Hover | null = await editor.hover(uri, { line: 4, character: 12 });
    assert.doesNotMatch(JSON.stringify(hover?.contents), /command:/);
  });
});
