import assert from 'node:assert/strict';
import { createLanguageService } from '../../core/service';
import { sourceText } from '../../core/text/sourceText';
import { encodeCharacters } from '../../core/values/characterString';

/** With `MAIL_AUTH_FUZZ_RUNS` set, records are as long as can be, and written in every way. */
const thorough = process.env.MAIL_AUTH_FUZZ_RUNS !== undefined;

/** At most as many octets as RDATA may have, but for the lengths of its strings. */
const LONGEST = thorough ? 65_000 : 40_000;

function filled(piece: (i: number) => string, head = ''): string {
  let text = head;
  for (let i = 0; text.length < LONGEST; i++) text += piece(i);
  return text.slice(0, LONGEST);
}

const always = (text: string) => (): string => text;
const key = 'v=DKIM1; k=rsa; p=';

/** Owner and text of records that cost most where something is looked through once for each of its parts. */
const RECORDS: Readonly<Record<string, readonly [owner: string, text: string]>> = {
  'one word': ['@', filled(always('a'))],
  'single letters': ['@', filled(always('a '), 'v=spf1 ')],
  'SPF mechanisms, all the same': ['@', filled(always('a '), 'v=spf1 ')],
  'SPF addresses, all different': [
    '@',
    filled((i) => `ip4:10.${(i >> 8) % 256}.${i % 256}.${i % 251} `, 'v=spf1 '),
  ],
  'SPF networks, each within another': [
    '@',
    filled((i) => `ip6:2001:db8::${i.toString(16)}/${i % 129} `, 'v=spf1 '),
  ],
  'SPF includes, all different': ['@', filled((i) => `include:i${i}.example.com `, 'v=spf1 ')],
  'SPF includes of itself': ['@', filled(always('include:example.com '), 'v=spf1 ')],
  'SPF redirects': ['@', filled((i) => `redirect=r${i} `, 'v=spf1 ')],
  'SPF modifiers, all different': ['@', filled((i) => `m${i}=x `, 'v=spf1 ')],
  'SPF mechanisms that there are not': ['@', filled((i) => `n${i} `, 'v=spf1 ')],
  'SPF versions': ['@', filled(always('v=spf1 '))],
  'SPF without blanks': ['@', filled(always('include:a'), 'v=spf1 ')],
  'unclosed macros': ['@', filled(always('%{'), 'v=spf1 exists:')],
  macros: ['@', filled(always('%{d}'), 'v=spf1 exists:')],
  'many dots': ['@', filled(always('.'), 'v=spf1 a:')],
  'many labels': ['@', filled(always('a.'), 'v=spf1 a:')],
  'blanks in SPF': ['@', filled(always(' '), 'v=spf1')],
  'commas in SPF': ['@', filled(always(','), 'v=spf1 ')],
  semicolons: ['_dmarc', filled(always(';'), 'v=DMARC1')],
  'equals signs': ['_dmarc', filled(always('='), 'v=DMARC1;')],
  'blanks in DMARC': ['_dmarc', filled(always(' '), 'v=DMARC1; p=none')],
  'tags, all different': [
    '_dmarc',
    filled((i) => `a${String.fromCharCode(97 + (i % 26))}${i}=x;`, 'v=DMARC1;'),
  ],
  'the same tag': ['_dmarc', filled(always('p=none;'), 'v=DMARC1;')],
  'tags without separators': ['_dmarc', filled(always(' p=none'), 'v=DMARC1')],
  'report addresses': ['_dmarc', filled((i) => `mailto:a${i}@example.com,`, 'v=DMARC1; p=none; rua=')],
  'report addresses elsewhere': [
    '_dmarc',
    filled((i) => `mailto:a@d${i}.example.org,`, 'v=DMARC1; p=none; rua='),
  ],
  'report addresses with semicolons': ['_dmarc', filled(always('mailto:a@b.c;'), 'v=DMARC1; p=none; rua=')],
  'exclamation marks': ['_dmarc', filled(always('!'), 'v=DMARC1; p=none; rua=mailto:a@b.c')],
  'fo values': ['_dmarc', filled(always('1:'), 'v=DMARC1; p=none; fo=')],
  'a report authorisation': ['x._report._dmarc', filled(always(' v=DMARC1'))],
  'a key of one letter': ['s._domainkey', filled(always('A'), key)],
  'a key of padding': ['s._domainkey', filled(always('='), key)],
  'a key with blanks': ['s._domainkey', filled(always('A '), key)],
  'a key with dashes': ['s._domainkey', filled(always('-'), key)],
  'beginnings of armour': ['s._domainkey', filled(always('-----BEGIN '), key)],
  'beginnings of private keys': ['s._domainkey', filled(always('MII'), key)],
  'private words': ['s._domainkey', filled(always('BEGIN PRIVATE '), key)],
  'flags of a key': ['s._domainkey', filled((i) => `f${i}:`, 'v=DKIM1; t=')],
  'hashes of a key': ['s._domainkey', filled((i) => `h${i}:`, 'v=DKIM1; h=')],
  notes: ['s._domainkey', filled(always('n=x;'), 'v=DKIM1;')],
  'octets beyond ASCII': ['s._domainkey', filled(always('\u00ff'), key)],
  'spaces that are none': ['_dmarc', filled(always('\u00a0'), 'v=DMARC1;')],
  ADSP: ['_adsp._domainkey', filled(always('dkim=all;'))],
  'MTA-STS': ['_mta-sts', filled((i) => `id=${i};`, 'v=STSv1;')],
  'TLS-RPT': ['_smtp._tls', filled((i) => `https://a${i}.example.com/,`, 'v=TLSRPTv1; rua=')],
  'TLS-RPT with escapes': ['_smtp._tls', filled(always('%2C'), 'v=TLSRPTv1; rua=https://a/')],
  BIMI: ['default._bimi', filled(always('l=https://a/x.svg;'), 'v=BIMI1;')],
  parentheses: ['@', filled(always('(('))],
};

/** A text as zone data in strings of an entry: full ones, or of one character each. */
function strings(text: string, size: number): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += size) {
    parts.push(`"${encodeCharacters(text.slice(at, at + size), true)}"`);
  }
  return parts.join(' ');
}

/** How it may be written. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  'in full strings': (text) => strings(text, 255),
  // Such a record has fewer characters: each string costs an octet more.
  'in strings of one character': (text) => strings(text.slice(0, LONGEST / 4), 1),
  'in one string': (text) => strings(text, text.length),
  'without quotes': (text) => encodeCharacters(text, false),
  'as it is': (text) => text,
};

/** Milliseconds that work takes, the least of several tries: other programs may run beside. */
function least(tries: number, work: () => void): number {
  let took = Infinity;
  for (let i = 0; i < tries && took > ENOUGH; i++) {
    const began = performance.now();
    work();
    took = Math.min(took, performance.now() - began);
  }
  return took;
}

/** Milliseconds with which one can be content; what takes longer is told with `MAIL_AUTH_FUZZ_RUNS` set. */
const ENOUGH = 50;

describe('a very long record', () => {
  const slow: string[] = [];
  for (const [name, [owner, text]] of Object.entries(RECORDS)) {
    // Where a part is looked through for each part, it takes minutes.
    it(`of ${name} is judged to its end`, function () {
      this.timeout(120_000);
      for (const [way, write] of Object.entries(WAYS).slice(0, thorough ? undefined : 1)) {
        const zone = sourceText(
          `@ 60 IN SOA ns1 h 1 2 3 4 5\n@ 60 IN NS ns1\n${owner} 60 IN TXT ${write(text)}\nns1 60 IN A 192.0.2.1\n`,
        );
        const service = createLanguageService();
        const open = least(thorough ? 2 : 1, () => {
          service.open('z', 'dns-zone', zone, { origin: 'example.com.' });
          for (const { span } of service.findings('z', 1000)) assert.ok(span.end <= zone.length, way);
        });
        const asked = least(1, () => {
          const at = zone.length - 40;
          for (const span of [service.hover('z', at)?.span, service.complete('z', at)?.replace]) {
            assert.ok(span === undefined || (span.start <= at && at <= span.end), way);
          }
          service.model('z')?.editing?.signature?.(at);
        });
        if (open > ENOUGH || asked > ENOUGH)
          slow.push(`${name} ${way}: ${open.toFixed(0)} ms, asked ${asked.toFixed(0)} ms`);
      }
    });
  }
  after(() => {
    if (thorough) console.log(slow.join('\n'));
  });
});
