import assert from 'node:assert/strict';
import type { Range, TextEdit } from 'vscode-languageserver/node';
import { FORMATTED } from '../../core/languages';
import { applyTextEdits, startEditor, vscodeLike, type Editor } from './support/client';

const uri = 'file:///zones/example.com.zone';
const options = { tabSize: 8, insertSpaces: true };

describe('Formatting over stdio', () => {
  let editor: Editor;
  afterEach(() => editor.quit());

  const format = (document = uri, given = options): Promise<TextEdit[] | null> =>
    editor.connection.sendRequest('textDocument/formatting', {
      textDocument: { uri: document },
      options: given,
    });

  it('lays a zone out with the editor’s blanks', async () => {
    editor = await startEditor();
    assert.equal(editor.initialized.capabilities.documentFormattingProvider, true);
    assert.equal(editor.initialized.capabilities.documentRangeFormattingProvider, true);
    const text = '@ IN SOA ns1 host (\r\n1 ; serial\r\n 2 3 4 5 )\r\n  NS ns1\r\n';
    await editor.open(uri, 'dns-zone', text);
    assert.equal(
      applyTextEdits(text, (await format()) ?? []),
      '@       IN SOA  ns1 host (\r\n                1 ; serial\r\n                2 3 4 5 )\r\n           NS   ns1\r\n',
    );
    const tabs = applyTextEdits(text, (await format(uri, { tabSize: 8, insertSpaces: false })) ?? []);
    assert.equal(tabs, '@\tIN\tSOA\tns1 host (\r\n\t\t\t1\t; serial\r\n\t\t\t2 3 4 5 )\r\n\t\tNS\tns1\r\n');
    await editor.edit(uri, (await format()) ?? []);
    assert.deepEqual(await format(), []);
  });

  it('lays out a range alone', async () => {
    editor = await startEditor();
    const text = 'a   A 192.0.2.1\nb   A 192.0.2.2\nc   A 192.0.2.3\n';
    await editor.open(uri, 'dns-zone', text);
    const range: Range = { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } };
    const edits: TextEdit[] = await editor.connection.sendRequest('textDocument/rangeFormatting', {
      textDocument: { uri },
      range,
      options,
    });
    assert.equal(applyTextEdits(text, edits), 'a   A 192.0.2.1\nb       A    192.0.2.2\nc   A 192.0.2.3\n');
  });

  it('answers nothing for a language without a layout, and for odd options', async () => {
    editor = await startEditor();
    await editor.open('file:///a.pcre', 'postfix-patterns', '/a/  OK\n');
    assert.equal(await format('file:///a.pcre'), null);
    assert.equal(await format('file:///unknown.zone'), null);
    await editor.open(uri, 'dns-zone', 'a A 192.0.2.1\n');
    for (const tabSize of [0, -3, 1e9, 1.5, NaN]) {
      assert.ok(Array.isArray(await format(uri, { tabSize, insertSpaces: false })), String(tabSize));
    }
  });

  it('promises it for the languages that have a layout, to a client that can be told so', async () => {
    const dynamicRegistration = true;
    const capabilities = {
      ...vscodeLike,
      textDocument: {
        ...vscodeLike.textDocument,
        formatting: { dynamicRegistration },
        rangeFormatting: { dynamicRegistration },
      },
    };
    editor = await startEditor({ capabilities });
    assert.equal(editor.initialized.capabilities.documentFormattingProvider, undefined);
    const registered = await editor.registered('textDocument/formatting');
    const documentSelector = FORMATTED.map((language) => ({ language }));
    assert.deepEqual(registered, { documentSelector });
    assert.deepEqual(await editor.registered('textDocument/rangeFormatting'), registered);
  });

  it('lets others have their turn while a long zone is laid out, and stops when it changes', async () => {
    editor = await startEditor();
    const text = Array.from({ length: 200_000 }, (_, i) => `h${i} A 192.0.2.${i % 256}\n`).join('');
    await editor.open(uri, 'dns-zone', text);
    await editor.pull(uri);
    const formatting = format().then(
      () => 'done',
      (problem: unknown) => (problem as { code?: number }).code,
    );
    await editor.edit(uri, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: 'x' },
    ]);
    assert.equal(await formatting, -32801);
  }).timeout(60_000);
});
