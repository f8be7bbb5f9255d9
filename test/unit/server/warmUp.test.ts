import assert from 'node:assert/strict';
import { warmingSteps, warmUp } from '../../../server/warmUp';

const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** Waits for something that comes in a second or so, later on a busy machine. */
async function until(come: () => boolean): Promise<void> {
  while (!come()) await aWhile();
}

describe('warming up', function () {
  this.timeout(120_000);

  it('opens several zones in steps and comes to an end', () => {
    const steps = [...warmingSteps()].length;
    assert.ok(steps > 12, String(steps));
  });

  it('does one step at a time and lets others go first, until it is told to stop', async () => {
    const seen: boolean[] = [];
    const stop = warmUp((step) => {
      seen.push(step());
      // As a document would that comes then.
      if (seen.length === 3) stop();
      return true;
    });
    assert.deepEqual(seen, []);
    await until(() => seen.length >= 3);
    await aWhile();
    assert.deepEqual(seen, [true, true, true]);
  });

  it('ends after the last step, and after one that failed', async () => {
    const seen: boolean[] = [];
    warmUp((step) => {
      const more = step();
      seen.push(more);
      return more;
    });
    const failed: string[] = [];
    warmUp(() => {
      failed.push('once');
      return false;
    });
    await until(() => seen.includes(false));
    await aWhile();
    assert.equal(seen.length, [...warmingSteps()].length + 1);
    assert.deepEqual(failed, ['once']);
  });
});
