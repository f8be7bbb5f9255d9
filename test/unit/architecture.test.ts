import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../support/shared';

/** The rooms of core from left to right: each may import itself and what stands left of it. */
const CORE_ROOMS = ['text', 'values', 'facts', 'syntax', 'records', 'evaluate', 'model', 'rules', 'features'];
/** Rooms that stand on records and everything left of it (and on one another only as listed). */
const SIDE_ROOMS = ['generator', 'report'];

interface Import {
  /** The importing file, relative to the project's folder. */
  readonly from: string;
  /** A file of ours relative to the project's folder, or a package's name. */
  readonly to: string;
  readonly ours: boolean;
}

function imports(): Import[] {
  const all: Import[] = [];
  for (const folder of ['core', 'server', 'client']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const from = `${folder}/${file}`;
      const { importedFiles } = ts.preProcessFile(readFileSync(join(root, from), 'utf8'), true, true);
      for (const { fileName } of importedFiles) {
        const ours = fileName.startsWith('.');
        const to = ours ? normalize(join(dirname(from), fileName)) : fileName.replace(/^node:/, '');
        all.push({ from, to, ours });
      }
    }
  }
  return all;
}

function within(path: string, folder: string): boolean {
  return !relative(folder, path).startsWith('..');
}

/** Whether core file `from` may import core file `to`. */
function leftward(from: string, to: string): boolean {
  const room = (path: string): string => path.split('/')[1]!;
  const rank = (path: string): number => {
    const at = CORE_ROOMS.indexOf(room(path));
    if (at >= 0) return at;
    return room(path).startsWith('languages') ? CORE_ROOMS.length : CORE_ROOMS.length + 1;
  };
  if (SIDE_ROOMS.includes(room(from))) {
    return room(to) === room(from) || rank(to) <= CORE_ROOMS.indexOf('records');
  }
  return !SIDE_ROOMS.includes(room(to)) && rank(to) <= rank(from);
}

describe('the house', () => {
  const all = imports();
  const offenders = (bad: (i: Import) => boolean): string[] =>
    all.filter(bad).map(({ from, to }) => `${from} imports ${to}`);

  it('has imports to look at', () => {
    assert.ok(all.length > 100);
  });

  it('core imports only itself and its declared libraries', () => {
    const libraries = ['fast-xml-parser', 'tldts'];
    assert.deepEqual(
      offenders(({ from, to, ours }) => {
        if (!within(from, 'core')) return false;
        return ours ? !within(to, 'core') : !libraries.includes(to);
      }),
      [],
    );
  });

  it('within core, imports go left', () => {
    assert.deepEqual(
      offenders(({ from, to, ours }) => ours && within(from, 'core') && !leftward(from, to)),
      [],
    );
  });

  it('the server stands on core alone', () => {
    assert.deepEqual(
      offenders(
        ({ from, to, ours }) =>
          ours && within(from, 'server') && !within(to, 'core') && !within(to, 'server'),
      ),
      [],
    );
  });

  it('the client never imports the server, and of core only what is for clients', () => {
    const open = [
      'core/report',
      'core/generator',
      'core/text/message',
      'core/text/page',
      'core/text/visible',
      'core/recordProtocol',
      'core/zoneProtocol',
      'core/namedFilesProtocol',
      'core/syntax/zoneNames',
      'core/syntax/mtaStsPolicyNames',
      // Data that the manifest names, too.
      'snippets',
    ];
    assert.deepEqual(
      offenders(
        ({ from, to, ours }) =>
          ours && within(from, 'client') && !within(to, 'client') && !open.some((room) => within(to, room)),
      ),
      [],
    );
  });

  it('only the server knows vscode-languageserver, only the client vscode and vscode-languageclient', () => {
    assert.deepEqual(
      offenders(({ from, to }) => /^vscode-languageserver/.test(to) && !within(from, 'server')),
      [],
    );
    assert.deepEqual(
      offenders(
        ({ from, to }) =>
          /^vscode(-languageclient.*)?$/.test(to) &&
          (!within(from, 'client') || within(from, 'client/webview') || within(from, 'client/generatorPage')),
      ),
      [],
    );
  });

  it('only core/values/publicSuffix asks tldts', () => {
    assert.deepEqual(
      offenders(({ from, to }) => to === 'tldts' && from !== 'core/values/publicSuffix.ts'),
      [],
    );
  });

  it('only core/report reads XML with fast-xml-parser', () => {
    assert.deepEqual(
      offenders(({ from, to }) => to === 'fast-xml-parser' && !within(from, 'core/report')),
      [],
    );
  });

  it('only the CLI and the Node doors touch Node', () => {
    const doors = ['server/cli', 'server/node', 'server/main.ts', 'client/node', 'client/main.ts'];
    assert.deepEqual(
      offenders(
        ({ from, to, ours }) =>
          !ours && builtinModules.includes(to) && !doors.some((door) => within(from, door)),
      ),
      [],
    );
  });

  it('only the client’s Node door brings in what needs Node', () => {
    assert.deepEqual(
      offenders(
        ({ from, to, ours }) =>
          ours && within(to, 'client/node') && !within(from, 'client/node') && from !== 'client/main.ts',
      ),
      [],
    );
  });

  it('core keeps no state between calls: no module-level let or var', () => {
    const stateful: string[] = [];
    for (const file of readdirSync(join(root, 'core'), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const source = ts.createSourceFile(
        file,
        readFileSync(join(root, 'core', file), 'utf8'),
        ts.ScriptTarget.Latest,
      );
      for (const statement of source.statements) {
        if (ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const)) {
          stateful.push(file);
        }
      }
    }
    assert.deepEqual(stateful, []);
  }).timeout(120_000);
});
