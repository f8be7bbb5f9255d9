import assert from 'node:assert/strict';
import {
  CHECK_RECORD,
  GENERATOR_KNOWN,
  PUT_RECORDS,
  REVIEW_RECORDS,
  ZONE_CONTEXT,
  type PutRecordsResult,
  type RecordFinding,
  type RecordReview,
  type ZoneContext,
} from '../../core/generator/protocol';
import type { Known } from '../../core/generator/known';
import { render } from '../../core/text/message';
import { applyEdits } from '../../core/text/span';
import { startEditor, type Editor } from './support/client';

const uri = 'file:///zones/example.com.zone';

describe('What the record generator asks the language server', () => {
  let editor: Editor;
  before(async () => {
    editor = await startEditor();
  });
  after(async () => {
    editor.process.kill('SIGKILL');
    await editor.ended;
  });

  const contextOf = (params: unknown): Promise<ZoneContext | null> =>
    editor.connection.sendRequest(ZONE_CONTEXT, params);

  it('where a record belongs, and what stands there already', async () => {
    const text = [
      '$TTL 1h',
      '@ IN SOA ns1 host 1 2 3 4 5',
      '@ IN TXT "v=spf1 -all"',
      '_dmarc IN TXT "v=DMARC1; p=none"',
      '$ORIGIN sub.example.com.',
      'x IN A 192.0.2.1',
      '',
    ].join('\n');
    await editor.open(uri, 'dns-zone', text);
    const there = await contextOf({ uri, owner: '_dmarc.example.com.' });
    assert.equal(there?.origin, 'example.com.');
    assert.equal(there.existing.length, 1);
    const [{ data, ownerSpan, owner }] = there.existing as [ZoneContext['existing'][number]];
    assert.equal(owner, '_dmarc.example.com.');
    assert.equal(text.slice(data.start, data.end), '"v=DMARC1; p=none"');
    assert.equal(text.slice(ownerSpan!.start, ownerSpan!.end), '_dmarc');

    const elsewhere = await contextOf({ uri, owner: '_dmarc.example.org.' });
    assert.deepEqual(elsewhere?.existing, []);
    assert.deepEqual(elsewhere.insertion, {
      offset: text.length,
      breakBefore: false,
      origin: 'sub.example.com.',
      hasTtl: true,
      // The last line is the pattern for one behind it.
      like: { owner: 'x', gap: ' IN A ' },
    });
  });

  it('where a record of any kind belongs, and which one it takes the place of', async () => {
    const other = 'file:///zones/example.net.zone';
    const text = [
      '$TTL 1h',
      '@ IN SOA ns1 host 1 2 3 4 5',
      '@ IN MX 10 mail',
      '@ IN TXT "token"',
      '@ IN TXT "v=spf1 mx -all"',
      '',
    ].join('\n');
    await editor.open(other, 'dns-zone', text);
    const record = { owner: 'example.net.', type: 'TXT', value: 'v=spf1 -all', ttl: 3600 };
    const spf = await contextOf({ uri: other, record });
    assert.deepEqual(
      spf?.existing.map(({ data }) => text.slice(data.start, data.end)),
      ['"v=spf1 mx -all"'],
    );
    const mx = await contextOf({ uri: other, record: { ...record, type: 'MX', value: '.', preference: 0 } });
    assert.deepEqual(
      mx?.existing.map(({ data }) => text.slice(data.start, data.end)),
      ['10 mail'],
    );
  });

  it('what the open documents tell of a domain', async () => {
    const zone = 'file:///zones/example.org.zone';
    await editor.open(zone, 'dns-zone', '$TTL 1h\n@ IN SOA ns1 host 1 2 3 4 5\n@ IN MX 10 mail\n');
    await editor.open('file:///opendkim.conf', 'opendkim', 'Domain example.org\nSelector s1\n');
    const known: Known = await editor.connection.sendRequest(GENERATOR_KNOWN, { uri: zone });
    assert.equal(known.domain, 'example.org');
    assert.deepEqual(known.mailServers, ['mail.example.org']);
    assert.deepEqual(known.signing, [{ domain: 'example.org', selector: 's1' }]);
    assert.ok(known.now !== undefined && known.now.year > 2000);
  });

  it('what the rules say of a record that is in no file yet', async () => {
    const check = (record: unknown): Promise<RecordFinding[]> =>
      editor.connection.sendRequest(CHECK_RECORD, { record });
    const record = { owner: '_dmarc.example.com.', type: 'TXT', ttl: 3600 };
    const found = await check({ ...record, value: 'v=DMARC1; p=rejct; rua=mailto:a@example.com' });
    assert.deepEqual(
      found.map(({ rule, severity }) => `${severity} ${rule}`),
      ['error dmarc-bad-value'],
    );
    assert.deepEqual(await check({ ...record, value: 'v=DMARC1; p=reject; rua=mailto:a@example.com' }), []);
  });

  it('which edits put a set of records into a zone, and what goes for them', async () => {
    const zone = 'file:///zones/example.info.zone';
    const lines = [
      '$TTL 1h',
      '@ IN SOA ns1 host 2020010101 2 3 4 5',
      '@ IN NS ns1',
      'ns1 IN A 192.0.2.53',
      '_dmarc IN TXT "v=DMARC1; p=none"',
      '_dmarc IN TXT "v=DMARC1; p=reject"',
      'alias IN CNAME ns1',
      '',
    ];
    const text = lines.join('\n');
    await editor.open(zone, 'dns-zone', text);
    const records = [
      { owner: '_dmarc.example.info.', type: 'TXT', value: 'v=DMARC1; p=quarantine', ttl: 3600 },
      { owner: 'example.info.', type: 'TXT', value: 'v=spf1 -all', ttl: 3600 },
      { owner: 'alias.example.info.', type: 'TXT', value: 'v=spf1 -all', ttl: 3600 },
    ];
    const put: PutRecordsResult | null = await editor.connection.sendRequest(PUT_RECORDS, {
      uri: zone,
      records,
    });
    const after = applyEdits(text, put!.edits);
    assert.equal(put!.version, 1);
    assert.match(after, /SOA ns1 host (?!2020010101)\d{10} 2/);
    assert.equal(after.match(/v=DMARC1/g)?.length, 1);
    assert.match(after, /"v=DMARC1; p=quarantine"/);
    assert.equal(after.match(/v=spf1 -all/g)?.length, 1);
    assert.deepEqual(
      put!.replaced.map((one) => [one.before, one.after]),
      [
        [lines[5], ''],
        [lines[4], '_dmarc IN TXT "v=DMARC1; p=quarantine"'],
      ],
    );
    assert.deepEqual(
      put!.notes.map(({ values }) => values?.['other']),
      ['CNAME'],
    );
  });

  it('what is to be said of records, in a zone and without one', async () => {
    const records = [
      { owner: '_dmarc.example.edu.', type: 'TXT', value: 'v=DMARC1; p=reject', ttl: 3600 },
      { owner: 'example.edu.', type: 'TXT', value: 'v=spf1 include:_spf.example.edu -all', ttl: 3600 },
    ];
    const review = (params: unknown): Promise<RecordReview[]> =>
      editor.connection.sendRequest(REVIEW_RECORDS, params);
    const words = (one: RecordReview): string => one.facts.map((fact) => render(fact, 'en')).join('\n');
    const [dmarc, spf] = (await review({ records })) as [RecordReview, RecordReview];
    assert.match(words(dmarc), /^- example\.edu: `reject`\n- a subdomain/);
    assert.equal(words(spf), '');
    const zone = 'file:///zones/example.edu.zone';
    await editor.open(
      zone,
      'dns-zone',
      '$TTL 1h\n@ IN SOA ns1 host 1 2 3 4 5\n_spf IN TXT "v=spf1 a:mail mx -all"\nmail IN A 192.0.2.1\n@ IN MX 1 mail\n',
    );
    const [, there] = (await review({ uri: zone, records })) as [RecordReview, RecordReview];
    assert.match(words(there), /example\.edu: 3 of 10 lookups/);
    const none = await review({ records: [{ ...records[1], value: 'v=spf1 -all' }] });
    assert.match(words(none[0]!), /none of the 10/);
  });

  it('and nothing of documents that it does not hold, or of questions that make no sense', async () => {
    assert.equal(await contextOf({ uri: 'file:///nowhere' }), null);
    assert.equal(await contextOf(null), null);
    await editor.open('file:///main.cf', 'postfix-main', 'myhostname = mail.example.com\n');
    assert.equal(await contextOf({ uri: 'file:///main.cf' }), null);
    assert.deepEqual(await editor.connection.sendRequest(CHECK_RECORD, { record: 'x' }), []);
    assert.equal(await editor.connection.sendRequest(PUT_RECORDS, { uri: 'file:///main.cf' }), null);
    assert.deepEqual(await editor.connection.sendRequest(REVIEW_RECORDS, { records: [{}, 'x'] }), []);
  });
});
