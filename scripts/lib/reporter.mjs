// Mocha's own list of tests; which of them passed at a second try only; and one line for scripts/test.mjs at its end.
import mocha from 'mocha';
import { resultLine } from '../../test/support/resultLine.ts';

export default class extends mocha.reporters.Spec {
  /** By the test's name: why its first try failed. */
  tried = new Map();

  constructor(runner, options) {
    super(runner, options);
    runner.on('retry', (test, error) => this.tried.set(test.fullTitle(), String(error?.message)));
    runner.on('fail', (test) => this.tried.delete(test.fullTitle()));
  }

  epilogue() {
    super.epilogue();
    for (const [name, why] of this.tried) {
      console.log(`  Passed at a second try only: ${name}\n    ${why.split('\n', 1)[0]}`);
    }
    console.log(resultLine(this));
  }
}
