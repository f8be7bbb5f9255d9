import assert from 'node:assert/strict';
import { openDiagnosis } from '../../../core/features/diagnose';
import { allFixes, fixesAt } from '../../../core/features/fix';
import { zoneReader } from '../../../core/model/zone/zone';
import { rulesByKind } from '../../../core/rules/registry';
import { rule, type Rule } from '../../../core/rules/rule';
import { message } from '../../../core/text/message';
import { edited, sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';

const words = message({ en: 'found', ja: '発見' });

/** A rule that marks every TXT record, and one that marks every owner with two of them; they tell whom they judged. */
function spies(judged: string[]): Rule[] {
  return [
    rule({
      name: 'entry-spy',
      on: 'zone-entry',
      severity: 'warning',
      title: words.text,
      references: ['none'],
      check(entry, report) {
        judged.push(`entry ${entry.owner.name}`);
        const title = words;
        report({
          span: entry.rdata,
          message: words,
          fixes: [{ title, edits: [{ span: entry.rdata, text: '"x"' }] }],
        });
      },
    }),
    rule({
      name: 'owner-spy',
      on: 'zone-owner',
      severity: 'error',
      title: words.text,
      references: ['none'],
      check(owner, report) {
        judged.push(`owner ${owner.name}`);
        const second = owner.records[1];
        if (second !== undefined)
          report({ anchor: second.anchor, span: { start: 0, end: 1 }, message: words });
      },
    }),
  ] as Rule[];
}

const neverFails = (name: string, error: unknown): never => {
  throw new Error(name, { cause: error });
};

describe('diagnosing', () => {
  it('judges only the edited record and its owner again, wherever in the file it stands', () => {
    const judged: string[] = [];
    const diagnosis = openDiagnosis(rulesByKind(spies(judged)), {}, neverFails);
    const lines = Array.from({ length: 3000 }, (_, i) => `n${i} IN TXT "text ${i}"`);
    let text = sourceText(`${lines.join('\n')}\n`);
    let model = zoneReader.open(text, { origin: 'example.com' });
    diagnosis.update(model);
    assert.equal(judged.length, 6000);
    for (const i of [0, 700, 1024, 2999]) {
      judged.length = 0;
      const at = lines.slice(0, i).reduce((sum, line) => sum + line.length + 1, 0) + lines[i]!.length - 2;
      text = edited(text, { span: { start: at, end: at + 1 }, text: '#' });
      model = zoneReader.update(model, text);
      diagnosis.update(model);
      assert.deepEqual(judged, [`entry n${i}.example.com.`, `owner n${i}.example.com.`]);
      assert.equal(diagnosis.findings().length, 3000);
    }
  }).timeout(120_000);

  it('keeps findings at their records when lines above them change', () => {
    const diagnosis = openDiagnosis(rulesByKind(spies([])), {}, neverFails);
    let text = sourceText('a TXT "1"\nb TXT "2"\nb TXT "3"\n');
    let model = zoneReader.open(text, { origin: 'example.com' });
    diagnosis.update(model);
    const where = (): string[] => diagnosis.findings().map((f) => `${f.rule} ${f.span.start}-${f.span.end}`);
    assert.deepEqual(where(), ['entry-spy 6-9', 'entry-spy 16-19', 'owner-spy 20-21', 'entry-spy 26-29']);
    text = edited(text, { span: { start: 0, end: 0 }, text: '; new\n' });
    model = zoneReader.update(model, text);
    diagnosis.update(model);
    assert.deepEqual(where(), ['entry-spy 12-15', 'entry-spy 22-25', 'owner-spy 26-27', 'entry-spy 32-35']);
    text = edited(text, { span: { start: 26, end: text.length }, text: '' });
    diagnosis.update(zoneReader.update(model, text));
    assert.deepEqual(where(), ['entry-spy 12-15', 'entry-spy 22-25']);
  });

  it('gives the gravest where there are too many, and obeys the settings', () => {
    const text = sourceText('a TXT "1"\nb TXT "2"\nb TXT "3"\n');
    const judge = (settings: Record<string, 'off' | 'hint'>, limit?: number): string[] => {
      const diagnosis = openDiagnosis(rulesByKind(spies([])), settings, neverFails);
      diagnosis.update(zoneReader.open(text, { origin: 'example.com' }));
      return diagnosis.findings(limit).map((f) => `${f.rule} ${f.severity}`);
    };
    assert.deepEqual(judge({}, 1), ['owner-spy error']);
    assert.deepEqual(judge({ 'entry-spy': 'off' }), ['owner-spy error']);
    assert.deepEqual(judge({ 'owner-spy': 'off', 'entry-spy': 'hint' }, 2), [
      'entry-spy hint',
      'entry-spy hint',
    ]);
  });

  it('goes on without a rule that throws, and tells of it', () => {
    const broken = rule({
      name: 'broken',
      on: 'zone-entry',
      severity: 'error',
      title: words.text,
      references: ['none'],
      check() {
        throw new Error('oops');
      },
    }) as Rule;
    const told: string[] = [];
    const diagnosis = openDiagnosis(rulesByKind([broken, ...spies([])]), {}, (name) => told.push(name));
    diagnosis.update(zoneReader.open(sourceText('a TXT "1"\n'), { origin: 'example.com' }));
    assert.deepEqual(told, ['broken']);
    assert.equal(diagnosis.findings().length, 1);
  });

  it('hears a rule a thousand times on one anchor, and the others in full', () => {
    const talker = rule({
      name: 'talker',
      on: 'zone-entry',
      severity: 'warning',
      title: words.text,
      references: ['none'],
      check(_, report) {
        for (let i = 0; i < 5000; i++) report({ span: { start: 0, end: 1 }, message: words });
      },
    });
    const failures: string[] = [];
    const rules = [talker as Rule, ...spies([])];
    const diagnosis = openDiagnosis(rulesByKind(rules), {}, (name) => failures.push(name));
    diagnosis.update(zoneReader.open(sourceText('a TXT "1"\nb TXT "2"\n'), { origin: 'example.com' }));
    const told = diagnosis.findings();
    assert.equal(told.filter(({ rule: name }) => name === 'talker').length, 2000);
    assert.equal(told.filter(({ rule: name }) => name === 'entry-spy').length, 2);
    assert.deepEqual(failures, []);
  });

  it('offers fixes where the cursor touches, and all of them at once', () => {
    const source = 'a TXT "1"\nb TXT "2"\n';
    const diagnosis = openDiagnosis(rulesByKind(spies([])), { 'owner-spy': 'off' }, neverFails);
    diagnosis.update(zoneReader.open(sourceText(source), { origin: 'example.com' }));
    const findings = diagnosis.findings();
    assert.equal(fixesAt(findings, { start: 9, end: 9 }).length, 1);
    assert.equal(fixesAt(findings, { start: 10, end: 15 }).length, 0);
    assert.equal(applyEdits(source, allFixes(findings)), 'a TXT "x"\nb TXT "x"\n');
  });
});
