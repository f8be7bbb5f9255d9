import assert from 'node:assert/strict';
import { accountOf, summarise } from '../../../core/report';
import { load, metadata, policy, record, report, rows, told } from './support';

describe('a report', () => {
  it('in the form of RFC 7489 is read with every field', async () => {
    const store = await load(
      report(
        record({
          ip: '2001:db8::1',
          count: '12',
          evaluated:
            '<disposition>quarantine</disposition><dkim>fail</dkim><spf>pass</spf>' +
            '<reason><type>forwarded</type><comment>by a list</comment></reason>' +
            '<reason><type>local_policy</type></reason>',
          identifiers:
            '<envelope_to>example.org</envelope_to><envelope_from>bounce.example.com</envelope_from>' +
            '<header_from>example.com</header_from>',
          results:
            '<dkim><domain>a.example</domain><selector>1e5</selector><result>fail</result>' +
            '<human_result>body hash</human_result></dkim><dkim><domain>b.example</domain><result>pass</result></dkim>' +
            '<spf><domain>c.example</domain><scope>helo</scope><result>pass</result></spf>',
        }),
      ),
    );
    assert.deepEqual(told(store), []);
    assert.deepEqual(rows(store), [
      {
        report: 0,
        sourceIp: '2001:db8::1',
        count: 12,
        disposition: 'quarantine',
        dkim: 'fail',
        spf: 'pass',
        reasons: [
          { type: 'forwarded', comment: 'by a list' },
          { type: 'local_policy', comment: '' },
        ],
        headerFrom: 'example.com',
        envelopeFrom: 'bounce.example.com',
        envelopeTo: 'example.org',
        dkimResults: [
          { domain: 'a.example', selector: '1e5', result: 'fail', humanResult: 'body hash' },
          { domain: 'b.example', selector: '', result: 'pass', humanResult: '' },
        ],
        spfResults: [{ domain: 'c.example', scope: 'helo', result: 'pass', humanResult: '' }],
        dkimOutcome: 'unaligned',
        spfOutcome: 'pass',
        alignedBy: 'spf',
      },
    ]);
  });

  it('in the form of RFC 9990 is read: namespace, language attributes, extensions, new fields', async () => {
    const store = await load(
      `<d:feedback xmlns:d="urn:ietf:params:xml:ns:dmarc-2.0" xmlns:x="urn:x"><d:version>1.0</d:version>
      <d:report_metadata><d:org_name>R</d:org_name><d:generator>G 1</d:generator>
      <d:report_id>18446744073709551617</d:report_id><d:error lang="en">slow</d:error>
      <d:date_range><d:begin>1</d:begin><d:end>2</d:end></d:date_range></d:report_metadata>
      <d:policy_published><d:domain>example.com</d:domain><d:p>reject</d:p><d:np>none</d:np><d:testing>y</d:testing>
      <d:discovery_method>treewalk</d:discovery_method></d:policy_published>
      <d:extension><x:a>1</x:a></d:extension>
      <d:record>${record().slice('<record>'.length, -'</record>'.length)}<x:extension><x:b/></x:extension></d:record>
      </d:feedback>`,
    );
    assert.deepEqual(told(store), []);
    assert.equal(store.size, 1);
    const [head] = store.reports;
    assert.equal(head?.metadata.reportId, '18446744073709551617');
    assert.equal(head.metadata.generator, 'G 1');
    assert.deepEqual(head.metadata.errors, ['slow']);
    assert.equal(head.policy.testing, 'y');
    assert.equal(head.policy.discoveryMethod, 'treewalk');
    assert.equal(head.policy.np, 'none');
  });

  it('gives the same however its bytes are cut into chunks', async () => {
    const xml = report(
      '<!-- </record> --><record/>',
      record({ ip: '<![CDATA[</record>]]>' }),
      record({ results: '' }),
      '<record >' +
        record({ identifiers: '<header_from>ドメイン.example</header_from>' }).slice('<record>'.length),
    );
    const whole = await load(xml, { chunk: 1e9 });
    assert.equal(whole.size, 4);
    assert.equal(rows(whole)[1]?.sourceIp, '</record>');
    for (let chunk = 1; chunk < 40; chunk++) {
      const store = await load(xml, { chunk });
      assert.deepEqual(rows(store), rows(whole), `chunks of ${chunk}`);
      assert.deepEqual(store.reports, whole.reports);
      assert.deepEqual(told(store), told(whole));
    }
  });

  it('may have its head after its records', async () => {
    const store = await load(`<feedback>${record()}${policy}${metadata}</feedback>`);
    assert.equal(store.reports[0]?.metadata.orgName, 'Receiver');
    assert.equal(store.reports[0].policy.p, 'none');
    assert.deepEqual(told(store), []);
  });

  it('may lack anything: what is missing is empty', async () => {
    const store = await load('<feedback><record></record></feedback>');
    const [row] = rows(store);
    assert.equal(row?.count, 0);
    assert.equal(row.headerFrom, '');
    assert.equal(row.dkimOutcome, 'unknown');
    assert.equal(row.alignedBy, 'neither');
    assert.deepEqual(told(store), ['count@1', 'period']);
  });

  it('may say <identities>, odd results and padded ones, which stay as written', async () => {
    const store = await load(
      report(
        record({
          evaluated: '<dkim> Pass </dkim><spf>softfail</spf>',
          results: '<spf><result>hardfail</result></spf>',
        })
          .replace('<identifiers>', '<identities>')
          .replace('</identifiers>', '</identities>'),
      ),
    );
    const [row] = rows(store);
    assert.equal(row?.headerFrom, 'example.com');
    assert.equal(row.dkim, 'Pass');
    assert.equal(row.dkimOutcome, 'pass');
    assert.equal(row.spf, 'softfail');
    assert.equal(row.spfOutcome, 'fail');
    assert.equal(row.spfResults[0]?.result, 'hardfail');
  });

  it('may have fractional, padded and ISO times', async () => {
    const times = (begin: string, end: string): string =>
      `<feedback><report_metadata><date_range><begin>${begin}</begin><end>${end}</end></date_range></report_metadata>${record()}</feedback>`;
    for (const [begin, end, expected, problems] of [
      ['1738821601.75', ' 1738908039 ', [1738821601, 1738908039], []],
      ['2026-11-16T00:00:00Z', '2026-11-17T00:00:00+09:00', [1794787200, 1794841200], []],
      ['soon', '-5', [undefined, undefined], ['period']],
      ['2', '1', [2, 1], ['periodReversed']],
      ['99999999999999999999', '1', [undefined, 1], ['period']],
      ['1794787200000', '1794873599999', [1794787200, 1794873599], ['periodMilliseconds']],
      ['0', '8640000000000000', [0, undefined], ['period']],
    ] as const) {
      const store = await load(times(begin, end));
      const { metadata: read } = store.reports[0]!;
      assert.deepEqual([read.begin, read.end], expected);
      assert.deepEqual(told(store), problems);
    }
  });

  it('with a count that is none counts 0 and says so', async () => {
    // A point before three digits may stand before thousands or a fraction; commas that are no groups, for anything.
    const counts = ['-3', 'many', '1e3', '', '1.234', '12.5', '1,23', '1234,567', ',123', '１２', '0x10'];
    const store = await load(report(...counts.map((count) => record({ count }))));
    assert.deepEqual(new Set(rows(store).map(({ count }) => count)), new Set([0]));
    assert.deepEqual(
      told(store),
      counts.map((_, i) => `count@${i + 1}`),
    );
  });

  it('with a count that is an integer of XML Schema has nothing to be told', async () => {
    const counts = ['12', ' 12 ', '\n12\t', '+5', '0007', '0', '1000000000'];
    const store = await load(report(...counts.map((count) => record({ count }))));
    assert.deepEqual(
      rows(store).map(({ count }) => count),
      [12, 12, 12, 5, 7, 0, 1_000_000_000],
    );
    assert.deepEqual(told(store), []);
  });

  it('with a count that is written otherwise, but without doubt, is read and says so', async () => {
    const counts = ['1,234', '12,345,678', '12.0', '5.', '1,000.00', '+2,000'];
    const store = await load(report(...counts.map((count) => record({ count }))));
    assert.deepEqual(
      rows(store).map(({ count }) => count),
      [1234, 12_345_678, 12, 5, 1000, 2000],
    );
    assert.deepEqual(
      told(store),
      counts.map((_, i) => `countRepaired@${i + 1}`),
    );
  });

  it('with a count beyond reason is capped and says so, so that sums stay exact', async () => {
    const counts = ['1000000001', '9007199254740993', '9,007,199,254,740,993', '9'.repeat(400)];
    const store = await load(report(...counts.map((count) => record({ count })), record({ count: '7' })));
    assert.equal(summarise(store).messages, 4_000_000_007);
    assert.deepEqual(
      told(store),
      counts.map((_, i) => `countCapped@${i + 1}`),
    );
    const [first] = store.problems;
    assert.deepEqual(first?.message.values, { value: '1000000001', count: 1_000_000_000 });
  });

  for (const [name, change] of [
    ['all capitals', (tag: string) => tag.toUpperCase()],
    ['initial capitals', (tag: string) => tag.replace(/(^|[<_/])([a-z])/g, (found) => found.toUpperCase())],
  ] as const) {
    it(`with names of elements in ${name} is read as meant, and says so once`, async () => {
      const small = report(record({ ip: '192.0.2.7', count: '3' }), record({ ip: '192.0.2.8', results: '' }));
      const written = small.replace(/<\/?[a-z_]+>/g, change);
      assert.notEqual(written, small);
      for (const chunk of [7, 4093]) {
        const store = await load(written, { chunk });
        const meant = await load(small);
        assert.deepEqual(rows(store), rows(meant));
        assert.deepEqual(store.reports, meant.reports);
        assert.deepEqual(told(store), ['otherCase']);
      }
    });
  }

  it('with an element in two cases goes by the one of the schema', async () => {
    const store = await load(
      report(record({ count: '3' }).replace('<count>', '<Count>9</Count><count>'), record({ count: '4' })),
    );
    assert.deepEqual(
      rows(store).map(({ count }) => count),
      [3, 4],
    );
    assert.deepEqual(told(store), []);
  });

  it('with one record in another case, cut or broken beside others, loses none', async () => {
    const broken = record({ ip: '192.0.2.3' }).replaceAll('record', 'Record').replace('</row>', '');
    const store = await load(
      report(record({ ip: '192.0.2.1' }), record({ ip: '192.0.2.2' }).replaceAll('record', 'RECORD'), broken),
    );
    assert.deepEqual(
      rows(store).map(({ sourceIp }) => sourceIp),
      ['192.0.2.1', '192.0.2.2', '192.0.2.3'],
    );
    assert.deepEqual(told(store).sort(), ['malformedRecord@3', 'otherCase']);
  });

  it('without records says so', async () => {
    const store = await load(report());
    assert.equal(store.reports.length, 1);
    assert.deepEqual(told(store), ['noRecords']);
  });

  it('may share a document with others', async () => {
    const store = await load(
      `<all>${report(record()).slice(22)}${report(record(), record()).slice(22)}</all>`,
    );
    assert.equal(store.reports.length, 2);
    assert.equal(accountOf(store).ofReport(0).records, 1);
    assert.equal(accountOf(store).ofReport(1).records, 2);
    assert.ok(told(store).includes('severalReports'));
  });
});

describe('a broken report', () => {
  it('that is cut gives what is there', async () => {
    const whole = report(record(), record({ ip: '192.0.2.2', count: '7' }));
    const store = await load(whole.slice(0, whole.indexOf('192.0.2.2') + 40));
    assert.equal(store.size, 2);
    assert.equal(rows(store)[1]?.count, 7);
    assert.deepEqual(told(store), ['cutRecord@2', 'truncatedReport']);
  });

  it('has its stray < and & mended, and only their records are told', async () => {
    const store = await load(
      report(
        record(),
        record({ ip: 'a < b & c &amp; d' }),
        record({ identifiers: '<header_from>x<y</header_from>' }),
      ),
    );
    assert.deepEqual(
      rows(store).map(({ sourceIp, headerFrom }) => [sourceIp, headerFrom]),
      [
        ['192.0.2.1', 'example.com'],
        ['a < b & c & d', 'example.com'],
        ['192.0.2.1', 'x<y'],
      ],
    );
    assert.deepEqual(told(store), ['malformedRecord@2', 'malformedRecord@3']);
  });

  it('may have < and & in CDATA, which are no damage, also beside some that are', async () => {
    const sound = record({
      ip: '<![CDATA[a&b</record>&lt;c <d>]]>',
      identifiers: '<header_from a="&amp;"/>',
    });
    const broken = record({ ip: '<![CDATA[a&b <c]]> & d' });
    const store = await load(report(sound, broken));
    assert.deepEqual(
      rows(store).map(({ sourceIp }) => sourceIp),
      ['a&b</record>&lt;c <d>', 'a&b <c& d'], // the library trims what stands beside CDATA,
    );
    assert.deepEqual(told(store), ['malformedRecord@2']);
  });

  it('that refers to characters that no document may have loses them, and says so', async () => {
    const store = await load(report(...['&#0;', '&#xD800;', '&#xFFFE;', '&#9;'].map((ip) => record({ ip }))));
    assert.equal(store.size, 4);
    assert.deepEqual(told(store), ['malformedRecord@1', 'malformedRecord@2', 'malformedRecord@3']);
  });

  it('may have the type of a reason as the text of the element, with a comment or without', async () => {
    const evaluated =
      '<reason>forwarded</reason><reason>local_policy <comment>arc=pass</comment></reason>' +
      '<reason><type>other</type> as said </reason>';
    const store = await load(report(record({ evaluated })));
    assert.deepEqual(rows(store)[0]?.reasons, [
      { type: 'forwarded', comment: '' },
      { type: 'local_policy', comment: 'arc=pass' },
      { type: 'other', comment: '' },
    ]);
  });

  it('with a record that is never closed still gives the next', async () => {
    const open = record().slice(0, -'</auth_results></record>'.length);
    const store = await load(report(open, record({ ip: '192.0.2.9' })));
    assert.deepEqual(
      rows(store).map(({ sourceIp }) => sourceIp),
      ['192.0.2.1', '192.0.2.9'],
    );
    assert.deepEqual(told(store), ['cutRecord@1']);
  });

  it('inside a schema element that is never closed is found', async () => {
    const store = await load(
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${report(record()).slice(22)}`,
    );
    assert.equal(store.reports[0]?.policy.domain, 'example.com');
    assert.deepEqual(told(store), ['malformedReport']);
  });
});

describe('an encoding', () => {
  const umlaut = report(record()).replace('Receiver', 'Empfänger');
  for (const [name, bytes] of [
    ['UTF-8', Buffer.from(umlaut)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${umlaut}`)],
    ['UTF-16LE with a byte order mark', Buffer.from(`\ufeff${umlaut}`, 'utf16le')],
    ['UTF-16LE without one', Buffer.from(umlaut, 'utf16le')],
    ['UTF-16BE with a byte order mark', Buffer.from(`\ufeff${umlaut}`, 'utf16le').swap16()],
    ['windows-1252', Buffer.from(umlaut.replace('"1.0"', '"1.0" encoding="windows-1252"'), 'latin1')],
    ['latin-1', Buffer.from(umlaut.replace('"1.0"', '"1.0" encoding=\'ISO-8859-1\''), 'latin1')],
    ['UTF-8 that claims to be UTF-16', Buffer.from(umlaut.replace('"1.0"', '"1.0" encoding="utf-16"'))],
  ] as const) {
    it(`${name} is read`, async () => {
      for (const chunk of [1, 7, 4096]) {
        const store = await load(bytes, { chunk });
        assert.equal(store.reports[0]?.metadata.orgName, 'Empfänger');
        assert.deepEqual(told(store), []);
      }
    });
  }

  it('windows-1252 is read as browsers read it, also where its octets are controls in latin-1', async () => {
    const declared = report(record()).replace('"1.0"', '"1.0" encoding="windows-1252"');
    const bytes = Buffer.from(declared.replace('Receiver', 'R\x80\x92\x9f\x81'), 'latin1');
    for (const chunk of [1, 4096]) {
      const store = await load(bytes, { chunk });
      assert.equal(store.reports[0]?.metadata.orgName, 'R\u20ac\u2019\u0178\u0081');
    }
  });

  it('that is latin-1 unsaid is read as windows-1252, beside valid UTF-8, and told', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<feedback><report_metadata><org_name>é'),
      Buffer.from([0xe4, 0xa3, 0x20, 0xff]),
      Buffer.from('</org_name></report_metadata></feedback>'),
    ]);
    for (const chunk of [1, 2, 3, 1000]) {
      const store = await load(bytes, { chunk });
      assert.equal(store.reports[0]?.metadata.orgName, 'éä£ ÿ', `chunks of ${chunk}`);
      assert.deepEqual(
        told(store).filter((name) => name === 'invalidUtf8'),
        ['invalidUtf8'],
      );
    }
  });

  it('that nobody knows is told and read as UTF-8', async () => {
    const store = await load(umlaut.replace('"1.0"', '"1.0" encoding="klingon-8"'));
    assert.equal(store.reports[0]?.metadata.orgName, 'Empfänger');
    assert.deepEqual(told(store), ['encoding']);
  });
});

describe('a report in pieces', () => {
  it('reads the same wherever it is cut: before a mark like that at a beginning, at a DOCTYPE within', async () => {
    const marked = `\ufeff${report(record({ identifiers: '<header_from>\ufeffa\ufeff.example</header_from>' }))}`;
    const cut = report(record(), record().replace('<result>pass', '<result>pa<!DOCTYPE a>'));
    for (const xml of [marked, cut, marked.replace('Receiver', '\ufeffRe\ufeffceiver')]) {
      const whole = await load(xml, { chunk: 1 << 20 });
      for (const chunk of [1, 2, 3, 5, 7, 64, 100]) {
        const pieces = await load(xml, { chunk });
        assert.deepEqual(rows(pieces), rows(whole));
        assert.deepEqual(pieces.reports, whole.reports);
        assert.deepEqual(told(pieces), told(whole));
      }
    }
    assert.equal(
      rows(await load(marked, { chunk: 1 }))[0]?.headerFrom,
      'a\ufeff.example',
      'trimmed, not lost',
    );
  });
});

describe('a hostile report', () => {
  it('with a DOCTYPE is not read on', async () => {
    const laughs =
      '<!DOCTYPE feedback [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const store = await load(`<?xml version="1.0"?>${laughs}${report(record()).slice(22)}`);
    assert.equal(store.size, 0);
    assert.deepEqual(told(store), ['doctype']);
  });

  it('with elements named like object internals is a report like any other', async () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
    const odd = names.map((name) => `<${name}><row>1</row></${name}><${name}/>`).join('');
    const inside = record().replace('<row>', `${odd}<row>${odd}`);
    const store = await load(`<feedback>${odd}${metadata}${policy}${inside}${record()}</feedback>`);
    assert.equal(store.size, 2);
    assert.equal(rows(store)[0]?.sourceIp, '192.0.2.1');
    assert.deepEqual(told(store), []);
    assert.equal(Object.hasOwn(Object.prototype, 'row'), false);
  });

  it('nested without end loses that record or head only', async () => {
    const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
    const store = await load(report(record().replace('<row>', `${deep}<row>`), record()));
    assert.equal(store.size, 1);
    assert.deepEqual(told(store), ['nestedRecord@1']);
    assert.deepEqual(told(await load(`<feedback>${deep}</feedback>`)), ['nestedReport']);
  });

  it('with a record or a head beyond the limits keeps memory bounded and says so', async () => {
    const limits = { recordLength: 5000, envelopeLength: 10_000 };
    const long = record({ ip: 'x'.repeat(6000) });
    const store = await load(report(record(), long, record()), { limits });
    assert.equal(store.size, 2);
    assert.deepEqual(told(store), ['recordTooLong@2']);
    const endless = await load(`<feedback>${metadata}${record()}${'<pad/>'.repeat(9000)}`, { limits });
    assert.equal(endless.size, 1);
    assert.ok(told(endless).includes('envelopeTooLong'));
  });

  it('has its problems counted, not all kept', async () => {
    const store = await load(report(...Array<string>(50).fill(record({ count: 'x' }))), {
      limits: { problems: 10 },
    });
    assert.equal(store.size, 50);
    assert.equal(store.problems.length, 11);
    assert.equal(told(store).at(-1), 'moreProblems');
    assert.deepEqual(store.problems.at(-1)?.message.values, { count: 40 });
  });

  it('has its entities decoded once and none of its own', async () => {
    const store = await load(
      report(record({ ip: '&amp;lt;b&amp;gt; &lt;img src=x onerror=alert(1)&gt; &#x202e;' })),
    );
    assert.equal(rows(store)[0]?.sourceIp, '&lt;b&gt; <img src=x onerror=alert(1)> \u202e');
  });
});
