import assert from 'node:assert/strict';
import { parseQuery } from '../../../core/report';
import { queryPage } from '../../../scripts/queryPage';

describe('The page about filters', () => {
  it('shows examples that are understood', () => {
    const examples = [...queryPage().matchAll(/^\| `([^`]+)` \| [^|]+ \|$/gm)].map(([, query]) => query!);
    assert.ok(examples.length >= 7);
    for (const query of examples) {
      const { expression, problems } = parseQuery(query);
      assert.deepEqual(problems, [], query);
      assert.notEqual(expression, undefined, query);
    }
  });
});
