import assert from 'node:assert/strict';
import fc from 'fast-check';
import { POSTFIX_PARAMETERS } from '../../../core/facts/postfix';
import type { Editing } from '../../../core/model/editing';
import { createLanguageService, type LanguageService } from '../../../core/service';
import { parseMasterCf } from '../../../core/syntax/masterCf';
import { render } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';
import { cursor } from '../../support/configuration';

const MAIN = `mua_clients = permit_mynetworks, reject
smtpd_milters = inet:localhost:8891
content_filter = scan:[127.0.0.1]:10025
smtpd_restriction_classes = office
smtpd_recipient_restrictions = check_policy_service unix:private/policy
policy_time_limit = 3600s
`;

/** A master.cf that is open beside a main.cf. */
function opened(text: string, main = MAIN): LanguageService {
  const service = createLanguageService();
  service.open('file:///etc/postfix/main.cf', 'postfix-main', sourceText(main));
  service.open('file:///etc/postfix/master.cf', 'postfix-master', sourceText(text));
  return service;
}

const URI = 'file:///etc/postfix/master.cf';
const MAIN_URI = 'file:///etc/postfix/main.cf';

function expectedAt(marked: string) {
  const { text, offset } = cursor(marked);
  return { text, expected: opened(text).complete(URI, offset) };
}

function labelsAt(marked: string): string[] {
  return expectedAt(marked).expected?.candidates.map(({ label }) => label) ?? [];
}

function chosen(marked: string, label: string): string {
  const { text, expected } = expectedAt(marked);
  const candidate = expected?.candidates.find((one) => one.label === label);
  assert.ok(expected && candidate, `${label} is not offered`);
  return applyEdits(text, [{ span: expected.replace, text: candidate.insert ?? candidate.label }]);
}

function hoverAt(marked: string): string | undefined {
  const { text, offset } = cursor(marked);
  return opened(text)
    .hover(URI, offset)
    ?.paragraphs.map((one) => render(one, 'en'))
    .join('\n');
}

function editing(text: string, main?: string): Editing {
  return opened(text, main).model(URI)!.editing!;
}

const SMTPD = 'smtp inet n - y - - smtpd';

describe('writing a master.cf', () => {
  it('what -o sets is completed as main.cf’s settings are', () => {
    assert.deepEqual(labelsAt(`${SMTPD}\n  -o smtpd_sasl_auth_enable=|\n`), ['yes', 'no']);
    assert.deepEqual(labelsAt(`${SMTPD}\n  -o { smtpd_sasl_auth_enable = | }\n`), ['yes', 'no']);
    assert.deepEqual(labelsAt(`${SMTPD}\n  -o { smtpd_sasl_auth_enable = |`), ['yes', 'no']);
    assert.equal(
      chosen(`${SMTPD}\n  -o smtpd_tls_security_level=en|\n`, 'encrypt'),
      `${SMTPD}\n  -o smtpd_tls_security_level=encrypt\n`,
    );
    assert.equal(
      chosen(`${SMTPD}\n  -o smtpd_client_restrictions=permit_mynetworks,re|\n`, 'reject'),
      `${SMTPD}\n  -o smtpd_client_restrictions=permit_mynetworks,reject\n`,
    );
    assert.ok(labelsAt(`${SMTPD}\n  -o smtpd_client_restrictions=|\n`).includes('office'));
  });

  it('offers the services of the file itself', () => {
    const labels = labelsAt(`${SMTPD}\n  -o content_filter=|\nscan unix - - n - - smtp\n`);
    assert.ok(
      labels.some((label) => label.startsWith('scan:')),
      labels.join(', '),
    );
  });

  it('puts no blank into an option without braces', () => {
    assert.equal(
      chosen(`${SMTPD}\n  -o smtpd_client_restrictions=|\n`, 'check_client_access'),
      `${SMTPD}\n  -o smtpd_client_restrictions=check_client_access,\n`,
    );
    assert.equal(
      chosen(`${SMTPD}\n  -o { smtpd_client_restrictions = | }\n`, 'check_client_access'),
      `${SMTPD}\n  -o { smtpd_client_restrictions = check_client_access  }\n`,
    );
  });

  it('whatever is chosen without braces stays one option', () => {
    let tried = 0;
    for (const [index, name] of [...POSTFIX_PARAMETERS.keys()].entries()) {
      // All lists of restrictions and milters, and of the others as many as take no second.
      if (index % 5 > 0 && !/_(?:restrictions|milters)$/.test(name)) continue;
      const { text, expected } = expectedAt(`${SMTPD}\n  -o ${name}=|\n`);
      for (const { label, insert = label, snippet } of expected?.candidates ?? []) {
        const plain =
          snippet === true
            ? insert
                .replace(/\$\{\d+(?::|\|)([^}|,]*)[^}]*\}/g, '$1')
                .replace(/(?<!\\)\$\d/g, '')
                .replace(/\\([\\$}])/g, '$1')
            : insert;
        const written = applyEdits(text, [{ span: expected!.replace, text: plain }]);
        const [service] = parseMasterCf(written);
        assert.equal(service!.value.options.length, 1, written);
        assert.deepEqual(service!.value.operands, [], written);
        tried++;
      }
    }
    assert.ok(tried > 500);
  }).timeout(120_000);

  it('offers names behind a $: the service’s own, main.cf’s, Postfix’s', () => {
    const labels = labelsAt(`${SMTPD}\n  -o ours=a\n  -o smtpd_client_restrictions=$|\n`);
    assert.deepEqual(labels.slice(0, 2), ['ours', 'mua_clients']);
    assert.ok(labels.includes('mydomain'));
    assert.equal(
      chosen(`${SMTPD}\n  -o smtpd_client_restrictions=$mua|\n`, 'mua_clients'),
      `${SMTPD}\n  -o smtpd_client_restrictions=$mua_clients\n`,
    );
  });

  it('writes the equals sign as the option has it', () => {
    assert.equal(chosen(`${SMTPD} -o smtpd_mil|`, 'smtpd_milters'), `${SMTPD} -o smtpd_milters=`);
    assert.equal(chosen(`${SMTPD}\n  -o { smtpd_mil|`, 'smtpd_milters'), `${SMTPD}\n  -o { smtpd_milters = `);
    assert.equal(chosen(`${SMTPD}\n  -o smtpd_mil|=\n`, 'smtpd_milters'), `${SMTPD}\n  -o smtpd_milters=\n`);
  });

  it('offers options where a line goes on, and none behind an operand', () => {
    assert.deepEqual(labelsAt(`${SMTPD}\n  |`), ['-o', '-v']);
    assert.equal(chosen(`${SMTPD}\n  -|`, '-o'), `${SMTPD}\n  -o `);
    assert.deepEqual(labelsAt('p unix - n n - - spawn user=a argv=/bin/b -o |'), []);
    assert.deepEqual(labelsAt(`# -o |\n${SMTPD}\n`), []);
  });

  it('offers what pipe and spawn are told, once each, and the letters of flags', () => {
    assert.deepEqual(labelsAt('p unix - n n - - spawn |'), ['user=', 'argv=']);
    assert.deepEqual(labelsAt('p unix - n n - - spawn user=a |'), ['argv=']);
    assert.deepEqual(labelsAt('p unix - n n - - spawn user=a argv=/bin/b |'), []);
    assert.deepEqual(labelsAt('p unix - n n - - spawn user=|'), []);
    const flags = labelsAt('p unix - n n - - pipe flags=DR|hu user=a argv=/bin/b');
    assert.ok(flags.includes('X') && !flags.includes('D') && !flags.includes('u'));
    assert.equal(chosen('p unix - n n - - pipe fl|', 'flags='), 'p unix - n n - - pipe flags=');
  });

  it('offers whole services on an empty line, but not those that are there', () => {
    const labels = labelsAt(`${SMTPD}\nqmgr unix n - n 300 1 qmgr\n|\n`);
    assert.ok(labels.includes('submission') && labels.includes('postscreen'));
    assert.ok(!labels.includes('qmgr'));
    // main.cf sends mail there.
    assert.equal(labels[0], 'scan');
    const text = chosen(`${SMTPD}\n|\n`, 'submission');
    assert.match(text, /^submission inet n {7}- {7}y {7}- {7}- {7}smtpd\n {2}-o syslog_name=/m);
  });

  it('what is offered as a whole is right, and stands in columns', () => {
    for (const label of labelsAt('|\n')) {
      if (label === 'scan' || label === 'policy') continue;
      const text = chosen('|\n', label);
      const service = opened(text, '');
      assert.deepEqual(
        service.findings(URI).filter(({ severity }) => severity === 'error' || severity === 'warning'),
        [],
        text,
      );
      assert.equal(formatted(text), text);
    }
  }).timeout(120_000);

  it('offers names only where fields follow', () => {
    assert.equal(chosen('sub| inet n - y - - smtpd\n', 'submission'), 'submission inet n - y - - smtpd\n');
  });

  it('explains what -o sets, with main.cf’s value and what names stand for', () => {
    const said = hoverAt(`${SMTPD}\n  -o smtpd_mil|ters=\n`);
    assert.match(said!, /smtpd_milters/);
    assert.match(said!, /Set in main\.cf: inet:localhost:8891/);
    assert.match(
      hoverAt(`${SMTPD}\n  -o smtpd_client_restrictions=$mua_cl|ients\n`)!,
      /Set in main\.cf: permit_mynetworks, reject/,
    );
    assert.match(hoverAt(`${SMTPD}\n  -o ours=x\n  -o { smtpd_ban|ner = $ours y }\n`)!, /Expanded: x y/);
    assert.match(hoverAt(`${SMTPD}\n  -o smtpd_client_restrictions=rej|ect\n`)!, /reject/);
  });

  it('explains services where they are named', () => {
    const text = `${SMTPD}\n  -o content_filter=sc|an:x\nscan unix - - n - - smtp -o syslog_name=postfix/scan\n`;
    assert.match(hoverAt(text)!, /\*\*scan\*\* — service[^]*Sends mail by SMTP[^]*In master\.cf: scan unix/);
    const service = opened('scan unix - - n - - smtp\n');
    const said = (place: string) =>
      service
        .hover(MAIN_URI, MAIN.indexOf(place) + place.length)!
        .paragraphs.map((one) => render(one, 'en'))
        .join('\n');
    assert.match(said('content_filter = sc'), /In master\.cf: scan unix - - n - - smtp/);
    assert.match(said('private/pol'), /The open master\.cf has none/);
  });

  it('colours the values of -o as main.cf’s', () => {
    const text = `${SMTPD}\n  -o { smtpd_client_restrictions = permit_mynetworks, $ours }\n`;
    const tokens = editing(text).tokens!({ start: 0, end: text.length });
    assert.deepEqual(
      tokens.slice(-3).map(({ span, type }) => `${text.slice(span.start, span.end)} ${type}`),
      ['smtpd_client_restrictions property', 'permit_mynetworks keyword', 'ours variable'],
    );
  });

  it('explains pipe’s words and flags, and services by their names', () => {
    assert.match(hoverAt('p unix - n n - - pipe flags=D|R user=a argv=/b')!, /Delivered-To[^]*Return-Path/);
    assert.match(hoverAt('p unix - n n - - pipe flags=DR us|er=a argv=/b')!, /never root/);
    assert.match(hoverAt('subm|ission inet n - y - - smtpd\n')!, /users who log in/);
    assert.equal(hoverAt('p unix - n n - - pipe user=a argv=/b us|er=c'), undefined);
  });
});

describe('a master.cf of any text', () => {
  it('answers every question at every place', () => {
    const piece = fc.constantFrom(
      'smtp inet n - y - - smtpd',
      'p unix - n n - - pipe flags=D',
      '\n  -o ',
      ' { ',
      '}',
      'smtpd_milters',
      '=',
      '$',
      '${mua_clients',
      'unix:private/',
      ' check_policy_service ',
      'smtpd_recipient_restrictions',
      '\n',
      '\n ',
      '#',
      ' user=',
      'content_filter=scan:',
      '\u3042',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(), (pieces, at) => {
        const text = pieces.join('');
        const service = opened(text);
        const offset = at % (text.length + 1);
        const inside = ({ start, end }: { start: number; end: number }) => {
          assert.ok(start >= 0 && start <= end && end <= text.length, JSON.stringify(text));
        };
        const expected = service.complete(URI, offset);
        if (expected !== undefined) inside(expected.replace);
        const described = service.hover(URI, offset);
        if (described !== undefined) inside(described.span);
        const model = service.model(URI)!.editing!;
        const here = model.nameAt!(offset);
        if (here !== undefined) {
          inside(here.span);
          const places = model.occurrences!(here.name).map(({ span }) => span);
          assert.ok(
            places.some(({ start }) => start === here.span.start),
            JSON.stringify(text),
          );
        }
        model.definitions!(offset).forEach(inside);
        model.selections!(offset).forEach(inside);
        const done = model.rename!(offset, 'other');
        if ('edits' in done) applyEdits(text, done.edits);
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);
});

describe('names in a master.cf', () => {
  const TEXT = `${SMTPD}
  -o smtpd_client_restrictions=$mua_clients
  -o content_filter=scan:
scan unix - - n - - smtp
policy unix - n n - 0 spawn user=nobody argv=/bin/policy
`;

  /** What a rename at a place of the one makes of both. */
  function renamed(uri: string, marked: string, to: string): readonly string[] | string {
    const { text, offset } = cursor(marked);
    const service = opened(uri === URI ? text : TEXT, uri === URI ? MAIN : text);
    const both = [URI, MAIN_URI] as const;
    const texts = uri === URI ? [text, MAIN] : [TEXT, text];
    const done = service.model(uri)!.editing!.rename!(offset, to);
    if ('refused' in done) return render(done.refused, 'en');
    return both.map((one, index) =>
      applyEdits(
        texts[index]!,
        one === uri ? done.edits : service.model(one)!.editing!.renamed!(done.from, done.to),
      ),
    );
  }

  it('a parameter of one’s own is renamed in main.cf and master.cf, from either', () => {
    const wanted = [TEXT.replace('$mua_clients', '$users'), MAIN.replace('mua_clients', 'users')];
    assert.deepEqual(renamed(URI, TEXT.replace('$mua_clients', '$mua|_clients'), 'users'), wanted);
    assert.deepEqual(renamed(MAIN_URI, MAIN.replace('mua', 'mu|a'), '$users'), wanted);
    assert.match(
      renamed(URI, TEXT.replace('$mua_clients', '$mua|_clients'), 'policy_time_limit') as string,
      /taken/,
    );
  });

  it('a service is renamed wherever it is named, also in the names of its limits', () => {
    const wanted = [
      TEXT.replace('policy unix', 'greylist unix'),
      MAIN.replace('private/policy', 'private/greylist').replace('policy_time_limit', 'greylist_time_limit'),
    ];
    assert.deepEqual(renamed(URI, TEXT.replace('policy unix', 'poli|cy unix'), 'greylist'), wanted);
    assert.deepEqual(
      renamed(MAIN_URI, MAIN.replace('private/policy', 'private/pol|icy'), 'greylist'),
      wanted,
    );
    const scanned = [TEXT.replaceAll('scan', 'amavis'), MAIN.replace('scan:', 'amavis:')];
    assert.deepEqual(renamed(URI, TEXT.replace('=scan:', '=sc|an:'), 'amavis'), scanned);
  });

  it('a service that Postfix asks for by its name keeps it', () => {
    const text = 'cleanup unix n - y - 0 cleanup\nscan unix - - n - - smtp\n';
    assert.match(renamed(URI, text.replace('cleanup', 'clean|up'), 'a') as string, /by this name/);
    assert.match(renamed(URI, text.replace('scan', 'sc|an'), 'smtp') as string, /taken/);
    assert.match(renamed(URI, text.replace('scan', 'sc|an'), 'a:b') as string, /no name for a service/);
  });

  it('a name leads to its definition: in the service, then in main.cf', () => {
    const at = (marked: string): number[] => {
      const { text, offset } = cursor(marked);
      return editing(text).definitions!(offset).map(({ start }) => start);
    };
    assert.deepEqual(at(TEXT.replace('$mua_clients', '$mua|_clients')), []);
    assert.deepEqual(at(TEXT.replace('=scan:', '=sc|an:')), [TEXT.indexOf('scan unix')]);
    const own = `${SMTPD}\n  -o a=b\n  -o smtpd_banner=$a|\n`;
    assert.deepEqual(at(own), [own.indexOf('a=b')]);
  });
});

function formatted(text: string): string {
  const edits = [...editing(text).format!({ tabSize: 4, insertSpaces: true })].flat();
  return applyEdits(text, edits);
}

/** What Postfix reads of a text. */
function read(text: string): unknown {
  return parseMasterCf(text).map(({ value }) => ({
    indented: value.indented,
    fields: value.fields.map((word) => word.text),
    options: value.options.map(({ argument, setting, problem }) => [
      argument?.text,
      setting?.name,
      setting?.value.text,
      problem,
    ]),
    operands: value.operands.map((word) => word.text),
  }));
}

describe('laying out a master.cf', () => {
  it('puts fields below each other as Postfix’s own file has them', () => {
    assert.equal(
      formatted(
        [
          'smtp inet n - y - - smtpd',
          'submission inet n\t-\ty - - smtpd   -v',
          '    -o   syslog_name=a',
          'postlog unix-dgram n - n - 1 postlogd',
          '127.0.0.1:10025 inet n - n - - smtpd',
          '',
        ].join('\n'),
      ),
      [
        'smtp      inet  n       -       y       -       -       smtpd',
        'submission inet n       -       y       -       -       smtpd   -v',
        '    -o   syslog_name=a',
        'postlog   unix-dgram n  -       n       -       1       postlogd',
        '127.0.0.1:10025 inet n  -       n       -       -       smtpd',
        '',
      ].join('\n'),
    );
  });

  it('keeps more room for names where services have it, between comments and empty lines', () => {
    const text = [
      'smtp        inet  n       -       y       -       -       smtpd',
      'submission  inet  n       -       y       -       -       smtpd',
      '',
      'smtp      unix  -       -       y       -       -       smtp',
      'relay     unix  -       -       y       -       -       smtp',
      '',
    ].join('\n');
    assert.equal(formatted(text), text);
    assert.equal(formatted(text.replace('n       -', 'n -')), text);
  });

  it('leaves fields on lines of their own, what Postfix does not read, and unfinished services', () => {
    const text = ' smtp inet  n - y\na unix\n  -   - y - - smtp\nb  unix -\n';
    assert.equal(
      formatted(text),
      ' smtp inet  n - y\na unix\n  -   - y - - smtp\nb  unix -\n'.replace('a unix', 'a         unix'),
    );
  });

  it('changes nothing that Postfix reads, and is done the second time', () => {
    const piece = fc.constantFrom(
      'smtp inet n - y - - smtpd',
      'a-very-long-name.example:10025\tinet  n - n - 0 smtpd',
      'p unix  - n n - - pipe flags=D  user=a argv=/b  c',
      '\n',
      '  -o  a=b',
      '  -o { c =  d  e }',
      '# comment',
      ' ',
      '\r\n',
      'x unix-dgram -\n',
      ' y fifo\n',
      '{',
      '}  z',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const once = formatted(text);
        assert.deepEqual(read(once), read(text));
        assert.equal(once.replace(/[ \t]+/g, ''), text.replace(/[ \t]+/g, ''));
        assert.equal(formatted(once), once);
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);
});
