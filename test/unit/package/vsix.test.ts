import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { filesInVsix, picturesIn, problemsOf, vsixOf } from '../../../scripts/lib/vsix';
import { root } from '../../support/shared';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const text = (of: Uint8Array | undefined) => Buffer.from(of ?? []).toString();

const manifest = {
  name: 'one',
  version: '1.2.3',
  publisher: 'us',
  displayName: 'One & Only',
  description: '%what%',
  license: 'MIT',
  engines: { vscode: '^1.100.0' },
  categories: ['Linters'],
  keywords: ['a', 'b'],
  main: './dist/client.js',
  browser: './dist/web.js',
  l10n: './l10n',
  contributes: { views: { ours: [{ icon: 'icons/one.svg' }, { icon: '$(mail)' }] } },
};

const whole = new Map<string, Uint8Array>([
  ['package.json', bytes(JSON.stringify(manifest))],
  ['package.nls.json', bytes('{"what": "Checks <all>"}')],
  ['README.md', bytes('![A](docs/a.png) ![B](https://example.com/b.png)')],
  ['docs/a.png', bytes('picture')],
  ['docs/page.md', bytes('![A](a.png) [no picture](none.png)')],
  ['dist/client.js', bytes('client')],
  ['dist/web.js', bytes('web')],
  ['l10n/bundle.l10n.ja.json', bytes('{}')],
  ['icons/one.svg', bytes('<svg/>')],
]);
const without = (path: string) => new Map([...whole].filter(([one]) => one !== path));

describe('the package', () => {
  it('holds the files that it was made of, and tells VS Code whose they are', () => {
    const vsix = vsixOf(whole);
    assert.deepEqual([...filesInVsix(vsix).keys()].sort(), [...whole.keys()].sort());
    assert.equal(text(filesInVsix(vsix).get('dist/client.js')), 'client');
    const told = text(unzipSync(vsix)['extension.vsixmanifest']);
    assert.match(told, /<Identity Language="en-US" Id="one" Version="1\.2\.3" Publisher="us"\/>/);
    assert.match(told, /<DisplayName>One &amp; Only</);
    assert.match(told, />Checks &lt;all&gt;<\/Description>/);
    assert.match(told, /<Tags>a,b,__web_extension</);
    const types = text(unzipSync(vsix)['[Content_Types].xml']);
    for (const path of whole.keys()) assert.ok(types.includes(`"${/\.\w+$/.exec(path)![0]}"`), path);
  });

  it('is the same to the last octet when it is made again', () => {
    assert.deepEqual(vsixOf(whole), vsixOf(new Map(whole)));
  });

  it('is whole where all that is named in it is there', () => {
    assert.deepEqual(problemsOf(whole), []);
  });

  for (const [path, said] of [
    ['dist/client.js', 'package.json names ./dist/client.js, which is not there'],
    ['dist/web.js', 'package.json names ./dist/web.js, which is not there'],
    ['l10n/bundle.l10n.ja.json', 'package.json names ./l10n, which is not there'],
    ['icons/one.svg', 'package.json names icons/one.svg, which is not there'],
  ] as const) {
    it(`is refused without ${path}`, () => {
      assert.deepEqual(problemsOf(without(path)), [said]);
    });
  }

  it('is refused where a page shows a picture that is not there', () => {
    assert.deepEqual(problemsOf(without('docs/a.png')), [
      'README.md shows docs/a.png, which is not there',
      'docs/page.md shows a.png, which is not there',
    ]);
  });

  it('is refused with sources, their maps, or packages that are bundled already', () => {
    for (const path of ['dist/client.js.map', 'client/main.ts', 'node_modules/one/index.js']) {
      assert.deepEqual(problemsOf(new Map([...whole, [path, bytes('')]])), [`${path} is not wanted there`]);
    }
  });

  it('takes the pictures along that its pages show, which are there', () => {
    for (const page of ['README.md', 'README.ja.md']) {
      const pictures = picturesIn(readFileSync(join(root, page), 'utf8'));
      assert.ok(pictures.length > 0, page);
      for (const picture of pictures) assert.ok(readFileSync(join(root, picture)).length > 0, picture);
    }
  });
});
