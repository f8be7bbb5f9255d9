import assert from 'node:assert/strict';
import { OPENDKIM } from '../../../core/facts/opendkim';
import { OPENDMARC } from '../../../core/facts/opendmarc';
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
    assert.match(hoverAt('opendkim', 'KeyTable refi|le:/k')!.explained, /`\*` for any text/);
    assert.match(hoverAt('opendkim', 'InternalHosts 10.0.|0.0/8')!.explained, /csl.*\n.*No kind is stated/);
    assert.match(
      hoverAt('opendmarc', 'Socket inet:8893|@localhost')!.explained,
      /smtpd_milters = inet:localhost:8893/,
    );
    assert.match(hoverAt('opendmarc', 'Socket loc|al:/run/s')!.explained, /unix:\/run\/s/);
    assert.match(hoverAt('opendmarc', 'UMask 00|7')!.explained, /0770/);
  });

  it('counts the addresses of a network', () => {
    assert.match(hoverAt('mail-hosts', '127.0.0.1\n192.0.2.0|/24\n')!.explained, /256/);
    assert.match(hoverAt('mail-hosts', '127.0|.0.1')!.explained, /One address/);
    assert.match(hoverAt('mail-hosts', '!.exam|ple.com')!.explained, /ends like this.*\n.*takes these out/);
    assert.match(hoverAt('mail-hosts', '2001:db8::/3|2')!.explained, /2\^96/);
    assert.equal(hoverAt('mail-hosts', '10.0.|0'), undefined);
  });
});

describe('the words for keywords', () => {
  for (const table of [OPENDMARC, OPENDKIM]) {
    it(`are there for all of ${table.program}, in two languages`, () => {
      const without = [...table.keywords.values()].filter(
        ({ words }) => words === undefined || words.en.length < 12 || !/[ぁ-んァ-ヶ一-龠]/.test(words.ja),
      );
      assert.deepEqual(
        without.map(({ name }) => name),
        [],
      );
    });
  }
});

describe('KeyTable and SigningTable', () => {
  it('explain their columns', () => {
    const row = 'mail example.com:mail:/etc/dkimkeys/mail.private';
    assert.match(
      hoverAt('opendkim-keytable', row.replace('ex', 'e|x'))!.explained,
      /mail\._domainkey\.example\.com/,
    );
    assert.match(hoverAt('opendkim-keytable', row.replace(':mail', ':ma|il'))!.explained, /selector/);
    assert.match(hoverAt('opendkim-keytable', row.replace('/etc', '/e|tc'))!.explained, /private key/);
    assert.match(hoverAt('opendkim-keytable', `m|${row}`)!.explained, /SigningTable refers/);
    assert.match(hoverAt('opendkim-keytable', 'mail %|:mail:/k/%')!.explained, /of the sender/);
    assert.match(hoverAt('opendkim-signingtable', '*@exam|ple.com mail')!.explained, /refile/);
    assert.match(hoverAt('opendkim-signingtable', '*@example.com ma|il')!.explained, /KeyTable/);
  });

  it('offer what comes next', () => {
    assert.equal(
      chosen('opendkim-keytable', 's1._domainkey.example.net |', 'domain:selector:/path'),
      's1._domainkey.example.net ${1:example.net}:${2:s1}:/etc/opendkim/keys/${1:example.net}/${2:s1}.private',
    );
    assert.deepEqual(labelsAt('opendkim-signingtable', 'a.example one\nb.example two\nc.example |'), [
      'one',
      'two',
    ]);
    assert.ok(labelsAt('opendkim-signingtable', '|').includes('*@example.com'));
    assert.ok(labelsAt('mail-hosts', '127.0.0.1\n|').includes('::1'));
    assert.ok(!labelsAt('mail-hosts', '127.0.0.1\n|').includes('127.0.0.1'));
  });

  it('offer data sets, and a user', () => {
    assert.deepEqual(labelsAt('opendkim', 'MacroList |'), ['file:', 'csl:']);
    assert.equal(chosen('opendkim', 'KeyTable |', 'refile:'), 'KeyTable refile:${1:/etc/opendkim/KeyTable}');
    assert.deepEqual(labelsAt('opendkim', 'UserID |'), ['opendkim']);
    assert.deepEqual(labelsAt('opendmarc', 'TrustedAuthservIDs |'), ['HOSTNAME']);
  });
});
