import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLanguageService } from '../../../core/service';
import { render } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import { ED25519, OTHER_RSA2048, RSA1024, RSA2048 } from './keys';

/** What our rules say of a zone file, as `rule: severity`; rules on the zone as a whole are others' concern. */
function said(text: string, origin = 'example.com.'): string[] {
  const service = createLanguageService({
    onError: (rule, error) => {
      throw new Error(rule, { cause: error });
    },
  });
  service.open('z', 'dns-zone', sourceText(text), { origin });
  return service
    .findings('z')
    .filter(({ rule }) =>
      /^(?:dkim|adsp|mta-sts|tls-rpt|bimi|dmarc|spf)-|^zone-(?:string|quote|un|bad|name)/.test(rule),
    )
    .map(({ rule, severity }) => `${rule}: ${severity}`);
}

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a program of OpenDKIM's; undefined where it is not installed. */
function run(program: string, args: readonly string[]): string | undefined {
  const { error, status, stdout } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (error !== undefined) return undefined;
  assert.equal(status, 0, `${program} ${args.join(' ')}`);
  return stdout;
}

/** What opendkim-genkey's layout looks like: a comment, tags in one string, the key in others. */
function genkey(owner: string, tags: string, key: string): string {
  const parts = `p=${key}`.match(/.{1,250}/g) ?? [];
  return `${owner}\tIN\tTXT\t( "${tags}"\n\t  ${parts.map((part) => `"${part}"`).join('\n\t  ')} )  ; ----- DKIM key\n`;
}

/** What opendkim-genzone's layout looks like: `\;`, and strings of 66 characters. */
function genzone(owner: string, tags: string, key: string): string {
  const first = `${tags}p=${key}`.replaceAll(';', '\\;');
  const parts = first.match(/.{1,66}/g) ?? [];
  return `${owner}\tIN\tTXT\t( ${parts.map((part) => `"${part}"`).join('\n\t')} )\n`;
}

describe('layouts that are in order', () => {
  it('of opendkim-genkey, frozen: no word on any of them', () => {
    for (const tags of [
      'v=DKIM1; h=sha256; k=rsa; ',
      'v=DKIM1; k=rsa; s=email; ',
      'v=DKIM1; n=\\"made in 2026\\"; h=sha256; k=rsa; t=s; s=email; ',
      'v=DKIM1; h=rsa-sha256:sha256; k=rsa; ',
    ]) {
      assert.deepEqual(said(genkey('s2026._domainkey', tags, RSA2048)), [], tags);
      assert.deepEqual(said(genkey('s2026._domainkey.example.com.', tags, RSA2048)), [], tags);
    }
  });

  it('of opendkim-genzone, frozen: no word on any of them', () => {
    for (const tags of ['v=DKIM1;k=rsa;', 'v=DKIM1;k=rsa;s=email;']) {
      assert.deepEqual(said(genzone('s2026._domainkey', tags, RSA2048)), []);
      assert.deepEqual(said(genzone('s2026._domainkey.example.com.', tags, RSA2048)), []);
      // Without -D the file is meant to be included below `_domainkey`.
      assert.deepEqual(said(genzone('s2026', tags, RSA2048), '_domainkey.example.com.'), []);
      assert.deepEqual(said(genzone('s2026', tags, RSA2048), '.'), []);
    }
  });

  it('of opendkim-genkey as installed: nothing but the advice to use 2048 bits', function () {
    this.timeout(60_000);
    for (const [bits, more] of [
      ['1024', []],
      ['2048', []],
      ['4096', ['--append-domain']],
      ['2048', ['--subdomains', '--restrict', '--note=made for a test']],
      ['2048', ['--hash-algorithms=sha256', '--nosubdomains']],
    ] as const) {
      if (run('opendkim-genkey', ['-b', bits, '-s', 'gen', '-d', 'example.com', ...more]) === undefined) {
        this.skip();
      }
      const text = readFileSync(join(folder, 'gen.txt'), 'utf8');
      assert.deepEqual(said(text), bits === '1024' ? ['dkim-short-key: information'] : [], text);
      assert.deepEqual(said(text.replaceAll('\n', '\r\n')), said(text));
    }
    run('opendkim-genkey', ['-t', '-b', '2048', '-s', 'test', '-d', 'example.com']);
    assert.deepEqual(said(readFileSync(join(folder, 'test.txt'), 'utf8')), ['dkim-testing: information']);
  });

  it('of opendkim-genzone as installed: nothing', function () {
    this.timeout(60_000);
    if (run('opendkim-genkey', ['-b', '2048', '-s', 'zone', '-d', 'example.com']) === undefined) this.skip();
    writeFileSync(join(folder, 'table'), `key example.com:zone:${join(folder, 'zone.private')}\n`);
    for (const options of [['-D'], ['-F'], ['-D', '-M'], ['-D', '-t', '300']]) {
      const text = run('opendkim-genzone', [...options, '-d', 'example.com', join(folder, 'table')]);
      if (text === undefined) this.skip();
      assert.ok(text.includes('DKIM1'), text);
      assert.deepEqual(said(text), [], options.join(' '));
    }
  });

  it('of mail providers: keys in TXT records, and aliases to theirs', () => {
    const strings = (text: string) => (text.match(/.{1,255}/g) ?? []).map((part) => `"${part}"`).join(' ');
    const zone = [
      `google._domainkey IN TXT ( ${strings(`v=DKIM1; k=rsa; p=${RSA2048}`)} )`,
      'selector1._domainkey IN CNAME selector1-example-com._domainkey.example.onmicrosoft.com.',
      'selector2._domainkey IN CNAME selector2-example-com._domainkey.example.z-v1.dkim.mail.microsoft.',
      'mdh5xkq2vqzyq3ggvzq7ne5t._domainkey 1800 IN CNAME mdh5xkq2vqzyq3ggvzq7ne5t.dkim.amazonses.com.',
      `ownkey._domainkey IN TXT ${strings(`p=${OTHER_RSA2048}`)}`,
      'fm1._domainkey IN CNAME fm1.example.com.dkim.fmhosted.com.',
      'fm2._domainkey IN CNAME fm2.example.com.dkim.fmhosted.com.',
      'protonmail._domainkey IN CNAME protonmail.domainkey.dexample.domains.proton.ch.',
      `ed._domainkey IN TXT "v=DKIM1; k=ed25519; p=${ED25519}"`,
      'parked.example.com. IN TXT "v=spf1 -all"',
      '*._domainkey.parked IN TXT "v=DKIM1; p="',
      '_mta-sts IN TXT "v=STSv1; id=20260831085700Z;"',
      '_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com,https://tls.example.net/v1"',
      '_dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"',
      'default._bimi IN TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/mark.pem"',
      'none._bimi IN TXT "v=BIMI1; l=; a=;"',
    ];
    assert.deepEqual(said(`${zone.join('\n')}\n`), []);
  });

  it('with blanks, escapes and split strings wherever RFC 6376 allows them', () => {
    const key = `${RSA2048.slice(0, 90)} \t${RSA2048.slice(90)}`;
    for (const line of [
      `s._domainkey TXT ${`"${key.slice(0, 200)}" "${key.slice(200)}"`.replace('"', '"p = ')}`,
      `s._domainkey TXT "v = DKIM1 ; k=rsa ; " "p=${key.slice(0, 200)}" "${key.slice(200)} ; "`,
      `s._domainkey TXT "v=DKIM1\\; k=ed25519\\;p=${ED25519.replace('/', '\\/').replace('=', '\\061')}"`,
      `s._domainkey TXT v=DKIM1\\;k=ed25519\\;p=${ED25519}`,
    ]) {
      assert.deepEqual(said(`${line}\n`), [], line);
    }
    assert.deepEqual(said(`s._domainkey TXT "p=${RSA1024}"\n`), ['dkim-short-key: information']);
  });
});

describe('a private key that was pasted into a zone', () => {
  it('is repeated by no finding, however the entry around it is broken', () => {
    const body = 'notAKeyButLetUsSayThatItWereOneZ3v8Qm5Kx7Rb2Tn9Wd4Yc6Lf1Hg0';
    for (const line of [
      `s._domainkey TXT "v=DKIM1; p=MIIEpAIBAAKCAQEA${body}"`,
      `s._domainkey =DKIM=rsa\\;p=MIIEpAIBAAKCAQEA${body} TXT x`,
      `@ TXT "-----BEGIN RS,RIVATEVATE " "KEY----" "-MI“BAAKCAQEA${body}-----😀END RSA PRIVATE KEY-----"`,
      `s._domainkey TXT v=DKIM1; p=MIIEpAIBAAKCAQEA${body}`,
      `s._domainkey A MIIEpAIBAAKCAQEA${body}`,
      `MIIEpAIBAAKCAQEA${body} A x`,
    ]) {
      const service = createLanguageService();
      service.open('z', 'dns-zone', sourceText(`${line}\n`), { origin: 'example.com.' });
      const words = service
        .findings('z')
        .flatMap(({ message, fixes, related }) => [
          message,
          ...fixes.map(({ title }) => title),
          ...related.map((other) => other.message),
        ])
        .flatMap((m) => [render(m, 'en'), render(m, 'ja')]);
      assert.ok(words.length > 0, line);
      assert.deepEqual(
        words.filter((said) => said.includes(body.slice(8, 24))),
        [],
        line,
      );
    }
  });
});
