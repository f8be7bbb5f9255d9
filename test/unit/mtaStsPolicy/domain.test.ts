import assert from 'node:assert/strict';
import { createLanguageService, type LanguageService } from '../../../core/service';
import { edited, sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';

const language = 'mta-sts-policy';
const POLICY = 'version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800\n';
const zoneText = (more: string): string =>
  `$TTL 1h\n@ IN SOA ns1 h 1 2h 30m 14d 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\nmx1 IN A 192.0.2.2\nmx2 IN A 192.0.2.3\n@ IN MX 10 mx1\n${more}`;
const ANNOUNCED = '_mta-sts IN TXT "v=STSv1; id=1"\n';

describe('Whose policy a file holds', () => {
  let service: LanguageService;
  beforeEach(() => {
    service = createLanguageService();
  });

  const zone = (apex: string, more: string) => {
    service.open(`file:///zones/${apex}.zone`, 'dns-zone', sourceText(zoneText(more)), {
      fileName: `${apex}.zone`,
    });
  };
  const policy = (uri: string, text = POLICY) => {
    service.open(uri, language, sourceText(text), { fileName: uri.slice(uri.lastIndexOf('/') + 1) });
  };
  const rules = (uri: string) => service.findings(uri).map(({ rule }) => rule.replace('mta-sts-policy-', ''));

  it('is told by the last folder that names a policy host', () => {
    zone('example.com', `${ANNOUNCED}@ IN MX 20 mx2\n`);
    for (const [uri, expected] of [
      ['file:///srv/mta-sts.example.com/.well-known/mta-sts.txt', ['uncovered-mx']],
      ['file:///srv/MTA-STS.Example.COM/htdocs/.well-known/mta-sts.txt', ['uncovered-mx']],
      ['file:///srv/mta-sts.example.org/mta-sts.example.com/mta-sts.txt', ['uncovered-mx']],
      ['file:///srv/mta-sts.example.com/mta-sts.example.org/mta-sts.txt', []],
      ['file:///srv/mta-sts.sub.example.com/mta-sts.txt', ['unannounced']],
    ] as const) {
      policy(uri);
      assert.deepEqual(rules(uri), expected, uri);
    }
  });

  it('is told by the only open zone that announces one', () => {
    const uri = 'file:///etc/mta-sts.txt';
    policy(uri);
    assert.deepEqual(rules(uri), []);
    zone('example.com', `${ANNOUNCED}@ IN MX 20 mx2\n`);
    assert.deepEqual(rules(uri), ['uncovered-mx']);
    zone('example.net', '');
    assert.deepEqual(rules(uri), ['uncovered-mx']);
    zone('example.org', ANNOUNCED);
    assert.deepEqual(rules(uri), [], 'two announce one');
    service.close('file:///zones/example.org.zone');
    assert.deepEqual(rules(uri), ['uncovered-mx']);
    zone('example.com', `${ANNOUNCED}@ IN MX 20 mx2\n_mta-sts.sub IN TXT "v=STSv1; id=2"\n`);
    assert.deepEqual(rules(uri), [], 'one zone announces two');
  });

  it('is judged again when a mail server comes or goes in the zone', () => {
    const uri = 'file:///srv/mta-sts.example.com/mta-sts.txt';
    zone('example.com', ANNOUNCED);
    policy(uri);
    assert.deepEqual(rules(uri), []);
    const text = sourceText(zoneText(ANNOUNCED));
    const added = edited(text, { span: { start: text.length, end: text.length }, text: '@ IN MX 20 mx2\n' });
    assert.deepEqual(service.update('file:///zones/example.com.zone', added), [uri]);
    const [finding] = service.findings(uri);
    assert.equal(finding?.rule, 'mta-sts-policy-uncovered-mx');
    assert.equal(finding.related[0]?.uri, 'file:///zones/example.com.zone');
    const mended = applyEdits(POLICY, finding.fixes[0]!.edits);
    assert.equal(mended, POLICY.replace('max_age', 'mx: mx2.example.com\nmax_age'));
    service.update(uri, sourceText(mended));
    assert.deepEqual(rules(uri), []);
    service.update('file:///zones/example.com.zone', sourceText(zoneText(ANNOUNCED)));
    assert.deepEqual(rules(uri), ['unused-mx']);
  });

  it('has no part in a domain without mail, nor in one that others serve', () => {
    const uri = 'file:///srv/mta-sts.sub.example.com/mta-sts.txt';
    policy(uri);
    zone('example.com', 'sub IN MX 0 .\n_mta-sts.sub IN TXT "v=STSv1; id=1"\n');
    assert.deepEqual(rules(uri), []);
    zone('example.com', 'sub IN NS ns.example.net.\n');
    assert.deepEqual(rules(uri), []);
  });

  it('has its mail servers offered, and those of all zones where nothing tells', () => {
    const text = 'version: STSv1\nmode: enforce\nmx: mx1.example.com\nmx: ';
    const offered = (uri: string) => {
      policy(uri, text);
      return service.complete(uri, text.length)?.candidates.map(({ label }) => label);
    };
    assert.equal(offered('file:///etc/mta-sts.txt'), undefined);
    zone('example.com', '@ IN MX 20 mx2\n');
    zone('example.org', '');
    assert.deepEqual(offered('file:///srv/mta-sts.example.com/mta-sts.txt'), [
      'mx2.example.com',
      '*.example.com',
    ]);
    assert.deepEqual(offered('file:///etc/mta-sts.txt'), [
      'mx2.example.com',
      'mx1.example.org',
      '*.example.com',
    ]);
  });
});
