import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLanguageService } from '../../../core/service';
import { sourceText } from '../../../core/text/sourceText';
import { shared } from '../../support/shared';

/** Zones that every name server loads: what people write, from the plain to the odd. */
const ACCEPTED: readonly string[] = [
  '@ IN SOA ns1 host (\n1 ; serial\n7200 3600\n1209600 3600 )\n',
  'foo IN TXT ( "a" ; don\'t say "\n "b" )\n',
  'foo IN TXT ")" "("\n',
  'foo IN TXT "a\\;b" "\\065\\"" \'single\'\n',
  'foo IN TXT ""\n',
  'foo 1h30m in txt words without quotes\r\n\r\n',
  'foo (\n IN TXT "x" ) ; comment (\n',
  'foo IN MX(10 ns1)\n',
  'a IN NSEC ( b\nA NS TXT\nMX RRSIG )\n',
  'IN A 192.0.2.3\n',
  '',
];

/** The rules that speak up with an error on a zone. */
function errors(text: string): string[] {
  const service = createLanguageService();
  service.open('zone', 'dns-zone', sourceText(text), { origin: 'example.com' });
  const findings = service.findings('zone').filter(({ severity }) => severity === 'error');
  return findings.map(({ rule }) => rule);
}

describe('what name servers accept', () => {
  ACCEPTED.forEach((text, i) => {
    it(`is no error: ${i}`, () => {
      assert.deepEqual(errors(text), []);
    });
  });

  it('is no error in the snippets that BIND, NSD and Knot all load', function () {
    const folder = shared('corpora/zone-snippets');
    if (folder === undefined) {
      this.skip();
      return;
    }
    const rows = readFileSync(join(folder, 'verdicts.tsv'), 'utf8').trim().split('\n').slice(1);
    const loaded = rows.map((row) => row.split('\t')).filter((row) => row[3]!.startsWith('AAA'));
    assert.ok(loaded.length > 50);
    for (const row of loaded) {
      const text: string = readFileSync(join(folder, `${row[0]}.zone`), 'utf8');
      assert.deepEqual(errors(text), [], row[0]);
    }
  });
});
