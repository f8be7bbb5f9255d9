import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { mailParts } from '../../../core/report/mail';
import { fromBase64, fromQuotedPrintable } from '../../../core/report/transferEncoding';
import { load, record, report, told, zip } from './support';

const xml = report(record());

function base64(bytes: Uint8Array | string): string {
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
}

function part(fields: string, body: string): string {
  return `${fields}\r\n\r\n${body}`;
}

function multipart(boundary: string, ...parts: readonly string[]): string {
  return part(
    `From: d@receiver.example\r\nContent-Type: multipart/mixed;\r\n\tboundary="${boundary}"`,
    `preamble\r\n${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('')}--${boundary}--\r\nepilogue`,
  );
}

const attached = (name: string, bytes: Uint8Array | string): string =>
  part(
    `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: BASE64\r\n` +
      `Content-Disposition: attachment; filename="${name}"`,
    base64(bytes),
  );
const note = part('Content-Type: text/plain', 'Here is your report.');
const page = part('Content-Type: text/html', '<p>Here is your report.</p>');

async function parts(mail: string | Uint8Array): Promise<{ parts: string[]; size: number; told: string[] }> {
  const store = await load(Buffer.from(mail), { file: 'report.eml' });
  return { parts: store.reports.map((head) => head.part), size: store.size, told: told(store) };
}

describe('a mail', () => {
  it('gives the reports attached to it, and passes over what is there to be read', async () => {
    const mail = multipart('=_1', note, page, attached('a.xml.gz', gzipSync(xml)), attached('b.xml', xml));
    assert.deepEqual(await parts(mail), { parts: ['a.xml.gz', 'b.xml'], size: 2, told: [] });
  });

  it('may be the attachment itself', async () => {
    const mail = `Subject: Report\nContent-Type: application/zip; name=r.zip\nContent-Transfer-Encoding: base64\n\n${base64(
      zip([{ name: 'r.xml', content: xml }]),
    )}`;
    assert.deepEqual(await parts(mail), { parts: ['r.zip › r.xml'], size: 1, told: [] });
  });

  it('may hold its report as quoted-printable or unencoded text, whatever the type says', async () => {
    const quoted = xml.replaceAll('=', '=3D').replace(/.{70}/g, '$&=\r\n');
    const mail = multipart(
      'b',
      part('Content-Transfer-Encoding: quoted-printable\r\nContent-Type: image/png; name=q.xml', quoted),
      part('Content-Type: text/plain; name="plain.xml"', xml),
    );
    assert.deepEqual(await parts(mail), { parts: ['q.xml', 'plain.xml'], size: 2, told: [] });
  });

  it('may forward others, and multiparts may stand inside one another', async () => {
    const inner = multipart('inner', note, attached('a.xml', xml));
    const mail = multipart(
      'outer',
      note,
      part('Content-Type: message/rfc822', inner),
      multipart('third', inner),
    );
    assert.deepEqual((await parts(mail)).parts, ['a.xml', 'a.xml']);
  });

  it('that is cut before its last boundary gives what is there', async () => {
    const mail = multipart('x', note, attached('a.xml', xml)).replace(/\r\n--x--[^]*$/, '');
    assert.equal((await parts(mail)).size, 1);
  });

  it('without a report says so', async () => {
    assert.deepEqual(await parts(multipart('x', note, page)), { parts: [], size: 0, told: ['mailWithout'] });
    assert.deepEqual((await parts('Subject: hello\n')).told, ['mailWithout']);
  });

  it('may stand with others in an mbox', async () => {
    const one = `From a@example.com Sun Nov 22 06:00:00 2026\n${multipart('x', attached('a.xml', xml))}\n\n`;
    const two = `From b@example.com Sun Nov 22 07:00:00 2026\nSubject: no report\n\nFrom here on\n>From nothing\n`;
    assert.deepEqual(await parts(one + two + one), {
      parts: ['a.xml', 'a.xml'],
      size: 2,
      told: ['mailWithout'],
    });
  });

  it('names its attachments in the ways of RFC 2231 and with escaped quotes', () => {
    const named = (disposition: string): string => {
      const [only] = mailParts(Buffer.from(`Content-Disposition: attachment; ${disposition}\n\nx`));
      return only!.name;
    };
    assert.equal(named("filename*=UTF-8''r%C3%A9port.xml"), 'réport.xml');
    assert.equal(named('filename="a\\"b;c.xml"'), 'a"b;c.xml');
    assert.equal(named("filename*=UTF-8''%zz"), "UTF-8''%zz");
    assert.equal(named('size=3'), '');
  });

  it('nested without end, or of any bytes, is read to an end', () => {
    let mail = part('Subject: innermost', 'x');
    for (let i = 0; i < 60; i++) mail = multipart(`b${i}`, mail);
    assert.equal([...mailParts(Buffer.from(mail))].length, 1);
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('--b', '\r\n', '\n', ': ', '--', 'Content-Type: multipart/x; boundary=b', '=', 'x'),
        ),
        (pieces) => {
          const bytes = Buffer.from(pieces.join(''));
          for (const { bytes: content } of mailParts(bytes)) assert.ok(content.length <= bytes.length);
        },
      ),
    );
  }).timeout(120_000);
});

describe('transfer encodings', () => {
  it('are undone, however the text is broken into lines', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 80 }), (bytes, width) => {
        const text = Buffer.from(bytes).toString('base64');
        const lines = text.replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');
        assert.deepEqual(Buffer.from(fromBase64(Buffer.from(lines))), Buffer.from(bytes));
        const quoted = Array.from(bytes, (byte) => `=${byte.toString(16).padStart(2, '0')}`).join('=\n');
        assert.deepEqual(Buffer.from(fromQuotedPrintable(Buffer.from(quoted))), Buffer.from(bytes));
      }),
    );
  }).timeout(120_000);

  it('leave what is no escape', () => {
    assert.equal(
      Buffer.from(fromQuotedPrintable(Buffer.from('a=b =4x =\r\nc= d=3'))).toString(),
      'a=b =4x c= d=3',
    );
  });
});
