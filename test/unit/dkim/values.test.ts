import assert from 'node:assert/strict';
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { isMeantAsKey } from '../../../core/records/dkimKey';
import { createLanguageService } from '../../../core/service';
import { sourceText } from '../../../core/text/sourceText';
import { dateInName, monthsSince, writeDate } from '../../../core/values/dateInName';
import { readKeyOctets, subjectPublicKeyInfo } from '../../../core/values/derKey';
import { httpsUriProblem, uriPath } from '../../../core/values/httpsUri';
import { readKeyText } from '../../../core/values/keyText';
import { holdsPrivateKey } from '../../../core/values/privateKey';
import { sha256 } from '../../../core/values/sha256';

function octetsOf(data: Uint8Array): string {
  return Buffer.from(data).toString('latin1');
}

function exported(key: KeyObject, type: 'spki' | 'pkcs1' | 'pkcs8' | 'sec1'): Buffer {
  return key.export({ format: 'der', type } as never) as Buffer;
}

const RSA = [512, 768, 1024, 2048].map((bits) =>
  Object.assign(generateKeyPairSync('rsa', { modulusLength: bits }), { bits }),
);
const ED = generateKeyPairSync('ed25519');
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const EC521 = generateKeyPairSync('ec', { namedCurve: 'P-521' });

describe('SHA-256', () => {
  it('digests as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (data) => {
        assert.equal(octetsOf(createHash('sha256').update(data).digest()), sha256(octetsOf(data)));
      }),
    );
  }).timeout(120_000);
});

describe('reading key octets', () => {
  it('tells RSA keys in both forms, with bits and exponent, and writes the wrapped form again', () => {
    for (const { publicKey, bits } of RSA) {
      for (const type of ['spki', 'pkcs1'] as const) {
        const key = readKeyOctets(octetsOf(exported(publicKey, type)));
        assert.equal(key.kind, 'rsa');
        assert.deepEqual([key.form, key.bits, key.exponent, key.surplus], [type, bits, '\x01\0\x01', 0]);
        assert.equal(subjectPublicKeyInfo(key), octetsOf(exported(publicKey, 'spki')));
      }
    }
  });

  it('tells Ed25519 keys, raw and wrapped', () => {
    const wrapped = octetsOf(exported(ED.publicKey, 'spki'));
    const key = readKeyOctets(wrapped);
    assert.equal(key.kind, 'ed25519');
    assert.equal(key.form, 'spki');
    const raw = readKeyOctets(key.octets);
    assert.deepEqual(raw, { ...key, form: 'raw' });
    assert.equal(subjectPublicKeyInfo(key), wrapped);
  });

  it('tells what is no key for DKIM', () => {
    assert.deepEqual(readKeyOctets(octetsOf(exported(EC.publicKey, 'spki'))), {
      kind: 'other-algorithm',
      algorithm: 'ECDSA',
    });
    assert.equal(readKeyOctets('\0\0\0\x07ssh-rsa\0\0\0\x03\x01\0\x01').kind, 'ssh');
    for (const text of ['', '\x30', '\x30\x80', '\x30\0', 'hello world', '\x30\x82\xff']) {
      assert.equal(readKeyOctets(text).kind, 'no-key', JSON.stringify(text));
    }
    // The beginning of a certificate: its TBSCertificate opens with a version.
    assert.equal(
      readKeyOctets('\x30\x0c\x30\x05\xa0\x03\x02\x01\x02\x30\x00\x03\x01\x00').kind,
      'certificate',
    );
  });

  it('says how much is missing, and what is left over', () => {
    const whole = octetsOf(exported(RSA[2]!.publicKey, 'spki'));
    assert.deepEqual(readKeyOctets(whole.slice(0, -7)), { kind: 'truncated', missing: 7 });
    const longer = readKeyOctets(`${whole}abc`);
    assert.equal(longer.kind === 'rsa' && longer.surplus, 3);
  });

  it('tells private keys of every kind, also when they are cut', () => {
    const keys = [
      ...RSA.flatMap(({ privateKey }) => [exported(privateKey, 'pkcs1'), exported(privateKey, 'pkcs8')]),
      exported(ED.privateKey, 'pkcs8'),
      exported(EC.privateKey, 'pkcs8'),
      exported(EC.privateKey, 'sec1'),
      exported(EC521.privateKey, 'sec1'),
      exported(EC521.privateKey, 'pkcs8'),
      RSA[3]!.privateKey.export({
        format: 'der',
        type: 'pkcs8',
        cipher: 'aes-256-cbc',
        passphrase: 'x',
      } as never) as unknown as Buffer,
    ];
    for (const key of keys) {
      assert.equal(readKeyOctets(octetsOf(key)).kind, 'private');
      const base64 = key.toString('base64');
      for (const before of ['', 'p=', 'v=DKIM1; k=rsa; p=', 'p="', '\n']) {
        assert.ok(holdsPrivateKey(before + base64), before + base64.slice(0, 24));
      }
      assert.ok(holdsPrivateKey(`p=${base64.slice(0, 30)}`));
      assert.ok(holdsPrivateKey(`p=${base64.slice(0, 5)} ${base64.slice(5)}`));
    }
  });

  it('takes no public key for a private one', () => {
    const keys = [
      ...RSA.flatMap(({ publicKey }) => [exported(publicKey, 'spki'), exported(publicKey, 'pkcs1')]),
      exported(ED.publicKey, 'spki'),
      exported(EC.publicKey, 'spki'),
      exported(EC521.publicKey, 'spki'),
    ];
    for (const key of keys) assert.ok(!holdsPrivateKey(`v=DKIM1; p=${key.toString('base64')}`));
    assert.ok(!holdsPrivateKey('v=spf1 include:_spf.example.com ~all'));
    assert.ok(!holdsPrivateKey('never publish your private key'));
  });

  it('knows a private key by its lines, with dashes and blanks lost', () => {
    for (const label of ['RSA PRIVATE KEY', 'PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'OPENSSH PRIVATE KEY']) {
      assert.ok(holdsPrivateKey(`p=-----BEGIN ${label}-----`));
      assert.ok(holdsPrivateKey(`something -----END ${label}-----`));
      assert.ok(holdsPrivateKey(`BEGIN${label.replaceAll(' ', '')}`.padEnd(30)));
    }
    assert.ok(!holdsPrivateKey('-----BEGIN PUBLIC KEY-----'));
  });

  it('takes for an RSA key nothing that OpenSSL does not, of the same size', () => {
    const whole = exported(RSA[0]!.publicKey, 'spki');
    fc.assert(
      fc.property(fc.nat(36), fc.nat(255), (at, octet) => {
        const damaged = Uint8Array.from(whole);
        damaged[at] = octet;
        const key = readKeyOctets(octetsOf(damaged));
        let bits: number | undefined;
        try {
          const read = createPublicKey({ key: Buffer.from(damaged), format: 'der', type: 'spki' });
          bits = read.asymmetricKeyDetails?.modulusLength;
        } catch {
          bits = undefined;
        }
        if (key.kind === 'rsa' && key.form === 'spki') assert.equal(bits, key.bits);
      }),
      { numRuns: 2000 },
    );
  }).timeout(120_000);

  it('never throws, whatever the octets', () => {
    const whole = octetsOf(exported(RSA[1]!.publicKey, 'spki'));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        let octets = whole;
        for (const [at, octet] of changes) {
          octets = octets.slice(0, at) + String.fromCharCode(octet) + octets.slice(at + 1);
        }
        assert.equal(typeof readKeyOctets(octets).kind, 'string');
        for (const [at] of changes) assert.equal(typeof readKeyOctets(octets.slice(at)).kind, 'string');
      }),
    );
  }).timeout(120_000);
});

describe('reading the Base64 of a key', () => {
  const base64 = exported(RSA[2]!.publicKey, 'spki').toString('base64');

  it('finds nothing wrong with Base64, blanks anywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 120 }), fc.nat(20), (data, every) => {
        const text = Buffer.from(data).toString('base64');
        const spaced = text.replace(new RegExp(`.{${every + 1}}`, 'g'), '$& \t');
        const read = readKeyText(spaced);
        assert.deepEqual(read.faults, []);
        assert.equal(read.octets, octetsOf(data));
        assert.equal(read.base64, text);
      }),
    );
  }).timeout(120_000);

  it('names each fault with its place, and reads the key behind it', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      [`-----BEGIN PUBLIC KEY-----${base64}-----END PUBLIC KEY-----`, 'armour armour', base64],
      [`"${base64}"`, 'quote quote', base64],
      [`${base64.slice(0, 9)}\\${base64.slice(9)}`, 'backslash', base64],
      [`${base64.slice(0, 9)}==${base64.slice(9)}`, 'inner-padding', base64],
      [`${base64}==`, 'surplus-padding', base64],
      [`ssh-rsa ${base64}`, 'ssh', base64],
      ['QUJDRA', 'missing-padding', 'QUJDRA=='],
      ['QUJDRA=', 'missing-padding', 'QUJDRA=='],
      ['QUJDR', 'odd-length', 'QUJD'],
      ['QUJ_-A', 'url-safe missing-padding', 'QUJ/+A=='],
      ['MIIBIj...AQAB', 'ellipsis missing-padding', 'MIIBIjAQAB=='],
    ];
    for (const [text, kinds, mended] of cases) {
      const read = readKeyText(text);
      assert.equal(read.faults.map(({ kind }) => kind).join(' '), kinds, text);
      assert.equal(read.base64, mended, text);
      for (const { from, to } of read.faults) assert.ok(0 <= from && from <= to && to <= text.length);
    }
  });

  it('knows an n that was a line break', () => {
    const read = readKeyText(`${base64.slice(0, 8)}n${base64.slice(8)}`, new Set([8]));
    assert.deepEqual(read.faults, [{ kind: 'line-break', from: 8, to: 9, meant: '' }]);
    assert.equal(read.base64, base64);
  });

  it('mends so that reading again finds nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { faults, base64: mended } = readKeyText(text);
        for (const { from, to } of faults) assert.ok(0 <= from && from <= to && to <= text.length);
        if (mended !== '') assert.deepEqual(readKeyText(mended).faults, []);
      }),
    );
  }).timeout(120_000);
});

describe('HTTPS URIs', () => {
  it('are told from what no program could fetch', () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['https://example.com/logo.svg', undefined],
      ['HTTPS://example.com:8443/a?b=c#d', undefined],
      ['http://example.com/', 'other-scheme'],
      ['example.com/logo.svg', 'no-scheme'],
      ['https:/example.com', 'slashes'],
      ['https:///example.com', 'slashes'],
      ['https://localhost/', 'bad-host'],
      ['https://exa mple.com/', 'bad-character'],
      ['https://example.com/ロゴ.svg', 'bad-character'],
      ['https://example.com/%zz', 'bad-character'],
    ];
    for (const [text, problem] of cases) assert.equal(httpsUriProblem(text), problem, text);
    assert.equal(uriPath('https://example.com/a/logo.svg?x=.png'), '/a/logo.svg');
    assert.equal(uriPath('https://example.com'), '');
  });
});

describe('dates in names', () => {
  it('are read as far as they go', () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['20230601', '2023-06-01'],
      ['s202611', '2026-11'],
      ['mail-2026q3', '2026-07'],
      ['k2026', '2026'],
      ['2026-11-22', '2026-11-22'],
      ['20161025123456', '2016-10-25'],
      ['selector1', undefined],
      ['20261399', undefined],
      ['s1024', undefined],
      ['fm2', undefined],
    ];
    for (const [name, written] of cases) {
      const date = dateInName(name);
      assert.equal(date && writeDate(date), written, name);
    }
    const now = Date.UTC(2026, 10, 22);
    assert.equal(monthsSince({ year: 2018, month: 4, day: 26 }, now), 102);
    assert.equal(monthsSince({ year: 2026, month: 12 }, now), -1);
  });
});

// So much that it would not end if time grew with the square of the length.
describe('hostile text', () => {
  const parts = [
    '=',
    '-',
    ' ',
    'A=',
    'A-',
    '@',
    'a@ ',
    '-- ',
    'BEGIN ',
    'MI',
    '"',
    '\\n',
    'k=rsa;p=',
    '…',
    'n ',
  ];
  for (const part of parts) {
    it(`of ${JSON.stringify(part)} takes time in proportion to its length`, () => {
      const text = part.repeat(Math.ceil(150_000 / part.length));
      for (const whole of [text, `A${text}`, `v=DKIM1; k=rsa; p=${text}`, `ssh-rsa ${text}`]) {
        readKeyText(whole);
        readKeyOctets(whole);
        httpsUriProblem(whole);
        dateInName(whole);
        isMeantAsKey(whole);
        assert.equal(holdsPrivateKey(whole), false);
      }
    });
  }

  for (const part of ['=', '-', ' ', 'A=', 'A-', 'a@ ', 'k=rsa;p=', 't=s:', 'x;', 'id=', 'mailto:', ',']) {
    it(`of ${JSON.stringify(part)} is judged in a record as well`, () => {
      const text = part.repeat(Math.ceil(60_000 / part.length)).replace(/.{250}/g, '$&" "');
      for (const head of ['s._domainkey TXT "p=', '_smtp._tls TXT "v=TLSRPTv1; rua=', 'a._bimi TXT "l=']) {
        const service = createLanguageService();
        service.open('z', 'dns-zone', sourceText(`${head}${text}"\n`), { origin: 'example.com.' });
        assert.ok(service.findings('z').length > 0, head);
      }
    });
  }
});
