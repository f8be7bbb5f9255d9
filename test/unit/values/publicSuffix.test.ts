import assert from 'node:assert/strict';
import { hasKnownTopLevel, isPublicSuffix, organizationalDomain } from '../../../core/values/publicSuffix';

describe('the public suffix list', () => {
  it('tells the Organizational Domain of RFC 7489', () => {
    assert.equal(organizationalDomain('mail.example.co.jp.'), 'example.co.jp');
    assert.equal(organizationalDomain('Example.COM'), 'example.com');
    assert.equal(organizationalDomain('a.b.user.github.io'), 'user.github.io');
    assert.equal(organizationalDomain('co.jp.'), undefined);
    assert.equal(organizationalDomain('.'), undefined);
    assert.equal(organizationalDomain(''), undefined);
  });

  it('tells suffixes from domains', () => {
    assert.equal(isPublicSuffix('co.jp.'), true);
    assert.equal(isPublicSuffix('example.co.jp.'), false);
  });

  it('knows which top-level domains exist', () => {
    assert.equal(hasKnownTopLevel('mail.example.jp'), true);
    assert.equal(hasKnownTopLevel('mail.example.com.'), true);
    assert.equal(hasKnownTopLevel('www.customers'), false);
    assert.equal(hasKnownTopLevel('host.example'), false);
    assert.equal(hasKnownTopLevel('192.0.2.1'), false);
  });
});
