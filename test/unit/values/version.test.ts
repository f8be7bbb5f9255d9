import assert from 'node:assert/strict';
import { compareVersions, isVersion } from '../../../core/values/version';

describe('versions', () => {
  it('are numbers with dots between', () => {
    for (const good of ['1', '1.4.2', '3.11', '2.11.0.1']) assert.ok(isVersion(good), good);
    for (const bad of ['', 'v1', '1.', '.1', '1..2', '1.4.2-beta', 'develop', '1'.repeat(50)]) {
      assert.ok(!isVersion(bad), bad);
    }
  });

  it('are compared number by number, the development branch being the newest', () => {
    const order = ['1.3', '1.3.2', '1.4.1.1', '1.10', '2.9', '2.11', 'develop'];
    for (const [index, a] of order.entries()) {
      for (const [other, b] of order.entries()) {
        assert.equal(Math.sign(compareVersions(a, b)), Math.sign(index - other), `${a} ${b}`);
      }
    }
    assert.equal(compareVersions('1.4', '1.4.0'), 0);
  });
});
