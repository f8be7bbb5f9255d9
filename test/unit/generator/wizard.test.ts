import assert from 'node:assert/strict';
import fc from 'fast-check';
import { previewOf } from '../../../client/generator/preview';
import { oneLine, wrapped } from '../../../client/generator/wrapping';
import { completed } from '../../../core/generator/form';
import { formFor } from '../../../core/generator/forms';
import { RSA_KEYS } from './support';

describe('lines of a list', () => {
  it('are cut between tags and words, keys anywhere, and lose nothing', () => {
    const record = `v=DKIM1; k=rsa; p=${'A'.repeat(200)}`;
    const lines = wrapped(record);
    assert.ok(lines.length >= 3);
    for (const line of lines) assert.ok(line.length <= 72, line);
    assert.deepEqual(wrapped('v=spf1 mx -all'), ['v=spf1 mx -all']);
    const many = wrapped(`v=spf1 ${'include:_spf.example.com '.repeat(6)}~all`);
    for (const line of many) assert.match(line, /^(?:v=spf1 )?(?:include:_spf\.example\.com ?)*(?:~all)?$/);
  });

  it('count Japanese letters as the two that they take, and begin with none that cannot', () => {
    const text = 'このファイルを公開してから、レコードを公開してください。'.repeat(5);
    const lines = wrapped(text);
    assert.equal(lines.join(''), text);
    for (const line of lines) {
      assert.ok(line.length <= 38, line);
      assert.doesNotMatch(line, /^[、。]/);
    }
  });

  it('hold the whole text, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', ';', ',', '。', '鍵', '😀'), maxLength: 300 }),
        (text) => {
          assert.equal(wrapped(text).join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
        },
      ),
    );
  }).timeout(120_000);

  it('become one beside a field, without what would be a link there', () => {
    assert.equal(oneLine(['a', 'b']), 'a · b');
    assert.equal(oneLine(['[x](command:y)']), '[x] (command:y)');
    assert.equal(oneLine(['A'.repeat(500)]).length, 160);
  });
});

describe('the preview of answers', () => {
  it('is the text of a single record', () => {
    const form = formFor('dmarc')!;
    const answers = completed(form, { domain: 'example.com', p: 'reject' });
    assert.deepEqual(previewOf(form, answers), ['v=DMARC1; p=reject; rua=mailto:dmarc-reports@example.com']);
  });

  it('shows the place of a key that is not made yet, and no other key', () => {
    const form = formFor('dkim')!;
    for (const [algorithm, type] of [
      ['rsa4096', 'rsa'],
      ['ed25519', 'ed25519'],
    ] as const) {
      const answers = completed(form, { domain: 'example.com', algorithm, t: 'y' });
      assert.deepEqual(previewOf(form, answers), [`v=DKIM1; k=${type}; t=y; p=…`]);
    }
    const given = completed(form, { domain: 'example.com', source: 'given', p: RSA_KEYS[1]! });
    assert.match(previewOf(form, given)[0]!, /p=MII/);
  });

  it('is a line for each record of a set, with names and preferences', () => {
    const form = formFor('no-mail')!;
    const lines = previewOf(form, completed(form, { domain: 'example.com' }));
    assert.deepEqual(lines[0], 'example.com.  MX  0  .');
    assert.equal(lines.length, 4);
    const all = formFor('domain')!;
    const made = previewOf(all, completed(all, { domain: 'example.com' }));
    assert.ok(made.some((line) => /\._domainkey\.example\.com\. {2}TXT {2}v=DKIM1; k=rsa; p=…$/.test(line)));
  });

  it('shows what cannot be seen', () => {
    const form = formFor('spf')!;
    const answers = completed(form, { domain: 'example.com', other: 'x\u202ey' });
    assert.match(previewOf(form, answers)[0]!, /⟨U\+202E⟩/);
  });
});
