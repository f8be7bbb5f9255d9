// What VS Code loads to run the suites in its extension host, in Node.js as well as in a web worker. Hence
// mocha's browser build, and no Node.js module in any suite.
import type MochaClass from 'mocha';
import 'mocha/mocha.js';
import { resultLine } from '../../support/resultLine';

// Set by the import above; esbuild's bundle has no file system for mocha to load suites from.
const { Mocha } = globalThis as unknown as { Mocha: typeof MochaClass };

class Report extends Mocha.reporters.Spec {
  override epilogue(): void {
    super.epilogue();
    console.log(resultLine(this));
  }
}

/** Runs all suites; rejects where a test failed. Called by VS Code. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: Report, timeout: 120_000, color: false });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  // Imported only now: a suite's module calls describe() as it loads.
  await import('mail-auth-suites');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests failed`);
}
