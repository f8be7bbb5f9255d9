// Mocha's own list of tests, and at its end one line of counts for scripts/test.mjs.
import mocha from 'mocha';

export default class extends mocha.reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(
      `[mail-auth results] ${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}`,
    );
  }
}
