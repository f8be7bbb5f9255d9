import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DmarcPolicyRecord } from '../../../core/records/dmarcPolicy';
import { recogniseRecord } from '../../../core/records/recognise';
import { effectiveKeyword, removing, spanOf } from '../../../core/records/tagRecord';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { applyEdits } from '../../../core/text/span';

const origin = 'example.com.';

function recognise(line: string) {
  return recogniseRecord(parseEntry(line, { origin }));
}

function policy(line: string): DmarcPolicyRecord {
  const found = recognise(line);
  assert.equal(found?.kind, 'dmarc-policy');
  return found.value;
}

describe('recognising records', () => {
  it('goes by the owner first, then by the text', () => {
    const kinds: readonly (readonly [string, string | undefined])[] = [
      ['_dmarc IN TXT "v=DMARC1; p=none"', 'dmarc-policy'],
      ['_DMARC.mail TXT "anything"', 'dmarc-policy'],
      ['_dmarc.example.com TXT "v=DMARC1"', 'dmarc-policy'],
      ['@ TXT "v=dmarc1; p=none"', 'dmarc-policy'],
      ['@ TXT "v = DMARC1"', 'dmarc-policy'],
      ['mail TXT "DMARC1; p=none"', 'dmarc-policy'],
      ['_dmarc TXT', 'dmarc-policy'],
      ['a.example._report._dmarc TXT "v=DMARC1"', 'report-authorisation'],
      ['_dmarc IN CNAME elsewhere.example.', undefined],
      ['_dmarc IN SPF "v=DMARC1"', undefined],
      ['@ TXT "v=spf1 -all"', 'spf-record'],
      ['@ TXT "my dmarc1 note"', undefined],
    ];
    for (const [line, kind] of kinds) assert.equal(recognise(line)?.kind, kind, line);
  });

  it('tells the domain that is meant, with the origin written twice as well', () => {
    assert.equal(policy('_dmarc TXT "v=DMARC1"').domain, 'example.com.');
    assert.equal(policy('_dmarc.mail TXT "v=DMARC1"').domain, 'mail.example.com.');
    assert.equal(policy('_dmarc.example.com TXT "v=DMARC1"').domain, 'example.com.');
    assert.equal(policy('@ TXT "v=DMARC1"').domain, 'example.com.');
    const other = recognise('a.example._report._dmarc.example.com TXT "v=DMARC1"');
    assert.equal(other?.kind, 'report-authorisation');
    assert.equal(other.value.policyDomain, 'a.example.');
    assert.equal(other.value.reportDomain, 'example.com.');
  });
});

describe('reading a DMARC Policy Record', () => {
  it('maps every tag back to where it stands, through escapes and splits', () => {
    const line = '_dmarc IN TXT ( "v=DMARC1\\; p=quar" ; half\n  "antine\\; sp=none" )';
    const record = policy(line);
    const written = record.tags.map((tag) => {
      const { start, end } = spanOf(record, tag);
      return line.slice(start, end);
    });
    assert.deepEqual(written, ['v=DMARC1', 'p=quar" ; half\n  "antine', 'sp=none']);
    assert.equal(effectiveKeyword(record, 'p'), 'quarantine');
  });

  it('falls back to what a tag inherits, and to its default, where its value is bad or absent', () => {
    const record = policy('_dmarc TXT "v=DMARC1; p=REJECT; sp=nonsense; aspf=S"');
    assert.equal(effectiveKeyword(record, 'sp'), 'reject');
    assert.equal(effectiveKeyword(record, 'np'), 'reject');
    assert.equal(effectiveKeyword(record, 'adkim'), 'r');
    assert.equal(effectiveKeyword(record, 'aspf'), 's');
    assert.equal(effectiveKeyword(policy('_dmarc TXT "v=DMARC1"'), 'np'), 'none');
  });

  it('takes any number of tags out at once and leaves a tag list', () => {
    const tags = ['v=DMARC1', 'p=none', 'adkim=r', 'pct=100', 'rua=mailto:a@example.com', 'aspf=r'];
    fc.assert(
      fc.property(
        fc.subarray(tags.slice(1)),
        fc.constantFrom('; ', ';', ' ; ', '\\; ', '; " "', '" "; '),
        fc.constantFrom('', ';', '; '),
        (removed, separator, end) => {
          const line = `_dmarc TXT "${tags.join(separator)}${end}"`;
          const record = policy(line);
          const edits = record.tags
            .filter((tag) => removed.includes(`${tag.name.text}=${tag.value.text}`))
            .flatMap((tag) => removing(record, tag));
          const left = policy(applyEdits(line, edits));
          assert.deepEqual(
            left.tags.map((tag) => `${tag.name.text}=${tag.value.text}`),
            tags.filter((tag) => !removed.includes(tag)),
          );
          assert.ok(
            left.list.items.every((item, index) => item.text !== '' || index === left.list.items.length - 1),
          );
        },
      ),
    );
  }).timeout(120_000);
});
