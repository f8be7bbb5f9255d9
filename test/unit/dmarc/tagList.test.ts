import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dmarcPolicyDefinition } from '../../../core/records/dmarcPolicy';
import { parseTagList } from '../../../core/syntax/tagList';

const { vocabulary } = dmarcPolicyDefinition;

function pairs(text: string, joints: readonly number[] = []): string[] {
  return parseTagList(text, vocabulary, joints).tags.map(({ name, value }) => `${name.text}|${value.text}`);
}

function missing(text: string, joints: readonly number[] = []): string[] {
  return parseTagList(text, vocabulary, joints)
    .items.filter(({ separator }) => separator.kind === 'missing')
    .map(({ separator }) => separator.text);
}

describe('the tag-list parser', () => {
  it('reads names and values without the blanks around them', () => {
    assert.deepEqual(pairs(' v = DMARC1 ;\tp=none; rua = mailto:a@example.com , mailto:b@example.com ;'), [
      'v|DMARC1',
      'p|none',
      'rua|mailto:a@example.com , mailto:b@example.com',
    ]);
    assert.deepEqual(pairs('p=;=x;y'), ['p|', '|x']);
  });

  it('sees where a semicolon was forgotten', () => {
    assert.deepEqual(pairs('v=DMARC1 p=none rua=mailto:a@example.com'), [
      'v|DMARC1',
      'p|none',
      'rua|mailto:a@example.com',
    ]);
    assert.deepEqual(missing('v=DMARC1, p=none ,sp = reject'), [', ', ' ,']);
    assert.deepEqual(missing('v=DMARC1; p=nonerua=mailto:a@example.com'), ['']);
    assert.deepEqual(missing('v=DMARC1; p=none foo=bar'), [' ']);
    assert.deepEqual(missing('rua=mailto:a@example.com ruf = mailto:b@example.com'), [' ']);
  });

  it('takes the joint of two character-strings as a place where a semicolon was forgotten', () => {
    const first = 'v=DMARC1; rua=mailto:a@example.com';
    assert.deepEqual(missing(`${first}p=none`, [first.length]), ['']);
    assert.deepEqual(missing(`${first}p=none`), []);
  });

  it('leaves an = inside a value alone', () => {
    assert.deepEqual(missing('rua=mailto:a@example.com?subject=p&body=x'), []);
    assert.deepEqual(missing('rua=mailto:a+p=1@example.com; p=none=x'), []);
  });

  it('covers every character once, in order, whatever the text', () => {
    const words = fc.constantFrom(
      'v',
      'p',
      'rua',
      '=',
      '=',
      ';',
      ' ',
      ',',
      'none',
      'DMARC1',
      'mailto:',
      '\t',
      '；',
      'x',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.array(fc.nat(60)), (parts, joints) => {
        const text = parts.join('');
        const { items } = parseTagList(text, vocabulary, joints);
        const rebuilt = items.map((item) => item.lead.text + item.text + item.separator.text).join('');
        assert.equal(rebuilt, text);
        let at = 0;
        for (const item of items) {
          assert.equal(item.lead.from, at);
          assert.equal(item.from, item.lead.to);
          assert.equal(item.separator.from, item.to);
          at = item.separator.to;
          const { tag } = item;
          if (tag === undefined) continue;
          assert.equal(text.slice(tag.name.from, tag.name.to), tag.name.text);
          assert.equal(text.slice(tag.value.from, tag.value.to), tag.value.text);
          assert.ok(item.from <= tag.name.from && tag.name.to < tag.value.from && tag.value.to <= item.to);
        }
      }),
    );
  }).timeout(120_000);

  it('takes time in proportion to the length', () => {
    // So much that it would not end if time grew with the square of the length.
    const size = 500_000;
    for (const text of [
      '= '.repeat(size / 2),
      'p=none '.repeat(size / 7),
      'a'.repeat(size),
      `p=${' '.repeat(size)}=`,
    ]) {
      assert.ok(parseTagList(text, vocabulary).items.length > 0, text.slice(0, 10));
    }
  });
});
