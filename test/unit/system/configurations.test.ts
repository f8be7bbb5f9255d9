import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LanguageId } from '../../../core/languages';
import type { DocumentContext, Include } from '../../../core/model/model';
import { createLanguageService, type LanguageService } from '../../../core/service';
import { edited, lineStart, slice, sourceText, type SourceText } from '../../../core/text/sourceText';

/** What may stand in each document; the first line always does. */
const DOCUMENTS: Readonly<Record<string, { language: LanguageId; first: string; lines: readonly string[] }>> =
  {
    'file:///etc/postfix/main.cf': {
      language: 'postfix-main',
      first: 'mydomain = example.com',
      lines: [
        'smtpd_milters = inet:localhost:8891, inet:localhost:8893',
        'smtpd_milters = inet:localhost:8893, unix:opendkim/opendkim.sock',
        'smtpd_milters = unix:/run/opendkim/opendkim.sock',
        'smtpd_milters = $other',
        'other = inet:127.0.0.1:8891',
        'non_smtpd_milters = $smtpd_milters',
        'myhostname = mail.example.com',
        'myhostname = gone.example.com',
        'myorigin = $mydomain',
        'smtp_bind_address = 192.0.2.1',
        'smtpd_recipient_restrictions = check_policy_service unix:private/policyd-spf',
        '    inet:localhost:8891',
      ],
    },
    'file:///etc/postfix/master.cf': {
      language: 'postfix-master',
      first: '# services',
      lines: [
        'smtp inet n - y - - smtpd',
        'smtp inet n - n - - smtpd',
        '  -o smtpd_milters=inet:localhost:8893',
        '8891 inet n - n - - smtpd',
        'policyd-spf unix - n n - 0 spawn user=x argv=/bin/true',
      ],
    },
    'file:///etc/opendkim.conf': {
      language: 'opendkim',
      first: '# signing',
      lines: [
        'Socket inet:8891@localhost',
        'Socket local:/run/opendkim/opendkim.sock',
        'Domain example.com',
        'Selector s1',
        'Selector s2',
        'KeyFile /etc/s.private',
        'KeyFile /etc/other.private',
        'Include /etc/more.conf',
        'Include /etc/gone.conf',
        'AuthservID mail.example.com',
        'AuthservID HOSTNAME',
        'Mode v',
      ],
    },
    'file:///etc/opendmarc.conf': {
      language: 'opendmarc',
      first: '# judging',
      lines: [
        'Socket inet:8893@localhost',
        'Socket inet:8891@localhost',
        'AuthservID dmarc.example.com',
        'TrustedAuthservIDs mail.example.com',
        'SPFSelfValidate true',
      ],
    },
    'file:///zones/example.com.zone': {
      language: 'dns-zone',
      first: '$ORIGIN example.com.\n@ 60 SOA ns h 1 2 3 4 5',
      lines: [
        's1._domainkey 60 TXT "v=DKIM1; p="',
        's2._domainkey 60 TXT "v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB"',
        's1._domainkey 60 TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
        '@ 60 TXT "v=spf1 ip4:192.0.2.0/24 -all"',
        '@ 60 TXT "v=spf1 -all"',
        '@ 60 MX 10 mail',
        'mail 60 A 192.0.2.1',
        'gone 60 TXT "x"',
      ],
    },
  };

const URIS = Object.keys(DOCUMENTS);

const KEYS: Readonly<Record<string, string>> = {
  '/etc/s.private': Buffer.from('11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=', 'base64').toString('latin1'),
  '/etc/other.private': '\u0001'.repeat(32),
};

const include: Include = (path) =>
  path === '/etc/more.conf'
    ? { text: sourceText('Selector s1\nKeyFile /etc/other.private\n'), include }
    : { problem: 'missing' };

/** What every document may ask; it is the same for all. */
const CONTEXT: DocumentContext = { include, publicKey: (path) => KEYS[path] };

/** More of them to look for a rare slip: `SYSTEM_RUNS=20000`. */
const RUNS = Number(process.env['SYSTEM_RUNS'] ?? 60);

function service(): LanguageService {
  return createLanguageService({
    onError(name, error) {
      throw new Error(name, { cause: error });
    },
  });
}

function told(from: LanguageService): string[] {
  return URIS.flatMap((uri) => from.findings(uri).map((finding) => `${uri} ${JSON.stringify(finding)}`));
}

describe('findings of configurations that are open together', () => {
  const place = fc
    .constantFrom(...URIS)
    .chain((uri) => fc.record({ uri: fc.constant(uri), line: fc.constantFrom(...DOCUMENTS[uri]!.lines) }));
  const step = fc.record({
    place,
    kind: fc.constantFrom('insert', 'insert', 'insert', 'remove', 'type', 'close'),
    at: fc.nat(),
    typed: fc.constantFrom('8', '1', ' ', '#', '\n', '', 'x'),
  });

  it('are those of the same documents opened afresh', () => {
    const said = new Set<string>();
    fc.assert(
      fc.property(fc.array(place, { maxLength: 24 }), fc.array(step, { maxLength: 12 }), (lines, steps) => {
        const texts = new Map<string, SourceText>();
        const live = service();
        const open = (uri: string, text: string): void => {
          texts.set(uri, sourceText(text));
          live.open(uri, DOCUMENTS[uri]!.language, texts.get(uri)!, CONTEXT);
        };
        for (const uri of URIS) {
          const own = lines.filter((one) => one.uri === uri).map(({ line }) => `${line}\n`);
          open(uri, `${DOCUMENTS[uri]!.first}\n${own.join('')}`);
        }
        for (const {
          place: { uri, line },
          kind,
          at,
          typed,
        } of steps) {
          const text = texts.get(uri);
          if (text === undefined) open(uri, `${DOCUMENTS[uri]!.first}\n${line}\n`);
          else if (kind === 'close') {
            texts.delete(uri);
            live.close(uri);
          } else {
            const row = 1 + (at % text.lineCount);
            const from = lineStart(text, row);
            const cursor = at % (text.length + 1);
            const change =
              kind === 'insert'
                ? { span: { start: from, end: from }, text: `${line}\n` }
                : kind === 'remove'
                  ? { span: { start: from, end: lineStart(text, row + 1) }, text: '' }
                  : { span: { start: cursor, end: Math.min(text.length, cursor + (at % 2)) }, text: typed };
            texts.set(uri, edited(text, change));
            live.update(uri, texts.get(uri)!);
          }
          // What was shown before must not be shown again in the wrong place.
          told(live);
          const fresh = service();
          for (const other of [...texts.keys()].sort().reverse()) {
            fresh.open(other, DOCUMENTS[other]!.language, sourceText(slice(texts.get(other)!)), CONTEXT);
          }
          assert.deepEqual(told(live), told(fresh));
          for (const other of URIS) {
            assert.deepEqual(live.counts(other), fresh.counts(other));
            for (const { rule } of live.findings(other)) if (rule.startsWith('system-')) said.add(rule);
          }
        }
      }),
      { numRuns: RUNS },
    );
    // Some nine of them, by chance.
    assert.ok(said.size > 2, `only ${[...said].join()} had a word`);
  }).timeout(RUNS * 3000);

  it('leave alone what does not depend on the change', () => {
    const live = service();
    for (const uri of URIS) {
      const { language, first, lines } = DOCUMENTS[uri]!;
      const wanted = lines.filter((line) => line !== 'Mode v' && !line.startsWith('Include'));
      live.open(uri, language, sourceText(`${first}\n${wanted.join('\n')}\n`));
    }
    const zone = 'file:///zones/example.com.zone';
    const type = (uri: string, text: string): readonly string[] => {
      const before = live.model(uri)!.text;
      return live.update(uri, edited(before, { span: { start: before.length, end: before.length }, text }));
    };
    assert.deepEqual(type(zone, 'other 60 A 192.0.2.9\n'), []);
    assert.deepEqual(type('file:///etc/opendkim.conf', '# a comment\n'), []);
    assert.ok(type(zone, 's2._domainkey 60 TXT "more"\n').includes('file:///etc/opendkim.conf'));
  });
});
