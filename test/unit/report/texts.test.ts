import assert from 'node:assert/strict';
import { texts } from '../../../core/report/texts';

describe('what the reader tells', () => {
  it('is there in both languages, with the same values', () => {
    for (const [name, { en, ja }] of Object.entries(texts)) {
      const values = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
      assert.deepEqual(values(ja), values(en), name);
      assert.match(ja, /[\u3040-\u30ff]/, name);
      assert.match(en, /[.:}]$/, name);
    }
  });
});
