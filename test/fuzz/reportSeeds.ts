import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { shared } from '../support/shared';
import { record, report, zip } from '../unit/report/support';

/** Reports with everything that the readers know, each way of packing them among them. */
function own(): Uint8Array[] {
  const xml = report(
    record(),
    record({ ip: '2001:db8::1', count: '17', identifiers: '<header_from>a.example.com</header_from><x:y/>' }),
    record({
      evaluated:
        '<disposition>reject</disposition><reason><type>forwarded</type><comment>a &amp; b</comment></reason>',
      results: '<!-- note --><dkim><domain><![CDATA[example.net]]></domain><result>Pass</result></dkim>',
    }),
    record({ ip: ' 192.0.2.9 ', count: '3' }).replaceAll('><', '>\n  <'),
  );
  const wide = Buffer.from(`\ufeff${xml.replace('?>', ' encoding="UTF-16"?>')}`, 'utf16le');
  const packed = gzipSync(xml);
  const zipped = zip([
    { name: 'a.xml', content: xml },
    { name: '__MACOSX/._a.xml', content: 'x' },
    { name: 'b.xml.gz', content: packed, stored: true },
  ]);
  const mail = (body: string): string =>
    [
      'From: dmarc@receiver.example',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'A report.',
      '--b',
      'Content-Type: application/gzip; name="r.xml.gz"',
      'Content-Transfer-Encoding: base64',
      '',
      body,
      '--b--',
      '',
    ].join('\r\n');
  const letter = mail(packed.toString('base64').replace(/.{76}/g, '$&\r\n'));
  const failure = [
    'Content-Type: multipart/report; report-type=feedback-report; boundary=f',
    '',
    '--f',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: auth-failure',
    'Auth-Failure: dmarc',
    'Arrival-Date: Mon, 16 Nov 2026 09:00:00 +0900',
    'Source-IP: 192.0.2.7',
    'Reported-Domain: example.com',
    '',
    '--f',
    'Content-Type: text/rfc822-headers',
    '',
    'From: boss@example.com',
    'Subject: =?utf-8?B?5pel5pys?=',
    '',
    '--f--',
    '',
  ].join('\n');
  const tls = JSON.stringify({
    'organization-name': 'Sender',
    'date-range': { 'start-datetime': '2026-11-16T00:00:00Z', 'end-datetime': '2026-11-16T23:59:59Z' },
    policies: [
      {
        policy: { 'policy-type': 'sts', 'policy-string': ['version: STSv1'], 'policy-domain': 'example.com' },
        summary: { 'total-successful-session-count': 5, 'total-failure-session-count': 1 },
        'failure-details': [{ 'result-type': 'certificate-expired', 'failed-session-count': 1 }],
      },
    ],
  });
  const history =
    'job 1A2B3C\nreporter mx.example.org\nreceived 1794787300\nipaddr 192.0.2.7\nfrom example.com\n' +
    'mfrom bounce.example.net\ndkim example.com s1 0\nspf 0\npdomain example.com\npolicy 15\n' +
    'rua mailto:d@example.com\npct 100\nadkim 114\naspf 114\np 110\nsp 0\nalign_dkim 4\nalign_spf 5\naction 2\n';
  return [
    ...[
      xml,
      wide,
      packed,
      zipped,
      deflateSync(xml),
      gzipSync(packed),
      letter,
      failure,
      tls,
      history + history,
    ],
    `From a@example.com Mon Nov 16 09:00:00 2026\n${letter}\n\nFrom b@example.com Mon Nov 16 09:00:01 2026\n${failure}`,
    gzipSync(tls),
  ].map((one) => Buffer.from(one));
}

/** The own reports, and the shared ones where they are there (but for the few of hundreds of kilobytes). */
export function reportSeeds(): readonly Uint8Array[] {
  const folder = shared('corpora/dmarc-reports/files');
  if (folder === undefined) return own();
  const files = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).size < 40_000);
  return [...own(), ...files.map((file) => readFileSync(file))];
}

/** What has broken readers of XML, containers and mails: structure, escapes, ends, odd octets, long runs. */
export const reportShards: readonly Uint8Array[] = [
  ...[
    '<',
    '>',
    '/',
    '&',
    ';',
    '"',
    '=',
    '\0',
    '\r\n',
    '\n\n',
    ' ',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
  ],
  ...[
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&#0;',
    '&#x110000;',
    '&lt;',
    '&#60;record>',
    '<record>',
    '</record>',
  ],
  ...[
    '<feedback>',
    '</feedback>',
    '<a:record>',
    '</a:record>',
    '<record/>',
    '<row>',
    '</row>',
    '<spf>',
    '</dkim>',
  ],
  ...[
    '<__proto__>x</__proto__>',
    '<constructor>',
    '</auth_results>',
    '<count>-1</count>',
    '<count>1e9</count>',
  ],
  ...[
    '1e400',
    '-0',
    '99999999999999999999',
    '\ufeff',
    '\u202e',
    '日本',
    '\ud800',
    'a'.repeat(3000),
    '<a>'.repeat(300),
  ],
  ...[
    'PK\x03\x04',
    'PK\x01\x02',
    'PK\x05\x06',
    '\x1f\x8b\x08',
    '\x78\x9c',
    '--b--',
    '--b\r\n',
    '\r\n\r\n',
    'From ',
  ],
  ...[
    'Content-Type: message/rfc822\r\n\r\n',
    'Content-Transfer-Encoding: base64',
    '{',
    '}',
    '[',
    ']',
    ',"a":1',
    'job x\n',
  ],
].map((text) => Buffer.from(text, /^[\0-\xff]*$/.test(text) ? 'latin1' : 'utf8'));
