import assert from 'node:assert/strict';
import { completed, complaints, type Answers } from '../../../core/generator/form';
import { formFor } from '../../../core/generator/forms';
import { asciiName, asciiUri } from '../../../core/generator/names';
import { render } from '../../../core/text/message';
import { graveFindings, zoneWith } from './support';

function made(kind: string, answers: Answers) {
  const form = formFor(kind)!;
  assert.deepEqual(complaints(form, answers), [], JSON.stringify(answers));
  const { records, files, notes } = form.generate(completed(form, answers));
  return {
    records,
    texts: records.map(({ owner, value }) => `${owner} ${value}`),
    files: files.map(({ text }) => text),
    notes: notes.map((note) => render(note, 'en')),
  };
}

const SENTENCE = '例え.jp is written as xn--r8jz45g.jp in the DNS (RFC 5891).';

describe('names that are typed in Unicode', () => {
  it('become hosts and includes of SPF records, and the preview tells which', () => {
    const { texts, notes } = made('spf', {
      domain: 'example.com',
      hosts: '例え.jp、Mail.Bücher.example',
      includes: '_spf。例え。jp',
    });
    assert.deepEqual(texts, [
      'example.com. v=spf1 a:xn--r8jz45g.jp a:mail.xn--bcher-kva.example include:_spf.xn--r8jz45g.jp ~all',
    ]);
    assert.deepEqual(notes.slice(0, 3), [
      SENTENCE,
      'Mail.Bücher.example is written as mail.xn--bcher-kva.example in the DNS (RFC 5891).',
      '_spf。例え。jp is written as _spf.xn--r8jz45g.jp in the DNS (RFC 5891).',
    ]);
  });

  it('are the domain itself, written as a in its own SPF record', () => {
    const { texts } = made('spf', { domain: 'someone＠例え.jp', hosts: '例え.JP' });
    assert.deepEqual(texts, ['xn--r8jz45g.jp. v=spf1 a ~all']);
  });

  it('become domains of report addresses and hosts of web addresses', () => {
    const rua = 'mailto:dmarc@例え.jp, https://例え.jp:8443/r?a=b';
    assert.deepEqual(made('tls-rpt', { domain: 'example.com', rua }).texts, [
      '_smtp._tls.example.com. v=TLSRPTv1; rua=mailto:dmarc@xn--r8jz45g.jp,https://xn--r8jz45g.jp:8443/r?a=b',
    ]);
    assert.deepEqual(made('dmarc', { domain: 'example.com', rua: 'd@例え.jp' }).notes.slice(0, 2), [
      SENTENCE,
      'Reports go to xn--r8jz45g.jp, which has to agree: it needs the TXT record example.com._report._dmarc.xn--r8jz45g.jp with the text v=DMARC1.',
    ]);
    assert.deepEqual(made('authorisation', { domain: '例え.jp', for: 'bücher.example' }).texts, [
      'xn--bcher-kva.example._report._dmarc.xn--r8jz45g.jp. v=DMARC1',
    ]);
  });

  it('become mail servers of MTA-STS policies, aliases and logos', () => {
    const { files, texts } = made('mta-sts', {
      domain: 'example.com',
      mx: 'mx.例え.jp, *.例え.jp',
      id: '1',
      host: 'web.例え.jp',
    });
    assert.deepEqual(files[0]!.match(/^mx: .*$/gm), ['mx: mx.xn--r8jz45g.jp', 'mx: *.xn--r8jz45g.jp']);
    assert.ok(texts.includes('mta-sts.example.com. web.xn--r8jz45g.jp.'), texts.join());
    assert.deepEqual(made('bimi', { domain: 'example.com', l: 'https://例え.jp/logo.svg' }).texts, [
      'default._bimi.example.com. v=BIMI1; l=https://xn--r8jz45g.jp/logo.svg; a=',
    ]);
  });

  it('are told of in a set of records, too', () => {
    const { notes, records } = made('domain', { domain: '例え.jp', parts: 'spf,dmarc' });
    assert.equal(notes[0], SENTENCE);
    assert.ok(records.every(({ owner }) => owner.endsWith('xn--r8jz45g.jp.')));
  });

  it('pass the rules', () => {
    const spf = made('spf', { domain: 'example.com', includes: '_spf.例え.jp', hosts: 'bücher.example' });
    assert.deepEqual(graveFindings(zoneWith(spf.records)), []);
  });

  it('are refused with a reason where a mailbox is beyond ASCII', () => {
    for (const kind of ['dmarc', 'tls-rpt']) {
      const [found, ...more] = complaints(formFor(kind)!, { domain: 'example.com', rua: '利用者@例え.jp' });
      assert.equal(more.length, 0);
      assert.match(render(found!.message, 'en'), /beyond ASCII.*SMTPUTF8 \(RFC 6531\)/);
      assert.match(render(found!.message, 'ja'), /SMTPUTF8/);
    }
  });

  it('are refused where a label cannot stand in the DNS', () => {
    for (const [kind, key] of [
      ['spf', 'hosts'],
      ['spf', 'includes'],
      ['mta-sts', 'mx'],
      ['bimi', 'l'],
    ] as const) {
      for (const name of ['例☃え.jp', '-例え.jp', `${'例え'.repeat(40)}.jp`]) {
        const text = key === 'l' ? `https://${name}/logo.svg` : name;
        const found = complaints(formFor(kind)!, { domain: 'example.com', [key]: text });
        assert.ok(
          found.some(({ question }) => question.key === key),
          `${key} ${name}`,
        );
      }
    }
    assert.equal(asciiName('-例え.jp'), '-例え.jp');
    assert.equal(asciiUri('https://例え.jp@example.com/'), 'https://例え.jp@example.com/');
  });
});
