import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createLanguageService } from '../../../core/service';
import { sourceText } from '../../../core/text/sourceText';
import { shared } from '../../support/shared';

/** What all rules together find in a zone: severity, rule and the marked text, in the order of the file. */
function found(text: string, fileName = 'example.com.zone'): string[] {
  const service = createLanguageService();
  service.open('file', 'dns-zone', sourceText(text), { fileName });
  return service
    .findings('file')
    .map(({ severity, rule, span }) => `${severity} ${rule} «${text.slice(span.start, span.end)}»`);
}

/** A zone that leaves nothing to be said. */
const HEAD = `$TTL 3600
@ IN SOA ns1.example.net. hostmaster 1 7200 900 1209600 3600
@ IN NS ns1.example.net.
@ IN NS ns2.example.net.
@ IN A 192.0.2.1
`;

/** The errors and warnings of one record at `_dmarc`. */
function grave(record: string): string[] {
  return found(`${HEAD}_dmarc IN TXT ${record}\n`).filter((line) => /^(?:error|warning)/.test(line));
}

describe('all rules together on DMARC records', () => {
  it('report one mistake once', () => {
    const once: readonly (readonly [string, string])[] = [
      ['"v=DMARC1; p=none rua=mailto:a@example.com"', 'error dmarc-missing-separator « rua»'],
      ['"v=DMARC1 p=none; rua=mailto:a@example.com"', 'error dmarc-missing-separator « p»'],
      ['"v=DMARC1; p=none" "rua=mailto:a@example.com"', 'error dmarc-missing-separator «rua»'],
      ['"DMARC1; p=none"', 'error dmarc-version-not-first «DMARC1»'],
      ['"p=none; rua=mailto:a@example.com"', 'error dmarc-version-not-first «p=none»'],
      ['"v=dmarc1; p=none"', 'error dmarc-bad-version «dmarc1»'],
      ['"v=DMARC1; p:none"', 'error dmarc-tag-without-value «p:none»'],
      ['"v=DMARC1; policy=none"', 'warning dmarc-unknown-tag «policy»'],
      ['"v=DMARC1; p=nnone"', 'error dmarc-bad-value «nnone»'],
      ['"v=DMARC1; p=none; rua=a@example.com"', 'error dmarc-report-uri-missing-scheme «a@example.com»'],
      ['"v=DMARC1; p=none; rua=mailto:a"', 'error dmarc-bad-report-uri «a»'],
      [
        '"v=DMARC1; p=none; rua=mailto:a@example.com; mailto:b@example.com"',
        'error dmarc-report-uri-separator «; mailto:b@example.com»',
      ],
      ['"v=DMARC1;　p=none"', 'error dmarc-bad-character «　»'],
      ['v=DMARC1; p=none', 'warning zone-unquoted-record «v=DMARC1»'],
      ['"v=spf1 mx -all"', 'warning dmarc-foreign-record «v=spf1 mx -all»'],
      ['"v=DMARC1; rua=mailto:a@example.com"', 'warning dmarc-missing-policy «v=DMARC1»'],
    ];
    for (const [record, wanted] of once) assert.deepEqual(grave(record), [wanted], record);
  });

  it('leave alone what is legal under either standard', () => {
    for (const record of [
      '"v=DMARC1;p=none"',
      '"v=DMARC1; p=reject;"',
      '"v = DMARC1 ; p = Quarantine ; rua = mailto:a@example.com , mailto:b@example.com ; "',
      '"v=DMARC1\\; p=none\\; rua=mailto:a@example.com\\;"',
      '( "v=DMARC1; " ; comment\n "p=none; " "rua=mailto:a@" "example.com" )',
      '"v=DMARC1; rua=mailto:a@example.com; p=none"',
      '"v=DMARC1; p=reject; pct=100; rf=afrf; ri=86400; adkim=r; aspf=r; fo=0; sp=reject"',
      '"v=DMARC1; p=none; fo=1:d:s; ruf=mailto:a@example.com!10m"',
      '"v=DMARC1; p=reject; np=reject; psd=n; t=y"',
      '"v=DMARC1; p=none; rua=mailto:0123456789@dmarc.service.example,mailto:a@example.com!1g"',
    ]) {
      assert.deepEqual(grave(record), [], record);
    }
  });
});

describe('the how-to zones', () => {
  const zone = (path: string): string[] | undefined => {
    const full = shared(path);
    return full === undefined ? undefined : found(readFileSync(full, 'utf8'), basename(full));
  };
  const without = (lines: readonly string[], ...rules: readonly string[]) =>
    lines.filter((line) => !rules.some((rule) => line.includes(` ${rule} `)));

  it('have the mangled addresses marked, and the owner without its dot', function () {
    const lines = zone('corpora/howto/f-labs/f-labs.jp.mangled.zone');
    if (lines === undefined) this.skip();
    const address =
      'This email address is being protected from spambots. You need JavaScript enabled to view it.';
    assert.deepEqual(without(lines, 'dmarc-monitoring-only', 'zone-single-ns'), [
      'warning zone-name-missing-final-dot «_dmarc.f-labs.jp»',
      'information dmarc-subdomain-stricter-than-none «sp=reject»',
      `error dmarc-bad-report-uri «${address}»`,
      `error dmarc-bad-report-uri «${address}»`,
    ]);
  });

  it('have the missing @ marked in rua and ruf', function () {
    const lines = zone('corpora/howto/f-labs/f-labs.jp.zone');
    if (lines === undefined) this.skip();
    assert.deepEqual(
      lines.filter((line) => line.startsWith('error')),
      ['error dmarc-bad-report-uri «hogehogef-labs.jp»', 'error dmarc-bad-report-uri «piyopiyof-labs.jp»'],
    );
  });

  it('have what RFC 9989 removed, defaults and the needless authorisation pointed out, and no error', function () {
    const lines = zone('corpora/howto/agassi/agassi.ddo.jp.zone');
    if (lines === undefined) this.skip();
    for (const wanted of [
      'information dmarc-removed-tag «pct=100»',
      'hint dmarc-redundant-default «adkim=r»',
      'hint dmarc-redundant-default «aspf=r»',
      'information report-authorisation-unneeded «agassi.ddo.jp._report._dmarc.agassi.ddo.jp.»',
    ]) {
      assert.ok(lines.includes(wanted), `${wanted} among ${lines.join('\n')}`);
    }
    assert.deepEqual(
      lines.filter((line) => line.startsWith('error')),
      [],
    );
  });
});
