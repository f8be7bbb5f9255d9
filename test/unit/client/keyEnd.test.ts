import assert from 'node:assert/strict';
import { keyEnd } from '../../../client/generator/keyEnd';

describe('the file of a private key, when the steps are left that made it', () => {
  it('goes where nothing was handed over, stays where a record was, and is asked about where a signer may use it', () => {
    assert.equal(keyEnd({ records: false, lines: false }), 'remove');
    assert.equal(keyEnd({ records: false, lines: true }), 'ask');
    assert.equal(keyEnd({ records: true, lines: false }), 'keep');
    assert.equal(keyEnd({ records: true, lines: true }), 'keep');
  });
});
