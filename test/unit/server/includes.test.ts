import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceText } from '../../../core/text/sourceText';
import { including, type IncludeWay } from '../../../server/includes';
import { nodeFiles } from '../../../server/node/files';

describe('the files that a zone includes', () => {
  let top: string;
  let zones: string;
  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'mail-auth-includes-')));
    zones = join(top, 'zones');
    mkdirSync(join(zones, 'sub'), { recursive: true });
    writeFileSync(join(zones, 'a.inc'), 'a\n');
    writeFileSync(join(zones, 'sub', 'b.inc'), 'b\n');
    writeFileSync(join(top, 'outside.inc'), 'secret\n');
  });
  afterEach(() => {
    rmSync(top, { recursive: true });
  });

  const find = (way: Partial<IncludeWay> = {}) =>
    including({
      files: nodeFiles(1000),
      path: join(zones, 'example.com.zone'),
      directory: undefined,
      folders: [zones],
      ...way,
    });
  /** The text that is found, or the problem. */
  const found = (path: string, way: Partial<IncludeWay> = {}): string => {
    const inclusion = find(way)(path);
    return 'problem' in inclusion
      ? inclusion.problem
      : inclusion.text.chunks.map(({ text }) => text).join('');
  };

  it('lie beside the zone, below it, or at an absolute path', () => {
    assert.equal(found('a.inc'), 'a\n');
    assert.equal(found('sub/b.inc'), 'b\n');
    assert.equal(found(join(zones, 'a.inc')), 'a\n');
    assert.equal(found('lost.inc'), 'missing');
    assert.equal(found('a.inc/x'), 'missing');
  });

  it('are looked for in the name server’s directory first', () => {
    writeFileSync(join(zones, 'sub', 'a.inc'), 'of the directory\n');
    assert.equal(found('a.inc', { directory: join(zones, 'sub') }), 'of the directory\n');
    assert.equal(found('a.inc', { directory: join(zones, 'nowhere') }), 'a\n');
  });

  it('are read from the editor where they are open', () => {
    const open = (path: string) => (path === join(zones, 'a.inc') ? sourceText('edited\n') : undefined);
    assert.equal(found('a.inc', { open }), 'edited\n');
  });

  it('are never read from elsewhere, be it by `..`, absolute or by a link', () => {
    assert.equal(found('../outside.inc'), 'unreadable');
    assert.equal(found(join(top, 'outside.inc')), 'unreadable');
    assert.equal(found('/etc/passwd'), 'unreadable');
    assert.equal(found('/no/such/file'), 'unreadable');
    symlinkSync(join(top, 'outside.inc'), join(zones, 'link.inc'));
    symlinkSync(top, join(zones, 'folder'));
    assert.equal(found('link.inc'), 'unreadable');
    assert.equal(found('folder/outside.inc'), 'unreadable');
    assert.equal(found('../outside.inc', { folders: [zones, top] }), 'secret\n');
  });

  it('are regular files: no folder, pipe, socket or device holds anybody up', async () => {
    assert.equal(found('sub'), 'not-a-file');
    assert.equal(found('.'), 'unreadable');
    execFileSync('mkfifo', [join(zones, 'pipe')]);
    assert.equal(found('pipe'), 'not-a-file');
    const server = createServer().listen(join(zones, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    assert.equal(found('socket'), 'not-a-file');
    server.close();
    assert.equal(found('/dev/zero', { folders: ['/dev'] }), 'not-a-file');
    assert.equal(found('/dev/zero'), 'unreadable');
  });

  it('are of this computer and within bounds', () => {
    for (const path of ['\\\\server\\share\\x', '//server/share/x', '\\\\.\\pipe\\x', 'a\0.inc', '']) {
      assert.equal(found(path), 'unreadable', path);
    }
    writeFileSync(join(zones, 'large.inc'), 'x'.repeat(1001));
    assert.equal(found('large.inc'), 'too-large');
    assert.equal(nodeFiles().pathOf('file://server/share/x'), undefined);
    assert.equal(nodeFiles().pathOf('file:////server/share'), undefined);
    assert.equal(nodeFiles().pathOf('untitled:x'), undefined);
    assert.equal(nodeFiles().pathOf(pathToFileURL('/a b').href), '/a b');
  });

  it('tell when they come round again, also by a link', () => {
    writeFileSync(join(zones, 'example.com.zone'), '');
    symlinkSync(join(zones, 'example.com.zone'), join(zones, 'same.zone'));
    assert.equal(found('example.com.zone'), 'circular');
    assert.equal(found('same.zone'), 'circular');
    assert.equal(found('sub/../example.com.zone'), 'circular');
    const first = find()('a.inc');
    assert.ok('include' in first);
    assert.deepEqual(first.include('a.inc'), { problem: 'circular' });
    assert.deepEqual(first.include('example.com.zone'), { problem: 'circular' });
    const second = first.include('sub/b.inc');
    assert.ok('include' in second);
    // A relative path of an included file counts from its own folder.
    assert.deepEqual(second.include('b.inc'), { problem: 'circular' });
  });

  it('are looked for a bounded number of times', () => {
    const include = find();
    for (let i = 0; i < 1000; i++) include(`${i}.inc`);
    assert.deepEqual(include('a.inc'), { problem: 'unreadable' });
  });

  it('are told to whoever wants to know of changes', () => {
    const asked: string[] = [];
    found('lost.inc', { asked: (path) => asked.push(path) });
    assert.deepEqual(asked, [join(zones, 'lost.inc')]);
  });
});
