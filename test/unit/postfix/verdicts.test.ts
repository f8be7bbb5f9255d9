import assert from 'node:assert/strict';
import { POSTFIX_PARAMETERS } from '../../../core/facts/postfix';
import { openDiagnosis } from '../../../core/features/diagnose';
import { READERS } from '../../../core/languages';
import { RULES } from '../../../core/rules/index.generated';
import { rulesByKind } from '../../../core/rules/registry';
import { sourceText } from '../../../core/text/sourceText';
import { FROZEN, FROZEN_VALUES } from './frozen';

const byKind = rulesByKind(RULES, 'both', { postfix: '3.7' });

/** Whether a rule calls a line alone in a main.cf an error, for the Postfix that was asked. */
function refused(line: string): boolean {
  const diagnosis = openDiagnosis(byKind, {}, (rule, error) => {
    throw new Error(rule, { cause: error });
  });
  diagnosis.update(READERS['postfix-main'].open(sourceText(`compatibility_level = 3.6\n${line}\n`), {}));
  return diagnosis.counts().error > 0;
}

describe('errors stand where Postfix refuses, and nowhere else', () => {
  it('has verdicts for all parameters but those whose type nobody could ask for', () => {
    const asked = new Set(FROZEN.map(({ name }) => name));
    const missing = [...POSTFIX_PARAMETERS.keys()].filter((name) => !asked.has(name));
    assert.ok(missing.length < 20, missing.join(' '));
    for (const { verdicts } of FROZEN) assert.equal(verdicts.length, FROZEN_VALUES.length);
  });

  it('agrees on every parameter and value', () => {
    const wrong: string[] = [];
    for (const { name, verdicts } of FROZEN) {
      FROZEN_VALUES.forEach((value, index) => {
        const verdict = verdicts[index];
        // With the level that the programs were asked at, another line of that name would be a duplicate.
        if (verdict === '?' || name === 'compatibility_level') return;
        const line = `${name} = ${value}`;
        if (refused(line) !== (verdict === 'x')) wrong.push(`${line} (Postfix: ${verdict})`);
      });
    }
    assert.deepEqual(wrong, []);
  }).timeout(600_000);
});
