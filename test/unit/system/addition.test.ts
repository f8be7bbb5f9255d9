import assert from 'node:assert/strict';
import { createLanguageService } from '../../../core/service';
import { sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';

const uri = 'file:///z.zone';
const soa = '@ 3600 IN SOA ns1 host 1 2 3 4 5\n';

/** The zone after a record was added to it. */
function added(text: string, owner = 'example.com._report._dmarc.example.net.', value = 'v=DMARC1'): string {
  const service = createLanguageService();
  service.open(uri, 'dns-zone', sourceText(text), { origin: 'example.net' });
  const edit = service.addition({ uri, owner, type: 'TXT', value });
  return edit === undefined ? 'nothing' : applyEdits(text, [edit]);
}

describe('a record that is added to an open zone', () => {
  it('stands behind its like, laid out as they are', () => {
    const zone = `$TTL 1h\n${soa}other.example._report._dmarc   IN  TXT   "v=DMARC1" ; theirs\nmail A 192.0.2.1\n`;
    assert.equal(
      added(zone),
      zone.replace('mail A', 'example.com._report._dmarc     IN  TXT   "v=DMARC1"\nmail A'),
    );
  });

  it('goes to the end where there is none, in the manner of the last records', () => {
    assert.equal(
      added(`${soa}mail\t60\tIN\tA\t192.0.2.1`).split('\n').at(-2),
      'example.com._report._dmarc\t60\tIN\tTXT\t"v=DMARC1"',
    );
    assert.equal(
      added(`$TTL 60\n${soa}`).split('\n').at(-2),
      'example.com._report._dmarc 3600 IN TXT "v=DMARC1"',
    );
  });

  it('does not come between a record and those that take its owner', () => {
    const zone = `$TTL 60\n${soa}_dmarc IN TXT "v=DMARC1; p=none"\n IN TXT "other"\n; comment\nwww IN A 192.0.2.1\n`;
    assert.equal(
      added(zone),
      zone.replace('; comment', 'example.com._report._dmarc IN TXT "v=DMARC1"\n; comment'),
    );
  });

  it('counts from the origin in force, and has a time to live where none is', () => {
    assert.equal(
      added(
        '$ORIGIN net.\nexample IN SOA ns1 host 1 2 3 4 5\n$ORIGIN _dmarc.example.net.\n@ IN TXT "v=DMARC1; p=none"\n',
      ),
      '$ORIGIN net.\nexample IN SOA ns1 host 1 2 3 4 5\n$ORIGIN _dmarc.example.net.\n@ IN TXT "v=DMARC1; p=none"\n' +
        'example.com._report 3600 IN TXT "v=DMARC1"\n',
    );
    assert.equal(added(''), 'example.com._report._dmarc\t3600\tIN\tTXT\t"v=DMARC1"\n');
  });

  it('is quoted and split as it has to be', () => {
    const text = added(`$TTL 60\n${soa}`, 'x.example.net.', `a"b ${'c'.repeat(300)}`);
    assert.match(text, /\nx 3600 IN TXT "a\\"b c+" "c+"\n$/);
  });

  it('is none where the document is no zone or not open', () => {
    const service = createLanguageService();
    service.open('file:///main.cf', 'postfix-main', sourceText('a = b\n'));
    for (const other of ['file:///main.cf', 'file:///gone']) {
      assert.equal(service.addition({ uri: other, owner: 'x.', type: 'TXT', value: '' }), undefined);
    }
  });
});
