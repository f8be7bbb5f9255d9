import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limitSettings, limitsFrom, limitsSection } from '../../../client/report/limits';
import { sampleNames } from '../../../client/report/samples';
import { defaultLimits } from '../../../core/report/limits';
import { root } from '../../support/shared';

interface Declared {
  readonly type: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
}
const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  contributes: { configuration: { properties: Record<string, Declared> }[] };
};
const declared = new Map(
  contributes.configuration
    .flatMap(({ properties }) => Object.entries(properties))
    .filter(([name]) => name.startsWith(`${limitsSection}.`))
    .map(([name, setting]) => [name.slice(limitsSection.length + 1), setting]),
);

describe('The limits of the report view', () => {
  it('are settings, with the defaults that the reader has', () => {
    assert.deepEqual([...declared.keys()].sort(), Object.keys(limitSettings).sort());
    for (const [name, { limit, unit }] of Object.entries(limitSettings)) {
      const { type, default: value, minimum, maximum } = declared.get(name)!;
      assert.equal(type, 'integer');
      assert.equal(value * unit, defaultLimits[limit], name);
      assert.ok(minimum >= 1 && minimum <= value && value < maximum, name);
    }
  });

  it('are taken as set, in the units that the reader counts in', () => {
    const limits = limitsFrom((name) => ({ compressedSize: 3, depth: 2, recordLength: 1.9 })[name]);
    assert.equal(limits['compressedBytes'], 3 * 1024 * 1024);
    assert.equal(limits['depth'], 2);
    assert.equal(limits['recordLength'], 1024);
    assert.equal(limits['reports'], defaultLimits.reports);
  });

  it('keep their default where the setting is no usable number', () => {
    for (const value of [undefined, null, '5', 0, -1, NaN, Infinity, {}]) {
      assert.equal(limitsFrom(() => value)['zipEntries'], defaultLimits.zipEntries);
    }
  });
});

describe('The sample reports', () => {
  it('are named all', () => {
    assert.deepEqual([...sampleNames], readdirSync(join(root, 'samples/reports')).sort());
  });
});
