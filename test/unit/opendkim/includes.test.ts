import assert from 'node:assert/strict';
import { opendkimReader } from '../../../core/model/opendkim';
import type { ConfigurationFile } from '../../../core/model/configuration';
import type { Include } from '../../../core/model/model';
import { effectiveSetting, includesUnread, standsHere } from '../../../core/rules/keywordFiles';
import { sourceText } from '../../../core/text/sourceText';

/** The configuration of a text among files; without files nothing can be read. */
function read(text: string, files?: Readonly<Record<string, string>>): ConfigurationFile {
  const include: Include = (path) =>
    files !== undefined && Object.hasOwn(files, path)
      ? { text: sourceText(files[path]!), include }
      : { problem: 'missing' };
  const model = opendkimReader.open(sourceText(text), files === undefined ? {} : { include });
  const group = model.group('file');
  assert.ok(group?.kind === 'opendkim-file');
  return group.value;
}

const valueOf = (file: ConfigurationFile, keyword: string) =>
  effectiveSetting(file, keyword)?.value.value.text;

describe('An opendkim.conf with what it includes', () => {
  it('takes the last setting in the order of reading, be it in an included file or behind it', () => {
    const files = {
      '/a': 'Selector a\nDomain a.example\nInclude /b\nUserID a\n',
      '/b': 'selector b\nUserID b\n',
    };
    const file = read('Selector own\nDomain own.example\nInclude /a\nDomain later.example\n', files);
    assert.equal(valueOf(file, 'Selector'), 'b');
    assert.equal(valueOf(file, 'Domain'), 'later.example');
    assert.equal(valueOf(file, 'UserID'), 'a');
    assert.equal(includesUnread(file), false);
    assert.equal(standsHere(file, effectiveSetting(file, 'Selector')!), false);
    assert.equal(standsHere(file, effectiveSetting(file, 'Domain')!), true);
  });

  it('places what stands in an included file at the path by which this one includes its file', () => {
    const file = read('# first\n  Include   /a # here\n', {
      '/a': 'Include /b\n',
      '/b': 'Socket inet:1@localhost\n',
    });
    const found = effectiveSetting(file, 'Socket')!;
    assert.equal(found.anchor, file.settings[0]!.anchor);
    assert.deepEqual(found.value.valueSpan, { start: 10, end: 12 });
  });

  it('knows that something may be missing where a file cannot be read, or no files can', () => {
    assert.equal(includesUnread(read('Include /gone\n', {})), true);
    assert.equal(includesUnread(read('Include /a\n', { '/a': 'Include /gone\n' })), true);
    assert.equal(includesUnread(read('Include /a\n')), true);
    assert.equal(includesUnread(read('Include /a\n', { '/a': '' })), false);
    assert.equal(includesUnread(read('Syslog yes\n')), false);
  });

  it('reads as deep as OpenDKIM, and the same file as often as it is named', () => {
    const files = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`/${n}`, `Include /${n + 1}\n`]));
    const deep = (depth: number) => read('Include /1\n', { ...files, [`/${depth}`]: 'Selector deep\n' });
    assert.equal(valueOf(deep(5), 'Selector'), 'deep');
    assert.deepEqual(deep(5).whole?.broken, []);
    assert.equal(valueOf(deep(6), 'Selector'), undefined);
    assert.deepEqual(
      deep(6).whole?.broken.map(({ problem, file }) => [problem, file]),
      [['too-deep', '/6']],
    );
    assert.deepEqual(read('Include /a\nInclude /a\n', { '/a': 'Syslog yes\n' }).whole?.broken, []);
  });

  it('comes to an end where every file includes the others many times', () => {
    const files = Object.fromEntries(
      [1, 2, 3, 4, 5].map((n) => [`/${n}`, `Include /${n + 1}\n`.repeat(1000) + 'Syslog yes\n'.repeat(1000)]),
    );
    const file = read('Include /1\n'.repeat(1000), files);
    assert.equal(includesUnread(file), true);
  });

  it('keeps a file as it is while nothing of it changes', () => {
    const context = { include: (() => ({ problem: 'missing' })) as Include };
    const before = opendkimReader.open(sourceText('Include /a\n'), context);
    const after = opendkimReader.update(before, sourceText('# a comment\nInclude /a\n'));
    assert.equal(after.group('file')?.value, before.group('file')?.value);
  });
});
