import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import type { DkimKeyRecord } from '../../../core/records/dkimKey';
import { recogniseRecord } from '../../../core/records/recognise';
import { createLanguageService } from '../../../core/service';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { render } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';
import { ED25519, RSA1024 } from './keys';

const origin = 'example.com.';

function recognise(line: string, from = origin) {
  return recogniseRecord(parseEntry(line, { origin: from }));
}

function keyRecord(line: string): DkimKeyRecord {
  const found = recognise(line);
  assert.equal(found?.kind, 'dkim-key', line);
  return found.value;
}

const HEAD =
  '$TTL 3600\n@ SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\nns1 A 192.0.2.1\n_dmarc TXT "v=DMARC1; p=reject"\n';

/** The findings of records in a zone that is in order otherwise. */
function findings(text: string): { rule: string; message: string }[] {
  const service = createLanguageService();
  service.open('z', 'dns-zone', sourceText(HEAD + text), { origin });
  return service
    .findings('z')
    .filter(({ span }) => span.start >= HEAD.length)
    .map(({ rule, message }) => ({
      rule,
      message: `${render(message, 'en')}\n${render(message, 'ja')}`,
    }));
}

describe('recognising DKIM keys and their kin', () => {
  it('goes by the owner first, then by the text', () => {
    const kinds: readonly (readonly [string, string | undefined])[] = [
      ['s._domainkey TXT "anything"', 'dkim-key'],
      ['S.a._DomainKey.mail TXT "p="', 'dkim-key'],
      ['s._domainkey TXT', 'dkim-key'],
      ['@ TXT "v=DKIM1; p="', 'dkim-key'],
      ['@ TXT "k=rsa; p=MIGf"', 'dkim-key'],
      [`@ TXT "p=${RSA1024}"`, 'dkim-key'],
      ['_domainkey TXT "o=~; t=y"', undefined],
      ['_report._domainkey TXT "r=dkim; rp=100"', undefined],
      ['_adsp._domainkey TXT "dkim=all"', 'adsp'],
      ['_mta-sts TXT "x"', 'mta-sts'],
      ['mail TXT "v=STSv1; id=1"', 'mta-sts'],
      ['_smtp._tls TXT "v=STSv1; id=1"', 'tls-rpt'],
      ['@ TXT "v=TLS-RPTv1; rua=mailto:a@example.com"', 'tls-rpt'],
      ['default._bimi TXT "x"', 'bimi'],
      ['@ TXT "v = bimi1; l="', 'bimi'],
      ['_bimi TXT "site-verification"', undefined],
      ['@ TXT "a note on p=1"', undefined],
      ['s._domainkey CNAME s.dkim.example.net.', undefined],
    ];
    for (const [line, kind] of kinds) assert.equal(recognise(line)?.kind, kind, line);
  });

  it('tells selector and domain, with the origin written twice as well', () => {
    const written = (line: string) => {
      const { selector, domain, place } = keyRecord(line);
      return [selector, domain, place].join(' ');
    };
    assert.equal(written('s2026._domainkey TXT "p="'), 's2026 example.com. selector');
    assert.equal(written('a.b._domainkey.mail TXT "p="'), 'a.b mail.example.com. selector');
    assert.equal(written('s._domainkey.example.com TXT "p="'), 's example.com. selector');
    assert.equal(written('@ TXT "v=DKIM1; p="'), ' example.com. elsewhere');
  });

  it('reads a key wherever its strings are split, with escapes and comments between', () => {
    const text = `v=DKIM1; k=rsa; p=${RSA1024}`;
    for (let at = 1; at < text.length; at++) {
      const line = `s._domainkey TXT ( "${text.slice(0, at)}" ; half\n "${text.slice(at)}" )`;
      const { state, octets } = keyRecord(line).key();
      assert.equal(state, 'clean', line);
      assert.equal(octets.kind === 'rsa' && octets.bits, 1024);
    }
    const escaped = keyRecord(`s._domainkey TXT "v=DKIM1\\; p=${RSA1024.replaceAll('/', '\\047')}"`);
    assert.equal(escaped.key().state, 'clean');
  });

  it('takes the padding of a key for no tag, wherever its strings are split', () => {
    // The last characters are those that tags are called by.
    for (const last of ['k', 's', 'g', 'w', 'A']) {
      const key = `${ED25519.slice(0, 42)}${last}=`;
      for (const at of [0, 1, 41, 42, 43]) {
        const line = `s._domainkey TXT "k=ed25519; p=${key.slice(0, at)}" "${key.slice(at)}"`;
        assert.deepEqual(
          keyRecord(line).tags.map((tag) => tag.key),
          ['k', 'p'],
          line,
        );
      }
    }
  });
});

describe('all rules together on key records', () => {
  const good = `s._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519}"`;

  it('report one mistake once', () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      [good, []],
      [`s._domainkey TXT "v=DKIM1; k=ed25519 p=${ED25519}"`, ['dkim-missing-separator']],
      [`s._domainkey TXT "v=DKIM1; k=ed25519; p:${ED25519.slice(0, -1)}"`, ['dkim-tag-without-value']],
      [`s._domainkey TXT "v=DKIM1; k=rsa; ${RSA1024}"`, ['dkim-missing-key']],
      [`s._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519.slice(0, 20)}..."`, ['dkim-bad-base64']],
      [`s._domainkey TXT "v=DKIM1; k=ed25519; p=YOUR-KEY"`, ['dkim-bad-base64']],
      [`s._domainkey TXT "v=DKIM1; k=ed25519; p=abcd"`, ['dkim-not-a-key']],
      [`s._domainkey TXT "v=DKIM1; k=ed25519; P=${ED25519}"`, ['dkim-tag-name-case']],
      [`s._domainkey TXT "v=DKIM1; k=rsa; p=${ED25519}"`, ['dkim-key-type-mismatch']],
      [`s._domainkey TXT "v=DKIM1; k=rsa-sha256; p=${ED25519}"`, ['dkim-unknown-key-type']],
      [`s._domainkey TXT "v=DKIM; k=ed25519; p=${ED25519}"`, ['dkim-bad-version']],
      ['s._domainkey TXT "v=spf1 -all"', ['dkim-foreign-record']],
      ['s._domainkey TXT "-----BEGIN PUBLIC KEY-----"', ['dkim-foreign-record']],
      [`s TXT "v=DKIM1; k=ed25519; p=${ED25519}"`, ['dkim-misplaced-record']],
      [`s._domainkey.example.com TXT "k=ed25519; p=${ED25519}"`, ['zone-name-missing-final-dot']],
      ['s._domainkey TXT v=DKIM1; k=rsa; p=', ['zone-unquoted-record']],
      ['_mta-sts TXT "v=STSv1"', ['mta-sts-bad-id']],
      ['_mta-sts TXT "v=STSv1 id=1"', ['mta-sts-bad-syntax']],
      ['_mta-sts TXT "STSv1; id=1"', ['mta-sts-bad-version']],
      ['_mta-sts TXT v=STSv1; id=1', ['zone-unquoted-record']],
      ['_smtp._tls TXT "v=TLSRPTv1; rua=a@example.com"', ['tls-rpt-bad-report-uri']],
      [
        '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com;mailto:b@example.com"',
        ['tls-rpt-bad-report-uri'],
      ],
      ['_smtp._tls TXT "v=TLSRPTv1; rua:mailto:a@example.com"', ['tls-rpt-bad-syntax']],
      ['default._bimi TXT "v=BIMI1; l:https://example.com/a.svg"', ['bimi-bad-syntax']],
      ['default._bimi TXT "v=BIMI1; l=http://example.com/a.png"', ['bimi-bad-location']],
      ['_adsp._domainkey TXT "dkim=all"', ['adsp-historic']],
    ];
    for (const [line, rules] of cases) {
      assert.deepEqual(
        findings(`${line}\n`).map(({ rule }) => rule),
        rules,
        line,
      );
    }
  });

  it('mend a record with several mistakes step by step', () => {
    let text = `s TXT "V=DKIM1 k=ed25519;; p=\\"${ED25519}\\""\n`;
    const service = createLanguageService();
    for (let round = 0; round < 9; round++) {
      service.open('z', 'dns-zone', sourceText(text), { origin });
      const fix = service.findings('z').find(({ fixes }) => fixes.length > 0)?.fixes[0];
      if (fix === undefined) break;
      text = applyEdits(text, fix.edits);
    }
    assert.equal(text, `s._domainkey TXT "v=DKIM1; k=ed25519; p=${ED25519}"\n`);
  });
});

describe('a private key in a zone', () => {
  const secret = 'MIIEpAIBAAKCAQEAsecretsecretsecretSECRETsecretsecretsecretsecret';
  const owners = [
    's._domainkey',
    '@',
    '_dmarc',
    '_mta-sts',
    '_smtp._tls',
    'default._bimi',
    'a._report._dmarc',
  ];
  const texts = [
    `"v=DKIM1; k=rsa; p=${secret}"`,
    `"v=DKIM1; k=rsa; ${secret}="`,
    `"p=-----BEGIN RSA PRIVATE KEY-----" "${secret.slice(4)}=;secret" "-----END RSA PRIVATE KEY-----"`,
    `"v=DMARC1; p=${secret}; secret"`,
    `"v=spf1 ${secret} a:${secret} -all"`,
    `v=DKIM1;p=${secret}`,
    `v=DKIM1 p=${secret} secret`,
    `( "v=DKIM1; p="\n "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjsecretsecretsecret" )`,
  ];

  it('is reported, and shown again nowhere: no message, hover or completion holds any of it', () => {
    for (const owner of owners) {
      for (const text of texts) {
        const line = `${owner} IN TXT ${text}\n`;
        const service = createLanguageService();
        service.open('z', 'dns-zone', sourceText(line), { origin });
        const found = findings(line);
        const cut = text.startsWith('v=DKIM1;');
        if (!cut)
          assert.ok(
            found.some(({ rule }) => rule === 'dkim-private-key'),
            line,
          );
        for (const { rule, message } of found) {
          assert.ok(!/secret|MIIE/i.test(message), `${rule}: ${message}`);
        }
        for (let at = 0; at < line.length; at += 3) {
          const said = service.hover('z', at)?.paragraphs.map((p) => render(p, 'en')) ?? [];
          const offered = service.complete('z', at)?.candidates.map(({ label }) => label) ?? [];
          const all = [...said, ...offered].join('\n');
          assert.ok(!/secret|MIIE/i.test(all), `${line} at ${at}: ${all}`);
        }
        for (const { fixes } of service.findings('z')) {
          for (const { title } of fixes) assert.ok(!/secret|MIIE/i.test(render(title, 'en')));
        }
      }
    }
  });

  it('is not shown again either where its lines were pasted as they are', function () {
    this.timeout(60_000);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const pem = (privateKey.export({ format: 'pem', type: 'pkcs8' }) as string).trim();
    const lines = pem.split('\n').slice(1, -1);
    const parts = lines.flatMap((line) => line.match(/.{8}/g) ?? []).map((part) => part.toLowerCase());
    const clean = (said: string, where: string): void => {
      const lower = said.toLowerCase();
      assert.ok(!parts.some((part) => lower.includes(part)), `${where}: ${said}`);
    };
    for (const text of [
      `s._domainkey TXT "v=DKIM1; p=${pem}"\n`,
      `s._domainkey TXT v=DKIM1\\; p=${pem}\n`,
      `s._domainkey TXT ( "v=DKIM1; p="\n${lines.map((line) => `"${line}"`).join('\n')} )\n`,
      `${pem}\n`,
    ]) {
      for (const { rule, message } of findings(text)) clean(message, rule);
      const service = createLanguageService();
      service.open('z', 'dns-zone', sourceText(text), { origin });
      for (let at = 0; at < text.length; at += 7) {
        clean((service.hover('z', at)?.paragraphs ?? []).map((p) => render(p, 'en')).join(), 'hover');
        clean((service.complete('z', at)?.candidates ?? []).map(({ label }) => label).join(), 'completion');
      }
    }
  });
});
