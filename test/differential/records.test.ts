import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalRecords } from '../../core/model/zone/canonical';
import { sourceText } from '../../core/text/sourceText';
import { including } from '../../server/includes';
import { decodeOctets } from '../../server/node/decode';
import { nodeFiles } from '../../server/node/files';
import { zoneText } from '../bench/zoneText';
import { root, shared } from '../support/shared';

/** MAIL_AUTH_DIFFERENTIAL=full compares a zone of a million records; otherwise one of fifty thousand. */
const large = process.env.MAIL_AUTH_DIFFERENTIAL === 'full' ? 1_000_000 : 50_000;

const SOA = '@ IN SOA ns1 hostmaster 1 7200 3600 1209600 77\n@ IN NS ns.example.org.\n';

/** Zones of which BIND's reading is not plain; beside them, in the same folder, lies `inc`. */
const zones: Readonly<Record<string, string>> = {
  'no TTL but the minimum': `${SOA}a A 192.0.2.1\n`,
  'TTLs of RFC 1035': `@ 100 IN SOA ns1 h 1 2 3 4 5\n@ NS ns.example.org.\na A 192.0.2.1\nb 5 A 192.0.2.1\nc A 192.0.2.1\n`,
  'TTLs within an RRset': `$TTL 50\n${SOA}a 10 A 192.0.2.1\na 20 A 192.0.2.2\na A 192.0.2.3\nb 5 A 192.0.2.1\n`,
  'a set in two places': `$TTL 50\n${SOA}a 10 A 192.0.2.1\na 20 A 192.0.2.2\nb 5 A 192.0.2.1\na 30 A 192.0.2.4\n`,
  'a prior TTL that goes on': `@ 100 SOA ns1 h 1 2 3 4 5\n@ NS ns.example.org.\na 10 A 192.0.2.1\na 20 A 192.0.2.2\nb A 192.0.2.3\n`,
  'duplicates that differ in TTL': `$TTL 50\n${SOA}a 10 A 192.0.2.1\nb A 192.0.2.1\na 20 A 192.0.2.1\n`,
  'duplicates that differ in case': `$TTL 50\n${SOA}a MX 10 Mail\na MX 10 mail\na TXT X\na TXT x\n`,
  'owners that differ in case': `$TTL 50\n${SOA}A.b 7 A 192.0.2.1\n$TTL 60\na.B A 192.0.2.2\nA.B TXT x\n`,
  'escaped owners': `$TTL 50\n${SOA}a.b\\.c A 192.0.2.1\n\\097.b\\.c 7 A 192.0.2.2\n\\064 A 192.0.2.1\n\\255 A 192.0.2.1\n`,
  'TTLs beyond 31 bits': `$TTL 50\n${SOA}a 4294967295 A 192.0.2.1\nb 2147483648 A 192.0.2.1\n`,
  'names out of the zone': `@ 50 IN SOA ns1 h 1 2 3 4 5\n@ NS ns.example.org.\nx.example.org. 10 TXT 1\n  TXT 2\nb TXT 1\n`,
  'an included file': `$TTL 50\n${SOA}a 30 A 192.0.2.1\n$INCLUDE inc\n TXT after\nb TXT b\n`,
  'an included file with an origin': `$TTL 50\n${SOA}a 30 A 192.0.2.1\n$INCLUDE inc sub.example.com.\n TXT after\nb TXT b\n`,
  'an included file in quotes': `$TTL 50\n${SOA}a 30 A 192.0.2.1\n$INCLUDE "in c"\nb TXT b\n`,
  'generated addresses': `$TTL 50\n${SOA}$GENERATE 1-20/3 h\${10,4,d} A 192.0.2.$\n`,
  'generated TTLs': `@ 50 IN SOA ns1 h 1 2 3 4 5\n@ NS ns.example.org.\n$GENERATE 1-2 g$ 7 A 192.0.2.$\nb TXT 1\n$GENERATE 1-2 h$ A 192.0.2.$\n`,
  'generated strings': `$TTL 50\n${SOA}$GENERATE 1-2 i TXT "\\"a $ b\\" $$ c"\n$GENERATE 1-2 j$ MX "10 m$"\n`,
  'generated nibbles': `$TTL 50\n${SOA}$GENERATE 10-300/77 \${0,5,N}x.\${-9,3,x}.\${1,2,o} PTR h\${0,3,X}\n`,
  'generated names that are escaped': `$TTL 50\n${SOA}$GENERATE 1-2 a\\$b$ CNAME c\\.$\n`,
  signatures: `$TTL 50\n${SOA}a 10 RRSIG A 8 2 3600 20300101000000 20200101000000 1 example.com. AAAA\na 20 RRSIG MX 8 2 3600 20300101000000 20200101000000 1 example.com. AAAA\n`,
  'parentheses and comments': `$TTL 1h\n@ IN SOA ns1 h ( 1 ; serial\n 2h 15m 2w\n 1d )\n NS ns.example.org.\nt TXT ( "a" ; b\n "c" )\n`,
};

/** Types whose RDATA has names: a name may be written in capitals or not. */
const named =
  /^(?:NS|CNAME|DNAME|PTR|MX|SRV|SOA|RP|AFSDB|KX|RT|PX|MB|MG|MR|MINFO|NSEC|RRSIG|SIG|NAPTR|LP|NXT)$/;

/** The records that named-compilezone prints, sorted; undefined where it refuses the zone. */
function compiled(folder: string, file: string): { lines: string[]; seconds: number } | undefined {
  const ignore = ['-k', '-m', '-M', '-S', '-n', '-r'].flatMap((option) => [option, 'ignore']);
  const args = ['-q', '-i', 'none', ...ignore, '-s', 'full', '-o', '-', 'example.com', file];
  const started = performance.now();
  const { status, stdout } = spawnSync('named-compilezone', args, {
    cwd: folder,
    encoding: 'latin1',
    maxBuffer: 1 << 29,
  });
  if (status !== 0) return undefined;
  return { lines: comparable(stdout.split('\n')), seconds: (performance.now() - started) / 1000 };
}

/** Lines as a set: comments off, one blank between words, in lower case what is without case. */
function comparable(lines: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const line of lines) {
    const match = /^(\S+)\s+(\d+)\s+IN\s+(\S+)\s*((?:"(?:[^"\\]|\\.)*"|\\.|[^;"\\])*)/.exec(line);
    if (match === null || line.startsWith(';')) continue;
    const [, owner, ttl, type, data] = match;
    const spaced = data!
      .replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted: string | undefined) => quoted ?? ' ')
      .trim();
    found.add(`${owner!.toLowerCase()} ${ttl} ${type} ${named.test(type!) ? spaced.toLowerCase() : spaced}`);
  }
  return [...found].sort();
}

/** The records that we print, sorted. */
function ours(folder: string, file: string): string[] {
  const path = join(folder, file);
  const include = including({
    files: nodeFiles(Infinity, decodeOctets),
    path,
    directory: undefined,
    folders: [folder],
  });
  const text = sourceText(decodeOctets(readFileSync(path)));
  const source = { text, origin: 'example.com.', apex: 'example.com.', include };
  return comparable(canonicalRecords(source, () => undefined));
}

/** What the one has and the other lacks; a few lines tell enough. */
function difference(
  expected: readonly string[],
  actual: readonly string[],
): { missing: string[]; extra: string[] } {
  const [want, have] = [new Set(expected), new Set(actual)];
  return {
    missing: expected.filter((line) => !have.has(line)).slice(0, 5),
    extra: actual.filter((line) => !want.has(line)).slice(0, 5),
  };
}

describe('the record set of a zone, as named-compilezone prints it', function () {
  this.timeout(900_000);
  let folder: string;
  before(function () {
    try {
      execFileSync('named-compilezone', ['-v'], { stdio: 'ignore' });
    } catch {
      console.log('      skipped: named-compilezone is not installed');
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'mail-auth-records-'));
    const included = ' TXT blank\nbar TXT x\n$TTL 60\n$ORIGIN deep\nq TXT y\n';
    writeFileSync(join(folder, 'inc'), included);
    writeFileSync(join(folder, 'in c'), included);
  });
  after(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  for (const [name, text] of Object.entries(zones)) {
    it(`of ${name}`, () => {
      writeFileSync(join(folder, 'zone'), text);
      const theirs = compiled(folder, 'zone');
      assert.ok(theirs, 'BIND takes the zone');
      assert.deepEqual(difference(theirs.lines, ours(folder, 'zone')), { missing: [], extra: [] });
    });
  }

  it('of every snippet that BIND takes', function () {
    const snippets = shared('corpora/zone-snippets');
    if (snippets === undefined) this.skip();
    const differing: unknown[] = [];
    let taken = 0;
    for (const file of readdirSync(snippets).filter((name) => name.endsWith('.zone'))) {
      const theirs = compiled(snippets, file);
      if (theirs === undefined) continue;
      taken++;
      const found = difference(theirs.lines, ours(snippets, file));
      if (found.missing.length + found.extra.length > 0) differing.push({ file, ...found });
    }
    console.log(`      ${taken} snippets taken by BIND, ${differing.length} read otherwise`);
    assert.deepEqual(differing, []);
    assert.ok(taken > 100);
  });

  it(`of a generated zone of ${large} records, by the command line`, () => {
    const cli = join(root, 'dist/cli.js');
    mkdirSync(join(folder, 'large'));
    const file = join(folder, 'large', 'zone');
    writeFileSync(file, zoneText(large));
    const theirs = compiled(folder, file);
    assert.ok(theirs);
    const output = join(folder, 'large', 'records');
    const started = performance.now();
    execFileSync('sh', [
      '-c',
      '"$0" "$1" zone --canonical --origin example.com "$2" > "$3"',
      process.execPath,
      cli,
      file,
      output,
    ]);
    const seconds = (performance.now() - started) / 1000;
    console.log(
      `      named-compilezone ${theirs.seconds.toFixed(1)} s, zone --canonical ${seconds.toFixed(1)} s ` +
        `(${(seconds / theirs.seconds).toFixed(1)} times)`,
    );
    const records = comparable(readFileSync(output, 'utf8').split('\n'));
    assert.equal(records.length, large);
    assert.deepEqual(difference(theirs.lines, records), { missing: [], extra: [] });
  });
});
