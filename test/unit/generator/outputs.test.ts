import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { GeneratedRecord } from '../../../core/generator/form';
import { outputContext } from '../../../core/generator/publish/output';
import { OUTPUTS, outputFor } from '../../../core/generator/publish/outputs';
import { doubleQuoted, hclString, shellWord } from '../../../core/generator/publish/quoting';
import { zoneLine } from '../../../core/generator/publish/zone';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { quoteCharacters } from '../../../core/values/characterString';

const POLICY: GeneratedRecord = {
  owner: '_dmarc.example.com.',
  type: 'TXT',
  value: 'v=DMARC1; p=none; rua=mailto:a@example.com',
  ttl: 3600,
};
const NULL_MX: GeneratedRecord = { owner: 'example.com.', type: 'MX', value: '.', preference: 0, ttl: 3600 };
const SPF: GeneratedRecord = { owner: 'example.com.', type: 'TXT', value: 'v=spf1 -all', ttl: 3600 };
const HOST: GeneratedRecord = {
  owner: 'mta-sts.example.com.',
  type: 'CNAME',
  value: 'web.example.net.',
  ttl: 3600,
};

function written(id: string, records: readonly GeneratedRecord[]): string {
  return outputFor(id)!.write(records, { zone: 'example.com' });
}

/** Values that try to get out of their quotes. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '`',
        '\\',
        '$(',
        '${',
        '%{',
        ';',
        '\n',
        '\r',
        '\u2028',
        '#',
        '//',
        '*/',
        '\0',
        ' ',
        '}',
        ')',
        '\u001b[',
        'ä',
        'x',
        '\\"',
        "\\'",
        '|',
        '&',
        '<<E',
        '$',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

/** What a POSIX shell makes of a line: its words. */
function shellWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const mark = line[at]!;
    if (mark === ' ') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (mark === "'") {
      const end = line.indexOf("'", at + 1);
      assert.ok(end > 0, line);
      word = (word ?? '') + line.slice(at + 1, end);
      at = end;
    } else if (mark === '\\') word = (word ?? '') + line[++at]!;
    else {
      assert.match(mark, /[\w@%+:,./=-]/, `${mark} stands outside of quotes: ${line}`);
      word = (word ?? '') + mark;
    }
  }
  return word === undefined ? words : [...words, word];
}

describe('handing records over', () => {
  it('writes nsupdate scripts, also for what is replaced', () => {
    assert.equal(
      outputFor('nsupdate')!.write([POLICY], {
        zone: 'example.com',
        replaced: [{ ...POLICY, value: 'v=DMARC1' }],
      }),
      [
        'zone example.com.',
        'update delete _dmarc.example.com. IN TXT "v=DMARC1"',
        'update add _dmarc.example.com. 3600 IN TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
        'send',
        '',
      ].join('\n'),
    );
  });

  it('writes commands for PowerDNS and Knot', () => {
    assert.equal(
      written('powerdns', [NULL_MX, POLICY]),
      [
        "pdnsutil replace-rrset example.com @ MX 3600 '0 .'",
        `pdnsutil replace-rrset example.com _dmarc TXT 3600 '"v=DMARC1; p=none; rua=mailto:a@example.com"'`,
        'pdnsutil increase-serial example.com',
        '',
      ].join('\n'),
    );
    assert.equal(
      written('knot', [SPF]),
      [
        '# If example.com has an SPF record already, this one has to take its place: with two, SPF fails (RFC 7208 §4.5).',
        '# Then put “knotc zone-unset” of this name with the text of the old one before “zone-set”. Other texts stay.',
        'knotc zone-begin example.com.',
        `knotc zone-set example.com. example.com. 3600 TXT '"v=spf1 -all"'`,
        'knotc zone-commit example.com.',
        '',
      ].join('\n'),
    );
  });

  it('writes DNSControl that a JavaScript engine reads back', () => {
    const calls: unknown[] = [];
    const record =
      (type: string) =>
      (...args: unknown[]) => [type, ...args];
    runInNewContext(written('dnscontrol', [NULL_MX, SPF, POLICY, HOST]), {
      D_EXTEND: (...args: unknown[]) => calls.push(args),
      TTL: (seconds: number) => seconds,
      TXT: record('TXT'),
      MX: record('MX'),
      CNAME: record('CNAME'),
    });
    assert.deepEqual(JSON.parse(JSON.stringify(calls)), [
      [
        'example.com',
        ['MX', '@', 0, '.', 3600],
        ['TXT', '@', 'v=spf1 -all', 3600],
        ['TXT', '_dmarc', POLICY.value, 3600],
        ['CNAME', 'mta-sts', 'web.example.net.', 3600],
      ],
    ]);
  });

  it('writes octoDNS’ YAML with the types of a name together', () => {
    assert.equal(
      written('octodns', [NULL_MX, SPF, POLICY, HOST]),
      [
        '---',
        '# example.com.yaml',
        '# If example.com has an SPF record already, this one has to take its place: with two, SPF fails (RFC 7208 §4.5).',
        '# The other texts of example.com belong into the same list of values.',
        '"":',
        '  - ttl: 3600',
        '    type: MX',
        '    values:',
        '      - exchange: "."',
        '        preference: 0',
        '  - ttl: 3600',
        '    type: TXT',
        '    values:',
        '      - "v=spf1 -all"',
        '"_dmarc":',
        '  ttl: 3600',
        '  type: TXT',
        '  values:',
        String.raw`    - "v=DMARC1\\; p=none\\; rua=mailto:a@example.com"`,
        '"mta-sts":',
        '  ttl: 3600',
        '  type: CNAME',
        '  value: "web.example.net."',
        '',
      ].join('\n'),
    );
  });

  it('writes Terraform as each provider wants texts', () => {
    const long = {
      ...POLICY,
      value: `v=DMARC1; p=none; rua=${'mailto:report@example.com,'.repeat(12)}mailto:b@example.com`,
    };
    const route53 = written('terraform-route53', [long]);
    assert.match(
      route53,
      /^resource "aws_route53_record" "dmarc_example_com_txt" \{\n {2}zone_id = var\.zone_id\n/,
    );
    assert.match(route53, /records = \["v=DMARC1; p=none; .*\\"\\".*"\]\n\}\n$/);
    assert.match(written('terraform-cloudflare', [POLICY]), /content = "\\"v=DMARC1; .*\\""\n/);
    assert.match(written('terraform-cloudflare', [NULL_MX]), /content {2}= "\."\n {2}priority = 0\n/);
    assert.match(written('terraform-google', [POLICY]), /rrdatas {6}= \["\\"v=DMARC1; .*\\""\]\n/);
    const azure = written('terraform-azure', [POLICY, NULL_MX]);
    assert.match(azure, /resource "azurerm_dns_txt_record" .*\{\n {2}name {16}= "_dmarc"\n/);
    assert.match(azure, /record \{\n {4}value = "v=DMARC1; p=none; rua=mailto:a@example\.com"\n {2}\}\n/);
    assert.match(azure, /record \{\n {4}preference = "0"\n {4}exchange {3}= "\."\n/);
  });

  it('warns where a set of records takes the place of all texts of the zone', () => {
    assert.match(written('terraform-route53', [SPF]), /\n# The other TXT records of example\.com belong/);
    assert.ok(!written('terraform-route53', [POLICY]).startsWith('#'));
  });

  it('names every way in both languages', () => {
    const ids = OUTPUTS.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id, title, language } of OUTPUTS) assert.ok(title.en && title.ja && language, id);
  });
});

describe('a hostile value', () => {
  it('stays one word of a shell', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const visible = value.replace(/[\0-\x1f\x7f-\x9f]/g, '');
        assert.deepEqual(
          shellWords(`echo ${shellWord(value)}`),
          visible === '' ? ['echo', ''] : ['echo', visible],
        );
      }),
      { numRuns: 500 },
    );
  }).timeout(120_000);

  it('comes out of a real shell as it went in', function () {
    const values = fc
      .sample(hostile, 40)
      .map((value) => value.replace(/[\0-\x1f\x7f-\x9f\ud800-\udfff]/g, ''));
    const script = values.map((value) => `printf '%s\\n' ${shellWord(value)}\n`).join('');
    const { status, stdout } = spawnSync('sh', { input: script, encoding: 'utf8' });
    if (status === null) this.skip();
    assert.equal(stdout, values.map((value) => `${value}\n`).join(''));
  });

  it('stays one string of JSON, JavaScript and YAML', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const quoted = doubleQuoted(value);
        assert.match(quoted, /^"[\x20-\x7e]*"$/);
        assert.equal(JSON.parse(quoted), value);
        assert.equal(runInNewContext(quoted), value);
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it('stays one string of Terraform, without an expression in it', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const quoted = hclString(value);
        assert.equal(
          JSON.parse(quoted.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{')),
          value.replace(/[\ud800-\udfff]/gu, '\ufffd'),
        );
        assert.ok(!/(?<!\$)\$\{|(?<!%)%\{/.test(quoted), quoted);
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it('stays one line of a zone file and of an nsupdate script, and reads back', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const record = { ...POLICY, value };
        const line = zoneLine(record, { origin: 'example.com.', hasTtl: true });
        assert.match(line, /^[\t\x20-\x7e]*$/);
        const entry = parseEntry(line, { origin: 'example.com.' });
        assert.deepEqual(entry.problems, []);
        const update = written('nsupdate', [record]);
        assert.equal(update.split('\n').length, 5);
        assert.ok(update.includes(quoteCharacters(value)));
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it('leaves every text as long as it should be, in lines', () => {
    const marks: Readonly<Record<string, RegExp>> = {
      powerdns: /^(?:pdnsutil |#)/,
      knot: /^knotc /,
      dnscontrol: /^(?:D_EXTEND\("|  TXT\("|\);$|$)/,
      octodns: /^(?:---$|#|"_dmarc":$| {2}(?:ttl|type|values):| {4}- "[\x20-\x7e]*"$)/,
      'terraform-route53': /^(?:resource |  \w+ += |\}$)/,
      'terraform-cloudflare': /^(?:resource |  \w+ += |\}$)/,
      'terraform-google': /^(?:resource |  \w+ += |\}$)/,
      'terraform-azure': /^(?:resource |  \w+ += |$|  record \{$|    value = "|  \}$|\}$)/,
    };
    fc.assert(
      fc.property(hostile, (value) => {
        for (const [id, mark] of Object.entries(marks)) {
          const lines = written(id, [{ ...POLICY, value }])
            .split('\n')
            .slice(0, -1);
          for (const line of lines) assert.match(line, mark, id);
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(120_000);
});

describe('records that may be there, where no zone tells', () => {
  it('go as a whole where none but those of the kind stand at the name', () => {
    assert.deepEqual(written('nsupdate', [POLICY, NULL_MX]).split('\n').slice(0, 4), [
      'zone example.com.',
      'update delete _dmarc.example.com. IN TXT',
      'update delete example.com. IN MX',
      'update add _dmarc.example.com. 3600 IN TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    ]);
    assert.match(
      written('knot', [POLICY]),
      /^knotc zone-unset example\.com\. _dmarc\.example\.com\. TXT \|\| true$/m,
    );
    assert.doesNotMatch(written('knot', [POLICY]), /#/);
  });

  it('are never touched at the domain itself, where others stand: what to do is said at the top', () => {
    for (const { id } of OUTPUTS) {
      if (['zone', 'terraform-cloudflare'].includes(id)) continue;
      const text = written(id, [SPF, POLICY]);
      assert.match(text.split('\n').slice(0, 4).join('\n'), /SPF record already/, id);
      assert.doesNotMatch(
        text,
        /delete example\.com\. IN TXT$|unset example\.com\. example\.com\. TXT \|\|/m,
      );
      assert.doesNotMatch(text, /replace-rrset example\.com @/);
    }
  });

  it('are told of in Japanese where that is the language', () => {
    const text = outputFor('nsupdate')!.write([SPF], { zone: 'example.com', locale: 'ja' });
    assert.match(text, /^; example\.com に SPF レコードが既にある場合/);
  });

  it('are not asked about where the zone is known', () => {
    for (const { id } of OUTPUTS) {
      const text = outputFor(id)!.write([SPF, POLICY], outputContext([SPF, POLICY], [], 'example.com.'));
      assert.doesNotMatch(text, /already|\|\| true|delete/, id);
    }
  });
});

describe('records beside those that are made', () => {
  const published = [
    { owner: 'example.com.', type: 'TXT', value: 'token' },
    { owner: 'example.com.', type: 'TXT', value: 'v=spf1 mx ~all' },
    { owner: 'example.com.', type: 'MX', value: 'mail.example.com.', preference: 10 },
    { owner: '_dmarc.example.com.', type: 'TXT', value: 'v=DMARC1; p=none' },
  ] as const;
  const context = outputContext([SPF, NULL_MX], published, 'example.com.');

  it('go where they are of the same kind, and stay otherwise', () => {
    assert.deepEqual(context.replaced, [published[1], published[2]]);
    assert.deepEqual(context.beside, [published[0]]);
    assert.deepEqual(outputContext([{ ...SPF, value: 'v=spf1 mx ~all' }], published).replaced, []);
  });

  it('are deleted one by one where the program can do that', () => {
    assert.deepEqual(outputFor('nsupdate')!.write([SPF], context).split('\n').slice(1, -2), [
      'update delete example.com. IN TXT "v=spf1 mx ~all"',
      'update delete example.com. IN MX 10 mail.example.com.',
      'update add example.com. 3600 IN TXT "v=spf1 -all"',
    ]);
    assert.ok(
      outputFor('knot')!
        .write([SPF], context)
        .includes(`zone-unset example.com. example.com. TXT '"v=spf1 mx ~all"'`),
    );
  });

  it('are written with them where the program writes whole sets', () => {
    assert.ok(
      outputFor('powerdns')!
        .write([SPF], context)
        .startsWith(`pdnsutil replace-rrset example.com @ TXT 3600 '"v=spf1 -all"' '"token"'\n`),
    );
    for (const id of ['octodns', 'terraform-route53', 'terraform-google', 'terraform-azure']) {
      const text = outputFor(id)!.write([SPF], context);
      assert.ok(text.includes('token') && text.includes('v=spf1 -all') && !text.includes('v=spf1 mx'), id);
      assert.ok(!text.includes('# The other'), id);
    }
    // These manage each record by itself.
    for (const id of ['zone', 'dnscontrol', 'terraform-cloudflare']) {
      assert.ok(!outputFor(id)!.write([SPF], context).includes('token'), id);
    }
  });
});
