import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstLetterBoolean, isPostfixBoolean } from '../../../core/values/boolean';
import { readExpansion } from '../../../core/values/expansion';
import { INT32_MOST, isCInteger, postfixIntegerProblem } from '../../../core/values/integer';
import {
  milterOrderInPostfix,
  milterSocketProblem,
  postfixOrderInMilter,
} from '../../../core/values/milterEndpoint';
import { editDistance, nearest } from '../../../core/values/nearest';
import { readPostfixTime } from '../../../core/values/time';
import { listWords, wordAt } from '../../../core/values/words';

describe('values of configuration files', () => {
  it('knows the booleans of each program', () => {
    assert.deepEqual(['yes', 'NO', 'true', '', 'y', '1'].map(isPostfixBoolean), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    assert.deepEqual(firstLetterBoolean('tomorrow'), { value: true, plain: false });
    assert.deepEqual(firstLetterBoolean('No'), { value: false, plain: true });
    assert.equal(firstLetterBoolean('on'), undefined);
    assert.equal(firstLetterBoolean(''), undefined);
  });

  it('reads numbers as Postfix and as C do', () => {
    const bounds = { least: 1n, most: INT32_MOST };
    assert.deepEqual(
      ['088', '+5', ' 5', '0', '-3', '2147483648', '0x10', '5 ', '', '1e3'].map((t) =>
        postfixIntegerProblem(t, bounds),
      ),
      [
        undefined,
        undefined,
        undefined,
        'too-small',
        'too-small',
        'too-large',
        'not-a-number',
        'not-a-number',
        'not-a-number',
        'not-a-number',
      ],
    );
    const accepted = ['0', '077', '-5', '+7', '0x1F', '99999999999999999999'];
    const refused = ['088', '0x', '5s', '', '1.5', '0b1'];
    assert.deepEqual(accepted.filter(isCInteger), accepted);
    assert.deepEqual(refused.filter(isCInteger), []);
  });

  it('reads times as Postfix does: one letter counts, and it must be a lower one', () => {
    const read = (text: string, unit?: string) => {
      const found = readPostfixTime(text, unit);
      return typeof found === 'string' ? found : Number(found.seconds);
    };
    assert.deepEqual(
      ['5', '5s', '3h', '2w', '-0', '5min', '2months', 'h', '5 h', '5H', '', '-5', '3551w', 'z'].map((text) =>
        read(text),
      ),
      [
        5,
        5,
        10800,
        1209600,
        0,
        300,
        120,
        0,
        'bad-unit',
        'bad-unit',
        'not-a-time',
        'negative',
        'too-large',
        'not-a-time',
      ],
    );
    assert.equal(read('5', 'd'), 432000);
    assert.equal(read('24855d'), 'too-large');
    assert.equal(read('2147483647'), 2147483647);
  });

  it('tells the two orders of a milter socket apart', () => {
    assert.equal(postfixOrderInMilter('inet:localhost:8893')?.mended, 'inet:8893@localhost');
    assert.equal(postfixOrderInMilter('inet:[::1]:8893')?.mended, 'inet:8893@[::1]');
    for (const fine of ['inet:8893@localhost', 'inet6:8893@::1', 'local:/a:1', 'inet:8893']) {
      assert.equal(postfixOrderInMilter(fine), undefined, fine);
      assert.equal(milterSocketProblem(fine), undefined, fine);
    }
    assert.equal(milterOrderInPostfix('inet6:8893@::1')?.mended, 'inet:[::1]:8893');
    assert.equal(milterOrderInPostfix('local:/run/a')?.mended, 'unix:/run/a');
    for (const fine of ['inet:127.0.0.1:8893', 'inet:[::1]:8893', 'unix:/run/a', '$x']) {
      assert.equal(milterOrderInPostfix(fine), undefined, fine);
    }
    assert.deepEqual(
      ['', 'zzz', 'tcp:1', 'inet:', 'local:', 'inet:99999@a', '/run/a', 'run/a'].map(milterSocketProblem),
      [
        'bare-word',
        'bare-word',
        'unknown-family',
        'missing-port',
        'missing-path',
        'bad-port',
        undefined,
        undefined,
      ],
    );
  });

  it('counts a swap of neighbours as one step', () => {
    assert.equal(editDistance('tempfial', 'tempfail'), 1);
    assert.equal(editDistance('', 'abc'), 3);
    assert.equal(editDistance('kitten', 'sitting'), 3);
    assert.ok(editDistance('aaaaaaaa', 'zzzzzzzz', 2) > 2);
  });

  it('names the nearest word only where one is clearly meant', () => {
    assert.equal(nearest('mydestnation', ['mydestination', 'myorigin']), 'mydestination');
    assert.equal(nearest('abcdx', ['abcda', 'abcdb']), undefined);
    assert.equal(nearest('my', ['mz']), undefined);
    assert.equal(nearest('something', ['else']), undefined);
  });

  it('keeps groups in braces together in a list', () => {
    assert.deepEqual(
      listWords('inet:a:1, { inet:b:2, x=y }\tc{').map(({ text }) => text),
      ['inet:a:1', '{ inet:b:2, x=y }', 'c{'],
    );
    assert.deepEqual(wordAt('ab, cd', 5), { text: 'cd', span: { start: 4, end: 6 } });
    assert.equal(wordAt('ab,  cd', 4).text, '');
  });
});

describe('expressions in main.cf', () => {
  const names = (value: string) =>
    readExpansion(value).references.map(({ name, conditional }) => (conditional ? `${name}?` : name));
  const problems = (value: string) =>
    readExpansion(value).problems.map(({ kind, span }) => `${kind} ${value.slice(span.start, span.end)}`);

  it('finds every form of reference', () => {
    assert.deepEqual(names('$a.$(b) ${c} ${ d }x$1e'), ['a', 'b', 'c', 'd', '1e']);
    assert.deepEqual(names('${a?x$b} ${c:$d} ${e?{$f}:{$g}}'), ['a?', 'b', 'c?', 'd', 'e?', 'f', 'g']);
    assert.deepEqual(names('${{$a} == {b} ? {$c} : {d}}'), ['a', 'c']);
    assert.deepEqual(names('${domain_to_ascii{$a}}'), ['a']);
    assert.deepEqual(names('$$a costs 5$$'), []);
  });

  it('tells what Postfix cannot read', () => {
    assert.deepEqual(problems('a${b'), ['unclosed ${b']);
    assert.deepEqual(problems('a$ b$'), ['empty-name $', 'empty-name $']);
    assert.deepEqual(problems('${}'), ['empty-name ${}']);
    assert.deepEqual(problems('${a-b}'), ['bad-name a-b']);
    assert.deepEqual(problems('${{a} = {b} ? {c} : {d}}'), ['bad-condition ${{a} = {b} ? {c} : {d}}']);
    assert.deepEqual(problems('${{$a} <level {3.6} ? {b} : {c}} ${{a}>={b}?{c}:{d}}'), []);
  });

  it('takes hostile nesting in its stride', () => {
    assert.ok(readExpansion('${'.repeat(20000)).problems.length > 0);
    assert.ok(readExpansion('${{'.repeat(5000) + '}'.repeat(10000)).references.length >= 0);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('$', '{', '}', '(', ')', '?', ':', 'a', ' ', '=')), (parts) => {
        const value = parts.join('');
        for (const { name, span } of readExpansion(value).references) {
          assert.equal(value.slice(span.start, span.end), name);
        }
      }),
    );
  }).timeout(120_000);
});
