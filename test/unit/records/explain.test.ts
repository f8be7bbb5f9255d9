import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { defineRecord } from '../../../core/records/definition';
import { explainedDefaults, explainedTags } from '../../../core/records/explain/tags';
import { dmarcPolicyDefinition } from '../../../core/records/dmarcPolicy';
import { readTagRecord } from '../../../core/records/tagRecord';
import fc from 'fast-check';
import { createLanguageService } from '../../../core/service';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import type { Locale } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import type { OpenDocument } from '../../../server/documents';
import { explained } from '../../../server/records/explained';
import { pageText } from '../../../server/records/pageText';
import { RSA2048, RSA2048_FINGERPRINT } from '../dkim/keys';

const HEAD =
  '$TTL 3600\n@ SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\n@ MX 10 ns1\nns1 A 192.0.2.1\n';
const uri = 'file:///zones/example.com.zone';

/** What is said of the record on the last line of a zone. */
function said(record: string, locale: Locale = 'en'): string {
  const text = sourceText(`${HEAD}${record}\n`);
  const service = createLanguageService();
  service.open(uri, 'dns-zone', text, { origin: 'example.com.' });
  const document: OpenDocument = {
    uri,
    languageId: 'dns-zone',
    fileName: 'example.com.zone',
    version: 1,
    text,
  };
  const standing = service.model(uri)?.editing?.mailRecordAt?.(HEAD.length + record.length - 1);
  assert.ok(standing, `a record in ${record}`);
  const page = explained(service, document, standing);
  assert.ok(page);
  return pageText(page, locale);
}

/** A record of each kind: what its page must say, in English and in Japanese. */
const KINDS: readonly (readonly [string, RegExp[], RegExp[]])[] = [
  [
    '@ TXT "v=spf1 ip4:192.0.2.0/24 a:%{d2} include:_spf.google.com ~all exp=why.example.com"',
    [
      /^SPF record of example\.com$/m,
      /at least 2 of 10 lookups/,
      /192\.0\.2\.0 to 192\.0\.2\.255 \(256 addresses\)/,
      /The name depends on the message/,
      /Senders of Google Workspace/,
      /^~all\n {4}Everyone else — A match is softfail: probably may not/m,
      /^exp=why\.example\.com\n {4}Explanation\n/m,
      /RFC 7208 §5\.2/,
    ],
    [/^example\.com の SPF レコード$/m, /Google Workspace の送信元です。/, /少なくとも 2 回/],
  ],
  [
    `s2026._domainkey TXT ( "v=DKIM1; k=rsa; t=s; " "p=${RSA2048.slice(0, 200)}" "${RSA2048.slice(200)}" )`,
    [
      /^DKIM key record of example\.com$/m,
      /d=example\.com; s=s2026 makes a receiver ask for TXT at s2026\._domainkey\.example\.com/,
      /RSA, 2048 bits, exponent 65537/,
      new RegExp(RSA2048_FINGERPRINT.replace(/..(?=.)/g, '$&:')),
      /^t=s\n {4}Flags — s: the signature’s i= must name this very domain/m,
      /^p=MII[\w+/]{45}…$/m,
      /^s=\*$|^v=DKIM1$/m,
    ],
    [/RSA、2048 ビット/, /公開鍵/],
  ],
  [
    '_dmarc TXT "v=DMARC1; p=quarantine; np=reject; " "rua=mailto:d@example.com; pct=50"',
    [
      /^DMARC Policy Record of example\.com$/m,
      /v=DMARC1; p=quarantine; np=reject; rua=mailto:d@example\.com; pct=50/,
      /a subdomain that does not exist: reject \(RFC 9989\)/,
      /^sp=quarantine\n {4}Subdomain policy — treat as suspicious.* \(as p\)$/m,
      /^adkim=r\n {4}DKIM alignment — relaxed/m,
      /Reports go to d@example\.com/,
      /\bdmarc-removed-tag\b/,
    ],
    [/^example\.com の DMARC ポリシーレコード$/m, /^警告|^- 警告|^- 情報|^- ヒント/m],
  ],
  [
    'example.net._report._dmarc TXT "v=DMARC1"',
    [
      /^DMARC report authorisation of example\.com$/m,
      /example\.com agrees to receive DMARC reports about example\.net/,
      /at example\.net\._report\._dmarc\.example\.com/,
    ],
    [/example\.net に関する DMARC レポート/],
  ],
  [
    '*._report._dmarc TXT "v=DMARC1"',
    [/reports about any domain/, /at \*\._report\._dmarc\.example\.com/],
    [/任意のドメイン/],
  ],
  [
    '_adsp._domainkey TXT "dkim=all"',
    [/^ADSP record \(historic\) of example\.com$/m, /DMARC took its place/, /all mail is signed/],
    [/歴史的な規格/],
  ],
  [
    '_mta-sts TXT "v=STSv1; id=20261122"',
    [/^MTA-STS record of example\.com$/m, /https:\/\/mta-sts\.example\.com\/\.well-known\/mta-sts\.txt/],
    [/ポリシー/],
  ],
  [
    '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"',
    [/^TLS reporting record of example\.com$/m, /Reports go to t@example\.com/, /RFC 8460 §3/],
    [/TLS が使えたかどうか/],
  ],
  [
    'default._bimi TXT "v=BIMI1; l=https://example.com/l.svg; a="',
    [/^BIMI Assertion Record of example\.com$/m, /at default\._bimi\.example\.com/],
    [/ロゴ/],
  ],
];

describe('a record explained', () => {
  for (const [record, english, japanese] of KINDS) {
    it(`says what it is, where it is looked for and what it does: ${record.slice(0, 30)}`, () => {
      const en = said(record);
      for (const wanted of english) assert.match(en, wanted);
      const ja = said(record, 'ja');
      for (const wanted of japanese) assert.match(ja, wanted);
      assert.doesNotMatch(en + ja, /(?<!%)\{\w+\}|undefined/);
    });
  }

  it('explains a tag that is only added to its definition', () => {
    const definition = defineRecord({
      ...dmarcPolicyDefinition,
      tags: [
        ...dmarcPolicyDefinition.tags,
        {
          name: 'zz',
          title: { en: 'Sleep', ja: '睡眠' },
          documentation: { en: 'When to rest.', ja: '休む時間です。' },
          value: { type: 'keyword', keywords: [{ value: 'n', meaning: { en: 'at night', ja: '夜' } }] },
          default: 'n',
          reference: 'RFC 9989 §4.7',
        },
      ],
    });
    const read = (text: string) => {
      const entry = parseEntry(`_dmarc TXT "${text}"`, { origin: 'example.com.' });
      return readTagRecord(definition, entry, entry.strings!);
    };
    const blocks = [
      { kind: 'terms', items: explainedTags(read('v=DMARC1; zz=n')) },
      { kind: 'terms', items: explainedDefaults(read('v=DMARC1; p=none')) },
    ] as const;
    const [written, missing] = blocks.map((block) =>
      pageText({ title: { text: { en: 'T', ja: 'T' } }, blocks: [block] }, 'en'),
    );
    assert.match(written!, /^zz=n\n {4}Sleep — n: at night\.\n {4}When to rest\.\n/m);
    assert.match(missing!, /^zz=n\n {4}Sleep — at night$/m);
  });

  it('says of a value that receivers cannot use what holds instead', () => {
    const page = said('_dmarc TXT "v=DMARC1; p=none; adkim=loose; p=reject; x=1"');
    assert.match(page, /^adkim=loose\n.*\n {4}Receivers cannot use this value.*Without it: r\./m);
    assert.match(page, /^p=reject\n.*\n {4}This tag stood before/m);
    assert.match(page, /^x=1\n {4}No tag of this record/m);
    assert.match(page, /^- Error: .*dmarc-bad-value/m);
  });

  it('says where a record stands that nobody looks for there', () => {
    assert.match(
      said('www TXT "v=DMARC1; p=none"'),
      /stands at www\.example\.com, where nobody looks for it/,
    );
    assert.match(said('_dmarc TXT "v=spf1 -all"'), /pass it over/);
    assert.match(said('@ TXT "v=spf1-all"'), /pass it over/);
  });

  it('says which terms of SPF no receiver comes to', () => {
    const page = said('@ TXT "v=spf1 -all a redirect=example.net foo"');
    assert.equal(page.match(/stands behind all/g)?.length, 2);
    assert.match(page, /foo is no term of SPF/);
  });

  it('shows nothing of a private key', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    for (const owner of ['s._domainkey', '_dmarc', 'default._bimi', '_mta-sts', '_smtp._tls']) {
      const strings = ['v=DKIM1; p=', ...(pem.match(/.{1,200}/g) ?? [])].map((one) => `"${one}"`).join(' ');
      const page = said(`${owner} TXT ( ${strings} )`);
      assert.match(page, /holds a private key/);
      for (let at = 0; at + 12 <= pem.length; at += 12) {
        assert.ok(!page.includes(pem.slice(at, at + 12)), `${owner}: ${page}`);
      }
    }
  });

  it('explains an MTA-STS policy, wherever in its file one asks', () => {
    const page = (policy: string, locale: Locale = 'en'): string => {
      const text = sourceText(policy);
      const service = createLanguageService();
      const file = 'file:///www/mta-sts.txt';
      service.open(file, 'mta-sts-policy', text);
      const record = service.model(file)?.editing?.mailRecordAt?.(policy.length);
      assert.ok(record);
      const document: OpenDocument = {
        uri: file,
        languageId: 'mta-sts-policy',
        fileName: 'mta-sts.txt',
        version: 1,
        text,
      };
      const explanation = explained(service, document, record);
      assert.ok(explanation);
      return pageText(explanation, locale);
    };
    const whole =
      'version: STSv1\nmode: enforce\nmx: *.mail.example.com\nmx: mx.example.net\nmax_age: 604800\n';
    assert.match(page(whole), /^- enforce: Mail is not delivered to servers without/m);
    assert.match(page(whole), /^- Mail servers: \*\.mail\.example\.com, mx\.example\.net$/m);
    assert.match(page(whole), /^- Senders keep it for 7 days\.$/m);
    assert.match(page(whole), /^mx: \*\.mail\.example\.com\n/m);
    assert.match(page(whole, 'ja'), /^MTA-STS ポリシー\n/);
    const broken = page('version: STSv1\nmode: strict\nmode: testing\nfoo: <b>\n');
    assert.match(broken, /^- There is no max_age, so senders take the file for no policy\.$/m);
    assert.match(broken, /^mode: strict\n.*\n {4}Senders cannot use this value/m);
    assert.match(broken, /^mode: testing\n(?: {4}.*\n)* {4}This field stood before/m);
    assert.match(broken, /^foo: <b>\n {4}No field that the standard names/m);
    assert.match(page(''), /There is no version/);
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const secret = page(`${whole}${pem}`);
    assert.match(secret, /holds a private key/);
    assert.ok(!secret.includes(pem.split('\n')[1]!.slice(0, 12)), secret);
  });

  it('explains whatever stands in a record, and leaves no value out', () => {
    const owners = ['@', '_dmarc', 's._domainkey', 'x._report._dmarc', '_mta-sts', '_smtp._tls', 'd._bimi'];
    const beginning = fc.constantFrom(
      '',
      'v=spf1 ',
      'v=DMARC1; ',
      'v=DKIM1; p=',
      'v=STSv1; id=',
      'v=BIMI1; l=',
    );
    const piece = fc.constantFrom(
      'p=none',
      ';',
      ' ',
      'include:',
      '%{',
      'rua=mailto:',
      '=',
      '/99',
      'a',
      '\\;',
      '\\000',
      'é',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...owners),
        beginning,
        fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 12 }),
        (owner, begin, pieces) => {
          const text = (begin + pieces.join('')).replace(/["\n\r]/g, '');
          const zone = `${HEAD}${owner} TXT "${text}"\n`;
          const service = createLanguageService();
          service.open(uri, 'dns-zone', sourceText(zone), { origin: 'example.com.' });
          const { editing } = service.model(uri)!;
          for (const record of editing!.mailRecords!()) {
            const page = editing!.explain!(record);
            assert.ok(page, zone);
            for (const locale of ['en', 'ja'] as const) assert.ok(pageText(page, locale).length > 100);
          }
        },
      ),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it('finds a record again when lines above it have come', () => {
    const service = createLanguageService();
    const zone = `${HEAD}@ TXT "v=spf1 -all"\n@ TXT "v=spf1 ~all"\n`;
    service.open(uri, 'dns-zone', sourceText(zone), { origin: 'example.com.' });
    const editing = () => service.model(uri)!.editing!;
    const second = editing().mailRecordAt!(zone.indexOf('~all'))!;
    assert.deepEqual(
      { ...second, span: undefined },
      { kind: 'spf-record', owner: 'example.com.', index: 1, domain: 'example.com', span: undefined },
    );
    service.update(uri, sourceText(`; more\n\n${zone}`));
    assert.equal(editing().findMailRecord!(second)!.span.start, second.span.start + 8);
    assert.deepEqual(
      [...editing().mailRecords!()].map(({ kind, index }) => [kind, index]),
      [
        ['spf-record', 0],
        ['spf-record', 1],
      ],
    );
    service.update(uri, sourceText(HEAD));
    assert.equal(editing().explain!(second), undefined);
  });
});
