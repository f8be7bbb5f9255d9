import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { allFixes } from '../../core/features/fix';
import type { Finding } from '../../core/features/finding';
import type { Include, InclusionProblem } from '../../core/model/model';
import { RULES } from '../../core/rules/index.generated';
import { createLanguageService, type LanguageService } from '../../core/service';
import { render } from '../../core/text/message';
import { positionAt, sourceText } from '../../core/text/sourceText';
import { applyEdits } from '../../core/text/span';
import { fixtureBlocks, type FixtureBlock } from '../support/fixture';
import { root } from '../support/shared';

const folder = join(root, 'test/rules');

/** The findings of one rule in a block's text, with what stands beside it. */
function findingsOf(rule: string, block: FixtureBlock, text: string): readonly Finding[] {
  return judged(rule, block, text).findings;
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly service: LanguageService;
}

function judged(rule: string, block: FixtureBlock, text: string): Judged {
  const { readers, versions } = block;
  const service = createLanguageService({
    settings: {
      rules: {},
      ...(readers !== undefined && { dmarcReaders: readers }),
      ...(versions !== undefined && { versions }),
    },
  });
  open(service, 'fixture', block, text);
  // Opened later, they have to be heard of.
  for (const other of block.others) open(service, uriOf(other), other, other.text);
  return { service, findings: service.findings('fixture').filter((finding) => finding.rule === rule) };
}

function uriOf({ beside }: FixtureBlock): string {
  return `beside:${beside!}`;
}

function open(service: LanguageService, uri: string, block: FixtureBlock, text: string): void {
  service.open(uri, block.language, sourceText(text), {
    ...(block.origin !== undefined && { origin: block.origin }),
    ...(block.file !== undefined && { fileName: block.file }),
    ...(block.saved !== undefined && { saved: sourceText(block.saved) }),
    ...(block.keys && { publicKey: (path) => decoded(block.keys?.get(path)) }),
    ...(block.includes && { include: including(block.includes, block.others) }),
  });
}

/** What becomes of a document beside when the first fix of every finding is taken. */
function mendedBeside({ findings, service }: Judged, other: FixtureBlock): string {
  const added = findings.flatMap(({ fixes }) => fixes[0]?.elsewhere ?? []);
  const edits = added.flatMap((record) =>
    record.uri === uriOf(other) ? (service.addition(record) ?? []) : [],
  );
  return applyEdits(other.text, edits);
}

/** Base64 as octets, a code unit each. */
function decoded(base64: string | undefined): string | undefined {
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString('latin1');
}

/** Finds the files of a block as it says. */
function including(states: ReadonlyMap<string, string>, others: readonly FixtureBlock[]): Include {
  const include: Include = (path) => {
    const state = states.get(path);
    if (state !== undefined) return { problem: state as InclusionProblem };
    const text = others.find(({ beside }) => beside === path)?.text ?? '';
    return { text: sourceText(text), include };
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
        if (block.kind === 'saved' || block.kind === 'beside') return;
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
        } else if (block.beside !== undefined) {
          it(`${title} beside it`, () => {
            const bad = blocks.slice(0, index).findLast(({ kind }) => kind === 'bad')!;
            const before = judged(name, bad, bad.text);
            const other =
              before.service.model(uriOf(block)) && bad.others.find((o) => o.beside === block.beside);
            assert.ok(other, 'a fixed block names a document beside its bad block');
            const mended = mendedBeside(before, other);
            assert.equal(mended, block.text);
            before.service.update(uriOf(other), sourceText(mended));
            const left = before.service
              .findings('fixture')
              .filter((finding) => finding.rule === name && finding.fixes.length > 0);
            assert.deepEqual(marksOf(bad.text, left), [], 'what the fix leaves');
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

/** The folders of the rules on records in TXT data. */
const RECORDS: ReadonlySet<string> = new Set(['adsp', 'bimi', 'dkim', 'dmarc', 'mtaSts', 'spf', 'tlsRpt']);

/** A single bad block of it is as long as a record can be. */
const TOO_LONG_TO_REPEAT: ReadonlySet<string> = new Set(['zone-record-too-long']);

describe('the fixtures of records and zones', () => {
  const blocksOf = (subject: string, name: string): FixtureBlock[] =>
    fixtureBlocks(readFileSync(join(folder, subject, `${name}.md`), 'utf8'));
  for (const subject of [...RECORDS, 'zone']) {
    for (const file of readdirSync(join(folder, subject))) {
      const name = basename(file, '.md');
      if (TOO_LONG_TO_REPEAT.has(name)) continue;
      it(`${name}: three wrong and two right at least, and what a fix makes of them`, () => {
        const blocks = blocksOf(subject, name);
        const bad = blocks.filter(({ kind }) => kind === 'bad');
        assert.ok(bad.length >= 3, 'three bad blocks');
        assert.ok(blocks.filter(({ kind }) => kind === 'good').length >= 2, 'two good blocks');
        const mends = bad.some((block) =>
          findingsOf(name, block, block.text).some(({ fixes }) => fixes.length > 0),
        );
        assert.ok(!mends || blocks.some(({ kind }) => kind === 'fixed'), 'a fixed block');
        if (!RECORDS.has(subject)) return;
        assert.ok(
          bad.some(({ text }) => /"[^"\n]*"[\s(]*(?:;.*\n\s*)*"[^"\n]*"/.test(text)),
          'a bad block in split strings',
        );
        assert.ok(
          blocks.some(({ text }) => text.includes('\\')),
          'a block with an escape',
        );
      });
    }
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
