// Mocha's own list of tests, and at its end one line for scripts/test.mjs.
import mocha from 'mocha';
import { resultLine } from '../../test/support/resultLine.ts';

export default class extends mocha.reporters.Spec {
  epilogue() {
    super.epilogue();
    console.log(resultLine(this));
  }
}
