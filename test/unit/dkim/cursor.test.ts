import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describedInRecord, expectedInRecord } from '../../../core/records/cursor';
import { keyWords } from '../../../core/records/dkimKeyDescribed';
import { recogniseRecord } from '../../../core/records/recognise';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { render } from '../../../core/text/message';
import { applyEdits } from '../../../core/text/span';
import { ED25519, RSA2048, RSA2048_FINGERPRINT } from './keys';

const origin = 'example.com.';

function recordOf(line: string) {
  const record = recogniseRecord(parseEntry(line, { origin }));
  assert.ok(record, line);
  return record;
}

/** What is offered at the `|` of a line, by label. */
function offered(line: string): string[] {
  const record = recordOf(line.replace('|', ''));
  return expectedInRecord(record, line.indexOf('|'))?.candidates.map(({ label }) => label) ?? [];
}

/** The line after taking a candidate at its `|`. */
function taken(line: string, label: string): string {
  const text = line.replace('|', '');
  const expectation = expectedInRecord(recordOf(text), line.indexOf('|'));
  const candidate = expectation?.candidates.find((c) => c.label === label);
  assert.ok(expectation && candidate, `${label} is not offered in ${line}`);
  return applyEdits(text, [
    { span: expectation.replace, text: candidate.insert ?? candidate.label },
    ...(expectation.also ?? []).map((span) => ({ span, text: '' })),
  ]);
}

function words(line: string, locale: 'en' | 'ja' = 'en'): string {
  const described = describedInRecord(recordOf(line.replace('|', '')), line.indexOf('|'));
  return described?.paragraphs.map((p) => render(p, locale)).join('\n') ?? '';
}

describe('completion inside DKIM, MTA-STS, TLS-RPT and BIMI records', () => {
  it('offers whole records for an empty string', () => {
    assert.equal(
      taken('s._domainkey TXT "|"', 'v=DKIM1; k=rsa; p='),
      's._domainkey TXT "v=DKIM1; k=rsa; p="',
    );
    assert.equal(taken('_mta-sts TXT |', 'v=STSv1; id=1'), '_mta-sts TXT "v=STSv1; id=1"');
    assert.equal(
      taken('_smtp._tls.mail TXT "v|"', 'v=TLSRPTv1; rua=mailto:tls-reports@mail.example.com'),
      '_smtp._tls.mail TXT "v=TLSRPTv1; rua=mailto:tls-reports@mail.example.com"',
    );
    assert.equal(taken('default._bimi TXT "|', 'v=BIMI1; l=; a='), 'default._bimi TXT "v=BIMI1; l=; a=');
  });

  it('offers the tags that the record lacks, none that was taken out of the standard', () => {
    assert.deepEqual(offered('s._domainkey TXT "v=DKIM1; |"'), ['p', 'k', 'h', 's', 't', 'n']);
    assert.equal(taken('s._domainkey TXT "v=DKIM1\\;|', 'k'), 's._domainkey TXT "v=DKIM1\\; k=');
    assert.equal(
      taken(`s._domainkey TXT "v=DKIM1; p=${ED25519} |"`, 'k'),
      `s._domainkey TXT "v=DKIM1; p=${ED25519}; k="`,
    );
    assert.deepEqual(offered('_mta-sts TXT "v=STSv1; |"'), ['id']);
    assert.deepEqual(offered('_smtp._tls TXT "v=TLSRPTv1; |"'), ['rua']);
  });

  it('offers the words of a tag', () => {
    assert.deepEqual(offered('s._domainkey TXT "v=DKIM1; k=|"'), ['rsa', 'ed25519']);
    assert.deepEqual(offered('s._domainkey TXT "v=DKIM1; t=y:|"'), ['s']);
    assert.deepEqual(offered('s._domainkey TXT "v=DKIM1; h=|"'), ['sha256', 'sha1']);
    assert.deepEqual(offered('default._bimi TXT "v=BIMI1; avp=|"'), ['brand', 'personal']);
    assert.deepEqual(offered('s._domainkey TXT "v=DKIM1; p=|"'), []);
    assert.deepEqual(offered('_smtp._tls TXT "v=TLSRPTv1; rua=|"'), [
      'mailto:tls-reports@example.com',
      'mailto:',
      'https://',
    ]);
  });

  it('never throws and never points outside of the line, wherever the cursor stands', () => {
    const parts = fc.constantFrom(
      ...['v=DKIM1', 'p=', ED25519, '=', ';', ' ', '" "', '"', '\\;', '\\n', 'k=rsa', 't=y:', '('],
      ...['v=STSv1', 'id=1', 'rua=https://', 'l=https://example.com/a.svg', 'dkim=all'],
    );
    const owners = fc.constantFrom(
      ...['s._domainkey', '_adsp._domainkey', '_mta-sts', '_smtp._tls', 'a._bimi'],
    );
    fc.assert(
      fc.property(owners, fc.array(parts, { maxLength: 10 }), fc.nat(140), (owner, texts, at) => {
        const line = `${owner} TXT "${texts.join('')}`;
        const record = recordOf(line);
        const expectation = expectedInRecord(record, at);
        const description = describedInRecord(record, at);
        for (const found of [expectation?.replace, description?.span]) {
          if (found !== undefined)
            assert.ok(0 <= found.start && found.start <= found.end && found.end <= line.length);
        }
      }),
    );
  }).timeout(120_000);
});

describe('hover on a key', () => {
  it('shows algorithm, bits, exponent, fingerprint and flags', () => {
    const line = `s2018._domainkey TXT "v=DKIM1; k=rsa; t=s; p=|${RSA2048.slice(0, 200)}" "${RSA2048.slice(200)}"`;
    const text = words(line);
    const fingerprint = RSA2048_FINGERPRINT.replace(/..(?=.)/g, '$&:');
    for (const part of [
      '**RSA, 2048 bits**, exponent 65537',
      fingerprint,
      '`t=s`',
      'The selector reads as 2018',
      'RFC 6376',
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    assert.ok(words(line, 'ja').includes('**RSA、2048 ビット**、指数 65537'));
    assert.ok(
      words(`s._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519}|"`).includes('**Ed25519**, 256 bits'),
    );
    assert.ok(words('s._domainkey TXT "v=DKIM1; p|="').includes('The key is revoked'));
  });

  it('shows the same fingerprint for the same key in another wrapping', () => {
    const pkcs1 = Buffer.from(RSA2048, 'base64').subarray(24).toString('base64');
    assert.ok(
      words(`s._domainkey TXT "p|=${pkcs1}"`).includes(RSA2048_FINGERPRINT.replace(/..(?=.)/g, '$&:')),
    );
  });

  it('tells the age where the selector reads as a date', () => {
    const age = (selector: string) => {
      const record = recordOf(`${selector}._domainkey TXT "p="`);
      assert.equal(record.kind, 'dkim-key');
      return keyWords(record.value, Date.UTC(2026, 10, 22))
        .map((m) => render(m, 'en'))
        .slice(1);
    };
    assert.deepEqual(age('20180426'), ['The selector reads as 2018-04-26: 8 years old.']);
    assert.deepEqual(age('s202610'), ['The selector reads as 2026-10: 1 month old.']);
    assert.deepEqual(age('20261120'), ['The selector reads as 2026-11-20: less than a month old.']);
    assert.deepEqual(age('20271120'), []);
    assert.deepEqual(age('selector1'), []);
  });

  it('explains the tags of the other records', () => {
    assert.ok(words('_mta-sts TXT "v=STSv1; i|d=1"').includes('Policy instance'));
    assert.ok(
      words('_smtp._tls TXT "v=TLSRPTv1; r|ua=https://example.com/tls"').includes('https://example.com/tls'),
    );
    assert.ok(words('default._bimi TXT "v=BIMI1; |l="').includes('Indicator location'));
    assert.ok(words('_adsp._domainkey TXT "dk|im=all"').includes('Historic'));
  });
});
