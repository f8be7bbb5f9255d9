import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TextEdit } from 'vscode-languageserver/node';
import {
  ALLOW_SENDER,
  NAMES_EXIST,
  POLICY_DOMAIN,
  POLICY_LADDER,
  RESPONSIBLE_RECORD,
  ZONE_APEXES,
  ZONES_AT_HAND,
  type AllowSenderResult,
  type PolicyLadderResult,
  type ResponsibleResult,
  type ZoneChange,
  type ZonesAtHand,
} from '../../core/generator/zoneProtocol';
import { render } from '../../core/text/message';
import { NAME_SERVER_FILES } from '../../core/zoneProtocol';
import { startEditor, type Editor } from './support/client';

const uri = 'file:///zones/example.com.zone';
const other = 'file:///zones/example.net.zone';

const zone = [
  '$TTL 1h',
  '@ IN SOA ns1 host 2026112201 2 3 4 5',
  '  IN NS ns1',
  '  IN MX 10 mail',
  '  IN TXT ( "v=spf1 mx "   ; own',
  '           "-all" )',
  'mail IN A 192.0.2.25',
  'ns1 IN A 192.0.2.53',
  'a.b.deep IN A 192.0.2.1',
  '*.wild IN TXT "v=spf1 -all"',
  'two IN TXT "v=spf1 mx -all"',
  'two IN TXT "v=spf1 a -all"',
  'redirected IN TXT "v=spf1 redirect=example.com"',
  'away IN CNAME spf.example.org.',
  'child IN NS ns.child',
  '_dmarc IN TXT "v=DMARC1; p=none; " ; policy',
  '           "rua=mailto:d@example.com"',
  's1._domainkey IN TXT "v=DKIM1; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
  's2._domainkey IN CNAME s2.keys.example.net.',
  's3._domainkey IN CNAME s3.keys.example.org.',
  'old IN DNAME example.net.',
  '',
].join('\n');

const keys = [
  '$TTL 1h',
  '@ IN SOA ns1 host 1 2 3 4 5',
  's2.keys IN TXT "v=DKIM1; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
  'bounce IN TXT "v=spf1 ip4:192.0.2.1 -all"',
  '',
].join('\n');

/** What a range of a text holds. */
function at(
  text: string,
  {
    range,
  }: { range: { start: { line: number; character: number }; end: { line: number; character: number } } },
): string {
  const lines = text.split('\n').slice(range.start.line, range.end.line + 1);
  lines.push(lines.pop()!.slice(0, range.end.character));
  return lines.join('\n').slice(range.start.character);
}

describe('What reports ask of zone files', () => {
  let editor: Editor;
  before(async () => {
    editor = await startEditor();
    await editor.open(uri, 'dns-zone', zone);
    await editor.open(other, 'dns-zone', keys);
  });
  after(async () => {
    editor.process.kill('SIGKILL');
    await editor.ended;
  });

  const responsible = (params: object): Promise<ResponsibleResult | null> =>
    editor.connection.sendRequest(RESPONSIBLE_RECORD, params);
  const found = async (params: object) => {
    const result = await responsible(params);
    assert.equal(result?.state, 'found', JSON.stringify(result));
    return result;
  };
  const said = (messages: readonly Parameters<typeof render>[0][]): string =>
    messages.map((one) => render(one, 'en')).join('\n');

  describe('which record decided', () => {
    it('an SPF result', async () => {
      const own = await found({ mechanism: 'spf', domain: 'Example.COM.' });
      assert.equal(own.text, 'v=spf1 mx -all');
      assert.equal(own.uri, uri);
      assert.ok(at(zone, own).startsWith('TXT ( "v=spf1 mx "'), at(zone, own));
      assert.ok(at(zone, own).endsWith('"-all" )'));
      assert.deepEqual(own.said, []);
    });

    it('with a wildcard, several records or an alias, and says so', async () => {
      const wild = await found({ mechanism: 'spf', domain: 'any.wild.example.com' });
      assert.equal(wild.owner, '*.wild.example.com');
      assert.match(said(wild.said), /wildcard/);
      assert.match(
        said((await found({ mechanism: 'spf', domain: 'two.example.com' })).said),
        /2 such records/,
      );
      const renamed = await found({ mechanism: 'spf', domain: 'bounce.old.example.com' });
      assert.equal(renamed.uri, other);
      const away = await found({ mechanism: 'spf', domain: 'away.example.com' });
      assert.deepEqual([away.type, away.text], ['CNAME', 'spf.example.org']);
      assert.match(said(away.said), /outside of the zone files/);
    });

    it('a DKIM result, through an alias into another zone, or at the alias that leads away', async () => {
      const key = (selector: string) => found({ mechanism: 'dkim', domain: 'example.com', selector });
      assert.ok(at(zone, await key('s1')).startsWith('s1._domainkey IN TXT'));
      const followed = await key('s2');
      assert.deepEqual([followed.uri, followed.owner, followed.type], [other, 's2.keys.example.net', 'TXT']);
      const alias = await key('s3');
      assert.deepEqual([alias.uri, alias.type, alias.text], [uri, 'CNAME', 's3.keys.example.org']);
      assert.equal(at(zone, alias), 's3._domainkey IN CNAME s3.keys.example.org.');
    });

    it('a policy: the record of the domain itself or one above', async () => {
      const own = await found({ mechanism: 'dmarc', domain: 'example.com' });
      assert.equal(own.text, 'v=DMARC1; p=none; ');
      const above = await found({ mechanism: 'dmarc', domain: 'x.y.mail.example.com' });
      assert.equal(above.owner, '_dmarc.example.com');
      assert.match(said(above.said), /no policy record of its own/);
    });

    it('or where one is missing', async () => {
      assert.deepEqual(await responsible({ mechanism: 'dmarc', domain: 'www.example.net' }), {
        state: 'missing',
        uri: other,
        said: [],
        owner: '_dmarc.example.net',
        type: 'TXT',
        domain: 'example.net',
      });
      const key = await responsible({ mechanism: 'dkim', domain: 'example.com', selector: 'gone' });
      assert.ok(key?.state === 'missing');
      assert.equal(key.owner, 'gone._domainkey.example.com');
    });

    it('or where to look when no zone file is at hand', async () => {
      const elsewhere = await responsible({ mechanism: 'spf', domain: 'example.org' });
      assert.ok(elsewhere?.state === 'elsewhere');
      assert.deepEqual([elsewhere.owner, elsewhere.type], ['example.org', 'TXT']);
      const delegated = await responsible({ mechanism: 'spf', domain: 'x.child.example.com' });
      assert.ok(delegated?.state === 'elsewhere');
      assert.match(said(delegated.said), /child\.example\.com/);
    });

    it('and nothing for names that are none', async () => {
      for (const domain of ['', '..', 'a'.repeat(64), '\u0000', 'x.'.repeat(200)]) {
        const result = await responsible({ mechanism: 'spf', domain });
        assert.ok(result === null || result.state === 'elsewhere', JSON.stringify(result));
      }
      assert.equal(await responsible({ mechanism: 'dkim', domain: 'example.com' }), null);
      assert.equal(await responsible({ mechanism: 'other', domain: 'example.com' }), null);
    });
  });

  it('which names exist', async () => {
    const names = [
      'example.com',
      'mail.example.com',
      'b.deep.example.com',
      'any.wild.example.com',
      'nobody.example.com',
      'child.example.com',
      'x.child.example.com',
      'x.old.example.com',
      'example.org',
      '',
      'MAIL.example.com.',
    ];
    assert.deepEqual(await editor.connection.sendRequest(NAMES_EXIST, { names }), [
      true,
      true,
      true,
      true,
      false,
      true,
      null,
      null,
      null,
      null,
      true,
    ]);
    assert.deepEqual(await editor.connection.sendRequest(NAMES_EXIST, { names: 'x' }), []);
  });

  describe('how a sender may be allowed', () => {
    const allow = (
      domain: string,
      addresses: readonly string[],
      names?: readonly string[],
    ): Promise<AllowSenderResult> =>
      editor.connection.sendRequest(ALLOW_SENDER, { domain, addresses, names });
    const refusal = async (domain: string, addresses = ['198.51.100.5']): Promise<string> => {
      const result = await allow(domain, addresses);
      assert.ok('refused' in result, JSON.stringify(result));
      return render(result.refused, 'en');
    };

    it('in the record as it is laid out, with the serial raised', async () => {
      const result = await allow('example.com', ['198.51.100.5', '2001:db8::5']);
      assert.ok('proposals' in result);
      const [one, ...more] = result.proposals;
      assert.equal(more.length, 0);
      assert.equal(one?.after, 'v=spf1 mx ip4:198.51.100.5 ip6:2001:db8::5 -all');
      assert.deepEqual(
        one.results.map(({ before, after }) => [before, after]),
        [
          ['fail', 'pass'],
          ['fail', 'pass'],
        ],
      );
      const text = applied(one.change, { [uri]: zone })[uri]!;
      assert.ok(
        text.includes(
          '  IN TXT ( "v=spf1 mx ip4:198.51.100.5 ip6:2001:db8::5 "   ; own\n           "-all" )',
        ),
        text,
      );
      assert.match(text, /SOA ns1 host (?!2026112201\b)\d{10} /);
    });

    it('in the record that another redirects to, or in that alone', async () => {
      const result = await allow('redirected.example.com', ['198.51.100.5']);
      assert.ok('proposals' in result);
      const [shared, own] = result.proposals;
      assert.deepEqual([shared?.owner, own?.owner], ['example.com', 'redirected.example.com']);
      assert.equal(own?.after, 'v=spf1 ip4:198.51.100.5 redirect=example.com');
      assert.match(said(shared!.warnings), /every domain that does so/);
      assert.match(said(own.warnings), /Only for redirected\.example\.com/);
      assert.equal(shared!.budget.after.lookups, 2);
    });

    it('or why not', async () => {
      assert.match(await refusal('two.example.com'), /2 SPF records/);
      assert.match(await refusal('away.example.com'), /alias.*spf\.example\.org/);
      assert.match(await refusal('mail.example.com'), /no SPF record/);
      assert.match(await refusal('example.org'), /No zone file at hand answers for example\.org/);
      assert.match(await refusal('example.com', ['10.1.1.1']), /over the Internet/);
      assert.match(await refusal(''), /no domain/);
    });
  });

  describe('to which policy a domain may go', () => {
    const ladder = (domain: string, evidence?: object): Promise<PolicyLadderResult> =>
      editor.connection.sendRequest(POLICY_LADDER, { domain, evidence });

    it('with what reports say, and the change of each step', async () => {
      const evidence = {
        days: 30,
        messages: 1000,
        passed: 990,
        failing: [{ source: '203.0.113.9', messages: 10 }, { bad: 1 }],
      };
      const result = await ladder('www.example.com', evidence);
      assert.ok('rungs' in result, JSON.stringify(result));
      assert.equal(result.domain, 'example.com');
      assert.deepEqual(
        result.rungs.map(({ id, direction, next }) => [id, direction, next]),
        [
          ['none', 'here', false],
          ['quarantine-testing', 'up', true],
          ['quarantine', 'up', false],
          ['reject', 'up', false],
        ],
      );
      const next = result.rungs[1]!;
      assert.match(said(next.advice), /10 of 1000 messages/);
      assert.match(said(next.advice), /203\.0\.113\.9: 10 failing/);
      const text = applied(next.change, { [uri]: zone })[uri]!;
      assert.ok(text.includes('_dmarc IN TXT "v=DMARC1; p=quarantine; t=y; " ; policy'), text);
      assert.ok(!text.includes('SOA ns1 host 2026112201 '));
      assert.deepEqual(
        result.rungs[0]!.change.files.flatMap(({ edits }) => edits),
        [],
      );
    });

    it('without reports says so', async () => {
      const result = await ladder('example.com', { days: 'x' });
      assert.ok('rungs' in result);
      assert.match(said(result.rungs[1]!.advice), /No reports are open/);
    });

    it('or where the policy is missing', async () => {
      const result = await ladder('example.net');
      assert.ok('refused' in result);
      assert.deepEqual(result.missing, {
        owner: '_dmarc.example.net',
        type: 'TXT',
        domain: 'example.net',
        uri: other,
      });
      const elsewhere = await ladder('example.org');
      assert.ok('refused' in elsewhere && elsewhere.missing?.uri === undefined);
      const none = await ladder('');
      assert.ok('refused' in none && none.missing === undefined);
    });
  });

  it('of which domain the policy is meant at a place', async () => {
    const domainAt = (line: number): Promise<string | null> =>
      editor.connection.sendRequest(POLICY_DOMAIN, { uri, position: { line, character: 20 } });
    assert.equal(await domainAt(15), 'example.com');
    assert.equal(await domainAt(0), 'example.com');
    assert.equal(await editor.connection.sendRequest(POLICY_DOMAIN, { uri: 'file:///none' }), null);
  });

  it('which zones are at hand, and which files hold', async () => {
    await editor.connection.sendRequest(NAME_SERVER_FILES, {
      files: [
        { uri: 'file:///zones/named.conf', text: 'zone "example.org" { type master; file "odd.txt"; };' },
      ],
    });
    const there: ZonesAtHand = await editor.connection.sendRequest(ZONES_AT_HAND, {
      names: ['x.example.org'],
    });
    assert.deepEqual(
      [...there.open].sort((a, b) => (a.apex < b.apex ? -1 : 1)),
      [
        { uri, apex: 'example.com.' },
        { uri: other, apex: 'example.net.' },
      ],
    );
    // In a copy of a server's files the path may begin elsewhere: each place is a guess.
    assert.deepEqual(there.named[0], { uri: 'file:///zones/odd.txt', apex: 'example.org.' });
    assert.ok(there.named.every(({ apex }) => apex === 'example.org.'));
    const files = [
      { uri: 'file:///zones/sub.example.com.zone', head: '@ 1 IN SOA a b 1 2 3 4 5\n' },
      { uri: 'file:///zones/x.db', head: '$ORIGIN example.edu.\n@ 1 IN SOA a b 1 2 3 4 5\n' },
      { uri: 'file:///zones/odd.txt', head: '' },
      { bad: true },
    ];
    assert.deepEqual(await editor.connection.sendRequest(ZONE_APEXES, { files }), [
      'sub.example.com.',
      'example.edu.',
      'example.org.',
      null,
    ]);
  });

  describe('where a record stands in an included file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mail-auth-included-'));
    const place = (name: string): string => pathToFileURL(join(folder, name)).href;
    const main = '$TTL 1h\n@ IN SOA ns1 host 7 2 3 4 5\n$INCLUDE parts/mail.inc\n';
    const part = '@ IN TXT "v=spf1 mx -all"\n_dmarc IN TXT "v=DMARC1; p=none"\n';
    before(async () => {
      mkdirSync(join(folder, 'parts'));
      writeFileSync(join(folder, 'example.edu.zone'), main);
      writeFileSync(join(folder, 'parts/mail.inc'), part);
      await editor.open(place('example.edu.zone'), 'dns-zone', main);
    });
    after(() => {
      rmSync(folder, { recursive: true });
    });

    it('the file is named first, and once it is open the record is found in it', async () => {
      const wanted = { mechanism: 'spf', domain: 'example.edu' };
      assert.deepEqual(await responsible(wanted), { state: 'included', uris: [place('parts/mail.inc')] });
      await editor.open(place('parts/mail.inc'), 'dns-zone', part);
      const result = await found(wanted);
      assert.equal(result.uri, place('parts/mail.inc'));
      assert.equal(at(part, result), '@ IN TXT "v=spf1 mx -all"');
    });

    it('it is changed there, and the serial in the file that has it', async () => {
      const result: PolicyLadderResult = await editor.connection.sendRequest(POLICY_LADDER, {
        domain: 'example.edu',
      });
      assert.ok('rungs' in result, JSON.stringify(result));
      const texts = applied(result.rungs.at(-1)!.change, {
        [place('example.edu.zone')]: main,
        [place('parts/mail.inc')]: part,
      });
      assert.ok(texts[place('parts/mail.inc')]!.includes('"v=DMARC1; p=reject"'));
      assert.match(texts[place('example.edu.zone')]!, /host 8 /);
    });
  });
});

/** The texts after a change. */
function applied({ files }: ZoneChange, texts: Readonly<Record<string, string>>): Record<string, string> {
  const result = { ...texts };
  for (const { uri: file, edits } of files) {
    const offset = ({ line, character }: TextEdit['range']['start']): number =>
      texts[file]!.split('\n')
        .slice(0, line)
        .reduce((sum, one) => sum + one.length + 1, 0) + character;
    const backwards = [...edits].reverse().sort((a, b) => offset(b.range.start) - offset(a.range.start));
    for (const { range, newText } of backwards) {
      result[file] =
        result[file]!.slice(0, offset(range.start)) + newText + result[file]!.slice(offset(range.end));
    }
  }
  return result;
}
