import assert from 'node:assert/strict';
import { createLanguageService } from '../../../../core/service';
import { sourceText } from '../../../../core/text/sourceText';
import { detail, offered, taken } from './marked';

const zone = (line: string): string => `$TTL 3600
@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600
  IN NS ns1
ns1 IN A 192.0.2.53
mail IN A 192.0.2.25
     IN AAAA 2001:db8::25
www IN CNAME web
web IN A 192.0.2.80
note IN TXT "no host"
${line}
mx2.elsewhere IN A 192.0.2.26
`;

/** The line that a candidate makes of a line. */
function line(text: string, label: string): string {
  return taken(zone(text), label).split('\n')[9]!;
}

describe('completion in zone files', () => {
  describe('at the beginning of a line', () => {
    it('offers the apex, owners that the zone has, and names that mail looks for', () => {
      const labels = offered(zone('|'));
      assert.equal(labels[0], '@');
      assert.ok(labels.includes('mail'));
      assert.ok(labels.includes('mx2.elsewhere'));
      assert.ok(labels.includes('_dmarc'));
      assert.ok(labels.includes('selector1._domainkey'));
      assert.equal(line('ma|', 'mail'), 'mail');
      assert.equal(line('_d|arc IN TXT x', '_dmarc'), '_dmarc IN TXT x');
      assert.equal(detail(zone('|'), 'mail'), 'A AAAA');
    });

    it('offers an owner in the words of the origin in force', () => {
      assert.equal(line('$ORIGIN sub.example.com.|', 'example.com.'), '$ORIGIN example.com.');
      const labels = offered(zone('$ORIGIN elsewhere.example.com.\nmx2 IN A 192.0.2.26\n|'));
      assert.ok(labels.includes('mx2'), 'it lies below the origin now');
      assert.ok(labels.includes('mail.example.com.'));
    });

    it('offers directives as snippets, only those once a $ is typed', () => {
      const labels = offered(zone('$|'));
      assert.deepEqual(labels, ['$ORIGIN', '$TTL', '$INCLUDE', '$GENERATE']);
      assert.equal(line('$T|', '$TTL'), '\\$TTL ${1:3600}');
      assert.equal(line('$T| 300', '$TTL'), '$TTL 300');
      assert.ok(offered(zone('|')).includes('$ORIGIN'));
    });

    it('leaves the record behind the cursor alone', () => {
      assert.equal(line('| IN A 192.0.2.1', 'web'), 'web IN A 192.0.2.1');
      assert.equal(line('|web IN A 192.0.2.1', 'mail'), 'mail IN A 192.0.2.1');
    });
  });

  describe('in front of the data', () => {
    it('offers types, classes and times behind an owner or a blank', () => {
      for (const text of ['mail |', '\t|', 'mail 300 |', 'mail IN |']) {
        const labels = offered(zone(text));
        assert.deepEqual(labels.slice(0, 4), ['A', 'AAAA', 'MX', 'TXT'], text);
        assert.equal(labels.includes('IN'), !text.includes('IN'), text);
        assert.equal(labels.includes('1h'), !text.includes('300'), text);
      }
      assert.equal(line('mail IN M|', 'MX'), 'mail IN MX');
      assert.equal(line('mail IN A| 192.0.2.1', 'AAAA'), 'mail IN AAAA 192.0.2.1');
    });

    it('says what a type is for, marks what is obsolete, and has nothing that is no data', () => {
      assert.match(detail(zone('mail |'), 'CAA') ?? '', /CAs/);
      assert.match(detail(zone('mail |'), 'CAA', 'ja') ?? '', /証明書/);
      const service = createLanguageService();
      service.open('a', 'dns-zone', sourceText('a.example. '));
      const candidates = service.complete('a', 11)?.candidates ?? [];
      const spf = candidates.find(({ label }) => label === 'SPF');
      assert.equal(spf?.deprecated, true);
      assert.ok(candidates.findIndex(({ label }) => label === 'WALLET') < candidates.indexOf(spf));
      for (const meta of ['ANY', 'AXFR', 'OPT', 'TSIG']) {
        assert.ok(!candidates.some(({ label }) => label === meta), meta);
      }
    });

    it('puts first the type that such an owner has', () => {
      assert.equal(offered(zone('_dmarc |'))[0], 'TXT');
      assert.equal(offered(zone('_imaps._tcp |'))[0], 'SRV');
      assert.equal(offered(zone('_25._tcp.mail |'))[0], 'TLSA');
      assert.equal(offered(zone('s2026._domainkey |'))[0], 'TXT');
      assert.equal(offered(zone('$ORIGIN 2.0.192.in-addr.arpa.\n25 IN |'))[0], 'PTR');
    });

    it('gives what is typed of a time its units, in words', () => {
      assert.deepEqual(offered(zone('mail 90|')), ['90', '90m', '90h', '90d', '90w']);
      assert.equal(detail(zone('mail 90|'), '90m'), '1 h 30 min');
      assert.equal(detail(zone('mail 90|'), '90m', 'ja'), '1時間30分');
      assert.equal(line('mail 90| IN A 192.0.2.1', '90m'), 'mail 90m IN A 192.0.2.1');
      assert.equal(line('$TTL |', '1d'), '$TTL 1d');
    });
  });

  describe('in the data', () => {
    it('offers hosts with addresses before others for MX, and never an alias', () => {
      const labels = offered(zone('@ IN MX 10 |'));
      assert.deepEqual(labels.slice(0, 3), ['ns1', 'mail', 'web']);
      assert.ok(!labels.includes('www'));
      assert.ok(labels.indexOf('note') < 0 || labels.indexOf('note') > labels.indexOf('mx2.elsewhere'));
      assert.ok(labels.includes('.'));
      assert.equal(line('@ IN MX 10 ma|', 'mail'), '@ IN MX 10 mail');
      assert.equal(line('@ IN SRV 0 0 993 |', 'mail'), '@ IN SRV 0 0 993 mail');
      assert.equal(line('@ IN NS n|', 'ns1'), '@ IN NS ns1');
    });

    it('offers any name but its own for a CNAME', () => {
      const labels = offered(zone('alias IN CNAME |'));
      assert.ok(labels.includes('www'));
      assert.ok(labels.includes('note'));
      assert.ok(!labels.includes('alias'));
    });

    it('offers names that records of the type already lead to', () => {
      const text = zone('a IN MX 10 mx.provider.example.\nb IN MX 10 |');
      assert.ok(offered(text).includes('mx.provider.example.'));
    });

    it('offers the words and numbers of a field, with what they mean', () => {
      assert.deepEqual(offered(zone('@ IN CAA 0 |')).slice(0, 2), ['issue', 'issuewild']);
      assert.equal(line('@ IN CAA 0 issue |', '"letsencrypt.org"'), '@ IN CAA 0 issue "letsencrypt.org"');
      assert.equal(
        line('@ IN CAA 0 issue "let|"', '"letsencrypt.org"'),
        '@ IN CAA 0 issue "letsencrypt.org"',
      );
      assert.equal(
        line('@ IN CAA 0 iodef |', '"mailto:security@example.com"'),
        '@ IN CAA 0 iodef "mailto:security@example.com"',
      );
      assert.match(detail(zone('_25._tcp.mail IN TLSA |'), '3') ?? '', /DANE-EE/);
      assert.match(detail(zone('_25._tcp.mail IN TLSA 3 1 |'), '1') ?? '', /256/);
      assert.match(detail(zone('mail IN SSHFP |'), '4') ?? '', /Ed25519/);
      assert.ok(offered(zone('@ IN NAPTR 100 10 |')).includes('"S"'));
      assert.equal(line('@ IN HTTPS 1 . |', 'alpn=h2,h3'), '@ IN HTTPS 1 . alpn=h2,h3');
      assert.ok(!offered(zone('@ IN HTTPS 1 . alpn=h2 |')).includes('alpn=h2,h3'));
    });

    it('offers the types of a type list that are not in it yet', () => {
      const labels = offered(zone('mail IN NSEC ns1 A |'));
      assert.ok(labels.includes('AAAA'));
      assert.ok(!labels.includes('A'));
      assert.equal(line('mail IN NSEC ns1 A AA|', 'AAAA'), 'mail IN NSEC ns1 A AAAA');
    });

    it('finds the field over lines, comments and parentheses', () => {
      const text = zone(
        'x IN SOA ns1 hostmaster ( ; start\n  2026112201 ; serial\n  |\n  900 1209600 3600 )',
      );
      assert.equal(offered(text)[0], '86400');
      assert.equal(detail(text, '86400'), '1 day');
      assert.deepEqual(offered(zone('x IN SOA ns1 hostmaster ( ; |start\n 1 2 3 4 5 )')), []);
    });

    it('offers whole records for the text of a DMARC record, and nothing for other text', () => {
      assert.ok(offered(zone('_dmarc IN TXT "|"')).some((label) => label.startsWith('v=DMARC1; p=none')));
      assert.deepEqual(offered(zone('_dmarc TXT "v=DMARC1; p=|"')), ['none', 'quarantine', 'reject']);
      assert.equal(line('note2 IN TXT "|"', '"v=spf1 -all"'), 'note2 IN TXT "v=spf1 -all"');
      assert.equal(line('note2 IN TXT |', '"v=spf1 mx -all"'), 'note2 IN TXT "v=spf1 mx -all"');
      assert.deepEqual(offered(zone('note2 IN TXT "x|"')), []);
      assert.deepEqual(offered(zone('_note IN TXT "|"')), []);
    });

    it('offers nothing in comments, behind the last field and for types that it does not know', () => {
      assert.deepEqual(offered(zone('; |')), []);
      assert.deepEqual(offered(zone('mail IN A 192.0.2.1 ; |')), []);
      assert.deepEqual(offered(zone('mail IN MX 10 mail |')), []);
      assert.deepEqual(offered(zone('mail IN NONSENSE |')), []);
      assert.deepEqual(offered(zone('mail IN MX \\# 3 |')), []);
    });
  });

  describe('in directives', () => {
    it('offers what their words may be', () => {
      assert.equal(offered(zone('$ORIGIN |'))[0], 'example.com.');
      assert.ok(offered(zone('$TTL |')).includes('3600'));
      assert.ok(offered(zone('$INCLUDE hosts.zone |')).includes('mail.example.com.'));
      assert.deepEqual(offered(zone('$INCLUDE |')), []);
      assert.ok(offered(zone('$GENERATE |')).includes('1-10'));
      assert.equal(offered(zone('$GENERATE 1-10 host-$ |'))[0], 'A');
    });
  });

  it('offers the files that an $INCLUDE may name', () => {
    const service = createLanguageService();
    const folders: Record<string, string[]> = {
      '': ['notes.txt', 'b.zone', '.hidden', 'a b.zone'],
      'sub/': ['c.db'],
    };
    const names = (folder: string): string[] => folders[folder] ?? [];
    const labels = (text: string): string[] => {
      service.open('a', 'dns-zone', sourceText(text), { fileName: 'a.zone', names });
      return service.complete('a', text.length)?.candidates.map(({ label }) => label) ?? [];
    };
    assert.deepEqual(labels('$INCLUDE '), ['b.zone', 'notes.txt']);
    assert.deepEqual(labels('$INCLUDE sub/c'), ['sub/c.db']);
    assert.deepEqual(labels('$INCLUDE nowhere/'), []);
    assert.deepEqual(labels('$INCLUDE "'), []);
  });

  it('looks only around in a large zone, and says that there is more', function () {
    this.timeout(60_000);
    const lines = Array.from(
      { length: 200_000 },
      (_, i) => `host${i} IN A 192.0.${(i >> 8) & 255}.${i & 255}`,
    );
    const at = 100_000;
    lines[at] = 'new IN MX 10 ho';
    const text = lines.join('\n');
    const service = createLanguageService();
    service.open('big', 'dns-zone', sourceText(text), { fileName: 'example.com.zone' });
    const offset = text.indexOf('new IN MX 10 ho') + 'new IN MX 10 ho'.length;
    const found = service.complete('big', offset);
    assert.equal(found?.incomplete, true);
    assert.ok(found.candidates.some(({ label }) => label === `host${at - 1}`));
    assert.ok(found.candidates.length < 700);
  });

  describe('in a zone that is too long to be looked through', () => {
    const complete = (written: string): { labels: string[]; incomplete: boolean | undefined } => {
      const lines = Array.from({ length: 30_000 }, (_, i) =>
        i % 100 === 0
          ? `Box${i}.example.com. IN MX ${i % 7} mx${i % 3 === 0 ? '.elsewhere.example.net.' : i}`
          : `host${i} IN A 192.0.${(i >> 8) & 255}.${i & 255}`,
      );
      lines[15_000] = written;
      lines.splice(
        14_950,
        0,
        '$ORIGIN sub.example.com.',
        'inner A 192.0.2.1',
        'host14949.example.com. AAAA 2001:db8::1',
      );
      lines.splice(14_960, 0, '$ORIGIN example.com.');
      const text = lines.join('\n');
      const service = createLanguageService();
      service.open('long', 'dns-zone', sourceText(text), { fileName: 'example.com.zone' });
      const found = service.complete('long', text.indexOf(`\n${written}\n`) + 1 + written.length);
      return { labels: found?.candidates.map(({ label }) => label) ?? [], incomplete: found?.incomplete };
    };

    it('offers the names around the cursor that fit what is typed', () => {
      const { labels, incomplete } = complete('BOX149');
      assert.ok(incomplete);
      assert.deepEqual(
        labels.filter((label) => label.startsWith('box')),
        ['box14900'],
      );
      assert.ok(!labels.includes('host14999'));
    });

    it('offers at most a few hundred, among them those right above and below', () => {
      const { labels } = complete('host');
      assert.ok(labels.length < 300);
      assert.ok(labels.includes('host14999') && labels.includes('host15001'));
    });

    it('completes names from another origin as they would be written here', () => {
      assert.ok(complete('inner.s').labels.includes('inner.sub'));
      assert.ok(complete('x CNAME sub').labels.includes('inner.sub'));
      assert.ok(complete('x CNAME box14900.example').labels.includes('box14900'));
    });

    it('does not offer a name for what only its origin holds', () => {
      assert.ok(!complete('x CNAME exam').labels.includes('box14900'));
    });

    it('offers hosts with an address before others', () => {
      const { labels } = complete('x MX 10 1490');
      assert.ok(labels.indexOf('host14901') < labels.indexOf('box14900'));
      assert.ok(labels.includes('box14900'));
    });

    it('offers what records lead to already, each once', () => {
      const { labels, incomplete } = complete('x MX 10 mx.else');
      assert.ok(incomplete);
      assert.deepEqual(
        labels.filter((label) => label.startsWith('mx')),
        ['mx.elsewhere.example.net.'],
      );
    });

    it('offers the data that fits what is typed', () => {
      const { labels, incomplete } = complete('x A 192.0.58.15');
      assert.ok(incomplete);
      assert.ok(labels.includes('192.0.58.150') && labels.every((label) => label.includes('192.0.58.15')));
      assert.deepEqual(complete('x A 203.0.113.').labels, []);
    });
  });
});
