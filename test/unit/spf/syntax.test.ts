import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSpf, syntaxError, type SpfSyntax } from '../../../core/syntax/spf/record';
import type { SpfTerm } from '../../../core/syntax/spf/term';
import { isMeantAsSpf, isSpf } from '../../../core/syntax/spf/version';

/** The parts of a record put together again. */
function whole({ version, terms, tail }: SpfSyntax): string {
  const body = terms.map(({ gap, text }) => gap.text + text).join('');
  return version.lead.text + version.text + body + tail.text;
}

function term(text: string): SpfTerm {
  const { terms } = parseSpf(`v=spf1 ${text}`);
  assert.equal(terms.length, 1, text);
  return terms[0]!;
}

function kinds(text: string): string[] {
  return parseSpf(`v=spf1 ${text}`).problems.map(({ kind }) => kind);
}

describe('reading an SPF record', () => {
  it('tells mechanisms, modifiers and their parts', () => {
    const read = term('~a:mail.example.com/24//64');
    assert.equal(read.kind, 'directive');
    assert.equal(read.mechanism, 'a');
    assert.equal(read.qualifier, '~');
    assert.equal(read.domain?.literal, 'mail.example.com');
    assert.deepEqual([read.prefix4?.bits, read.prefix6?.bits], [24, 64]);
    assert.deepEqual([read.prefix4?.text, read.prefix6?.text], ['/24', '//64']);
    const modifier = term('redirect=_spf.example.com.');
    assert.equal(modifier.kind, 'modifier');
    assert.equal(modifier.domain?.literal, '_spf.example.com');
  });

  it('tells the parts of macros', () => {
    const read = term('exists:%{L2r+-}.%%x%_y%-z.%{d}');
    assert.ok(read.kind === 'directive' && read.domain !== undefined);
    assert.deepEqual(
      read.domain.parts.map((part) => [part.kind, part.text]),
      [
        ['macro', '%{L2r+-}'],
        ['literal', '.'],
        ['escape', '%%'],
        ['literal', 'x'],
        ['escape', '%_'],
        ['literal', 'y'],
        ['escape', '%-'],
        ['literal', 'z.'],
        ['macro', '%{d}'],
      ],
    );
    const [macro] = read.domain.parts;
    assert.ok(macro?.kind === 'macro');
    assert.deepEqual([macro.letter.text, macro.keep, macro.reverse, macro.delimiters], ['L', 2, true, '+-']);
    assert.equal(read.domain.literal, undefined);
  });

  it('finds nothing wrong with what the grammar allows', () => {
    const legal = [
      'all',
      'ALL',
      '?All',
      'a',
      'a/24',
      'a//64',
      'a/0//0',
      'a:foo:bar/baz.example.com',
      'a:%{H}.bar',
      'mx:example.com./24//64',
      'ptr',
      'ptr:example.com',
      'ip4:0.0.0.0/0',
      'ip4:192.0.2.255/32',
      'ip6:::',
      'ip6:::1/128',
      'ip6:2001:DB8::192.0.2.1/0',
      'ip6:1:2:3:4:5:6:7::',
      'exists:%{ir}.%{l1r-}.%{d2}',
      'include:%{d}',
      'include:a.1-2',
      'redirect=example.xn--zckzah',
      'exp=%{d}',
      'moo.cow-far_out=man:dog/cat',
      'x=',
      'x=%{s}%%',
    ];
    for (const text of legal) assert.deepEqual(kinds(text), [], text);
  });

  it('names what the grammar does not allow, with the place', () => {
    const bad: readonly (readonly [string, string, string])[] = [
      ['all.', 'unknown-mechanism', 'all.'],
      ['-all:x', 'unexpected-argument', ':x'],
      ['all/8', 'unexpected-argument', '/8'],
      ['include', 'missing-argument', 'include'],
      ['include/24', 'prefix-not-allowed', '/24'],
      ['include:example.com/24', 'prefix-not-allowed', '/24'],
      ['include:', 'empty-domain', ''],
      ['exists:example.com//64', 'prefix-not-allowed', '//64'],
      ['ptr/0', 'prefix-not-allowed', '/0'],
      ['a:', 'empty-domain', ''],
      ['a:/24', 'empty-domain', ''],
      ['a:museum', 'single-label', 'museum'],
      ['a:museum.', 'single-label', 'museum.'],
      ['a:abc.123', 'bad-top-label', '123'],
      ['a:example.-com', 'bad-top-label', '-com'],
      ['a:example.com-', 'bad-top-label', 'com-'],
      ['a:example.com:8080', 'bad-top-label', 'com:8080'],
      ['a:111.222.33.44', 'address-as-domain', '111.222.33.44'],
      ['a:x..example.com', 'impossible-name', '.'],
      ['a/33', 'bad-prefix', '/33'],
      ['a//129', 'bad-prefix', '//129'],
      ['a/24/64', 'single-slash', '/64'],
      ['a/b', 'bad-prefix', '/b'],
      ['ip4', 'missing-argument', 'ip4'],
      ['ip4:', 'missing-argument', 'ip4:'],
      ['ip4:1.2.3', 'bad-network', '1.2.3'],
      ['ip4:1.2.3.04', 'bad-network', '1.2.3.04'],
      ['ip4:1.2.3.256', 'bad-network', '1.2.3.256'],
      ['ip4:1.2.3.4:25', 'bad-network', '1.2.3.4:25'],
      ['ip4:1.2.3.4//32', 'bad-prefix', '//32'],
      ['ip4:1.2.3.4/032', 'bad-prefix', '/032'],
      ['ip4:::1', 'other-family', '::1'],
      ['ip6:1.2.3.4', 'other-family', '1.2.3.4'],
      ['ip6::CAFE::BABE', 'bad-network', ':CAFE::BABE'],
      ['ip6:1::2::3', 'bad-network', '1::2::3'],
      ['ip6:12345::', 'bad-network', '12345::'],
      ['ip6:1:2:3:4:5:6:7:8:9', 'bad-network', '1:2:3:4:5:6:7:8:9'],
      ['ip6:::1/129', 'bad-prefix', '/129'],
      ['redirect:x.example', 'modifier-as-mechanism', 'redirect:x.example'],
      ['redirect', 'modifier-as-mechanism', 'redirect'],
      ['-redirect=x.example', 'qualified-modifier', '-'],
      ['include=x.example', 'mechanism-as-modifier', 'include='],
      ['exp=', 'empty-domain', ''],
      ['exp=-all', 'bad-top-label', '-all'],
      ['=all', 'unknown-mechanism', '=all'],
      ['1up=foo', 'unknown-mechanism', '1up=foo'],
      ['moo.cow:far_out=x', 'unknown-mechanism', 'moo.cow:far_out=x'],
      ['foo=%abc', 'stray-percent', '%'],
      ['exists:%{x}.example', 'unknown-macro', 'x'],
      ['exists:%{}.example', 'unknown-macro', '%{}'],
      ['exists:%{d0}.example', 'bad-transformer', '0'],
      ['exists:%{dr2}.example', 'bad-transformer', 'r2'],
      ['exists:%{r}.example', 'explanation-macro', '%{r}'],
      ['exists:%{d', 'unclosed-macro', '%{d'],
      ['a:exämple.com', 'bad-character', 'ä'],
      ['a:example.com\0', 'bad-character', '\0'],
    ];
    for (const [text, kind, place] of bad) {
      const { problems } = parseSpf(`v=spf1 ${text}`);
      const found = problems.map((p) => [p.kind, `v=spf1 ${text}`.slice(p.from, p.to)]);
      assert.deepEqual(found, [[kind, place]], text);
    }
  });

  it('finds blanks that are no spaces, and modifiers that come twice', () => {
    const error = (text: string) => syntaxError(parseSpf(text))?.kind;
    assert.equal(error('v=spf1 a\t-all'), 'bad-blank');
    assert.equal(error('v=spf1 a -all\n'), 'bad-blank');
    assert.equal(error('v=spf1 redirect=a.example redirect=a.example'), 'duplicate-modifier');
    assert.equal(error('v=spf1 exp=a.example exp=b.example'), 'duplicate-modifier');
    assert.equal(error('v=spf1 x=1 x=2 include=a a:x..y.z'), undefined);
    assert.equal(error('v=spf1   a   -all   '), undefined);
    assert.equal(error('v=spf1'), undefined);
  });

  it('tells glued terms apart only where it is asked to read what was meant', () => {
    const meant = (text: string, ...joints: number[]) =>
      parseSpf(
        `v=spf1 ${text}`,
        joints.map((at) => at + 7),
      ).terms.map((t) => t.text);
    assert.deepEqual(meant('ip4:192.0.2.1ip4:192.0.2.2'), ['ip4:192.0.2.1', 'ip4:192.0.2.2']);
    assert.deepEqual(meant('include:a.example-all'), ['include:a.example', '-all']);
    assert.deepEqual(meant('a;mx,-all'), ['a', 'mx', '-all']);
    assert.deepEqual(meant('ip4:192.0.2.1~include:a.example'), ['ip4:192.0.2.1', '~include:a.example']);
    assert.deepEqual(meant('mxa', 2), ['mx', 'a']);
    assert.deepEqual(meant('include:x.comall', 13), ['include:x.com', 'all']);
    assert.deepEqual(meant('include:x.coma', 13), ['include:x.coma']);
    assert.deepEqual(meant('ip6:1:2:a:b::', 8), ['ip6:1:2:a:b::']);
    assert.deepEqual(meant('exists:%{l,-}.example'), ['exists:%{l,-}.example']);
    assert.deepEqual(
      parseSpf('v=spf1 include:a.example-all').terms.map((t) => t.text),
      ['include:a.example-all'],
    );
  });

  it('tells what receivers take for SPF, and what was only meant to be', () => {
    for (const text of ['v=spf1', 'V=SPF1 mx', 'v=spf1 ']) assert.ok(isSpf(text), text);
    for (const text of ['v=spf1\tmx', 'v=spf10', ' v=spf1', 'v=spf1mx', '']) assert.ok(!isSpf(text), text);
    const meant = ['v=spf1\tmx', 'v=spf10 mx', ' v=spf1', 'v=spf1mx', 'v=spf1;mx', 'v=spf mx', '“v=spf1 mx”'];
    for (const text of [...meant, 'v=spf1\u00a0mx -all', 'v:spf1 a', 'v=sfp1 a', 'mx ip4:192.0.2.1 -all']) {
      assert.ok(isMeantAsSpf(text), text);
    }
    const others = [
      '',
      'spf2.0/pra mx -all',
      'v=DKIM1; p=',
      'v=spfoo',
      'v=spf1abc',
      'all',
      'we use spf for all',
      'google-site-verification=x',
      'a house for all',
    ];
    for (const text of others) assert.ok(!isMeantAsSpf(text), text);
  });
});

/** Bits of records, right and wrong. */
const SHARD = fc.oneof(
  fc.constantFrom(
    'v=spf1',
    ' ',
    '  ',
    '\t',
    '-all',
    '+',
    '~',
    ':',
    '=',
    '/',
    '//',
    '%',
    '%{',
    '}',
    '%{d2r.}',
    '"',
    ',',
  ),
  fc.constantFrom(
    'include:',
    'a',
    'mx',
    'ptr',
    'ip4:192.0.2.1',
    'ip6:2001:db8::',
    'exists:',
    'redirect=',
    'exp=',
  ),
  fc.constantFrom(
    'example.com',
    '.',
    '..',
    '24',
    '129',
    'ü',
    '\u200b',
    '\ud800',
    '😀',
    'x'.repeat(70),
    'foo=bar',
  ),
  fc.string({ maxLength: 4, unit: 'binary' }),
);

describe('any text', () => {
  it('is read as an SPF record without losing a character, and every problem lies inside', () => {
    fc.assert(
      fc.property(
        fc.array(SHARD, { maxLength: 30 }),
        fc.array(fc.nat(200), { maxLength: 3 }),
        (shards, joints) => {
          const text = shards.join('');
          const sorted = joints.filter((at) => at < text.length).sort((a, b) => a - b);
          for (const syntax of [parseSpf(text), parseSpf(text, sorted)]) {
            assert.equal(whole(syntax), text);
            for (const one of syntax.terms) {
              assert.equal(text.slice(one.from, one.to), one.text);
              assert.ok(one.to > one.from);
              for (const { from, to } of one.problems)
                assert.ok(one.from <= from && from <= to && to <= one.to);
            }
          }
        },
      ),
      { numRuns: 5000 },
    );
  }).timeout(120_000);

  it('costs about its length, however hostile', () => {
    const hostile = [
      'include:',
      'ip4:1.2.3.4ip4:',
      '%{',
      '%{d',
      '%',
      ',',
      'a,',
      '/24',
      '/',
      '-all',
      '"',
      '::',
      'a.',
      '\t',
      'é',
    ];
    // So much that it would not end if time grew with the square of the length.
    for (const piece of hostile) {
      const text = `v=spf1 ${piece.repeat(300_000 / piece.length)}`;
      assert.equal(whole(parseSpf(text, [100, 200, 300])), text);
      isMeantAsSpf(text.slice(7));
    }
  });
});
