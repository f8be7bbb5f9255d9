import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLanguageService } from '../../../../core/service';
import { render } from '../../../../core/text/message';
import { sourceText } from '../../../../core/text/sourceText';
import { applyEdits } from '../../../../core/text/span';
import { entriesBetween } from '../../../../core/model/zone/lookup';
import { commentsOf, recordsIn, zoneOf } from '../../../support/zone';
import { detail, hovered, marked, offered, opened, taken } from './marked';

const HEAD = `$TTL 1h
@ SOA ns1 hostmaster 1 7200 3600 1209600 3600
  NS ns1.example.net.
  MX 10 mx1
mx1 A 192.0.2.25
    AAAA 2001:db8::25
www A 192.0.2.80
_spf TXT "v=spf1 mx a:www.example.com -all"
sub._dmarc TXT "other"
_dmarc.news TXT "v=DMARC1; p=none; rua=mailto:d@reports.example.net,https://x.example/"
old._bimi TXT "v=BIMI1; l=https://img.example/logo.svg; a="
`;
const now = { year: 2026, month: 11, day: 22, seconds: Date.UTC(2026, 10, 22, 16, 5, 9) / 1000 };

/** The record's line once a candidate is taken at its `|`, in a zone with hosts, records and reports. */
const takenIn = (line: string, label: string): string =>
  taken(`${HEAD}${line}\n`, label).slice(HEAD.length, -1);
const offeredIn = (line: string): string[] => offered(`${HEAD}${line}\n`);

describe('Completion inside records, from the zone around them', () => {
  it('offers own addresses for ip4 and ip6, those of mail servers first, none twice', () => {
    assert.deepEqual(offeredIn('@ TXT "v=spf1 ip4:| -all"'), ['192.0.2.25', '192.0.2.80']);
    assert.deepEqual(offeredIn('@ TXT "v=spf1 ip6:| -all"'), ['2001:db8::25']);
    assert.deepEqual(offeredIn('@ TXT "v=spf1 ip4:192.0.2.25 ip4:| -all"'), ['192.0.2.80']);
    assert.equal(
      takenIn('@ TXT "v=spf1 ip4:19|/32 -all"', '192.0.2.80'),
      '@ TXT "v=spf1 ip4:192.0.2.80/32 -all"',
    );
    assert.match(detail(`${HEAD}@ TXT "v=spf1 ip4:|"`, '192.0.2.25') ?? '', /mx1\.example\.com.*MX/);
  });

  it('offers hosts with addresses for a, names with MX for mx, and leaves prefix lengths alone', () => {
    assert.deepEqual(offeredIn('@ TXT "v=spf1 a:| -all"'), ['mx1.example.com', 'www.example.com']);
    assert.equal(
      takenIn('@ TXT "v=spf1 a:w|/24//64 -all"', 'www.example.com'),
      '@ TXT "v=spf1 a:www.example.com/24//64 -all"',
    );
    assert.deepEqual(offeredIn('@ TXT "v=spf1 mx:|"'), ['example.com']);
  });

  it('offers SPF records of the zone with what they cost', () => {
    assert.ok(offeredIn('@ TXT "v=spf1 include:|"').includes('_spf.example.com'));
    assert.deepEqual(offeredIn('@ TXT "v=spf1 redirect=|"'), ['_spf.example.com']);
    assert.match(detail(`${HEAD}@ TXT "v=spf1 redirect=|"`, '_spf.example.com') ?? '', /3 of 10 lookups/);
    assert.match(detail(`${HEAD}@ TXT "v=spf1 redirect=|"`, '_spf.example.com', 'ja') ?? '', /3\/10 回/);
  });

  it('offers prefix lengths that fit the address, and says what they cover', () => {
    assert.deepEqual(offeredIn('@ TXT "v=spf1 ip4:192.0.2.128/| -all"'), [
      '32',
      '28',
      '29',
      '27',
      '26',
      '25',
      '30',
      '31',
    ]);
    assert.equal(takenIn('@ TXT "v=spf1 ip4:192.0.2.0/3|0"', '24'), '@ TXT "v=spf1 ip4:192.0.2.0/24"');
    assert.match(
      detail('@ TXT "v=spf1 ip4:192.0.2.0/|"', '24') ?? '',
      /192\.0\.2\.0 to 192\.0\.2\.255 \(256/,
    );
    assert.equal(takenIn('@ TXT "v=spf1 mx/24//|"', '64'), '@ TXT "v=spf1 mx/24//64"');
    assert.equal(takenIn('@ TXT "v=spf1 a/| -all"', '24'), '@ TXT "v=spf1 a/24 -all"');
    assert.match(detail('@ TXT "v=spf1 mx/|"', '24', 'ja') ?? '', /256 アドレス/);
  });

  it('offers macros, and once the letter stands its transformers, over what is there already', () => {
    const letters = offeredIn('@ TXT "v=spf1 exists:%|"');
    for (const label of ['%{s}', '%{i}', '%{ir}', '%{h}', '%%']) assert.ok(letters.includes(label), label);
    assert.equal(
      takenIn('@ TXT "v=spf1 exists:%{|}._spf.example.com -all"', '%{ir}'),
      '@ TXT "v=spf1 exists:%{ir}._spf.example.com -all"',
    );
    assert.deepEqual(offeredIn('@ TXT "v=spf1 exists:%{d|"'), ['%{d}', '%{d2}', '%{d1}', '%{dr}', '%{d2r}']);
    assert.equal(
      takenIn('@ TXT "v=spf1 exists:%{i}.%{L|-}.x.example"', '%{L1r-}'),
      '@ TXT "v=spf1 exists:%{i}.%{L1r-}.x.example"',
    );
    assert.ok(!offeredIn('@ TXT "v=spf1 exists:%%{|x.example"').includes('%{i}'));
  });

  it('offers the report addresses that the zone has, and those of none that cannot be used', () => {
    assert.deepEqual(offeredIn('_dmarc TXT "v=DMARC1; rua=|"'), [
      'mailto:dmarc-reports@example.com',
      'mailto:d@reports.example.net',
      'mailto:',
    ]);
    assert.equal(
      takenIn('_dmarc TXT v=DMARC1\\;rua=m|', 'mailto:d@reports.example.net'),
      '_dmarc TXT v=DMARC1\\;rua=mailto:d@reports.example.net',
    );
    assert.deepEqual(offeredIn('default._bimi TXT "v=BIMI1; l=|"'), [
      'https://img.example/logo.svg',
      'https://example.com/bimi/logo.svg',
      'https://',
    ]);
  });

  it('puts the moment into the identifier of a policy, also in place of an older one', () => {
    const service = createLanguageService();
    for (const [line, want] of [
      ['_mta-sts TXT "v=STSv1; id=|"', '_mta-sts TXT "v=STSv1; id=20261122160509"'],
      ['_mta-sts TXT "v=STSv1; id=2025|0101;"', '_mta-sts TXT "v=STSv1; id=20261122160509;"'],
      ['_mta-sts TXT "|"', '_mta-sts TXT "v=STSv1; id=20261122160509"'],
    ] as const) {
      const text = line.replace('|', '');
      service.open('z', 'dns-zone', sourceText(text), { fileName: 'example.com.zone' });
      const expectation = service.complete('z', line.indexOf('|'), now);
      const insert = expectation?.candidates[0]?.insert;
      assert.ok(expectation && insert !== undefined, line);
      assert.equal(applyEdits(text, [{ span: expectation.replace, text: insert }]), want);
    }
  });

  it('closes a string that would hold more than 255 octets and opens another one', () => {
    const long = 'include:a.example '.repeat(13);
    assert.equal(
      takenIn(`@ TXT "v=spf1 ${long}include:|"`, 'spf.protection.outlook.com'),
      `@ TXT "v=spf1 ${long}include:" "spf.protection.outlook.com"`,
    );
    assert.equal(
      takenIn(`@ TXT "v=spf1 include:| ${long}-all"`, 'spf.protection.outlook.com'),
      `@ TXT "v=spf1 include:spf.protection.outlook.com" " ${long}-all"`,
    );
    const escaped = 'x=1\\;'.repeat(60);
    assert.equal(
      takenIn(`_dmarc TXT v=DMARC1\\;${escaped}p=|`, 'quarantine'),
      `_dmarc TXT v=DMARC1\\;${escaped}p= quarantine`,
    );
  });

  it('keeps comments and quotes where a word is split', () => {
    assert.equal(
      takenIn('@ TXT ( "v=spf1 include:_spf.goo|" ; one\n "gle.com -all" ) ; two', '_spf.google.com'),
      '@ TXT ( "v=spf1 include:_spf.google.com" ; one\n " -all" ) ; two',
    );
  });

  it('leaves no empty string behind, and puts a whole record into quotes', () => {
    assert.equal(takenIn('_dmarc TXT "v=DMARC1; p=re|" "ject"', 'none'), '_dmarc TXT "v=DMARC1; p=none"');
    assert.equal(
      takenIn('s._domainkey TXT v|', 'v=DKIM1; k=rsa; p='),
      's._domainkey TXT "v=DKIM1; k=rsa; p="',
    );
    assert.equal(takenIn('@ TXT v=spf|', 'v=spf1 mx -all'), '@ TXT "v=spf1 mx -all"');
  });

  it('writes no blanks outside of quotes, and offers SPF records below _spf', () => {
    assert.equal(takenIn('_dmarc TXT v=DMARC1\\;|', 'p'), '_dmarc TXT v=DMARC1\\;p=');
    assert.equal(takenIn('_dmarc TXT v=DMARC1\\;p=none\\;ru|', 'rua'), '_dmarc TXT v=DMARC1\\;p=none\\;rua=');
    assert.ok(offeredIn('_spf2 TXT "|"').some((label) => label.includes('v=spf1')));
  });

  it('does not grow with the zone: hundreds of answers in a long one come to an end', function () {
    this.timeout(60_000);
    const many = Array.from({ length: 60_000 }, (_, i) => {
      const text = i % 200 === 0 ? `h${i} TXT "v=spf1 -all"\n` : '';
      return `${text}h${i} A 10.${i >> 16}.${(i >> 8) & 255}.${i & 255}\n`;
    });
    const { service, at, editing } = marked(`${HEAD}${many.join('')}@ TXT "v=spf1 include:| -all"\n`);
    service.complete('file:///example.com.zone', at);
    // So often that it would not end if each answer went through the zone.
    for (let i = 0; i < 500; i++) {
      const found = service.complete('file:///example.com.zone', at);
      assert.ok(found && found.candidates.length < 100 && found.incomplete === true);
      assert.ok(service.hover('file:///example.com.zone', at - 2));
      assert.ok(editing.signature?.(at));
    }
  });
});

describe('Hover inside records', () => {
  it('tells a tag, each word of its value, an address and its size apart', () => {
    const zone = (record: string): string => `_dmarc TXT "v=DMARC1; ${record}"\n`;
    const over = (record: string): string | undefined => hovered(zone(record))?.over;
    assert.equal(over('fo|=0:d'), 'fo');
    assert.equal(over('fo=0:|d'), 'd');
    assert.equal(over('p=quar|an" "tine'), 'quaran" "tine');
    assert.equal(over('rua=mailto:a@b.example,mail|to:c@d.example!10m'), 'mailto:c@d.example');
    assert.equal(over('rua=mailto:c@d.example!1|0m'), '!10m');
    const said = (record: string, locale: 'en' | 'ja' = 'en'): string =>
      hovered(zone(record), locale)?.said ?? '';
    assert.match(said('fo=0:|d'), /DKIM signature does not verify.*Without `ruf`/s);
    assert.match(
      said('p=rej|ect; t=y'),
      /example\.com, and from subdomains.*`quarantine` for the time being/s,
    );
    assert.match(said('p=rej|ect; sp=none'), /example\.com itself/);
    assert.match(said('adkim=|s'), /Only `d=example\.com` counts/);
    assert.match(said('rua=mailto:c@d.exam|ple'), /example\.com\._report\._dmarc\.d\.example/);
    assert.match(said('rua=mailto:c@mail.exam|ple.com'), /nobody has to agree/);
    assert.match(said('rua=mailto:c@d.example!1|0m'), /10 MiB/);
    assert.match(said('p=no|pe'), /none of its words.*`none`, `quarantine`, `reject`/s);
    assert.match(said('p=no|pe', 'ja'), /無視されます/);
    assert.match(said('pct=2|5'), /25 of 100/);
  });

  it('shows what the zone has where an SPF term asks', () => {
    const said = (term: string, locale: 'en' | 'ja' = 'en'): string =>
      hovered(`${HEAD}@ TXT "v=spf1 ${term} -all"\n`, locale)?.said ?? '';
    assert.match(said('include:_spf.exa|mple.com'), /3 of 10 lookups/);
    assert.match(said('a:mx1.exa|mple.com'), /A 192\.0\.2\.25`\n- `AAAA 2001:db8::25/);
    assert.match(said('m|x'), /MX 10 mx1/);
    assert.match(said('mx:exa|mple.com', 'ja'), /MX 10 mx1/);
    assert.match(said('exists:a%%|x.example.com'), /a percent sign \(RFC 7208 §7\.1\)/);
  });

  it('reads dates, places and keys', () => {
    assert.match(hovered('_mta-sts TXT "v=STSv1; id=2026112|2160509"')?.said ?? '', /2026-11-22 16:05:09/);
    assert.match(hovered('a._bimi TXT "v=BIMI1; l=https://x.exam|ple/a.svg"')?.said ?? '', /logo is fetched/);
    assert.match(
      hovered('a._bimi TXT "v=BIMI1; a=http|://x.example/a.pem"')?.said ?? '',
      /takes an `https:` URI/,
    );
    assert.match(hovered('s._domainkey TXT "v=DKIM1; t=|s"')?.said ?? '', /no subdomain.*RFC 6376/s);
  });
});

describe('Signature help inside records', () => {
  const signature = (line: string): { label: string; active: string; words: string } | undefined => {
    const { editing, at } = marked(`${line}\n`);
    const found = editing.signature?.(at);
    const span = found?.parameters[found.active]?.span;
    return (
      found && {
        label: found.label,
        active: span === undefined ? '' : found.label.slice(span.start, span.end),
        words: found.documentation === undefined ? '' : render(found.documentation, 'en'),
      }
    );
  };

  it('shows the form of an SPF term, the field of the cursor marked', () => {
    const label = '[+|-|~|?]a[:domain][/ip4-cidr][//ip6-cidr]';
    assert.deepEqual(
      [
        '|-a:x.example/24//64',
        '-a|:x.example/24//64',
        '-a:x.|example/24//64',
        '-a:x.example/2|4//64',
        '-a:x.example/24//6|4',
      ].map((term) => signature(`@ TXT "v=spf1 ${term} -all"`)?.active),
      ['[+|-|~|?]', 'a', 'domain', 'ip4-cidr', 'ip6-cidr'],
    );
    assert.equal(signature('@ TXT "v=spf1 a| -all"')?.label, label);
    assert.equal(signature('@ TXT "v=spf1 ip4:192.0.2.0/| -all"')?.active, 'prefix');
    assert.equal(signature('@ TXT "v=spf1 redirect=|"')?.label, 'redirect=domain');
    assert.match(signature('@ TXT "v=spf1 |"')?.label ?? '', /mechanism … modifier=domain/);
    assert.equal(signature('@ TXT "v=spf1 exists:%{i2|r}.x.example"')?.active, '[digits]');
  });

  it('shows the form of a tag, and between tags which are missing', () => {
    assert.deepEqual(signature('_dmarc TXT "v=DMARC1; p=|"'), {
      label: 'v=DMARC1; p=none|quarantine|reject; …',
      active: 'none|quarantine|reject',
      words: signature('_dmarc TXT "v=DMARC1; p|=none"')?.words,
    });
    assert.equal(signature('_dmarc TXT "v=DMARC1; f|o=1"')?.active, 'fo');
    assert.match(signature('_dmarc TXT "v=DMARC1; fo=0:|"')?.label ?? '', /fo=0\|1\|d\|s\[:…\]/);
    assert.match(signature('s._domainkey TXT "v=DKIM1; |"')?.words ?? '', /Still needed: `p`/);
    assert.equal(signature('@ TXT "some |text"'), undefined);
    assert.equal(signature('@ MX 10 |mail')?.active, 'exchange');
  });
});

/** Whether a text is another one with something put in at one place. */
function isPutInto(rest: string, text: string): boolean {
  let front = 0;
  while (front < rest.length && rest[front] === text[front]) front++;
  return text.endsWith(rest.slice(front));
}

describe('Every answer inside a record', () => {
  it('lies within the record, wherever the cursor stands', () => {
    const words = fc.constantFrom(
      ...[
        'v=DMARC1',
        'v=spf1',
        'p=',
        'include:',
        'ip4:192.0.2.0/',
        'a/24//',
        '%{',
        '%{ir}',
        'exists:%',
        'rua=mailto:a@b',
      ],
      ...[
        ';',
        ' ',
        '" "',
        '"',
        '\\;',
        '\\059',
        '\n "',
        '" ; c\n',
        'fo=1:',
        'é',
        '=',
        ')',
        '!10m',
        ',',
        'y'.repeat(90),
      ],
    );
    const owners = fc.constantFrom(
      '_dmarc',
      '@',
      's._domainkey',
      '_mta-sts',
      '_smtp._tls',
      'a._bimi',
      'x._report._dmarc',
    );
    fc.assert(
      fc.property(owners, fc.array(words, { maxLength: 12 }), fc.nat(200), (owner, parts, place) => {
        const line = `${owner} TXT ( "${parts.join('')}`;
        const text = `${HEAD}${line}`;
        const at = HEAD.length + Math.min(place, line.length);
        const { service, editing } = opened(text);
        const found = service.complete('file:///example.com.zone', at, now);
        const spans = [
          found?.replace,
          ...(found?.also ?? []),
          service.hover('file:///example.com.zone', at)?.span,
        ];
        for (const span of spans) {
          if (span !== undefined) assert.ok(span.start <= span.end && span.end <= text.length);
        }
        for (const other of found?.also ?? []) {
          assert.ok(other.end <= found!.replace.start || other.start >= found!.replace.end);
        }
        const said = editing.signature?.(at);
        for (const { span } of said?.parameters ?? []) assert.ok(span.end <= said!.label.length);
        for (const { span } of editing.tokens?.({ start: HEAD.length, end: text.length }) ?? []) {
          assert.ok(span.start < span.end && span.end <= text.length);
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it('taken, leaves comments and the rest of the text as they were, and makes no new problem', () => {
    const words = fc.constantFrom(
      ...[
        'v=DMARC1; ',
        'v=spf1 ',
        'p=no',
        'include:_sp',
        'ip4:192.0.2.0/2',
        'a/24//6',
        'exists:%{i',
        '}.x',
        'rua=mailto:a@b',
      ],
      ...[
        '; ',
        ' ',
        '" "',
        '"\n "',
        '\\;',
        '\\059 ',
        '" ; c\n "',
        'fo=1:',
        '=',
        ',',
        'y'.repeat(100),
        'sp=reject',
      ],
    );
    const owners = fc.constantFrom('_dmarc', '@', 's._domainkey', '_mta-sts', '_smtp._tls', 'a._bimi');
    const problemsIn = (zone: string): string[] =>
      [...entriesBetween(zoneOf(zone))].flatMap((one) =>
        one.kind === 'record' ? one.entry.problems.map(({ kind }) => kind) : [],
      );
    const lastText = (zone: string): string => recordsIn(zone).at(-1)!;
    let taken = 0;
    fc.assert(
      fc.property(owners, fc.array(words, { maxLength: 10 }), fc.nat(250), (owner, parts, place) => {
        const line = `${owner} TXT ( "${parts.join('')}" ) ; last\n`;
        const text = `${HEAD}${line}`;
        const first = `${owner} TXT ( "`.length;
        const at = HEAD.length + first + (place % (line.length - first - 10));
        const { service } = opened(text);
        const found = service.complete('file:///example.com.zone', at, now);
        if (found === undefined || found.candidates[0]?.kind === 'name') return;
        const before = problemsIn(text);
        const cut = applyEdits(
          text,
          [found.replace, ...(found.also ?? [])].map((span) => ({ span, text: '' })),
        );
        for (const { insert, label, kind } of found.candidates) {
          if (!['record', 'tag', 'value'].includes(kind)) continue;
          const gone = (found.also ?? []).map((span) => ({ span, text: '' }));
          const after = applyEdits(text, [{ span: found.replace, text: insert ?? label }, ...gone]);
          assert.deepEqual(commentsOf(after), commentsOf(text), after);
          assert.ok(problemsIn(after).length <= before.length, `${after}: ${problemsIn(after).join()}`);
          assert.ok(isPutInto(lastText(cut), lastText(after)), after);
          taken++;
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(taken > 300, String(taken));
  }).timeout(120_000);
});
