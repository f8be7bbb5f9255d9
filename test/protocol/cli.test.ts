import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, shared } from '../support/shared';
import { built } from './support/client';

interface JsonPlace {
  path: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  message: string;
}

interface JsonFinding extends JsonPlace {
  severity: string;
  rule: string;
  reference: string;
  related: JsonPlace[];
}

interface JsonOutput {
  findings: JsonFinding[];
  summary: { files: number; errors: number; warnings: number; information: number; hints: number };
}

const zone = (policy: string) =>
  `$TTL 3600\n@ IN SOA ns1 host 1 7200 900 1209600 3600\n_dmarc IN TXT "${policy}"\n@ IN NS ns.example.net.\n@ IN NS ns.example.org.\n`;
const wrongZone = zone('v=DMARC1; p=rejekt; rua=mailto:d@example.com');
const watchingZone = zone('v=DMARC1; p=none; rua=mailto:d@example.com');
const rightZone = zone('v=DMARC1; p=reject; rua=mailto:d@example.com');

describe('The linter', function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-auth-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [built('cli.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, LC_ALL: 'C', NO_COLOR: '' },
    });
  const json = (...args: string[]): JsonOutput =>
    JSON.parse(run('check', '--format', 'json', ...args).stdout) as JsonOutput;

  describe('as JSON', () => {
    it('gives the other places that belong to a finding, in its own file and in others', () => {
      write('main.cf', 'mail_name = a\nmyhostname = mx.example.com\nmail_name = b\n');
      write('opendkim.conf', 'Mode v\nSocket inet:8891@localhost\n');
      write('opendmarc.conf', 'Socket inet:8891@localhost\n');
      const { findings } = json('--locale', 'ja', 'main.cf', 'opendkim.conf', 'opendmarc.conf');
      const relatedTo = (name: string) => {
        const [found, ...others] = findings.filter(({ rule }) => rule === name);
        assert.ok(found, name);
        assert.deepEqual(others, []);
        return { at: found.path, related: found.related };
      };
      const own = relatedTo('postfix-duplicate-parameter');
      assert.equal(own.at, 'main.cf');
      assert.deepEqual(
        own.related.map(({ path, range }) => ({ path, range })),
        [{ path: 'main.cf', range: { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } } }],
      );
      const shared = findings.filter(({ rule }) => rule === 'system-shared-socket');
      assert.deepEqual(
        shared.flatMap(({ path, related }) => related.map((other) => [path, other.path, other.range.start])),
        [
          ['opendkim.conf', 'opendmarc.conf', { line: 0, character: 7 }],
          ['opendmarc.conf', 'opendkim.conf', { line: 1, character: 7 }],
        ],
      );
      for (const { message } of [...own.related, ...shared.flatMap(({ related }) => related)]) {
        assert.match(message, /[\u3040-\u9fff]/);
      }
    });

    it('gives each finding with its place as LSP counts, and a summary', () => {
      write('example.com.zone', wrongZone);
      const { findings, summary } = json('example.com.zone');
      const bad = findings.find(({ rule }) => rule === 'dmarc-bad-value');
      assert.ok(bad);
      const keys = ['path', 'range', 'severity', 'rule', 'message', 'reference', 'related'];
      assert.deepEqual(Object.keys(bad), keys);
      assert.deepEqual(bad.related, []);
      assert.equal(bad.path, 'example.com.zone');
      assert.deepEqual(bad.range, { start: { line: 2, character: 27 }, end: { line: 2, character: 33 } });
      assert.equal(bad.severity, 'error');
      assert.match(bad.reference, /^RFC \d+ §/);
      assert.deepEqual(Object.keys(summary), ['files', 'errors', 'warnings', 'information', 'hints']);
      assert.equal(summary.files, 1);
      const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
      assert.deepEqual(
        [summary.errors, summary.warnings, summary.information, summary.hints],
        ['error', 'warning', 'information', 'hint'].map(count),
      );
    });

    it('counts characters in UTF-16 code units, and the byte order mark not at all', () => {
      const start = (content: string | Uint8Array) => {
        write('a.zone', content);
        return json('a.zone').findings.find(({ rule }) => rule === 'dmarc-bad-value')?.range.start;
      };
      assert.deepEqual(start(`$ORIGIN a.example.\n_dmarc 60 IN TXT ( "𝓶" ) ; 日本\n${wrongZone}`), {
        line: 4,
        character: 27,
      });
      const oneLine = '_dmarc.example.com. 60 IN TXT "v=DMARC1; p=rejekt"\n';
      assert.deepEqual(start(`\ufeff${oneLine}`), { line: 0, character: 43 });
      assert.deepEqual(start(Buffer.from(`; caf\u00e9 \u00a9\n${oneLine}`, 'latin1')), {
        line: 1,
        character: 43,
      });
      assert.deepEqual(start(Buffer.from(`\ufeff${oneLine}`, 'utf16le')), { line: 0, character: 43 });
    });

    it('names paths as given, and files of a folder under the folder as given', () => {
      write('zones/example.com.zone', wrongZone);
      const paths = (path: string) => [...new Set(json(path).findings.map((finding) => finding.path))];
      assert.deepEqual(paths('zones'), ['zones/example.com.zone']);
      assert.deepEqual(paths('./zones/'), ['./zones/example.com.zone']);
      assert.deepEqual(paths(join(folder, 'zones')), [join(folder, 'zones/example.com.zone')]);
    });

    it('speaks the language asked for', () => {
      write('a.zone', wrongZone);
      const said = (locale: string) => json('--locale', locale, 'a.zone').findings[0]?.message ?? '';
      assert.match(said('ja'), /\p{Script=Hiragana}/u);
      assert.doesNotMatch(said('en'), /\p{Script=Hiragana}/u);
    });
  });

  describe('exit status', () => {
    it('is 0 without a finding that counts, 1 with one, by --fail-on', () => {
      write('wrong.zone', wrongZone);
      write('watching.zone', watchingZone);
      write('right.zone', rightZone);
      const status = (...args: string[]) => run('check', ...args).status;
      assert.equal(status('right.zone'), 0);
      assert.equal(status('watching.zone'), 0);
      assert.equal(status('wrong.zone'), 1);
      assert.equal(status('--fail-on', 'never', 'wrong.zone'), 0);
      assert.equal(status('--fail-on=warning', 'watching.zone'), 0);
      assert.equal(status('--fail-on=information', 'watching.zone'), 1);
      assert.equal(status('--fail-on', 'warning', 'wrong.zone', 'right.zone'), 1);
    });

    it('depends on the receivers that --dmarc-readers names', () => {
      write('a.zone', zone('v=DMARC1; p=reject; np=reject; pct=50; rua=mailto:d@example.com'));
      const said = (readers: string): string[] =>
        json('--dmarc-readers', readers, 'a.zone')
          .findings.map(({ rule }) => rule)
          .filter((rule) => rule === 'dmarc-removed-tag' || rule === 'dmarc-tag-too-new');
      assert.deepEqual(said('both'), ['dmarc-removed-tag']);
      assert.deepEqual(said('rfc9989'), ['dmarc-removed-tag']);
      assert.deepEqual(said('rfc7489'), ['dmarc-tag-too-new']);
      assert.match(run('check', '--dmarc-readers', 'rfc1234', 'a.zone').stderr, /rfc1234.*rfc7489/);
    });

    it('is 2 for wrong usage, with a word on what is wrong', () => {
      write('a.zone', rightZone);
      const wrong = (...args: string[]) => {
        const { status, stdout, stderr } = run(...args);
        assert.equal(status, 2);
        assert.equal(stdout, '');
        return stderr;
      };
      assert.match(wrong(), /check/);
      assert.match(wrong('chekc', 'a.zone'), /chekc/);
      assert.match(wrong('check'), /path/);
      assert.match(wrong('check', '--format', 'yaml', 'a.zone'), /yaml.*sarif/);
      assert.match(wrong('check', '--fail-on', 'hint', 'a.zone'), /hint/);
      assert.match(wrong('check', '--colour', 'a.zone'), /--colour/);
      assert.match(wrong('check', 'a.zone', '--origin'), /--origin/);
      assert.match(wrong('check', '--locale', 'ja', '--format', 'x', 'a.zone'), /指定できません/);
    });

    it('is 2 for a path that cannot be read, and the others are checked all the same', () => {
      write('wrong.zone', wrongZone);
      const { status, stdout, stderr } = run('check', '--format', 'json', 'gone.zone', 'wrong.zone');
      assert.equal(status, 2);
      assert.match(stderr, /gone\.zone.*ENOENT/);
      assert.equal((JSON.parse(stdout) as JsonOutput).summary.files, 1);
      write('notes.txt', 'nothing to check');
      assert.match(run('check', 'notes.txt').stderr, /notes\.txt.*\*\.zone/);
      assert.equal(run('check', '--fail-on', 'never', 'notes.txt').status, 2);
    });
  });

  describe('in a folder', () => {
    it('finds the files whose names say what they are, and no others', () => {
      for (const name of ['example.com.zone', 'db.example.org', 'etc/opendmarc.conf', 'etc/ignore.hosts']) {
        write(name, name.includes('example') ? rightZone : '# nothing\n');
      }
      for (const name of ['postfix/main.cf', 'postfix/master.cf', 'opendkim.conf'])
        write(name, '# nothing\n');
      for (const name of [
        'readme.md',
        'db.ts',
        'db.json',
        'main.cf~',
        'node_modules/a/x.zone',
        '.git/y.zone',
      ]) {
        write(name, 'const db = connect("a");\n');
      }
      assert.equal(json('.').summary.files, 7);
    });

    it('ends where links lead in circles, and checks no file twice', () => {
      write('zones/a.zone', wrongZone);
      symlinkSync('..', join(folder, 'zones/up'));
      symlinkSync('a.zone', join(folder, 'zones/b.zone'));
      symlinkSync('nowhere', join(folder, 'zones/broken'));
      const { findings, summary } = json('.', 'zones', 'zones/a.zone');
      assert.equal(summary.files, 1);
      assert.equal(findings.filter(({ rule }) => rule === 'dmarc-bad-value').length, 1);
    });

    it('is content with nothing to check', () => {
      const { status, stdout } = run('check', '.');
      assert.equal(status, 0);
      assert.equal(stdout, '0 files: 0 errors, 0 warnings, 0 information, 0 hints\n');
    });
  });

  describe('origin', () => {
    it('comes from the file’s name, and from --origin where given', () => {
      const text = '$TTL 60\n_dmarc.example.com IN TXT "v=DMARC1; p=reject"\n';
      write('example.com.zone', text);
      write('db.example.com', text);
      write('zone.zone', text);
      const doubled = (...args: string[]) =>
        json(...args).findings.find(({ rule }) => rule === 'zone-name-missing-final-dot')?.message;
      assert.match(doubled('example.com.zone') ?? '', /_dmarc\.example\.com\.example\.com\./);
      assert.match(doubled('db.example.com') ?? '', /_dmarc\.example\.com\.example\.com\./);
      assert.match(
        doubled('--origin', 'example.com', 'zone.zone') ?? '',
        /_dmarc\.example\.com\.example\.com\./,
      );
    });

    it('reads a file given by itself as a zone where its text looks like one', () => {
      write('named.zonefile', `$ORIGIN example.com.\n${wrongZone}`);
      assert.equal(json('named.zonefile').summary.errors, 1);
    });
  });

  describe('zone files that hang together', () => {
    const soa = '@ 1h IN SOA ns1 host 1 7200 900 1209600 3600\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
    const includes = (...args: string[]) =>
      json(...args).findings.filter(({ rule }) => rule.endsWith('-include'));

    it('follow includes from the zone’s folder, or from --directory', () => {
      write('zones/example.com.zone', `${soa}$INCLUDE hosts.inc\n`);
      assert.deepEqual(
        includes('zones').map(({ rule, range }) => [rule, range.start.line]),
        [['zone-missing-include', 3]],
      );
      write('named/hosts.inc', 'www IN A 192.0.2.2\n');
      assert.equal(includes('zones').length, 1);
      assert.deepEqual(includes('--directory', 'named', 'zones'), []);
      write('zones/hosts.inc', 'www IN A 192.0.2.2\n$INCLUDE example.com.zone\n');
      assert.deepEqual(
        includes('zones').map(({ rule }) => rule),
        ['zone-circular-include'],
      );
    });

    it('read nothing outside of the paths, and wait for nothing', () => {
      write('other/secret.inc', 'www IN A 192.0.2.2\n');
      const hostile = ['/dev/zero', '/etc/passwd', '/proc/self/environ', join(folder, 'pipe')];
      spawnSync('mkfifo', [join(folder, 'pipe')]);
      write('zones/example.com.zone', soa + hostile.map((path) => `$INCLUDE ${path}\n`).join(''));
      assert.deepEqual(
        includes('zones').map(({ rule }) => rule),
        ['zone-unread-include', 'zone-unread-include', 'zone-unread-include', 'zone-missing-include'],
      );
    });

    it('give an included file their origin, in whatever order they are found', () => {
      write('z/example.com.zone', `${soa}$INCLUDE a.zone branch.example.com.\n`);
      write('z/a.zone', 'mail.branch.example.com 300 IN A 192.0.2.1\n');
      const { findings } = json('z');
      const inside = findings.filter(({ path }) => path.endsWith('a.zone'));
      assert.ok(inside.some(({ rule }) => rule === 'zone-name-missing-final-dot'));
      // What is missing here may stand in the zone around it.
      write('z/a.zone', 'x 300 IN CNAME www\n@ 300 IN MX 10 mail\n');
      assert.deepEqual(
        json('z').findings.filter(({ path }) => path.endsWith('a.zone')),
        [],
      );
    });

    it('are found by named.conf, with the origin stated there', () => {
      const lacking = 'mail.example.org 300 IN A 192.0.2.1\n';
      write('etc/bind/named.conf', 'include "/etc/bind/named.conf.local";\n');
      write(
        'etc/bind/named.conf.local',
        'options { directory "/var/cache/bind"; };\nzone "example.org" { type master; file "/etc/bind/org"; };\n',
      );
      write('etc/bind/org', soa + lacking);
      const dot = ({ findings }: JsonOutput) =>
        findings.filter(({ rule }) => rule === 'zone-name-missing-final-dot').map(({ path }) => path);
      assert.deepEqual(dot(json('etc')), [join(folder, 'etc/bind/org')]);
      assert.deepEqual(dot(json('etc/bind/named.conf')), [join(folder, 'etc/bind/org')]);
      assert.deepEqual(dot(json('etc/bind/org')), []);
    });

    it('are known by their first lines where the name leaves it open', () => {
      write('a.db', `; a comment\n\n$TTL 1h\n${soa}`);
      write('example.com.dns', `;\n;  Database file example.com.dns\n;\n\n${soa}`);
      write('named.local', soa);
      write('b.db', 'SQLite format 3\0');
      write('c.db', '; just notes\n');
      write('d.hosts', '192.0.2.1 host\n');
      assert.equal(json('.').summary.files, 3);
    });
  });

  describe('zone --canonical', () => {
    const canonical = (...args: string[]) => run('zone', '--canonical', ...args);

    it('prints each record once, as BIND would load it', () => {
      write('inc', 'www A 192.0.2.2\nWWW.example.com. A 192.0.2.2\n');
      const head = '@ IN SOA ns1 Host ( 1 2h 900 1209600\n 77 )\n';
      write('example.com.zone', `${head}@ NS ns1\n$INCLUDE inc\n$GENERATE 1-2 h$ 5 A 192.0.2.$\nt TXT a;b\n`);
      const { stdout, stderr, status } = canonical('example.com.zone');
      assert.equal(stderr, '');
      assert.equal(status, 0);
      assert.deepEqual(stdout.trimEnd().split('\n'), [
        'example.com. 77 IN SOA ns1.example.com. Host.example.com. 1 7200 900 1209600 77',
        'example.com. 77 IN NS ns1.example.com.',
        'www.example.com. 77 IN A 192.0.2.2',
        'h1.example.com. 5 IN A 192.0.2.1',
        'h2.example.com. 5 IN A 192.0.2.2',
        't.example.com. 77 IN TXT "a"',
      ]);
    });

    it('says what it cannot print, and prints the rest', () => {
      write(
        'x.zone',
        '$TTL 1\na A 999\nb A 192.0.2.1\n$INCLUDE lost\n$FOO\nc CH TXT x\n$GENERATE 0-2147483647 h$ A 192.0.2.1\n',
      );
      const { stdout, stderr, status } = canonical('--origin', 'example.org', 'x.zone');
      assert.equal(stdout, 'b.example.org. 1 IN A 192.0.2.1\n');
      assert.equal(status, 1);
      assert.equal(stderr.trimEnd().split('\n').length, 5);
      assert.match(stderr, /it makes too many records/);
      assert.match(stderr, /x\.zone: the data cannot be read: a A 999/);
    });

    it('ends with 2 where it is not asked rightly', () => {
      write('x.zone', 'a 1 A 192.0.2.1\n');
      assert.equal(canonical('lost.zone').status, 2);
      assert.equal(canonical().status, 2);
      assert.equal(canonical('x.zone', 'x.zone').status, 2);
      assert.equal(canonical('--format', 'json', 'x.zone').status, 2);
      assert.equal(run('zone', 'x.zone').status, 2);
      assert.equal(run('check', '--canonical', 'x.zone').status, 2);
    });

    it('stops quietly where nobody reads on', () => {
      write('x.zone', `$TTL 1\n${Array.from({ length: 20_000 }, (_, i) => `h${i} A 192.0.2.1\n`).join('')}`);
      const piped = spawnSync(
        'sh',
        ['-c', '"$0" "$1" zone --canonical x.zone | head -n 1', process.execPath, built('cli.js')],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
      assert.equal(piped.stdout.trimEnd().split('\n').length, 1);
      assert.equal(piped.stderr, '');
    });
  });

  describe('spf', () => {
    const ask = (...args: string[]) => run('spf', ...args);
    const head = '$TTL 1\n@ SOA ns1 host 1 7200 900 1209600 77\n';

    beforeEach(() => {
      write('inc', 'mail A 192.0.2.25\n');
      write(
        'example.com.zone',
        `${head}$INCLUDE inc\n@ TXT "v=spf1 include:_spf.example.com " "-all exp=why.example.com"\n_spf TXT "v=spf1 a:mail.example.com ~all"\nwhy TXT "%{i} \\027[31m is none of ours"\n`,
      );
    });

    it('prints the terms tried and the result, by the zones alone', () => {
      const { stdout, stderr, status } = ask(
        '--ip',
        '192.0.2.25',
        '--from',
        'x@example.com',
        'example.com.zone',
      );
      assert.equal(stderr, '');
      assert.equal(status, 0);
      assert.deepEqual(stdout.trimEnd().split('\n'), [
        'example.com: v=spf1 include:_spf.example.com -all exp=why.example.com',
        '  include:_spf.example.com – matches; lookup 1',
        '    _spf.example.com: v=spf1 a:mail.example.com ~all',
        '      a:mail.example.com – matches; lookup 2; found 192.0.2.25',
        'pass: the client may send for the domain. include:_spf.example.com matches 192.0.2.25. (2 of 10 lookups, 0 of them void)',
      ]);
    });

    it('ends with 1 for any other result, and says what the files do not tell', () => {
      const failed = ask('--ip=192.0.2.26', '--from=x@example.com', '.');
      assert.equal(failed.status, 1);
      assert.match(failed.stdout, /^fail: /m);
      write('example.net.zone', `${head}@ TXT "v=spf1 include:_spf.example.org -all"\n`);
      const unknown = ask('--ip', '2001:db8::1', '--from', 'x@example.net', '--locale', 'ja', '.');
      assert.equal(unknown.status, 1);
      assert.match(unknown.stdout, /temperror.*_spf\.example\.org の内容が分かりません/);
      const helo = ask('--ip', '192.0.2.25', '--from', '', '--helo', 'example.com', '.');
      assert.match(helo.stdout, /^pass: /m);
      const rest = ask('--ip', '192.0.2.9', '--from', 'x@example.net', 'example.net.zone');
      assert.match(rest.stdout, /^If nothing that is unknown matches: fail\. -all matches/m);
    });

    it('takes internationalised senders, and a domain for an address', () => {
      write('xn--r8jz45g.jp.zone', `${head}@ TXT "v=spf1 ip4:192.0.2.7 -all"\n`);
      const idn = ask('--ip', '192.0.2.7', '--from', 'user@例え.jp', '.');
      assert.match(idn.stdout, /^xn--r8jz45g\.jp: v=spf1/m);
      assert.equal(idn.status, 0);
      assert.equal(ask('--ip', '192.0.2.25', '--from', 'example.com', '.').status, 0);
      const wrong = ask('--ip', '192.0.2.7', '--from', 'user@例 え.jp', '--locale', 'ja', '.');
      assert.equal(wrong.status, 2);
      assert.match(wrong.stderr, /メールの送信元になるドメイン名ではありません/);
    });

    it('shows a stranger’s explanation without its control characters', () => {
      write('example.net.zone', `${head}@ TXT "v=spf1 -all exp=why.example.net"\nwhy TXT "not %{c}"\n`);
      assert.match(
        ask('--ip', '192.0.2.1', '--from', 'x@example.net', '.').stdout,
        /explains: not 192\.0\.2\.1$/m,
      );
      assert.doesNotMatch(ask('--ip', '192.0.2.1', '--from', 'x@example.com', '.').stdout, /\u001b/);
    });

    it('ends with 2 where it is not asked rightly', () => {
      assert.equal(ask('--ip', '192.0.2.1', 'example.com.zone').status, 2);
      assert.equal(ask('--ip', '192.0.2', '--from', 'x@example.com', 'example.com.zone').status, 2);
      assert.equal(ask('--ip', '192.0.2.1', '--from', 'x@example.com').status, 2);
      assert.equal(ask('--ip', '192.0.2.1', '--from', 'x@example.com', 'lost.zone').status, 2);
      assert.equal(ask('--ip', '192.0.2.1', '--from', 'x@example.com', '--format', 'json', '.').status, 2);
      assert.equal(run('check', '--ip', '192.0.2.1', '.').status, 2);
    });
  });

  describe('explain', () => {
    const zone =
      '$TTL 1\n@ SOA ns1 host 1 7200 900 1209600 77\n@ TXT "v=spf1 a -all"\n_dmarc TXT ( "v=DMARC1; "\n  "p=none" ) ; why\n_dmarc.a TXT "v=DMARC1; p=\\027[31mreject"\n';

    beforeEach(() => write('example.com.zone', zone));

    it('explains the record in a line, also where it runs over several', () => {
      const { stdout, stderr, status } = run('explain', 'example.com.zone:5');
      assert.deepEqual([stderr, status], ['', 0]);
      assert.match(stdout, /^DMARC Policy Record of example\.com\n=+\n\nexample\.com\.zone, line 4\n/);
      assert.match(stdout, /^p=none\n {4}Policy — none: deliver as usual/m);
      assert.doesNotMatch(stdout, /SPF record of/);
    });

    it('explains all records, or those at a name, as text or Markdown, in English or Japanese', () => {
      const all = run('explain', '.').stdout;
      assert.equal(all.match(/^=+$/gm)?.length, 3);
      assert.doesNotMatch(all, /\u001b/);
      const named = run('explain', '--owner', '_DMARC.example.com.', '--format=markdown', '--locale=ja', '.');
      assert.match(named.stdout, /^# example\\\.com の DMARC ポリシーレコード\n/);
      assert.equal(named.stdout.match(/^# /gm)?.length, 1);
    });

    it('ends with 1 where there is nothing to explain, with 2 where it is not asked rightly', () => {
      for (const args of [['example.com.zone:2'], ['example.com.zone:99'], ['--owner', 'x.example', '.']]) {
        const { status, stdout, stderr } = run('explain', ...args);
        assert.deepEqual([status, stdout], [1, ''], args.join(' '));
        assert.match(stderr, /no record of mail authentication/);
      }
      for (const args of [
        [],
        ['lost.zone'],
        ['lost.zone:3'],
        ['--format', 'json', '.'],
        ['--ip', '::1', '.'],
      ]) {
        assert.equal(run('explain', ...args).status, 2, args.join(' '));
      }
      assert.equal(run('check', '--format', 'markdown', '.').status, 2);
      assert.equal(run('check', '--owner', 'example.com', '.').status, 2);
    });

    it('takes a path with a colon and a number for what it is', () => {
      write('x:3/example.com.zone', zone);
      assert.equal(run('explain', 'x:3').stdout.match(/^=+$/gm)?.length, 3);
    });
  });

  describe('as text', () => {
    it('has a line a finding, with line and column from 1, and a summary', () => {
      write('a.zone', wrongZone);
      const { stdout } = run('check', 'a.zone');
      assert.match(stdout, /^a\.zone:3:28: error .* \[dmarc-bad-value\]$/m);
      assert.match(stdout, /^1 file: 1 error, 0 warnings, \d information, \d hints?\n$/m);
      assert.doesNotMatch(stdout, /\u001b/);
    });

    it('shows the place under each finding with --verbose', () => {
      write('a.zone', wrongZone);
      const lines = run('check', '--verbose', 'a.zone').stdout.split('\n');
      const shown = lines.findIndex((line) => line.includes('p=rejekt'));
      const carets = lines[shown + 1]!;
      assert.match(carets, /^ *\^{6}$/);
      assert.equal(lines[shown]!.indexOf('rejekt'), carets.indexOf('^'));
    });

    it('lets no file’s text act on the terminal', () => {
      write('a.zone', '_dmarc.example.com. 60 IN TXT "v=DMARC1; p=\u001b[2Jnone\u202e"\n');
      const { stdout } = run('check', '--verbose', 'a.zone');
      assert.match(stdout, /\[dmarc-/);
      assert.doesNotMatch(stdout, /[\u001b\u202e]/);
    });

    it('ends quietly when nobody reads on', async () => {
      const many = Array.from({ length: 3000 }, (_, i) => `_dmarc.h${i} 60 IN TXT "v=DMARC1; p=rejekt"`);
      write('a.zone', `$ORIGIN example.com.\n${many.join('\n')}\n`);
      const child = spawn(process.execPath, [built('cli.js'), 'check', 'a.zone'], {
        cwd: folder,
        stdio: 'pipe',
      });
      let complaint = '';
      child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
      child.stdout.once('data', () => child.stdout.destroy());
      const status = await new Promise((resolve) => child.once('exit', resolve));
      assert.equal(complaint, '');
      assert.equal(status, 1);
    });
  });

  describe('as SARIF', () => {
    it('gives the other places that belong to a finding as related locations', () => {
      write('main.cf', 'mail_name = a\nmail_name = b\n');
      const { stdout } = run('check', '--format', 'sarif', 'main.cf');
      const log = JSON.parse(stdout) as {
        runs: { results: { ruleId: string; relatedLocations?: unknown[] }[] }[];
      };
      const found = log.runs[0]?.results.find(({ ruleId }) => ruleId === 'postfix-duplicate-parameter');
      assert.deepEqual(found?.relatedLocations, [
        {
          physicalLocation: {
            artifactLocation: { uri: 'main.cf' },
            region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 10 },
          },
          message: { text: 'This one counts' },
        },
      ]);
    });

    it('gives a 2.1.0 log whose results point to rules with metadata and to regions from 1', () => {
      write('zone s/a.zone', wrongZone);
      const { stdout, status } = run('check', '--format', 'sarif', 'zone s/a.zone');
      assert.equal(status, 1);
      const log = JSON.parse(stdout) as {
        version: string;
        $schema: string;
        runs: {
          columnKind: string;
          tool: {
            driver: {
              name: string;
              rules: { id: string; shortDescription: { text: string }; helpUri?: string }[];
            };
          };
          results: {
            ruleId: string;
            ruleIndex: number;
            level: string;
            message: { text: string };
            locations: {
              physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> };
            }[];
          }[];
        }[];
      };
      assert.equal(log.version, '2.1.0');
      assert.match(log.$schema, /sarif-2\.1\.0/);
      const [sarif] = log.runs;
      assert.ok(sarif);
      assert.equal(sarif.columnKind, 'utf16CodeUnits');
      const { rules } = sarif.tool.driver;
      assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
      for (const rule of rules) {
        assert.notEqual(rule.shortDescription.text, '');
        if (rule.helpUri !== undefined) assert.match(rule.helpUri, /^https:\/\//);
      }
      for (const result of sarif.results) {
        assert.equal(rules[result.ruleIndex]?.id, result.ruleId);
        assert.ok(['error', 'warning', 'note'].includes(result.level));
      }
      const bad = sarif.results.find(({ ruleId }) => ruleId === 'dmarc-bad-value');
      assert.deepEqual(bad?.locations[0]?.physicalLocation, {
        artifactLocation: { uri: 'zone%20s/a.zone' },
        region: { startLine: 3, startColumn: 28, endLine: 3, endColumn: 34 },
      });
    });
  });

  describe('help and version', () => {
    it('names every option and the language server', () => {
      const { stdout, status } = run('--help');
      assert.equal(status, 0);
      for (const word of [
        '--format',
        '--fail-on',
        '--origin',
        '--locale',
        'server.js --stdio',
        'Exit status',
      ]) {
        assert.ok(stdout.includes(word), word);
      }
      assert.match(run('--help', '--locale', 'ja').stdout, /終了ステータス/);
      assert.match(run('--version').stdout, /^\d+\.\d+\.\d+\n$/);
    });
  });

  describe('on what is there', () => {
    it('finds no error and no warning in the samples, but in their mistakes', () => {
      const { findings, summary } = json(join(root, 'samples'));
      const outside = findings.filter(({ path }) => !path.includes('/mistakes/'));
      const grave = outside.filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(grave, []);
      assert.ok(summary.files >= 10);
      const inside = new Set(
        findings.filter(({ path }) => path.includes('/mistakes/')).map(({ path }) => path),
      );
      assert.deepEqual([...inside].map((path) => path.slice(path.lastIndexOf('/') + 1)).sort(), [
        'example.org.zone',
        'main.cf',
        'mta-sts.txt',
        'opendmarc.conf',
      ]);
    });

    it('finds in the how-tos what their README says, and no error that it does not', function () {
      const howto = shared('corpora/howto');
      if (howto === undefined) this.skip();
      const { findings, summary } = json(howto);
      const of = (name: string) => findings.filter(({ path }) => path.endsWith(`/${name}`));
      const rulesOf = (name: string) => of(name).map(({ rule }) => rule);
      const errors = (name: string) => of(name).filter(({ severity }) => severity === 'error');

      assert.deepEqual(rulesOf('f-labs.jp.zone').filter((rule) => rule === 'dmarc-bad-report-uri').length, 2);
      const mangled = rulesOf('f-labs.jp.mangled.zone');
      assert.equal(mangled.filter((rule) => rule === 'dmarc-bad-report-uri').length, 2);
      assert.ok(mangled.includes('zone-name-missing-final-dot'));
      assert.ok(
        of('f-labs.jp.mangled.zone').some(
          ({ message }) => /p=none/.test(message) && /sp=reject/.test(message),
        ),
      );

      const agassi = rulesOf('agassi.ddo.jp.zone');
      assert.ok(agassi.includes('dmarc-removed-tag'));
      assert.equal(agassi.filter((rule) => rule === 'dmarc-redundant-default').length, 2);
      assert.ok(agassi.includes('report-authorisation-unneeded'));
      assert.deepEqual(errors('agassi.ddo.jp.zone'), []);
      for (const name of ['main.cf', 'master.cf', 'opendmarc.conf', 'ignore.hosts']) {
        assert.deepEqual(errors(name), [], name);
      }
      assert.deepEqual(
        of('opendmarc.conf').map(({ rule, severity }) => `${severity} ${rule}`),
        [
          'information opendmarc-no-suffix-list',
          'information opendmarc-unread-history',
          'information opendmarc-ignored-mail-from',
        ],
      );
      assert.equal(summary.errors, 4);
    });
  });
});
