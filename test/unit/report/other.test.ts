import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { historyReports, rowAt } from '../../../core/report';
import { load, record, report, told } from './support';

const arf = [
  'From: d@receiver.example',
  'Content-Type: multipart/report; report-type=feedback-report; boundary="=_b"',
  '',
  '--=_b',
  'Content-Type: text/plain',
  '',
  'An authentication failure report.',
  '--=_b',
  'Content-Type: message/feedback-report',
  '',
  'Feedback-Type: auth-failure',
  'Version: 1',
  'User-Agent: Reporter/1.0',
  'Auth-Failure: dmarc',
  'Auth-Failure: spf',
  'Authentication-Results: mx.receiver.example;',
  ' dmarc=fail header.from=example.com',
  'Identity-Alignment: none',
  'Delivery-Result: reject',
  'Original-Mail-From: <bounce@example.net>',
  'Arrival-Date: Mon, 16 Nov 2026 09:00:00 +0900 (JST)',
  'Source-IP: 192.0.2.7',
  'Reported-Domain: Example.com',
  '',
  '--=_b',
  'Content-Type: message/rfc822',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('From: Boss <boss@example.com>\r\nSubject: Pay now\r\n\r\n<feedback/>').toString('base64'),
  '--=_b--',
  '',
].join('\r\n');

const tls = {
  'organization-name': 'Sender Inc.',
  'date-range': { 'start-datetime': '2026-11-16T00:00:00Z', 'end-datetime': '2026-11-16T23:59:59Z' },
  'contact-info': 'tls@sender.example',
  'report-id': 't1',
  policies: [
    {
      policy: {
        'policy-type': 'sts',
        'policy-string': ['version: STSv1', 'mode: testing'],
        'policy-domain': 'example.com',
        'mx-host': '*.example.com',
      },
      summary: { 'total-successful-session-count': 526, 'total-failure-session-count': 3 },
      'failure-details': [
        { 'result-type': 'certificate-expired', 'sending-mta-ip': '2001:db8::9', 'failed-session-count': 3 },
      ],
    },
  ],
};

const old = [
  'job 1A2B3C',
  'reporter mx.example.org',
  'received 1794787300',
  'ipaddr 192.0.2.7',
  'from Example.com',
  'mfrom bounce.example.net',
  'dkim example.com 0',
  'spf 0',
  'pdomain example.com',
  'policy 15',
  'rua mailto:d@example.com',
  'pct 100',
  'adkim 114',
  'aspf 115',
  'p 113',
  'sp 0',
  'align_dkim 4',
  'align_spf 5',
  'action 2',
  'job 1A2B3D',
  'reporter mx.example.org',
  'received 1794790000',
  'ipaddr 2001:db8::7',
  'from example.com',
  'mfrom example.com',
  'spf 7',
  'pdomain example.com',
  'rua -',
  'adkim 114',
  'aspf 114',
  'p 114',
  'sp 110',
  'align_dkim 5',
  'align_spf 5',
  'action 0',
  '',
].join('\n');

const recent = old
  .replace('dkim example.com 0', 'dkim example.com mail2026 0\ndkim list.example k1 7')
  .replace(
    'align_spf 5\naction 2',
    'align_spf 5\narc 1\narc_policy 0 json:[{"i":1,"d":"list.example","s":"k1"}]\naction 2',
  );

describe('a failure report', () => {
  it('is read with its fields and the message that it is about', async () => {
    for (const mail of [arf, arf.replaceAll('\r\n', '\n')]) {
      const store = await load(mail, { file: 'f.eml' });
      assert.deepEqual([store.size, told(store)], [0, ['failureFound']]);
      const [failure] = store.failures;
      assert.deepEqual(failure?.authFailure, ['dmarc', 'spf']);
      assert.equal(failure.authenticationResults, 'mx.receiver.example; dmarc=fail header.from=example.com');
      assert.equal(failure.identityAlignment, 'none');
      assert.equal(failure.deliveryResult, 'reject');
      assert.equal(failure.arrival, 1794787200);
      assert.equal(failure.sourceIp, '192.0.2.7');
      assert.equal(failure.reportedDomain, 'example.com');
      assert.equal(failure.headerFrom, 'Boss <boss@example.com>');
      assert.equal(failure.subject, 'Pay now');
      assert.equal(failure.incidents, 1);
    }
  });

  it('stands in a mailbox beside aggregate reports', async () => {
    const aggregate = `Content-Type: text/xml\n\n${report(record())}\n`;
    const store = await load(`From a\n${arf}\n\nFrom b\n${aggregate}`);
    assert.deepEqual([store.failures.length, store.size], [1, 1]);
  });
});

describe('a TLS report', () => {
  it('is read plain, packed and from a mail', async () => {
    const json = JSON.stringify(tls);
    const packed = gzipSync(json);
    const mail =
      'Content-Type: multipart/report; report-type=tlsrpt; boundary=b\n\n--b\n\nwords\n--b\n' +
      `Content-Type: application/tlsrpt+gzip\nContent-Transfer-Encoding: base64\n\n${packed.toString('base64')}\n--b--\n`;
    const plainMail = `Content-Type: application/tlsrpt+json\n\n${json}`;
    for (const bytes of [json, packed, mail, plainMail]) {
      const store = await load(bytes);
      assert.deepEqual(told(store), ['tlsFound']);
      const [one] = store.tlsReports;
      assert.equal(one?.organizationName, 'Sender Inc.');
      assert.deepEqual([one.begin, one.end], [1794787200, 1794873599]);
      const [policy] = one.policies;
      assert.deepEqual([policy?.successful, policy?.failed, policy?.mxHosts], [526, 3, ['*.example.com']]);
      assert.deepEqual(
        policy?.failures.map(({ resultType, sendingMtaIp, failedSessions }) => [
          resultType,
          sendingMtaIp,
          failedSessions,
        ]),
        [['certificate-expired', '2001:db8::9', 3]],
      );
    }
  });

  it('of any JSON is read or refused with the reason', async () => {
    const deep = `{"policies":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    for (const json of [
      '{"policies":[1,null,{}]}',
      '{"__proto__":{"policies":[]}}',
      '[]',
      '{"a":',
      deep,
      '{"policies":{}}',
    ]) {
      const store = await load(json);
      assert.ok(store.tlsReports.length + store.problems.length > 0, json.slice(0, 40));
    }
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        const store = await load(`{"policies":[${json}]}`);
        assert.equal(store.tlsReports.length, 1);
      }),
      { numRuns: 100 },
    );
  }).timeout(120_000);
});

describe('OpenDMARC’s history', () => {
  it('of 1.3 gives its messages in words', async () => {
    const { history, problems } = await load(old, { file: 'opendmarc.dat' });
    assert.equal(history.length, 2);
    const [first, second] = history;
    assert.equal(first?.job, '1A2B3C');
    assert.equal(first.line, 1);
    assert.equal(first.from, 'example.com');
    assert.deepEqual(
      [first.spf, first.alignedDkim, first.alignedSpf, first.disposition],
      ['pass', 'pass', 'fail', 'none'],
    );
    assert.deepEqual([first.p, first.sp, first.adkim, first.aspf], ['quarantine', 'quarantine', 'r', 's']);
    assert.deepEqual(first.signatures, [{ domain: 'example.com', selector: '', result: 'pass' }]);
    assert.deepEqual(first.rua, ['mailto:d@example.com']);
    assert.deepEqual(
      [second?.line, second?.spf, second?.disposition, second?.sp, second?.rua],
      [20, 'fail', 'reject', 'none', []],
    );
    assert.equal(problems.length, 1);
  });

  it('of 1.4 has selectors and ARC', async () => {
    const [first] = (await load(recent)).history;
    assert.deepEqual(first?.signatures, [
      { domain: 'example.com', selector: 'mail2026', result: 'pass' },
      { domain: 'list.example', selector: 'k1', result: 'fail' },
    ]);
    assert.deepEqual([first.arc, first.arcPolicy], ['pass', 'pass']);
  });

  it('comes to an aggregate report for each domain', async () => {
    const other = old
      .replace(/from Example.com/, 'from other.example')
      .replace('received 1794790000', 'received 1794780000');
    const store = await load(other, { file: 'opendmarc.dat' });
    assert.deepEqual(
      store.reports.map(({ part, policy }) => [part, policy.p]),
      [
        ['other.example', 'quarantine'],
        ['example.com', 'reject'],
      ],
    );
    assert.deepEqual(
      [store.size, rowAt(store, 0).alignedBy, rowAt(store, 1).spfOutcome],
      [2, 'dkim', 'fail'],
    );
    assert.deepEqual(
      historyReports(store.history).map(({ domain, rua }) => [domain, rua.length]),
      [
        ['other.example', 1],
        ['example.com', 0],
      ],
    );
    const [both] = historyReports((await load(old)).history);
    assert.deepEqual(
      [both?.head.metadata.begin, both?.head.metadata.end, both?.records.length],
      [1794787300, 1794790000, 2],
    );
  });

  it('of a version to come is read, and unknown keys are told once', async () => {
    const store = await load(old.replaceAll('action', 'shiny 1\naction'));
    assert.equal(store.history.length, 2);
    assert.deepEqual(told(store), ['historyKey', 'historyFound']);
  });
});
