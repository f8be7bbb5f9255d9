import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  absoluteName,
  isMailDomain,
  isWithin,
  labelsOf,
  parseDomainName,
  plainName,
  relativeName,
  sameName,
  writeName,
} from '../../../core/values/domainName';

/** Labels of any octets, short enough together to be a name. */
const labels = fc.array(
  fc
    .array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 30 })
    .map((octets) => String.fromCharCode(...octets)),
  { maxLength: 7 },
);

describe('domain names', () => {
  it('reads labels, escapes and the final dot', () => {
    assert.deepEqual(parseDomainName('a\\.b.c\\046d.'), { labels: ['a.b', 'c.d'], absolute: true });
    assert.deepEqual(parseDomainName('_dmarc'), { labels: ['_dmarc'], absolute: false });
    assert.deepEqual(parseDomainName('.'), { labels: [], absolute: true });
  });

  it('takes text beyond ASCII as the octets of its UTF-8 form', () => {
    assert.equal(absoluteName('é', 'example.'), '\\195\\169.example.');
    assert.equal(absoluteName('😀', '.'), '\\240\\159\\152\\128.');
    assert.equal(absoluteName('\ud800', '.'), '\\239\\191\\189.');
  });

  it('says why a text is no name', () => {
    assert.equal(parseDomainName(''), 'empty');
    assert.equal(parseDomainName('a..b'), 'empty-label');
    assert.equal(parseDomainName('.a'), 'empty-label');
    assert.equal(parseDomainName('a\\'), 'bad-escape');
    assert.equal(parseDomainName('a\\256'), 'bad-escape');
    assert.equal(parseDomainName('a\\1'), 'bad-escape');
    assert.equal(parseDomainName('x'.repeat(64)), 'label-too-long');
    assert.equal(parseDomainName(`${'x'.repeat(60)}.`.repeat(5)), 'name-too-long');
    assert.equal(typeof parseDomainName('x'.repeat(63)), 'object');
  });

  it('writes any labels so that they read back the same', () => {
    fc.assert(
      fc.property(labels, (wanted) => {
        assert.deepEqual(parseDomainName(writeName(wanted)), { labels: wanted, absolute: true });
      }),
    );
  }).timeout(120_000);

  it('completes relative names with the origin and ignores the case of ASCII letters', () => {
    assert.equal(absoluteName('_DMARC', 'Example.com.'), '_dmarc.example.com.');
    assert.equal(absoluteName('@', 'example.com.'), 'example.com.');
    assert.equal(absoluteName('example.com.', 'other.org.'), 'example.com.');
    assert.equal(absoluteName('example.com', 'example.com.'), 'example.com.example.com.');
    assert.equal(absoluteName('a..b', 'example.com.'), undefined);
    assert.equal(absoluteName('x'.repeat(60), `${'y'.repeat(60)}.`.repeat(4)), undefined);
  });

  it('writes a name shortest under an origin, and that form means the name again', () => {
    assert.equal(relativeName('_dmarc.example.com.', 'example.com.'), '_dmarc');
    assert.equal(relativeName('example.com.', 'example.com.'), '@');
    assert.equal(relativeName('example.org.', 'example.com.'), 'example.org.');
    assert.equal(relativeName('notexample.com.', 'example.com.'), 'notexample.com.');
    assert.equal(relativeName('\\@.example.com.', 'example.com.'), '\\@');
    fc.assert(
      fc.property(labels, labels, (name, origin) => {
        const full = absoluteName(writeName([...name, ...origin]), '.');
        fc.pre(full !== undefined);
        assert.equal(absoluteName(relativeName(full, writeName(origin)), writeName(origin)), full);
      }),
    );
  }).timeout(120_000);

  it('knows ancestors by whole labels', () => {
    assert.ok(isWithin('a.example.com.', 'EXAMPLE.com'));
    assert.ok(isWithin('example.com.', 'example.com.'));
    assert.ok(!isWithin('notexample.com.', 'example.com.'));
    assert.ok(!isWithin('com.', 'example.com.'));
    assert.ok(isWithin('example.com.', '.'));
    assert.ok(sameName('Example.COM', 'example.com.'));
    assert.ok(!sameName('a.example.com', 'example.com'));
  });

  it('says a name without its final dot, unless that dot is escaped', () => {
    assert.equal(plainName('example.com.'), 'example.com');
    assert.equal(plainName('.'), '.');
    assert.equal(plainName('a\\.'), 'a\\.');
    assert.deepEqual(labelsOf('no..name'), []);
  });

  it('tells domains that can receive mail', () => {
    for (const good of ['example.com', 'a-b.example.co.jp', 'xn--eckwd4c7c.xn--zckzah', '1.example']) {
      assert.ok(isMailDomain(good), good);
    }
    for (const bad of [
      'example',
      'example.com.',
      '-a.example',
      'a-.example',
      'a b.example',
      '192.0.2.1',
      'a..b',
      '',
    ]) {
      assert.ok(!isMailDomain(bad), bad);
    }
  });
});
