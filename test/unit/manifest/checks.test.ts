import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../core/rules/index.generated';
import { root } from '../../support/shared';

const page = readFileSync(join(root, 'docs/checks.md'), 'utf8');

/** The rows of the page's tables: the tool, and the cells. */
const rows = page.split('\n## ').flatMap((section) => {
  const [tool = '', ...lines] = section.split('\n');
  const cells = lines
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  // The heading and the line below it.
  return cells.slice(2).map((row) => ({ tool, row }));
});

describe('the table of checks beside those of other tools', () => {
  const names = new Set(RULES.map(({ name }) => name));

  it('has lines for every tool', () => {
    for (const tool of [
      'checkdmarc',
      'Zonemaster',
      'dmarc-parse',
      'spf-parse',
      'libopendmarc',
      'dmarcian',
      'MXToolbox',
    ]) {
      assert.ok(rows.filter((row) => row.tool.startsWith(tool)).length >= 8, tool);
    }
  });

  it('names rules that exist, and links their pages', () => {
    const links = [...page.matchAll(/\[([\w-]+)\]\(([^)]*)\)/g)];
    assert.ok(links.length > 100);
    for (const [, name = '', target = ''] of links) {
      assert.ok(names.has(name), name);
      assert.equal(target, `rules/${name}.md`);
      assert.ok(existsSync(join(root, 'docs', target)), target);
    }
  });

  it('has a rule of ours on every line but those that need the network', () => {
    for (const { tool, row } of rows) {
      const [check, finds, ours = ''] = row;
      assert.equal(row.length, 4, `${tool}: ${check}`);
      assert.ok(check !== '' && finds !== '', `${tool}: ${check}`);
      assert.ok(/^\[[\w-]+\]/.test(ours) !== (ours === 'needs the network'), `${tool}: ${check}: ${ours}`);
    }
  });

  it('counts its lines', () => {
    const network = rows.filter(({ row }) => row[2] === 'needs the network').length;
    assert.ok(
      page.includes(`${rows.length} lines, ${network} of which need the network.`),
      `${rows.length}, ${network}`,
    );
  });
});
