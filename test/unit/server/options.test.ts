import assert from 'node:assert/strict';
import { render } from '../../../core/text/message';
import { readOptions, type OptionSet } from '../../../server/cli/options';

const set: OptionSet = {
  flags: ['--fast'],
  takes: (option) => (({ '--form': ['a', 'b'], '--name': 'text', '--note': 'anything' }) as const)[option],
};

function read(...words: string[]): unknown {
  const found = readOptions(words, set, 'en');
  if (found.kind === 'wrong') return render(found.message, found.locale);
  return [found.words, [...found.flags], { ...found.values }];
}

describe('options of the command line', () => {
  it('are taken apart from words, in all their forms', () => {
    assert.deepEqual(
      read('x', '--form', 'a', '--name=n=1', '--fast', '-', '--note=', '-h', '--', '--form', '-y'),
      [['x', '-', '--form', '-y'], ['--fast', '--help'], { '--form': 'a', '--name': 'n=1', '--note': '' }],
    );
    assert.deepEqual(read('--form=a', '--form=b'), [[], [], { '--form': 'b' }], 'the last one holds');
    assert.deepEqual(
      read('--note', '--fast'),
      [[], [], { '--note': '--fast' }],
      'a value may look like an option',
    );
  });

  it('that are not there, lack a value or have a wrong one are told, in the language asked for before', () => {
    assert.match(String(read('--colour=x')), /unknown option “--colour=x”/);
    for (const option of ['-x', '--fast=1', '--toString', '--__proto__']) {
      assert.match(String(read(option, '1')), /unknown option/, option);
    }
    assert.match(String(read('--name')), /--name needs a value/);
    assert.match(String(read('--name', '')), /--name needs a value/);
    assert.match(String(read('--form', 'c')), /“c” is not a value of --form; it takes a, b/);
    assert.match(String(read('--locale', 'ja', '--form', 'c')), /指定できるのは a, b です/);
    assert.match(String(read('--locale', 'fr')), /it takes en, ja/);
    const twice = readOptions(['--name=a', '--name=b'], { ...set, once: true }, 'en');
    assert.ok(twice.kind === 'wrong' && render(twice.message, 'en').includes('given twice'));
  });
});
