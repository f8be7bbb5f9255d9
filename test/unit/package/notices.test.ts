import assert from 'node:assert/strict';
import { bundledPackages, notices } from '../../../scripts/lib/notices.mjs';
import { root } from '../../support/shared';

/** What esbuild says of a bundle of these files; of what is `shaken` out nothing is in it. */
const metafile = (...paths: readonly string[]) => ({
  inputs: {},
  outputs: {
    'dist/a.js': {
      bytes: 1,
      imports: [],
      exports: [],
      inputs: Object.fromEntries(
        paths.map((path) => [path, { bytesInOutput: path.includes('shaken') ? 0 : 9 }]),
      ),
    },
  },
});

describe('the notices of what is bundled', () => {
  it('are of the packages of which something is in the bundles', () => {
    const found = bundledPackages([
      metafile('client/main.ts', 'node_modules/fflate/esm/browser.js', 'node_modules/shaken/index.js'),
      metafile('node_modules/@one/two/index.js', 'node_modules/a/node_modules/b/c/d.js'),
    ]);
    assert.deepEqual(found, [
      'node_modules/@one/two',
      'node_modules/a/node_modules/b',
      'node_modules/fflate',
    ]);
  });

  it('give the text of each licence, and of what a package carries of others', () => {
    const told = notices(root, [
      'node_modules/fflate',
      'node_modules/tldts',
      'node_modules/vscode-languageserver-protocol',
      'node_modules/@nodable/entities',
    ]);
    assert.match(told, /^fflate \d[\d.]* \(MIT\)\n\nMIT License\n\nCopyright/m);
    assert.match(
      told,
      /^tldts .*\n\n.*Public Suffix List[^]*Mozilla Public License[^]*Permission is hereby/m,
    );
    assert.match(told, /^vscode-languageserver-protocol .*\n\n[^]*third-party/im);
    assert.match(told, /^@nodable\/entities .*\n\n[^]*Permission is hereby/m);
  });

  it('are not made where a package brings no licence', () => {
    assert.throws(() => notices(root, ['test/unit/package/unlicensed']), /nobody is bundled, and no file in/);
  });
});
