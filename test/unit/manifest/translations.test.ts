import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../support/shared';

const read = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string>;

/** The texts given to `l10n.t(…)` in the client. */
function clientTexts(): Set<string> {
  const texts = new Set<string>();
  for (const file of readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const source = ts.createSourceFile(
      file,
      readFileSync(join(root, 'client', file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText())) {
        const [first] = node.arguments;
        assert.ok(
          first && ts.isStringLiteralLike(first),
          `${file}: ${node.getText()} needs a text that can be found`,
        );
        texts.add(first.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return texts;
}

describe('The translations', () => {
  it('have a Japanese text for every text of the client, and no other', () => {
    const japanese = read('l10n/bundle.l10n.ja.json');
    const texts = [...clientTexts()].sort();
    assert.deepEqual(Object.keys(japanese).sort(), texts);
    for (const [text, translated] of Object.entries(japanese)) {
      const places = (said: string) => (said.match(/\{\d+\}/g) ?? []).sort();
      assert.deepEqual(places(translated), places(text), text);
    }
  }).timeout(120_000);

  it('have every text of the manifest in both languages, and no other', () => {
    const used = readFileSync(join(root, 'package.json'), 'utf8').match(/"%[^%"]+%"/g) ?? [];
    const keys = [...new Set(used.map((word) => word.slice(2, -2)))].sort();
    assert.deepEqual(Object.keys(read('package.nls.json')).sort(), keys);
    assert.deepEqual(Object.keys(read('package.nls.ja.json')).sort(), keys);
  });
});
