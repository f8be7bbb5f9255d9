import assert from 'node:assert/strict';
import type { CompletionItem, SemanticTokens, SignatureHelp } from 'vscode-languageserver/node';
import { applyTextEdits, cursor, startEditor, vscodeLike, type Editor } from './support/client';

const uri = 'file:///zones/example.com.zone';
const head = `$TTL 3600
@ IN SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600
  IN NS ns1.example.net.
  IN MX 10 mail
mail IN A 192.0.2.25
_spf IN TXT "v=spf1 mx -all"
_dmarc.sub IN TXT "v=DMARC1; p=none; rua=mailto:d@reports.example.net"
`;

describe('Editing inside records over the protocol', () => {
  let editor: Editor;
  before(async () => {
    editor = await startEditor({ initializationOptions: { suggestCommand: 'suggest.again' } });
  });
  after(async () => {
    assert.deepEqual(editor.errors, []);
    assert.equal(await editor.quit(), 0);
  });

  let opened = 0;
  /** Opens a zone with a record in which `|` stands, and gives the list that comes up there. */
  async function listAt(record: string): Promise<{ text: string; where: string; items: CompletionItem[] }> {
    const { text, position } = cursor(`${head}${record}\n`);
    const where = uri.replace('example.com', `r${++opened}/example.com`);
    await editor.open(where, 'dns-zone', text);
    const list = await editor.complete(where, position);
    return { text, where, items: list?.items ?? [] };
  }

  /** The record once an item is taken. */
  async function taken(record: string, label: string): Promise<string> {
    const { text, items } = await listAt(record);
    const item = items.find((one) => one.label === label);
    assert.ok(
      item?.textEdit && 'range' in item.textEdit,
      `${label} among ${items.map((one) => one.label).join(', ')}`,
    );
    const after = applyTextEdits(text, [item.textEdit, ...(item.additionalTextEdits ?? [])]);
    return after.slice(head.length, -1);
  }

  it('asks again behind the characters that begin something in a record', () => {
    const { completionProvider, signatureHelpProvider } = editor.initialized.capabilities;
    for (const character of ['"', ';', ' ', '=', ':', '%', '{', '-']) {
      assert.ok(completionProvider?.triggerCharacters?.includes(character), character);
    }
    assert.ok(signatureHelpProvider?.triggerCharacters?.includes('='));
  });

  it('completes an SPF record step by step, in the strings as they are', async () => {
    assert.equal(await taken('@ IN TXT "v=spf1 |"', 'include:'), '@ IN TXT "v=spf1 include:"');
    assert.equal(
      await taken('@ IN TXT "v=spf1 include:|"', '_spf.example.com'),
      '@ IN TXT "v=spf1 include:_spf.example.com"',
    );
    assert.equal(await taken('@ IN TXT "v=spf1 ip4:|"', '192.0.2.25'), '@ IN TXT "v=spf1 ip4:192.0.2.25"');
    assert.equal(
      await taken('@ IN TXT "v=spf1 exists:%{|}.x.example"', '%{ir}'),
      '@ IN TXT "v=spf1 exists:%{ir}.x.example"',
    );
    const again = (await listAt('@ IN TXT "v=spf1 |"')).items.find(({ label }) => label === 'include:');
    assert.equal(again?.command?.command, 'suggest.again');
    assert.equal(again.insertTextFormat, undefined);
  });

  it('takes the rest of a split word out of the other line, and leaves its comment', async () => {
    assert.equal(
      await taken('@ IN TXT ( "v=spf1 include:_spf.goo|" ; one\n "gle.com -all" )', '_spf.google.com'),
      '@ IN TXT ( "v=spf1 include:_spf.google.com" ; one\n " -all" )',
    );
  });

  it('completes report addresses and a policy’s identifier', async () => {
    assert.equal(
      await taken('_dmarc IN TXT v=DMARC1\\;rua=|', 'mailto:d@reports.example.net'),
      '_dmarc IN TXT v=DMARC1\\;rua=mailto:d@reports.example.net',
    );
    const { items } = await listAt('_mta-sts IN TXT "v=STSv1; id=2020|"');
    assert.match(items[0]?.label ?? '', /^20\d{12}$/);
    assert.equal(items[0]?.filterText, '2020');
  });

  it('explains a part where the mouse is, and the term that is being written', async () => {
    const { text, position } = cursor(`${head}_dmarc IN TXT "v=DMARC1; p=rej|ect"\n`);
    const where = 'file:///zones/hover/example.com.zone';
    await editor.open(where, 'dns-zone', text);
    const hover = await editor.hover(where, position);
    assert.match(JSON.stringify(hover?.contents), /refuse the message/);
    assert.equal(hover?.range?.start.character, position.character - 3);
    assert.equal(hover.range.end.character, position.character + 3);
    const help = await editor.ask<SignatureHelp | null>('signatureHelp', where, position);
    assert.equal(help?.signatures[0]?.label, 'v=DMARC1; p=none|quarantine|reject; …');
    assert.equal(help.activeParameter, 1);
    const tokens = await editor.ask<SemanticTokens>('semanticTokens/full', where, position);
    assert.ok(tokens.data.length > 0);
  });

  it('rewrites a record as it is asked to', async () => {
    const { text, position } = cursor(`${head}_dmarc IN TXT "v=DMARC1; |rua=mailto:a@example.com; p=none"\n`);
    const where = 'file:///zones/rewrite/example.com.zone';
    await editor.open(where, 'dns-zone', text);
    const actions = await editor.actions(where, { start: position, end: position }, ['refactor']);
    const done = (title: string): string => {
      const edits = actions.find((action) => action.title === title)?.edit?.changes?.[where];
      assert.ok(edits, `${title} among ${actions.map((action) => action.title).join(', ')}`);
      return applyTextEdits(text, edits).slice(head.length);
    };
    assert.equal(
      done('Put the tags into the usual order'),
      '_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:a@example.com"\n',
    );
    assert.equal(
      done('Put one tag or term on each line, in parentheses'),
      '_dmarc IN TXT ( "v=DMARC1; "\n                "rua=mailto:a@example.com; "\n                "p=none" )\n',
    );
  });

  it('answers in Japanese', async () => {
    const japanese = await startEditor({ locale: 'ja', capabilities: vscodeLike });
    const { text, position } = cursor(`${head}@ IN TXT "v=spf1 a/2|4 -all"\n`);
    await japanese.open(uri, 'dns-zone', text);
    assert.match(JSON.stringify((await japanese.hover(uri, position))?.contents), /プレフィックス長 24/);
    assert.equal(await japanese.quit(), 0);
  });
});
