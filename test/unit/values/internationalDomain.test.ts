import assert from 'node:assert/strict';
import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { asciiDomain, asciiMailbox } from '../../../core/values/internationalDomain';
import { punycode } from '../../../core/values/punycode';

describe('internationalised domains', () => {
  it('are encoded as RFC 3492 §7.1 has it', () => {
    assert.equal(punycode('ليهمابتكلموشعربي؟'), 'egbpdaj6bu4bxfgehfvwxn');
    assert.equal(punycode('他们为什么不说中文'), 'ihqwcrb4cv8a8dqg056pqjye');
    assert.equal(punycode('Pročprostěnemluvíčesky'), 'Proprostnemluvesky-uyb24dma41a');
    assert.equal(punycode('3年B組金八先生'), '3B-ww4c5e180e575a65lsy2b');
    assert.equal(punycode('安室奈美恵-with-SUPER-MONKEYS'), '-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n');
    assert.equal(punycode('MajiでKoiする5秒前'), 'MajiKoi5-783gue6qz075azm5e');
    assert.equal(punycode('パフィーdeルンバ'), 'de-jg4avhby1noc0d');
    assert.equal(punycode('そのスピードで'), 'd9juau41awczczp');
  });

  it('are written as the DNS has them, however they were typed', () => {
    assert.equal(asciiDomain('例え.jp'), 'xn--r8jz45g.jp');
    assert.equal(asciiDomain('例え。ＪＰ'), 'xn--r8jz45g.jp');
    assert.equal(asciiDomain('ﾊﾟﾋﾟ.jp'), asciiDomain('パピ.jp'));
    assert.equal(asciiDomain('BÜCHER.example'), 'xn--bcher-kva.example');
    assert.equal(asciiDomain('straße.example'), 'xn--strae-oqa.example');
    assert.equal(asciiDomain('_spf.例え.jp'), '_spf.xn--r8jz45g.jp');
    assert.equal(asciiDomain('Example.com'), 'Example.com');
  });

  it('stay out where a label cannot stand in the DNS', () => {
    for (const bad of [
      '例 え.jp',
      '例☃え.jp',
      '-例え.jp',
      '例え-.jp',
      `${'例'.repeat(64)}.jp`,
      '\u0301a.jp',
      '例/え.jp',
    ]) {
      assert.equal(asciiDomain(bad), undefined, bad);
    }
  });

  it('leave the local part of an address as it is', () => {
    assert.equal(asciiMailbox('ユーザー@例え.jp'), 'ユーザー@xn--r8jz45g.jp');
    assert.equal(asciiMailbox('user＠例え.jp'), 'user@xn--r8jz45g.jp');
    assert.equal(asciiMailbox('a@b@例え.jp'), 'a@b@xn--r8jz45g.jp');
    assert.equal(asciiMailbox('例え.jp'), 'xn--r8jz45g.jp');
    assert.equal(asciiMailbox(''), '');
  });

  it('are what the platform makes of them, for letters of many scripts', () => {
    const ranges = [
      [0x61, 0x7a],
      [0xe0, 0xf6],
      [0x410, 0x44f],
      [0x3041, 0x3096],
      [0x30a1, 0x30fa],
      [0x4e00, 0x9fa5],
      [0xac00, 0xd7a3],
      [0x20000, 0x2a6d6],
    ] as const;
    const letter = fc.oneof(
      ...ranges.map(([from, to]) =>
        fc.integer({ min: from, max: to }).map((point) => String.fromCodePoint(point)),
      ),
    );
    const label = fc.array(letter, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(label, label, (a, b) => {
        const domain = `${a}.${b}.example`;
        const platform = domainToASCII(domain);
        const ours = asciiDomain(domain);
        // What the platform refuses (too long a label, say) we may refuse as well.
        if (platform !== '') assert.equal(ours, platform);
      }),
      { numRuns: 500 },
    );
  }).timeout(120_000);
});
