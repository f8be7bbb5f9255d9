import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LanguageId } from '../../../core/languages';
import { createLanguageService, type LanguageService } from '../../../core/service';
import { render } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';
import { cursor } from '../../support/configuration';

const MAIN = `transport_maps = hash:/etc/postfix/routes
smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/senders
virtual_alias_maps = hash:/etc/postfix/mails
header_checks = regexp:/etc/postfix/heads
`;
const MASTER = `smtp unix - - y - - smtp
scan unix - - n - - smtp
smtp inet n - y - - smtpd
cleanup unix n - y - 0 cleanup
`;

function opened(language: LanguageId, name: string, text: string): LanguageService {
  const service = createLanguageService();
  service.open('file:///c/main.cf', 'postfix-main', sourceText(MAIN));
  service.open('file:///c/master.cf', 'postfix-master', sourceText(MASTER));
  service.open('file:///c/table', language, sourceText(text), { fileName: name });
  return service;
}

function offered(language: LanguageId, name: string, marked: string) {
  const { text, offset } = cursor(marked);
  const found = opened(language, name, text).complete('file:///c/table', offset);
  return { text, found, labels: found?.candidates.map(({ label }) => label) ?? [] };
}

function chosen(language: LanguageId, name: string, marked: string, label: string): string {
  const { text, found } = offered(language, name, marked);
  const candidate = found?.candidates.find((one) => one.label === label);
  assert.ok(found && candidate, `${label} is not offered`);
  return applyEdits(text, [{ span: found.replace, text: candidate.insert ?? candidate.label }]);
}

function hover(language: LanguageId, name: string, marked: string, locale: 'en' | 'ja' = 'en') {
  const { text, offset } = cursor(marked);
  return opened(language, name, text)
    .hover('file:///c/table', offset)
    ?.paragraphs.map((one) => render(one, locale))
    .join('\n');
}

describe('a lookup table of any text', () => {
  it('answers every question at every place', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '/a/',
      'REJ',
      'FILTER x:',
      'if ',
      'endif',
      '!',
      '10.0.0.0/8',
      ':',
      '"',
      '#',
    );
    const languages: readonly LanguageId[] = [
      'postfix-table',
      'postfix-aliases',
      'postfix-patterns',
      'postfix-networks',
    ];
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom(...languages),
        fc.constantFrom('routes', 'senders', 'heads', 'x'),
        fc.nat(),
        (pieces, language, name, at) => {
          const text = pieces.join('');
          const service = opened(language, name, text);
          const offset = at % (text.length + 1);
          const spans = [
            service.complete('file:///c/table', offset)?.replace,
            service.hover('file:///c/table', offset)?.span,
            service.model('file:///c/table')!.editing!.nameAt!(offset)?.span,
            ...service.findings('file:///c/table').map(({ span }) => span),
          ];
          for (const span of spans) {
            if (span === undefined) continue;
            assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it('is answered as quickly when it is long', () => {
    const text = `${Array.from({ length: 50_000 }, (_, i) => `d${i}.example scan:[192.0.2.1]`).join('\n')}\nx `;
    const service = opened('postfix-table', 'routes', text);
    assert.ok(service.complete('file:///c/table', text.length));
    assert.ok(service.model('file:///c/table')!.editing!.tokens!({ start: 0, end: 100 }).length > 0);
  });
});

describe('writing a lookup table', () => {
  it('offers actions where main.cf asks whether mail may pass', () => {
    const { labels } = offered('postfix-table', 'senders', 'a@example.com |\n');
    assert.ok(labels.includes('REJECT') && labels.includes('OK') && !labels.includes('REPLACE'));
    assert.equal(
      chosen('postfix-table', 'senders', 'a@example.com re|j text\n', 'REJECT'),
      'a@example.com REJECT text\n',
    );
    assert.equal(chosen('postfix-table', 'senders', 'a b\nc\tBC|', 'BCC'), 'a b\nc\tBCC ');
  });

  it('offers those of header checks to patterns of headers', () => {
    const { labels } = offered('postfix-patterns', 'heads', '/^X-Spam:/i |\n');
    assert.ok(labels.includes('IGNORE') && labels.includes('REPLACE') && !labels.includes('OK'));
    assert.deepEqual(offered('postfix-patterns', 'heads', '/^X-Spam:/|\n').labels, []);
  });

  it('offers the transports of the open master.cf where mail is routed', () => {
    assert.deepEqual(offered('postfix-table', 'routes', 'example.com |\n').labels, ['smtp:', 'scan:']);
  });

  it('offers nothing where addresses or anything else are wanted', () => {
    assert.deepEqual(offered('postfix-table', 'mails', 'a@example.com |\n').labels, []);
    assert.deepEqual(offered('postfix-aliases', 'aliases', 'root: |\n').labels, []);
    assert.deepEqual(offered('postfix-table', 'senders', '# REJ|\n').labels, []);
    assert.deepEqual(offered('postfix-table', 'senders', 'a REJECT some te|\n').labels, []);
  });

  it('tells by its name or its other lines what a table is for that nobody names', () => {
    assert.ok(offered('postfix-table', 'client_access', 'a |\n').labels.includes('OK'));
    assert.ok(
      offered('postfix-networks', 'x.cidr', '10.0.0.0/8 REJECT\n10.1.0.0/16 |\n').labels.includes('OK'),
    );
    assert.deepEqual(offered('postfix-table', 'x', 'a b\nc d\ne |\n').labels, []);
  });

  it('offers if and endif where a line of patterns or networks begins', () => {
    assert.deepEqual(offered('postfix-patterns', 'heads', '|\n').labels, ['if', 'endif']);
    assert.equal(chosen('postfix-networks', 'x', 'i|\n', 'if'), 'if \n');
    assert.deepEqual(offered('postfix-table', 'senders', '|\n').labels, []);
  });

  it('explains actions, if and endif, where they are some', () => {
    assert.match(hover('postfix-table', 'senders', 'a hol|d\n')!, /HOLD.*access\(5\)[^]*postsuper/);
    assert.match(
      hover('postfix-patterns', 'heads', '/a/ PA|SS\n')!,
      /header_checks\(5\)[^]*Since Postfix 3\.6/,
    );
    assert.match(hover('postfix-patterns', 'heads', 'i|f /a/\n')!, /endif/);
    assert.match(hover('postfix-table', 'senders', 'a REJ|ECT b\n', 'ja')!, /拒否/);
    assert.match(hover('postfix-table', 'routes', 'a sc|an:b\n')!, /In master\.cf: scan unix/);
    assert.equal(hover('postfix-table', 'mails', 'a O|K\n'), undefined);
    assert.equal(hover('postfix-table', 'senders', 'a OK t|ext\n'), undefined);
  });

  it('a service is renamed in transport tables and behind FILTER, and nowhere else', () => {
    const renamed = (name: string, text: string): string => {
      const service = opened('postfix-table', name, text);
      const done = service.model('file:///c/master.cf')!.editing!.rename!(
        MASTER.indexOf('scan') + 1,
        'amavis',
      );
      assert.ok('edits' in done);
      return applyEdits(text, service.model('file:///c/table')!.editing!.renamed!(done.from, done.to));
    };
    const text = 'a scan:[127.0.0.1]:10025\nb FILTER scan:x\nscan scanner:y\n';
    assert.equal(renamed('routes', text), text.replace('scan:[', 'amavis:[').replace('R scan', 'R amavis'));
    assert.equal(renamed('mails', text), text.replace('R scan', 'R amavis'));
    const { text: routes, offset } = cursor('a sc|an:x\n');
    const editing = opened('postfix-table', 'routes', routes).model('file:///c/table')!.editing!;
    assert.equal(editing.nameAt!(offset)?.name, 'master.cf scan');
  });
});
