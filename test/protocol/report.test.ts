import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { shared } from '../support/shared';
import { record, report, zip } from '../unit/report/support';
import { built } from './support/client';

interface Json {
  reports: {
    path: string;
    part: string | null;
    reporter: string;
    report_id: string;
    period: { begin: number | null; end: number | null };
    policy: { domain: string; p: string };
    totals: { records: number; messages: number; dkim_pass: number; spf_pass: number };
    records?: { source_ip: string; count: number }[];
  }[];
  problems: { path: string; part: string | null; message: string }[];
}

const two = report(
  record({ count: '40' }),
  record({
    ip: '2001:db8::1',
    count: '2',
    evaluated: '<disposition>reject</disposition><dkim>fail</dkim><spf>fail</spf>',
  }),
);

describe('The command line reads reports:', function () {
  this.timeout(120_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-auth-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const run = (...words: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [built('cli.js'), 'report', ...words], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      maxBuffer: 2 ** 28,
    });
  const json = (...words: string[]): Json => JSON.parse(run('--format', 'json', ...words).stdout) as Json;

  it('JSON has an entry for each report in a path, its totals and records', () => {
    const path = write(
      'r.zip',
      zip([
        { name: 'a.xml', content: two },
        { name: 'b.xml.gz', content: gzipSync(two) },
      ]),
    );
    const { reports, problems } = json(path);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      reports.map(({ part }) => part),
      ['a.xml', 'b.xml.gz'],
    );
    const [first] = reports;
    assert.equal(first?.path, path);
    assert.equal(first.reporter, 'Receiver');
    assert.equal(first.report_id, 'r1');
    assert.deepEqual(first.period, { begin: 1794787200, end: 1794873599 });
    assert.equal(first.policy.domain, 'example.com');
    assert.deepEqual(first.totals, { records: 2, messages: 42, dkim_pass: 40, spf_pass: 0 });
    assert.deepEqual(
      first.records?.map(({ source_ip, count }) => [source_ip, count]),
      [
        ['192.0.2.1', 40],
        ['2001:db8::1', 2],
      ],
    );
  });

  it('--summary leaves the records out, --where takes only those that fit', () => {
    const path = write('r.xml', two);
    const [whole] = json('--summary', path).reports;
    assert.equal(whole?.part, null);
    assert.ok(!('records' in whole));
    const [some] = json('--where', 'count<10 and spf=fail', path).reports;
    assert.deepEqual(some?.totals, { records: 1, messages: 2, dkim_pass: 0, spf_pass: 0 });
    assert.equal(some.records?.length, 1);
    const [none] = json('--where', 'count=41', path).reports;
    assert.deepEqual([none?.totals.records, none?.records], [0, []]);
  });

  it('folders are walked, also through links in circles, hidden files are not', () => {
    mkdirSync(join(folder, 'deep'));
    mkdirSync(join(folder, '.git'));
    write('deep/without-suffix', two);
    write('.git/x.xml', two);
    write(
      'a.eml',
      `Content-Type: application/gzip\nContent-Transfer-Encoding: base64\n\n${gzipSync(two).toString('base64')}`,
    );
    write('words.txt', 'no report');
    symlinkSync(folder, join(folder, 'deep', 'circle'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    const { reports, problems } = json(folder);
    assert.deepEqual(
      reports.map(({ path }) => path),
      [join(folder, 'a.eml'), join(folder, 'deep/without-suffix')],
    );
    assert.deepEqual(
      problems.map(({ path }) => path),
      [join(folder, 'words.txt')],
    );
  });

  it('the exit status tells: all read, something lost, wrong usage or path', () => {
    const good = write('good.xml', two);
    const cut = write('cut.xml', two.slice(0, -40));
    assert.equal(run(good).status, 0);
    assert.equal(run(good, cut).status, 1);
    assert.equal(run(good, join(folder, 'nothing')).status, 2);
    assert.equal(run().status, 2);
    for (const wrong of [['--format', 'yaml'], ['--colour'], ['--where', 'cuont>1'], ['--max-depth', '0']]) {
      const { status, stdout, stderr } = run(...wrong, good);
      assert.deepEqual([status, stdout], [2, ''], wrong.join(' '));
      assert.match(stderr, /^mail-auth: /);
    }
    assert.match(run('--where', 'cuont>1', good).stderr, /“cuont”.*perhaps “count”/);
    assert.match(run('--locale', 'ja', '--where', 'cuont>1', good).stderr, /フィールドはありません/);
  });

  it('a path that is no report, or cannot be read, is named with the reason', () => {
    write('empty.xml', '');
    const { reports, problems } = json(folder, join(folder, 'nothing'));
    assert.deepEqual(reports, []);
    assert.deepEqual(
      problems.map(({ path, part, message }) => [path, part, message]),
      [
        [join(folder, 'empty.xml'), null, 'The file is empty.'],
        [join(folder, 'nothing'), null, 'cannot be read (ENOENT)'],
      ],
    );
  });

  it('a table is for people: words for results, sums below, nothing that acts on the terminal', () => {
    const path = write(
      'r.xml',
      two.replace('<header_from>example.com', '<header_from>\u202eexam\u200bple.com'),
    );
    const { stdout } = run(path);
    assert.match(stdout, /example\.com · p=none · Receiver · 2026-11-16/);
    assert.match(stdout, /⟨U\+202E⟩exam⟨U\+200B⟩ple\.com/);
    assert.match(stdout, /2001:db8::1 +2 +reject +pass, not aligned/);
    assert.match(stdout, /Total +2 +42 +40 +0 +Reports: 1/);
    assert.doesNotMatch(stdout, /[\u202e\u200b\u001b]/);
    assert.doesNotMatch(run('--summary', path).stdout, /192\.0\.2\.1/);
    assert.match(run('--locale', 'ja', path).stdout, /送信元 IP/);
  });

  it('CSV has one header, a line a record or a report', () => {
    write('a.xml', two);
    write('b.xml', two.replace('example.com', '=1+1'));
    const lines = run('--format', 'csv', folder).stdout.trimEnd().split('\r\n');
    assert.equal(lines.length, 5);
    assert.match(lines[0]!, /^reporter,report_id,begin/);
    assert.match(lines[3]!, /,'=1\+1,/);
    assert.equal(run('--format', 'csv', '--summary', folder).stdout.trimEnd().split('\r\n').length, 3);
  });

  it('failure reports, TLS reports and histories have tables of their own in every format', () => {
    const failure =
      'Content-Type: multipart/report; boundary=f\n\n--f\nContent-Type: message/feedback-report\n\n' +
      'Feedback-Type: auth-failure\nAuth-Failure: dmarc\nSource-IP: 192.0.2.7\nReported-Domain: example.com\n\n' +
      '--f\nContent-Type: text/rfc822-headers\n\nFrom: =boss@example.com\nSubject: <b>Pay</b>, now\n\n--f--\n';
    const tls = {
      'organization-name': 'Sender',
      policies: [
        {
          policy: { 'policy-type': 'sts', 'policy-domain': 'example.net' },
          summary: { 'total-successful-session-count': 526, 'total-failure-session-count': 3 },
          'failure-details': [{ 'result-type': 'certificate-expired', 'failed-session-count': 3 }],
        },
      ],
    };
    const history =
      'job 1A2B3C\nreporter mx.example.org\nreceived 1794787300\nipaddr 192.0.2.8\nfrom example.org\n' +
      'mfrom example.org\ndkim example.org s1 0\nspf 0\npdomain example.org\np 110\nalign_dkim 4\nalign_spf 5\naction 2\n';
    write('a.eml', failure);
    write('b.json', JSON.stringify(tls));
    const dat = write('opendmarc.dat', history);

    const table = run(folder).stdout;
    assert.match(table, /Failure reports\n.*Source IP.*\n.*192\.0\.2\.7 .*dmarc.*<b>Pay<\/b>, now/);
    assert.match(table, /TLS reports\n.*\n.*example\.net +sts +526 +3\n.*certificate-expired/);
    assert.match(table, /OpenDMARC’s history\n.*\n.*2026-11-16T.*192\.0\.2\.8 +example\.org/);
    assert.match(table, /example\.org .*p=none/, 'and the aggregate report that the history comes to');
    const summary = run('--summary', folder).stdout;
    assert.doesNotMatch(summary, /history|certificate-expired/);
    assert.match(summary, /526 +3/);

    const blocks = run('--format', 'csv', folder).stdout.split('\r\n\r\n');
    assert.deepEqual(
      blocks.map((block) => block.split(',', 2).join()),
      ['reporter,report_id', 'arrival,source_ip', 'organization,report_id', 'received,source_ip'],
    );
    assert.match(blocks[1]!, /,'=boss@example\.com,/);
    assert.match(blocks[1]!, /"<b>Pay<\/b>, now"/);
    assert.equal(blocks[2]!.split('\r\n').length, 3);
    assert.match(run('--format', 'csv', join(folder, 'b.json')).stdout, /^organization,/);

    const html = run('--format', 'html', folder).stdout;
    assert.match(html, /<h2>TLS reports<\/h2>/);
    assert.match(html, /&lt;b&gt;Pay&lt;\/b&gt;, now/);
    const told = JSON.parse(run('--format', 'json', dat).stdout) as {
      history: { path: string; line: number }[];
    };
    assert.deepEqual(
      told.history.map(({ path, line }) => [path, line]),
      [[dat, 1]],
    );
    assert.doesNotMatch(run('--format', 'json', '--summary', dat).stdout, /"history"/);
    assert.match(run('--locale', 'ja', folder).stdout, /失敗レポート/);
  });

  it('HTML holds no markup of the report and loads nothing', () => {
    const hostile = two.replace('>example.com<', '>&lt;script&gt;alert(1)&lt;/script&gt;<');
    const { stdout } = run('--format', 'html', write('<b>.xml', hostile));
    assert.match(stdout, /^<!DOCTYPE html>/);
    assert.match(stdout, /default-src 'none'/);
    assert.match(stdout, /&lt;script&gt;alert/);
    assert.doesNotMatch(stdout, /<script|<b>/);
  });

  it('limits bound what a hostile file costs', () => {
    const bomb = write('bomb.gz', gzipSync(report(record(), ' '.repeat(5_000_000), record())));
    const { reports, problems } = json('--max-inflated', '1', bomb);
    assert.equal(reports[0]?.totals.records, 1);
    assert.match(problems[0]!.message, /More than 1 MiB/);
    const many = write(
      'many.zip',
      zip(Array.from({ length: 9 }, (_, i) => ({ name: `${i}`, content: two }))),
    );
    assert.equal(json('--max-entries', '4', many).reports.length, 4);
  });

  it('gives the numbers of libxml2 for every well-formed report of the corpus', function () {
    const corpus = shared('corpora/dmarc-reports');
    if (corpus === undefined) this.skip();
    const { reports, problems } = json('--summary', join(corpus, 'files'));
    const seen = new Map(
      reports.map((one) => [`${one.path.slice(one.path.lastIndexOf('/') + 1)}\0${one.part ?? ''}`, one]),
    );
    let compared = 0;
    for (const line of readFileSync(join(corpus, 'expected.jsonl'), 'utf8').trim().split('\n')) {
      const expected = JSON.parse(line) as {
        file: string;
        reports: { part: string | null; summary: Record<string, number | string | null> | null }[] | null;
      };
      const told = problems.some(({ path }) => path.endsWith(`/${expected.file}`));
      assert.ok(told || reports.some(({ path }) => path.endsWith(`/${expected.file}`)), expected.file);
      for (const { part, summary } of expected.reports ?? []) {
        if (summary === null) continue;
        const name = (part ?? '').replace(/\|gz$/, '').replace(/^[#|]/, '').replace('|', ' › ');
        const found = seen.get(`${expected.file}\0${name}`);
        const { records, messages, dkim_pass, spf_pass } = summary;
        assert.deepEqual(found?.totals, { records, messages, dkim_pass, spf_pass }, expected.file);
        compared++;
      }
    }
    assert.equal(compared, 719);
  });
});
