import assert from 'node:assert/strict';
import { chosen, expectedAt, hoverAt, labelsAt } from '../../support/configuration';

describe('completion in opendmarc.conf and opendkim.conf', () => {
  it('offers keywords where a line begins', () => {
    const labels = labelsAt('opendmarc', 'Syslog true\nReje|\n');
    assert.ok(labels.includes('RejectFailures') && labels.includes('RequiredFrom'));
    assert.ok(!labels.includes('ForensicReports') && !labels.includes('TemporaryDirectory'));
    assert.equal(chosen('opendmarc', 'Reje|\n', 'RejectFailures'), 'RejectFailures \n');
    assert.equal(chosen('opendmarc', 'Reje| true\n', 'RejectFailures'), 'RejectFailures true\n');
    assert.ok(labelsAt('opendkim', '|').includes('Canonicalization'));
  });

  it('offers values by the keyword', () => {
    assert.deepEqual(labelsAt('opendmarc', 'RejectFailures |'), ['true', 'false']);
    assert.equal(chosen('opendmarc', 'RejectFailures fa|lse # c\n', 'true'), 'RejectFailures true # c\n');
    assert.ok(labelsAt('opendmarc', 'SyslogFacility |').includes('mail'));
    assert.ok(labelsAt('opendkim', 'Mode |').includes('sv'));
    assert.ok(labelsAt('opendkim', 'canonicalization relaxed/|').includes('relaxed/simple'));
    assert.equal(expectedAt('opendmarc', 'Socket |')?.candidates[0]?.snippet, true);
  });

  it('offers nothing in comments and behind unknown keywords', () => {
    assert.equal(expectedAt('opendmarc', '# Sys|'), undefined);
    assert.equal(expectedAt('opendmarc', 'Syslog true # a|'), undefined);
    assert.equal(expectedAt('opendmarc', 'Colour |'), undefined);
  });
});

describe('hover in opendmarc.conf, opendkim.conf and host lists', () => {
  it('explains keywords in both languages', () => {
    const found = hoverAt('opendmarc', 'Syslog true\nignoremail|from example.com\n');
    assert.equal(found?.words, 'ignoremailfrom');
    assert.match(found.explained, /anyone can forge that domain/);
    assert.match(found.explained, /Since OpenDMARC 1\.0\.0/);
    assert.match(hoverAt('opendmarc', 'ignoremail|from a', 'ja')!.explained, /素通り/);
    assert.match(hoverAt('opendmarc', 'Forensic|Reports 1')!.explained, /Renamed to `FailureReports`/);
    assert.match(hoverAt('opendkim', 'RateLi|mits x')!.explained, /_FFR_RATE_LIMIT/);
  });

  it('explains values', () => {
    assert.match(hoverAt('opendmarc', 'Syslog to|morrow')!.explained, /Syslog is on/);
    assert.match(hoverAt('opendkim', 'Mode s|v')!.explained, /Signs/);
    assert.equal(hoverAt('opendmarc', 'PidFile /ru|n/x'), undefined);
    assert.equal(hoverAt('opendmarc', 'Col|our x'), undefined);
  });

  it('counts the addresses of a network', () => {
    assert.match(hoverAt('mail-hosts', '127.0.0.1\n192.0.2.0|/24\n')!.explained, /256/);
    assert.equal(hoverAt('mail-hosts', '127.0|.0.1'), undefined);
  });
});
