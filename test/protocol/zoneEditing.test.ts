import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { applyTextEdits, cursor, startEditor, vscodeLike, type Editor } from './support/client';

const uri = 'file:///zones/example.com.zone';
const zone = `$TTL 3600
@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600
  IN NS ns1
  IN MX 10 mail
ns1 IN A 192.0.2.53
mail IN A 192.0.2.25
  IN AAAA 2001:db8::25
$INCLUDE hosts/more.zone
`;

const at = (line: number, character: number) => ({ line, character });
const whole: Range = { start: at(0, 0), end: at(99, 0) };

/** What a range covers, with its line. */
function covered(text: string, range: Range): string {
  const lines = text.split('\n');
  assert.equal(range.start.line, range.end.line);
  return `${range.start.line}:${lines[range.start.line]!.slice(range.start.character, range.end.character)}`;
}

describe('Editing zone files over the protocol', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await startEditor();
  });
  afterEach(async () => {
    assert.deepEqual(editor.errors, []);
    if (editor.process.exitCode !== null) return;
    editor.process.kill('SIGKILL');
    await editor.ended;
  });

  it('promises what it can do', () => {
    const { capabilities } = editor.initialized;
    for (const name of [
      'definitionProvider',
      'referencesProvider',
      'documentHighlightProvider',
      'documentSymbolProvider',
      'workspaceSymbolProvider',
      'foldingRangeProvider',
      'selectionRangeProvider',
      'inlayHintProvider',
    ] as const) {
      assert.equal(capabilities[name], true, name);
    }
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    assert.ok(capabilities.semanticTokensProvider && capabilities.signatureHelpProvider);
    assert.ok(capabilities.documentLinkProvider);
  });

  it('completes the hosts of a zone, in the order of use', async () => {
    const { text, position } = cursor(`${zone}@ IN MX 20 |\n`);
    await editor.open(uri, 'dns-zone', text);
    const list = await editor.complete(uri, position);
    assert.equal(list?.isIncomplete, false);
    const mail = list.items.find(({ label }) => label === 'mail');
    assert.ok(mail?.textEdit && 'range' in mail.textEdit);
    assert.equal(applyTextEdits(text, [mail.textEdit]), text.replace('MX 20 \n', 'MX 20 mail\n'));
    const sorted = list.items.map(({ sortText }) => sortText);
    assert.deepEqual(sorted, [...sorted].sort());
  });

  it('stays silent behind a dot that nothing continues', async () => {
    const dot = (where: string, position: Position) =>
      editor.ask('completion', where, position, { context: { triggerKind: 2, triggerCharacter: '.' } });
    const { text, position } = cursor(`${zone}a.sub A 192.0.2.1\n@ IN MX 20 a.|\n`);
    await editor.open(uri, 'dns-zone', text);
    assert.ok(await dot(uri, position));
    const other = 'file:///zones/example.net.zone';
    const beyond = cursor('@ IN MX 20 host.|\n');
    await editor.open(other, 'dns-zone', beyond.text);
    assert.equal(await dot(other, beyond.position), null);
  });

  it('completes directives as snippets', async () => {
    const { text, position } = cursor(`${zone}$G|\n`);
    await editor.open(uri, 'dns-zone', text);
    const generate = (await editor.complete(uri, position))?.items.find(({ label }) => label === '$GENERATE');
    assert.equal(generate?.insertTextFormat, 2);
    assert.match(generate.textEdit?.newText ?? '', /^\\\$GENERATE \$\{1:1-10\}/);
  });

  it('shows the fields of the record that is being written', async () => {
    const { text, position } = cursor(`${zone}@ IN MX 20 |\n`);
    await editor.open(uri, 'dns-zone', text);
    const help = await editor.ask<SignatureHelp | null>('signatureHelp', uri, position);
    assert.equal(help?.signatures[0]?.label, 'MX preference exchange');
    assert.equal(help.activeParameter, 1);
    assert.equal(await editor.ask('signatureHelp', uri, at(0, 2)), null);
  });

  it('goes to the owner, to the included file, and to an owner in another open zone', async () => {
    await editor.open(uri, 'dns-zone', zone);
    const here = await editor.ask<Location[]>('definition', uri, at(3, 12));
    assert.deepEqual(
      here.map(({ range }) => covered(zone, range)),
      ['5:mail'],
    );
    const [file] = await editor.ask<Location[]>('definition', uri, at(7, 12));
    assert.equal(file?.uri, 'file:///zones/hosts/more.zone');
    const other = 'file:///zones/example.net.zone';
    await editor.open(other, 'dns-zone', 'www CNAME mail.example.com.\n');
    const there = await editor.ask<Location[]>('definition', other, at(0, 15));
    assert.deepEqual(
      there.map((place) => place.uri),
      [uri],
    );
  });

  it('finds and marks all places of a name', async () => {
    const other = 'file:///zones/example.net.zone';
    const text = 'www CNAME mail.example.com.\n';
    await editor.open(uri, 'dns-zone', zone);
    await editor.open(other, 'dns-zone', text);
    const found = await editor.ask<Location[]>('references', uri, at(5, 1), {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map((place) => covered(place.uri === uri ? zone : text, place.range)),
      ['3:mail', '5:mail', '0:mail.example.com.'],
    );
    const used = await editor.ask<Location[]>('references', uri, at(5, 1), {
      context: { includeDeclaration: false },
    });
    assert.equal(used.length, 2);
    const marked = await editor.ask<DocumentHighlight[]>('documentHighlight', uri, at(3, 12));
    assert.deepEqual(
      marked.map(({ range, kind }) => `${covered(zone, range)} ${kind}`),
      ['3:mail 2', '5:mail 3'],
    );
  });

  it('renames a host in its zone and in others, and says why where it does not', async () => {
    const other = 'file:///zones/example.net.zone';
    const copy = 'file:///zones/internal/example.com.zone';
    await editor.open(uri, 'dns-zone', zone);
    await editor.open(other, 'dns-zone', 'www CNAME mail.example.com.\n');
    await editor.open(copy, 'dns-zone', zone);
    const prepared = await editor.ask<{ range: Range; placeholder: string } | null>(
      'prepareRename',
      uri,
      at(5, 1),
    );
    assert.equal(prepared?.placeholder, 'mail');
    assert.equal(await editor.ask('prepareRename', uri, at(0, 7)), null);
    const edit = await editor.ask<WorkspaceEdit>('rename', uri, at(5, 1), { newName: 'mx1' });
    assert.deepEqual(
      Object.keys(edit.changes ?? {}),
      [uri, other],
      'another version of the zone is left alone',
    );
    assert.equal(applyTextEdits(zone, edit.changes![uri]!), zone.replaceAll('mail', 'mx1'));
    assert.equal(edit.changes![other]![0]?.newText, 'mx1.example.com.');
    await assert.rejects(editor.ask('rename', uri, at(5, 1), { newName: 'ns1' }), /has records already/);
    await assert.rejects(editor.ask('rename', uri, at(1, 0), { newName: 'x' }), /zone itself/);
    await assert.rejects(editor.ask('rename', uri, at(0, 7), { newName: 'x' }), /no domain name/);
  });

  it('renames in an included file, where its names are known', async () => {
    await editor.open(uri, 'dns-zone', zone);
    const included = 'file:///zones/hosts/more.zone';
    await editor.open(included, 'dns-zone', '$ORIGIN example.com.\nwww CNAME mail\n');
    const edit = await editor.ask<WorkspaceEdit>('rename', uri, at(5, 1), { newName: 'mx1' });
    assert.equal(edit.changes?.[included]?.[0]?.newText, 'mx1');
  });

  it('follows names into included files that are not open, and renames them there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mail-auth-'));
    try {
      const file = (name: string): string => pathToFileURL(join(folder, name)).href;
      const main = `${zone.replace('hosts/more.zone', 'sub.zone sub')}@ MX 5 relay.sub\nx CNAME deep\n`;
      const sub = 'relay A 192.0.2.1\n@ NS relay.sub.example.com.\n$INCLUDE deep.zone example.com.\n';
      await writeFile(join(folder, 'sub.zone'), sub);
      await writeFile(join(folder, 'deep.zone'), 'deep A 192.0.2.2\ny CNAME relay.sub\n');
      const own = file('example.com.zone');
      await editor.open(own, 'dns-zone', main);
      const files = await editor.complete(own, at(7, 11));
      assert.deepEqual(
        files?.items.map(({ label }) => label),
        ['deep.zone', 'sub.zone'],
      );
      const relay = at(8, 8);
      const [place] = await editor.ask<Location[]>('definition', own, relay);
      assert.deepEqual(place, { uri: file('sub.zone'), range: { start: at(0, 0), end: at(0, 5) } });
      const [deep] = await editor.ask<Location[]>('definition', own, at(9, 9));
      assert.equal(deep?.uri, file('deep.zone'));
      const edit = await editor.ask<WorkspaceEdit>('rename', own, relay, { newName: 'hub.sub' });
      assert.deepEqual(
        Object.entries(edit.changes ?? {}).map(([uri, edits]) => [uri, edits.map(({ newText }) => newText)]),
        [
          [own, ['hub.sub']],
          [file('sub.zone'), ['hub', 'hub.sub.example.com.']],
          [file('deep.zone'), ['hub.sub']],
        ],
      );
      await assert.rejects(editor.ask('rename', own, relay, { newName: 'deep' }), /has records already/);
      const moved = await editor.ask<WorkspaceEdit>('rename', own, at(7, 19), { newName: 'dept' });
      assert.equal(
        applyTextEdits(sub, moved.changes![file('sub.zone')]!),
        sub.replace('relay.sub', 'relay.dept'),
        'what is relative follows the origin of the directive',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('outlines, folds, selects and links', async () => {
    await editor.open(uri, 'dns-zone', zone);
    const symbols = await editor.ask<DocumentSymbol[]>('documentSymbol', uri, at(0, 0));
    assert.deepEqual(
      symbols.map(({ name, children }) => `${name} ${children?.length ?? 0}`),
      ['$TTL 0', 'example.com 3', 'ns1.example.com 1', 'mail.example.com 2', '$INCLUDE 0'],
    );
    const folds = await editor.ask<FoldingRange[]>('foldingRange', uri, at(0, 0));
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [1, 3],
        [5, 6],
      ],
    );
    const [selection] = await editor.ask<SelectionRange[]>('selectionRange', uri, at(0, 0), {
      positions: [at(5, 12)],
    });
    const widths: number[] = [];
    for (let range = selection; range !== undefined; range = range.parent) {
      widths.push(range.range.end.line - range.range.start.line);
    }
    assert.deepEqual(widths, [0, 0, 1, 8]);
    const links = await editor.ask<DocumentLink[]>('documentLink', uri, at(0, 0));
    assert.deepEqual(
      links.map(({ target }) => target),
      ['file:///zones/hosts/more.zone'],
    );
  });

  it('finds owners over all open zones', async () => {
    await editor.open(uri, 'dns-zone', zone);
    await editor.open('file:///zones/example.net.zone', 'dns-zone', 'mail A 192.0.2.1\n');
    const found: SymbolInformation[] = await editor.connection.sendRequest('workspace/symbol', {
      query: 'mail',
    });
    assert.deepEqual(found.map(({ name }) => name).sort(), ['mail.example.com', 'mail.example.net']);
  });

  it('gives semantic tokens whole, by what changed, and for a range', async () => {
    await editor.open(uri, 'dns-zone', zone);
    const full = await editor.ask<SemanticTokens>('semanticTokens/full', uri, at(0, 0));
    assert.ok(full.data.length > 0 && full.data.length % 5 === 0 && full.resultId !== undefined);
    const range = await editor.ask<SemanticTokens>('semanticTokens/range', uri, at(0, 0), { range: whole });
    assert.deepEqual(range.data, full.data);
    await editor.edit(uri, [{ range: { start: at(5, 15), end: at(5, 15) }, newText: '0' }]);
    const delta = await editor.ask<SemanticTokensDelta>('semanticTokens/full/delta', uri, at(0, 0), {
      previousResultId: full.resultId,
    });
    const data = [...full.data];
    for (const edit of [...delta.edits].reverse()) {
      data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    }
    const again = await editor.ask<SemanticTokens>('semanticTokens/full', uri, at(0, 0));
    assert.deepEqual(data, again.data);
    assert.ok(delta.edits.reduce((sum, edit) => sum + (edit.data?.length ?? 0), 0) <= 5);
  });

  it('outlines a huge zone as far as anybody reads, and tokenises it only where it is shown', async function () {
    this.timeout(30_000);
    const text = Array.from({ length: 60_000 }, (_, i) => `h${i} IN A 192.0.2.1`).join('\n');
    await editor.open(uri, 'dns-zone', text);
    const outline = await editor.ask<DocumentSymbol[]>('documentSymbol', uri, at(0, 0));
    assert.equal(outline.at(-1)?.name, '…', 'it waits for the last step of opening');
    assert.equal(await editor.ask('semanticTokens/full', uri, at(0, 0)), null);
    const range = { start: at(50_000, 0), end: at(50_009, 99) };
    const shown = await editor.ask<SemanticTokens>('semanticTokens/range', uri, at(0, 0), { range });
    assert.equal(shown.data.length / 5, 4 * 10);
  });

  it('answers about files that are not open, and places outside of the text, with nothing', async () => {
    const nowhere = 'file:///nowhere.zone';
    for (const where of [nowhere, uri]) {
      if (where === uri) await editor.open(uri, 'dns-zone', '');
      const far = at(9, 9);
      assert.equal(await editor.ask('signatureHelp', where, far), null);
      assert.deepEqual(await editor.ask('definition', where, far), []);
      assert.deepEqual(
        await editor.ask('references', where, far, { context: { includeDeclaration: true } }),
        [],
      );
      assert.deepEqual(await editor.ask('documentHighlight', where, far), []);
      assert.equal(await editor.ask('prepareRename', where, far), null);
      assert.deepEqual(await editor.ask('documentSymbol', where, far), []);
      assert.deepEqual(await editor.ask('foldingRange', where, far), []);
      assert.deepEqual(await editor.ask('documentLink', where, far), []);
      assert.deepEqual(await editor.ask('inlayHint', where, far, { range: whole }), []);
    }
  });
});

describe('Inlay hints of zone files over the protocol', () => {
  const labels = async (settings: unknown): Promise<string[]> => {
    const editor = await startEditor({
      capabilities: { ...vscodeLike, workspace: { configuration: true } },
      configuration: () => settings,
    });
    await editor.open(uri, 'dns-zone', zone);
    await editor.pull(uri);
    const hints = await editor.ask<InlayHint[]>('inlayHint', uri, at(0, 0), {
      range: { start: at(5, 0), end: at(6, 30) },
    });
    await editor.quit();
    return hints.map(({ label }) => (typeof label === 'string' ? label : ''));
  };

  it('are shown where a setting asks for them', async () => {
    assert.deepEqual(await labels({}), []);
    assert.deepEqual(await labels({ zone: { inlayHints: { owner: true } } }), [
      '.example.com.',
      'mail.example.com.',
    ]);
    assert.deepEqual(await labels({ zone: { inlayHints: { ttl: true } } }), ['3600 ', '3600 ']);
  });
});
