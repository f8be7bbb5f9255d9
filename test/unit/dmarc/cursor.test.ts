import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describedInRecord, expectedInRecord } from '../../../core/records/cursor';
import { recogniseRecord } from '../../../core/records/recognise';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { render } from '../../../core/text/message';
import { applyEdits } from '../../../core/text/span';

const origin = 'example.com.';

/** What is offered at the `|` of a line, by label. */
function offered(line: string): string[] {
  const at = line.indexOf('|');
  const record = recogniseRecord(parseEntry(line.replace('|', ''), { origin }));
  assert.ok(record, line);
  return expectedInRecord(record, at)?.candidates.map(({ label }) => label) ?? [];
}

/** The line after taking a candidate at its `|`. */
function taken(line: string, label: string): string {
  const at = line.indexOf('|');
  const text = line.replace('|', '');
  const record = recogniseRecord(parseEntry(text, { origin }));
  assert.ok(record, line);
  const expectation = expectedInRecord(record, at);
  const candidate = expectation?.candidates.find((c) => c.label === label);
  assert.ok(expectation && candidate, `${label} is not offered in ${line}`);
  return applyEdits(text, [
    { span: expectation.replace, text: candidate.insert ?? candidate.label },
    ...(expectation.also ?? []).map((span) => ({ span, text: '' })),
  ]);
}

describe('completion inside a DMARC record', () => {
  it('offers whole records for an empty string, with or without its closing quote', () => {
    const whole = 'v=DMARC1; p=none; rua=mailto:dmarc-reports@example.com';
    assert.equal(taken('_dmarc IN TXT "|"', whole), `_dmarc IN TXT "${whole}"`);
    assert.equal(taken('_dmarc IN TXT "|', whole), `_dmarc IN TXT "${whole}`);
    assert.equal(taken('_dmarc IN TXT |', whole), `_dmarc IN TXT "${whole}"`);
    assert.equal(taken('_dmarc IN TXT "v|"', whole), `_dmarc IN TXT "${whole}"`);
    assert.deepEqual(offered('a.example._report._dmarc IN TXT "|"'), ['v=DMARC1']);
  });

  it('offers the tags that the record lacks, none that RFC 9989 removed', () => {
    const tags = offered('_dmarc TXT "v=DMARC1; p=none; |"');
    assert.deepEqual(tags, ['sp', 'np', 'rua', 'ruf', 'fo', 'adkim', 'aspf', 't', 'psd']);
    assert.equal(taken('_dmarc TXT "v=DMARC1; p=none; |"', 'rua'), '_dmarc TXT "v=DMARC1; p=none; rua="');
    assert.equal(taken('_dmarc TXT "v=DMARC1;|', 'p'), '_dmarc TXT "v=DMARC1; p=');
    assert.equal(taken('_dmarc TXT "v=DMARC1; r|; p=none"', 'rua'), '_dmarc TXT "v=DMARC1; rua=; p=none"');
    assert.equal(taken('_dmarc TXT "v=DMARC1; a|kim=s"', 'adkim'), '_dmarc TXT "v=DMARC1; adkim=s"');
  });

  it('writes the semicolon that is still missing, as the record writes its others', () => {
    assert.equal(taken('_dmarc TXT "v=DMARC1 |"', 'p'), '_dmarc TXT "v=DMARC1; p="');
    assert.equal(taken('_dmarc TXT "v=DMARC1\\; p=none |"', 'sp'), '_dmarc TXT "v=DMARC1\\; p=none\\; sp="');
    assert.equal(
      taken('_dmarc TXT "v=DMARC1\\; p=none\\; np=| rua=mailto:a@example.com"', 'reject'),
      '_dmarc TXT "v=DMARC1\\; p=none\\; np=reject\\; rua=mailto:a@example.com"',
    );
  });

  it('offers the words of a tag, and takes the place of the one that stands there', () => {
    assert.deepEqual(offered('_dmarc TXT "v=DMARC1; p=|"'), ['none', 'quarantine', 'reject']);
    assert.equal(
      taken('_dmarc TXT "v=DMARC1; p=no|ne; adkim=s"', 'reject'),
      '_dmarc TXT "v=DMARC1; p=reject; adkim=s"',
    );
    assert.equal(
      taken('_dmarc TXT "v=DMARC1; p=qu|" "arant; adkim=s"', 'quarantine'),
      '_dmarc TXT "v=DMARC1; p=quarantine" "; adkim=s"',
    );
    assert.deepEqual(offered('_dmarc TXT "v=DMARC1; adkim = |"'), ['r', 's']);
    assert.deepEqual(offered('_dmarc TXT "v=DMARC1; fo=1:|"'), ['d', 's']);
    assert.deepEqual(offered('_dmarc TXT "v=DMARC1; pct=|"'), ['100', '50', '25', '10']);
  });

  it('offers addresses: one in the own domain, those of the record, and the beginning of any', () => {
    assert.deepEqual(offered('_dmarc.mail TXT "v=DMARC1; rua=|"'), [
      'mailto:dmarc-reports@mail.example.com',
      'mailto:',
    ]);
    assert.equal(
      taken(
        '_dmarc TXT "v=DMARC1; rua=mailto:a@example.org,ma|; p=none"',
        'mailto:dmarc-reports@example.com',
      ),
      '_dmarc TXT "v=DMARC1; rua=mailto:a@example.org,mailto:dmarc-reports@example.com; p=none"',
    );
    assert.deepEqual(offered('_dmarc TXT "v=DMARC1; rua=mailto:a@example.org; ruf=|"'), [
      'mailto:dmarc-failures@example.com',
      'mailto:a@example.org',
      'mailto:',
    ]);
  });

  it('never throws and never points outside of the line, wherever the cursor stands', () => {
    const words = fc.constantFrom(
      'v=DMARC1',
      'p',
      '=',
      ';',
      ' ',
      '" "',
      '"',
      '\\;',
      'rua=mailto:',
      'fo=1:',
      'none',
      '(',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 10 }), fc.nat(80), (parts, at) => {
        const line = `_dmarc TXT "${parts.join('')}`;
        const record = recogniseRecord(parseEntry(line, { origin }));
        assert.ok(record);
        const expectation = expectedInRecord(record, at);
        const description = describedInRecord(record, at);
        for (const found of [expectation?.replace, description?.span]) {
          if (found !== undefined)
            assert.ok(0 <= found.start && found.start <= found.end && found.end <= line.length);
        }
        assert.notEqual(expectation?.candidates.length, 0);
      }),
    );
  }).timeout(120_000);
});

describe('hover inside a DMARC record', () => {
  function words(line: string): string {
    const at = line.indexOf('|');
    const record = recogniseRecord(parseEntry(line.replace('|', ''), { origin }));
    assert.ok(record);
    return (
      describedInRecord(record, at)
        ?.paragraphs.map((p) => `${render(p, 'en')}\n${render(p, 'ja')}`)
        .join('\n') ?? ''
    );
  }

  it('explains the tag, its value and where it comes from', () => {
    const text = words('_dmarc TXT "v=DMARC1\\; p=none\\; sp=re|ject"');
    for (const part of [
      '**`sp` — Subdomain policy**',
      'refuse the message',
      '受信を拒否する',
      'RFC 9989 §4.7',
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
  });

  it('says that an unknown tag is skipped, and nothing between tags', () => {
    assert.ok(words('_dmarc TXT "v=DMARC1; wha|t=1"').includes('`what` is no tag'));
    assert.equal(words('_dm|arc TXT "v=DMARC1"'), '');
  });
});
