import assert from 'node:assert/strict';
import { zoneText } from '../bench/zoneText';
import { startEditor, type Editor } from './support/client';

const big = 'file:///zones/example.com.zone';
const small = 'file:///zones/example.org.zone';

describe('A big zone in the language server', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await startEditor();
  });
  afterEach(async () => {
    editor.process.kill('SIGKILL');
    await editor.ended;
  });

  it('is opened while requests for other files are answered, and gets what was typed meanwhile', async () => {
    // Beyond what is opened at once, and far enough that opening takes several steps.
    const lines = 60_000;
    await editor.open(small, 'dns-zone', '_dmarc TXT "v=DMARC1; p=rejekt"\n');
    await editor.open(big, 'dns-zone', zoneText(lines));
    const order: string[] = [];
    const first = editor.pull(big).then((items) => {
      order.push('big');
      return items;
    });
    const end = { line: lines + 2, character: 0 };
    await editor.edit(big, [
      { range: { start: end, end }, newText: '_dmarc.typed TXT "v=DMARC1; p=rejekt"\n' },
    ]);
    const other = await editor.pull(small);
    order.push('small');
    assert.ok(other.some(({ code }) => code === 'dmarc-bad-value'));
    const bad = (await first).filter(({ code }) => code === 'dmarc-bad-value');
    assert.deepEqual(order, ['small', 'big']);
    assert.deepEqual(
      bad.map(({ range }) => range.start.line),
      [lines + 2],
    );
    assert.deepEqual(editor.errors, []);
  });

  it('can be closed before it is open', async () => {
    await editor.open(big, 'dns-zone', zoneText(60_000));
    const pulled = editor.pull(big);
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: big } });
    assert.deepEqual(await pulled, []);
    assert.deepEqual(editor.errors, []);
  });
});
