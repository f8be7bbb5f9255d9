import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { allFixes } from '../../core/features/fix';
import type { Finding } from '../../core/features/finding';
import type { Include, InclusionProblem } from '../../core/model/model';
import { RULES } from '../../core/rules/index.generated';
import { createLanguageService } from '../../core/service';
import { render } from '../../core/text/message';
import { positionAt, sourceText } from '../../core/text/sourceText';
import { applyEdits } from '../../core/text/span';
import { fixtureBlocks, type FixtureBlock } from '../support/fixture';
import { root } from '../support/shared';

const folder = join(root, 'test/rules');

/** The findings of one rule in a block's text. */
function findingsOf(rule: string, block: FixtureBlock, text: string): readonly Finding[] {
  const { readers } = block;
  const service = createLanguageService({
    settings: { rules: {}, ...(readers !== undefined && { dmarcReaders: readers }) },
  });
  service.open('fixture', block.language, sourceText(text), {
    ...(block.origin !== undefined && { origin: block.origin }),
    ...(block.file !== undefined && { fileName: block.file }),
    ...(block.saved !== undefined && { saved: sourceText(block.saved) }),
    ...(block.includes && { include: including(block.includes) }),
  });
  return service.findings('fixture').filter((finding) => finding.rule === rule);
}

/** Finds the files of a block as it says. */
function including(states: ReadonlyMap<string, string>): Include {
  const include: Include = (path) => {
    const state = states.get(path);
    return state === undefined ? { text: sourceText(''), include } : { problem: state as InclusionProblem };
  };
  return include;
}

function marksOf(text: string, findings: readonly Finding[]): string[] {
  const source = sourceText(text);
  return findings.map(({ span }) => {
    const start = positionAt(source, span.start);
    const end = positionAt(source, span.end);
    const last = end.line === start.line ? String(end.character) : `${end.line}:${end.character}`;
    return `${start.line}:${start.character}-${last}`;
  });
}

describe('the rules, by their fixtures', () => {
  const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) =>
    f.endsWith('.md'),
  );

  it('have a fixture each, and every fixture has its rule', () => {
    assert.deepEqual(
      fixtures.map((file) => basename(file, '.md')).sort(),
      RULES.map((rule) => rule.name).sort(),
    );
  });

  for (const file of fixtures.sort()) {
    const name = basename(file, '.md');
    describe(name, () => {
      const blocks = fixtureBlocks(readFileSync(join(folder, file), 'utf8'));

      it('is shown wrong and right', () => {
        assert.ok(blocks.some((block) => block.kind === 'bad'));
        assert.ok(blocks.some((block) => block.kind === 'good'));
      });

      blocks.forEach((block, index) => {
        const title = `line ${block.at}: ${block.kind}`;
        if (block.kind === 'saved') return;
        if (block.kind === 'good') {
          it(title, () => {
            assert.deepEqual(marksOf(block.text, findingsOf(name, block, block.text)), []);
          });
        } else if (block.kind === 'bad') {
          it(title, () => {
            const findings = findingsOf(name, block, block.text);
            const expected = block.marks.map((m) => `${m.line}:${m.start}-${m.end}`);
            assert.deepEqual(marksOf(block.text, findings), expected);
            assert.ok(findings.length > 0, 'a bad block marks at least one finding');
            block.marks.forEach(({ words }, i) => {
              assert.ok(
                render(findings[i]!.message, 'en').includes(words),
                render(findings[i]!.message, 'en'),
              );
            });
          });
        } else {
          it(title, () => {
            const bad = blocks[index - 1];
            assert.equal(bad?.kind, 'bad', 'a fixed block follows its bad block');
            const findings = findingsOf(name, bad, bad.text);
            const mended = applyEdits(bad.text, allFixes(findings));
            assert.equal(mended, block.text);
            const left = findingsOf(name, bad, mended).filter((finding) => finding.fixes.length > 0);
            assert.deepEqual(marksOf(mended, left), [], 'what the fix leaves');
          });
        }
      });
    });
  }
});

describe('what every rule has', () => {
  for (const rule of RULES) {
    it(rule.name, () => {
      assert.match(rule.name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.ok(rule.references.length > 0);
      assert.ok(rule.title.en !== '' && rule.title.ja !== '');
    });
  }
});
