import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addPair, findPair, multimap, removePair, valuesOf } from '../../../core/model/zone/multimap';

/** Keys that fall into few buckets and those that do not; the ends of the range. */
const key = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer(), fc.constantFrom(-0x80000000, 0x7fffffff));
const step = fc.record({ add: fc.boolean(), key, value: fc.nat(4) });

describe('the multimap', () => {
  it('holds what a plain list of pairs holds, through growth and removal', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const map = multimap();
        const plain: [number, number][] = [];
        for (const { add, key: k, value } of steps) {
          const at = plain.findIndex(([a, b]) => a === k && b === value);
          if (add) {
            addPair(map, k, value);
            plain.push([k, value]);
          } else {
            assert.equal(removePair(map, k, value), at >= 0);
            if (at >= 0) plain.splice(at, 1);
          }
        }
        assert.equal(map.size, plain.length);
        for (const k of new Set([...steps.map((s) => s.key), 17])) {
          const values = plain.filter(([a]) => a === k).map(([, b]) => b);
          assert.deepEqual(valuesOf(map, k).sort(), values.sort());
          assert.equal(findPair(map, k) >= 0, values.length > 0);
        }
      }),
    );
  }).timeout(120_000);

  it('uses the places of removed pairs again', () => {
    const map = multimap();
    for (let round = 0; round < 50; round++) {
      for (let i = 0; i < 40; i++) addPair(map, i, round);
      for (let i = 0; i < 40; i++) removePair(map, i, round);
    }
    assert.equal(map.size, 0);
    assert.equal(map.keys.length, 64);
  });
});
