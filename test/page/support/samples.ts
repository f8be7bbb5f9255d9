// The sample reports of the project, and other kinds of reports beside them.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { metadata, policy, record, report } from '../../unit/report/support';
import { root } from '../../support/shared';
import { fileAt, type TestFile } from './reports';

/** All reports in samples/. */
export async function sampleFiles(): Promise<readonly TestFile[]> {
  const folder = join(root, 'samples/reports');
  const names = (await readdir(folder)).filter((name) => /\.(?:xml|gz|zip)$/.test(name)).sort();
  return Promise.all(names.map((name) => fileAt(join(folder, name))));
}

/** A report of one record. */
export const oneRow: TestFile = { name: 'one.xml', bytes: report(record()) };

/** A failure report, a TLS report and a history file. */
export const otherKinds: readonly TestFile[] = [
  {
    name: 'failure.eml',
    bytes: [
      'From: Receiver <noreply@receiver.example>',
      'To: dmarc@example.com',
      'Subject: FW: Your invoice',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'This is a report about a message that failed.',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: auth-failure',
      'Version: 1',
      'User-Agent: OpenDMARC-Filter/1.4.2',
      'Auth-Failure: dmarc',
      'Identity-Alignment: none',
      'Authentication-Results: mx.receiver.example; dmarc=fail header.from=example.com',
      'Original-Envelope-Id: 4Wm1',
      'Original-Mail-From: bounce@crm.example.net',
      'Source-IP: 203.0.113.9',
      'Reported-Domain: example.com',
      'Delivery-Result: delivered',
      'Arrival-Date: Mon, 16 Nov 2026 10:00:00 +0000',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'From: Example <hello@example.com>',
      'Subject: Your invoice',
      'Message-ID: <1@example.com>',
      '--b--',
      '',
    ].join('\r\n'),
  },
  {
    name: 'receiver.example!example.com!1794787200!1794873599!1.json',
    bytes: JSON.stringify({
      'organization-name': 'Receiver Example',
      'contact-info': 'smtp-tls@receiver.example',
      'report-id': '2026-11-16T00:00:00Z_example.com',
      'date-range': { 'start-datetime': '2026-11-16T00:00:00Z', 'end-datetime': '2026-11-16T23:59:59Z' },
      policies: [
        {
          policy: {
            'policy-type': 'sts',
            'policy-string': ['version: STSv1', 'mode: testing', 'mx: mx.example.com', 'max_age: 86400'],
            'policy-domain': 'example.com',
            'mx-host': ['mx.example.com'],
          },
          summary: { 'total-successful-session-count': 5326, 'total-failure-session-count': 3 },
          'failure-details': [
            {
              'result-type': 'certificate-expired',
              'sending-mta-ip': '2001:db8:abcd:12::1',
              'receiving-mx-hostname': 'mx1.example.com',
              'failed-session-count': 3,
            },
          ],
        },
      ],
    }),
  },
  {
    name: 'opendmarc.dat',
    bytes: [
      'job 4Wm1x93Dz1z4w\nreporter mx.example.org\nreceived 1794787300\nipaddr 192.0.2.25\nfrom example.com',
      'mfrom example.com\nspf 0\npdomain example.com\npolicy 15\nrua mailto:dmarc@example.com\npct 100\nadkim 114',
      'aspf 114\np 110\nsp 110\ndkim example.com s1 0\nalign_dkim 4\nalign_spf 4\naction 2\n',
    ].join('\n'),
  },
];

/** Records of one report, so many that the table scrolls. */
export function many(records: number): TestFile {
  const text = Array.from({ length: records }, (_, i) =>
    record({ ip: `192.0.${i >> 8}.${i & 255}`, count: String(1 + (i % 7)) }),
  );
  return { name: 'many.xml', bytes: `<feedback>${metadata}${policy}${text.join('\n')}</feedback>` };
}
