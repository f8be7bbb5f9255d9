import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Include } from '../../../core/model/model';
import { expandGenerate, generatedCount } from '../../../core/model/zone/generate';
import { judgedDirective } from '../../../core/model/zone/include';
import { parseDirective } from '../../../core/syntax/masterFile/directive';
import { sourceText } from '../../../core/text/sourceText';

const read = (text: string) => parseDirective(text, { origin: 'example.com.' });
const problems = (text: string) => read(text).problems.map(({ kind }) => kind);

/** `owner data` of each record. */
function records(text: string, most?: number): (string | undefined)[] {
  const { generate } = read(text);
  assert.ok(generate, text);
  return [...expandGenerate(generate, most)].map((r) => r && `${r.owner} ${r.data}`);
}

describe('a directive', () => {
  it('says the new origin, the TTL, the file', () => {
    assert.equal(read('$ORIGIN Sub').newOrigin, 'sub.example.com.');
    assert.equal(read('$origin sub.example.org. ; there').newOrigin, 'sub.example.org.');
    assert.equal(read('$ORIGIN @').newOrigin, 'example.com.');
    assert.equal(read('$TTL 1h30m').ttl, 5400);
    const quoted = read('$INCLUDE "our hosts.inc" sub.example.com.').include;
    assert.equal(quoted?.file, 'our hosts.inc');
    assert.equal(quoted.origin, 'sub.example.com.');
    assert.equal(read('$INCLUDE hosts.inc').include?.origin, 'example.com.');
    assert.deepEqual(problems('$INCLUDE hosts.inc sub.example.com. ; fine'), []);
  });

  it('stays readable where it is wrong, and says how', () => {
    assert.deepEqual(problems('$ORIGIN'), ['missing']);
    assert.deepEqual(problems('  $TTL 300'), ['indented']);
    assert.deepEqual(problems('$TTL x y'), ['bad-ttl', 'extra']);
    assert.deepEqual(problems('$FOO'), ['unknown']);
    assert.deepEqual(problems('$'), ['unknown']);
    assert.deepEqual(problems('$INCLUDE ""'), ['quoted', 'missing']);
    assert.deepEqual(problems('$GENERATE 1-2 a$ MX 10 b'), ['extra']);
  });

  it('holds its spans within its text, whatever it says', () => {
    const word = fc.constantFrom(
      '1-3',
      'a$',
      '"',
      '(',
      ')',
      ';',
      '${',
      '}',
      '\\',
      '@',
      'A',
      '300',
      'IN',
      'x..y',
      '',
    );
    fc.assert(
      fc.property(
        fc.constantFrom('$ORIGIN', '$TTL', ' $INCLUDE', '$GENERATE', '$DATE', '$', '$X'),
        fc.array(word, { maxLength: 8 }),
        fc.constantFrom(' ', '', '\n '),
        (name, words, between) => {
          const text = `${name} ${words.join(between)}`;
          const { length } = text;
          const directive = read(text);
          const spans = [...directive.problems, ...directive.lexical, ...directive.tokens];
          for (const { span } of spans) {
            assert.ok(span.start >= 0 && span.start <= span.end && span.end <= length, text);
          }
          if (directive.generate === undefined) return;
          assert.ok([...expandGenerate(directive.generate, 50)].length <= 50);
        },
      ),
      { numRuns: 2000 },
    );
  }).timeout(120_000);
});

// What named-compilezone 9.18 made of these.
describe('$GENERATE makes what BIND makes', () => {
  it('of ranges and steps', () => {
    assert.deepEqual(records('$GENERATE 1-2 a$ A 10.0.0.$'), ['a1 10.0.0.1', 'a2 10.0.0.2']);
    assert.deepEqual(records('$GENERATE 0-10/5 h$ IN A 10.0.0.$'), [
      'h0 10.0.0.0',
      'h5 10.0.0.5',
      'h10 10.0.0.10',
    ]);
    assert.deepEqual(records('$GENERATE 0-3/99999999999 a$ A 1.2.3.4'), ['a0 1.2.3.4']);
    assert.deepEqual(records('$GENERATE +1-2abc a A x'), ['a x', 'a x']);
    assert.deepEqual(records('$GENERATE 4294967297-4294967298 a$ A x'), ['a1 x', 'a2 x']);
  });

  it('of offsets, widths and radices', () => {
    assert.deepEqual(records('$GENERATE 250-250 ${0,3,d}.${0,5,o}.${0,1,x}.${0,1,X} A x'), [
      '250.00372.fa.FA x',
    ]);
    assert.deepEqual(records('$GENERATE 1-1 a${-1}.${-2,4,x}.${-3,4,d}.${+1} A x'), ['a0.ffffffff.-002.2 x']);
    assert.deepEqual(records('$GENERATE 1-1 ${0,010,d} A x'), ['0000000001 x']);
  });

  it('of nibbles', () => {
    assert.deepEqual(records('$GENERATE 250-250 ${0,4,n} A x'), ['a.f. x']);
    assert.deepEqual(records('$GENERATE 250-250 ${0,5,N} A x'), ['A.F.0 x']);
    assert.deepEqual(records('$GENERATE 250-250 ${0,1,n} A x'), ['a.f x']);
    assert.deepEqual(records('$GENERATE 250-250 ${0,0,n}x A x'), ['a.fx x']);
    assert.deepEqual(records('$GENERATE 1-1 a TXT ${-3,8,n}'), ['a e.f.f.f.f.f.f.f']);
  });

  it('of an offset that stays in force, of `$$` and of backslashes', () => {
    assert.deepEqual(records('$GENERATE 1-2 a${5}-$ A $'), ['a6-6 1', 'a7-7 2']);
    assert.deepEqual(records('$GENERATE 1-1 a$$b\\$$ A x'), ['a$b\\$1 x']);
    assert.deepEqual(records('$GENERATE 1-1 a TXT "\\"x $ y\\" \\\\z"'), ['a "x 1 y" \\\\z']);
  });

  it('not of numbers that leave 32 bits or the buffer', () => {
    assert.deepEqual(records('$GENERATE 2147483647-2147483647 a${1} A x'), [undefined]);
    assert.deepEqual(records('$GENERATE 1-1 a TXT ${0,127,d}'), [`a ${'1'.padStart(127, '0')}`]);
    assert.equal(read('$GENERATE 1-1 a TXT ${0,128,d}').generate, undefined);
  });

  it('lazily, up to a cap', () => {
    const text = '$GENERATE 0-2147483647 a$ A x';
    assert.equal(generatedCount(read(text).generate!), 2147483648);
    assert.equal(records(text, 3).length, 3);
  });

  it('takes nothing else for a range or a modifier', () => {
    for (const range of [
      '3-1',
      '1',
      '1-',
      '-1-2',
      '1-2/0',
      '1-2/',
      '1-2/x',
      '1-2//1',
      '2147483648-2147483649',
    ])
      assert.deepEqual(problems(`$GENERATE ${range} a$ A x`), ['bad-range'], range);
    for (const modifier of ['{}', '{x}', '{1,}', '{1,2,}', '{1,2,q}', '{1,2,dd}', '{1', '{1foo}', '{0,128}'])
      assert.deepEqual(
        problems(`$GENERATE 1-2 a$${modifier} A x`.replace('a$$', 'a$')),
        ['bad-modifier'],
        modifier,
      );
  });
});

describe('the file of an $INCLUDE', () => {
  const files: Readonly<Record<string, string>> = {
    'good.inc': 'www A 192.0.2.1\n',
    'outer.inc': 'www A 192.0.2.1\n$INCLUDE good.inc\n$include lost.inc\n',
    'circle.inc': '$INCLUDE circle.inc\n',
  };
  const including =
    (chain: readonly string[]): Include =>
    (path) => {
      const text = files[path];
      if (text === undefined) return { problem: 'missing' };
      if (chain.includes(path)) return { problem: 'circular' };
      return { text: sourceText(text), include: including([...chain, path]) };
    };
  const broken = (text: string) => judgedDirective(read(text), { include: including([]) }).inclusion;

  it('is followed to the end', () => {
    assert.equal(broken('$INCLUDE good.inc'), undefined);
    assert.deepEqual(broken('$INCLUDE lost.inc'), { problem: 'missing', file: 'lost.inc', direct: true });
    assert.deepEqual(broken('$INCLUDE outer.inc'), { problem: 'missing', file: 'lost.inc', direct: false });
    assert.deepEqual(broken('$INCLUDE circle.inc'), {
      problem: 'circular',
      file: 'circle.inc',
      direct: false,
    });
  });

  it('is given up where files include ever more files', () => {
    let asked = 0;
    const more: Include = () => {
      asked++;
      return { text: sourceText('$INCLUDE a\n$INCLUDE b\n'), include: more };
    };
    const { inclusion } = judgedDirective(read('$INCLUDE a'), { include: more });
    assert.equal(inclusion?.problem, 'unreadable');
    assert.ok(asked < 10_000);
  });

  it('is left alone where no files can be read', () => {
    assert.equal(judgedDirective(read('$INCLUDE lost.inc'), {}).inclusion, undefined);
  });
});
