import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { OPENDKIM } from '../../../core/facts/opendkim';
import { OPENDMARC } from '../../../core/facts/opendmarc';
import { findingsIn, grave, told } from '../../support/configuration';
import { shared } from '../../support/shared';

type Language = 'opendmarc' | 'opendkim';

/** What Debian's packages ship, setting by setting; a `#` marks what stands there as a comment. */
const SHIPPED: Readonly<Record<Language, readonly string[]>> = {
  opendmarc: [
    '#AuthservID name',
    '#FailureReports false',
    'PidFile /run/opendmarc/opendmarc.pid',
    'PublicSuffixList /usr/share/publicsuffix/public_suffix_list.dat',
    '#RejectFailures false',
    'Socket local:/run/opendmarc/opendmarc.sock',
    'Syslog true',
    '#SyslogFacility mail',
    '#TrustedAuthservIDs HOSTNAME',
    'UMask 0002',
    'UserID opendmarc',
  ],
  opendkim: [
    'Syslog yes',
    'SyslogSuccess yes',
    '#LogWhy no',
    'Canonicalization relaxed/simple',
    '#Mode sv',
    '#SubDomains no',
    'OversignHeaders From',
    '#Domain example.com',
    '#Selector 2020',
    '#KeyFile /etc/dkimkeys/example.private',
    'UserID opendkim',
    'UMask 007',
    'Socket local:/run/opendkim/opendkim.sock',
    '#Socket inet:8891@localhost',
    '#Socket inet:8891',
    '#Socket local:/var/spool/postfix/opendkim/opendkim.sock',
    'PidFile /run/opendkim/opendkim.pid',
    '#InternalHosts 192.168.0.0/16, 10.0.0.0/8, 172.16.0.0/12',
    'TrustAnchorFile /usr/share/dns/root.key',
    '#Nameservers 127.0.0.1',
  ],
};

/** The two that go together: with one of them alone, OpenDKIM itself does not start. */
const KEY = /^(?:Domain|Selector|KeyFile)$/;

/** A commented setting: a keyword and a value; prose begins with a capital letter, too, and ends in a stop. */
function commented(language: Language, line: string): { keyword: string; setting: string } | undefined {
  const [, keyword = '', value = ''] = /^# ?([A-Z][\w-]+)[ \t]+(\S.*)$/.exec(line) ?? [];
  const table = language === 'opendmarc' ? OPENDMARC : OPENDKIM;
  // `n/t[u]` and `path` stand for forms.
  if (!table.keywords.has(keyword.toLowerCase()) || /^n\/t|^path$|[.,]$|\. /.test(value)) return undefined;
  return { keyword, setting: `${keyword} ${value}` };
}

/** Holds a file to be without grave findings, as it is and with each commented line in turn. */
function hold(language: Language, text: string): void {
  assert.deepEqual(told(text, grave(findingsIn(language, text))), []);
  const lines = text.split('\n');
  let tried = 0;
  for (const [index, line] of lines.entries()) {
    const found = commented(language, line);
    if (found === undefined) continue;
    tried++;
    const { keyword, setting } = found;
    // Another Socket takes the place of the one that is set.
    const rest = lines.map((other) =>
      other.toLowerCase().startsWith(`${keyword.toLowerCase()}\t`) || other.startsWith(`${keyword} `)
        ? ''
        : other,
    );
    const uncommented = [...rest.slice(0, index), setting, ...rest.slice(index + 1)].join('\n');
    const findings = grave(findingsIn(language, uncommented));
    if (language === 'opendkim' && KEY.test(keyword)) {
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['opendkim-incomplete-key'],
        setting,
      );
    } else if (keyword === 'ChangeRootDirectory' && !/^UserID/im.test(uncommented)) {
      // The program says so itself when it starts.
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['opendmarc-root-in-chroot'],
        setting,
      );
    } else {
      assert.deepEqual(told(uncommented, findings), [], setting);
    }
  }
  assert.ok(tried > 3, `${tried} commented settings`);
}

describe('what others ship for OpenDMARC and OpenDKIM', () => {
  for (const language of ['opendmarc', 'opendkim'] as const) {
    it(`has no error and no wrong warning in the settings of Debian’s ${language}.conf, line by line`, () => {
      hold(language, `${SHIPPED[language].join('\n')}\n`);
    });
  }

  it('has none where all of Debian’s commented signing settings are taken together', () => {
    const text = SHIPPED.opendkim
      .filter((line) => !line.startsWith('#Socket'))
      .map((line) => line.replace(/^#/, ''))
      .join('\n');
    assert.deepEqual(told(text, grave(findingsIn('opendkim', text))), []);
  });

  for (const [path, language] of [
    ['/etc/opendmarc.conf', 'opendmarc'],
    ['/usr/share/doc/opendmarc/opendmarc.conf.sample.gz', 'opendmarc'],
    ['/etc/opendkim.conf', 'opendkim'],
  ] as const) {
    it(`has none in ${path}, line by line`, function () {
      if (!existsSync(path)) this.skip();
      const bytes = readFileSync(path);
      const shown = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      // The sample sets nothing at all, so nothing is missing in it either.
      const set = /^[A-Z]/m.test(shown);
      hold(language, set ? shown : `Socket local:/run/milter.sock\n${shown}`);
    });
  }

  it('says of the how-to’s opendmarc.conf what quietly weakens it, and no more', function () {
    const path = shared('corpora/howto/agassi/opendmarc.conf');
    const hosts = shared('corpora/howto/agassi/ignore.hosts');
    if (path === undefined || hosts === undefined) this.skip();
    const text = readFileSync(path, 'utf8');
    const findings = findingsIn('opendmarc', text);
    assert.deepEqual(grave(findings), []);
    assert.deepEqual(findings.map(({ rule }) => rule).sort(), [
      'opendmarc-ignored-mail-from',
      'opendmarc-no-suffix-list',
      'opendmarc-unread-history',
    ]);
    assert.deepEqual(findingsIn('mail-hosts', readFileSync(hosts, 'utf8')), []);
  });
});
