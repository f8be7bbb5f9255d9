import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { OPENDKIM } from '../../../core/facts/opendkim';
import { OPENDMARC } from '../../../core/facts/opendmarc';
import type { KeywordTable } from '../../../core/facts/keywordTable';
import { findingsIn, grave, told } from '../../support/configuration';
import { shared } from '../../support/shared';

/** An opendmarc.conf in the manner of Debian's, for where the package is not installed. */
const DEBIAN_LIKE = `# A basic configuration
# AuthservID name
PidFile /run/opendmarc/opendmarc.pid
PublicSuffixList /usr/share/publicsuffix/public_suffix_list.dat
# RejectFailures false
Socket local:/run/opendmarc/opendmarc.sock
Syslog true
UMask 0002
UserID opendmarc
`;

describe('what others ship for OpenDMARC and OpenDKIM', () => {
  it('has no error and no warning in an opendmarc.conf like Debian’s', () => {
    assert.deepEqual(told(DEBIAN_LIKE, findingsIn('opendmarc', DEBIAN_LIKE)), []);
  });

  for (const [path, language] of [
    ['/etc/opendmarc.conf', 'opendmarc'],
    ['/usr/share/doc/opendmarc/opendmarc.conf.sample.gz', 'opendmarc'],
    ['/etc/opendkim.conf', 'opendkim'],
  ] as const) {
    it(`has no error and no warning in ${path}, nor in its commented lines`, function () {
      if (!existsSync(path)) this.skip();
      const bytes = readFileSync(path);
      const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      assert.deepEqual(told(text, grave(findingsIn(language, text))), []);
      const table = language === 'opendmarc' ? OPENDMARC : OPENDKIM;
      for (const [, keyword = '', value = ''] of text.matchAll(/^# ?([A-Z]\w+)[ \t]+(\S.*)$/gm)) {
        // Prose begins with a capital letter as well, and n/t[u] stands for a form.
        if (!table.keywords.has(keyword.toLowerCase()) || /^n\/t|[.,]$|\. /.test(value)) continue;
        const line = `Socket local:/run/milter.sock\n${keyword} ${value}\n`;
        const findings = grave(findingsIn(language, line)).filter(
          ({ rule }) => !rule.endsWith('duplicate-keyword'),
        );
        assert.deepEqual(told(line, findings), [], line);
      }
    });
  }

  it('says of the how-to’s opendmarc.conf only that its own domain may be forged', function () {
    const path = shared('corpora/howto/agassi/opendmarc.conf');
    const hosts = shared('corpora/howto/agassi/ignore.hosts');
    if (path === undefined || hosts === undefined) this.skip();
    const text = readFileSync(path, 'utf8');
    const findings = findingsIn('opendmarc', text);
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['opendmarc-ignored-mail-from', 'information']],
    );
    assert.deepEqual(findingsIn('mail-hosts', readFileSync(hosts, 'utf8')), []);
  });
});

/** Whether a program takes a configuration of one line, by its own check. */
function accepts(program: string, option: string, folder: string, line: string): boolean {
  const file = join(folder, 'probe.conf');
  writeFileSync(file, line);
  return spawnSync(program, ['-n', option, file], { stdio: 'ignore' }).status === 0;
}

const VALUES = ['yes', 'no', 'zzz', '0', '1x', '088', ''];

/** Keywords whose check looks at files, or that need others beside them: no word on those. */
const ASIDE =
  /^(?:DomainWhitelistFile|Include|KeyFile|Domain|Selector|KeyTable|SigningTable|.*List|.*Hosts|.*Headers|.*DB|.*Domains|.*Script|.*Rules|MTA|MTACommand|MacroList|SenderMacro|Minimum|MustBeSigned|DontSignMailTo|Resign.*|ATPS.*|LDAP.*|Statistics.*|Report.*Address|TestPublicKeys|VBR-.*|On-.*|TrustAnchorFile|ResolverConfiguration|Nameservers|TestDNSData|BogusKey|UnprotectedKey|SignaturesFrom|TrustSignaturesFrom|RemoveARFrom|TemporaryDirectory|SelectCanonicalizationHeader|UserID|Userid|RedirectFailuresTo|ChangeRootDirectory|BaseDirectory)$/;

/** Where our errors and the program's refusals part, over every keyword with every value. */
function differences(
  program: string,
  option: string,
  table: KeywordTable,
  language: 'opendmarc' | 'opendkim',
): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'mail-auth-'));
  const lines = [...table.keywords.values()]
    .filter((known) => known.feature === undefined && known.current && !ASIDE.test(known.name))
    .flatMap(({ name }) => VALUES.map((value) => `${name} ${value}\n`));
  const refused = new Set(
    lines.filter((line) => findingsIn(language, line).some(({ severity }) => severity === 'error')),
  );
  const fine = lines.filter((line) => !refused.has(line));
  try {
    // The program stops at the first line that it refuses, so all that it should take go into one file.
    const wrong = accepts(program, option, folder, fine.join(''))
      ? []
      : fine.filter((line) => !accepts(program, option, folder, line));
    const needless = [...refused].filter((line) => accepts(program, option, folder, line));
    return [
      ...wrong.map((line) => `not an error of ours: ${line.trim()}`),
      ...needless.map((line) => `an error of ours only: ${line.trim()}`),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the programs’ own verdicts', () => {
  it('agree on opendmarc.conf: what opendmarc -n refuses is an error, what it takes is none', function () {
    this.timeout(120000);
    if (spawnSync('opendmarc', ['-V']).status !== 0) this.skip();
    assert.deepEqual(differences('opendmarc', '-c', OPENDMARC, 'opendmarc'), []);
  });

  it('agree on opendkim.conf: what opendkim -n refuses is an error, what it takes is none', function () {
    this.timeout(120000);
    if (spawnSync('opendkim', ['-V']).status !== 0) this.skip();
    assert.deepEqual(differences('opendkim', '-x', OPENDKIM, 'opendkim'), []);
  });
});
