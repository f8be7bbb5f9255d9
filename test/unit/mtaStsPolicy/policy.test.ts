import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languageOf, READERS } from '../../../core/languages';
import type { Editing } from '../../../core/model/editing';
import type { Model } from '../../../core/model/model';
import { parseMtaStsPolicy } from '../../../core/syntax/mtaStsPolicy';
import { edited, sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';
import { matchesMxPattern, mxPatternProblem } from '../../../core/values/mxPattern';
import { chosen, expectedAt, findingsIn, hoverAt, labelsAt, told } from '../../support/configuration';

const language = 'mta-sts-policy';
const GOOD = 'version: STSv1\nmode: enforce\nmx: mail.example.com\nmx: *.example.net\nmax_age: 604800\n';

const open = (text: string): Model => READERS[language].open(sourceText(text), {});
const editing = (text: string): Editing => open(text).editing!;
/** The findings as `line severity rule`. */
const findings = (text: string): string[] =>
  told(text, findingsIn(language, text)).map((one) => one.replace(/:.*/s, ''));

describe('The lines of an MTA-STS policy', () => {
  it('end at LF or CR LF, and nothing stands behind the last end', () => {
    const lines = parseMtaStsPolicy('version: STSv1\r\nmode:none \n\nmx');
    assert.deepEqual(
      lines.map(({ at, value }) => [at, value.kind, value.lineEnd]),
      [
        [0, 'field', '\r\n'],
        [16, 'field', '\n'],
        [27, 'blank', '\n'],
        [28, 'other', ''],
      ],
    );
    assert.deepEqual(parseMtaStsPolicy(''), []);
    assert.equal(parseMtaStsPolicy('a: b\n').length, 1);
  });

  it('have a key before the first colon and a value behind it, without the blanks around', () => {
    const [{ value }] = parseMtaStsPolicy('\ufeff x\t:  a: b  ') as [ReturnType<typeof parseMtaStsPolicy>[0]];
    assert.equal(value.marked, true);
    assert.deepEqual(value.field, {
      key: 'x',
      keySpan: { start: 2, end: 3 },
      colon: 4,
      value: 'a: b',
      valueSpan: { start: 7, end: 11 },
    });
  });

  it('hold every character of any text', () => {
    const shards = fc.oneof(
      fc.constantFrom(
        'version: STSv1',
        'mode',
        ':',
        '\r',
        '\n',
        '\r\n',
        '\ufeff',
        '#',
        ' ',
        '\t',
        'mx: *.',
        '：',
        '😀',
        '\ud800',
        '\0',
      ),
      fc.string({ maxLength: 5, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(shards, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let at = 0;
        for (const line of parseMtaStsPolicy(text)) {
          assert.equal(line.at, at);
          const { text: own, lineEnd, field } = line.value;
          assert.equal(text.slice(at, at + own.length + lineEnd.length), own + lineEnd);
          assert.ok(!own.includes('\n'));
          if (field !== undefined) {
            assert.equal(own.slice(field.keySpan.start, field.keySpan.end), field.key);
            assert.equal(own.slice(field.valueSpan.start, field.valueSpan.end), field.value);
            assert.equal(own[field.colon], ':');
          }
          at += own.length + lineEnd.length;
        }
        assert.equal(at, text.length);
      }),
      { numRuns: 500 },
    );
  }).timeout(120_000);
});

describe('Patterns of MX hosts', () => {
  it('match one label in place of the wildcard, whatever the case', () => {
    const matching: [string, string, boolean][] = [
      ['mail.example.com', 'Mail.Example.COM.', true],
      ['mail.example.com', 'mail2.example.com', false],
      ['*.example.com', 'mail.example.com', true],
      ['*.EXAMPLE.com', 'mail.example.COM.', true],
      ['*.example.com', 'example.com', false],
      ['*.example.com', 'foo.bar.example.com', false],
      ['*.example.com', '.example.com', false],
      ['example.com', 'mail.example.com', false],
    ];
    for (const [pattern, host, expected] of matching) {
      assert.equal(matchesMxPattern(pattern, host), expected, `${pattern} ${host}`);
    }
  });

  it('are hosts, or a wildcard and a domain', () => {
    for (const right of [
      'mail.example.com',
      '*.example.com',
      'localhost',
      '*.a',
      'xn--r8jz45g.jp',
      '1.2.a',
    ]) {
      assert.equal(mxPatternProblem(right), undefined, right);
    }
    const wrong: [string, string][] = [
      ['', 'empty'],
      ['192.0.2.1', 'address'],
      ['[192.0.2.1]', 'address'],
      ['[IPv6:2001:db8::1]', 'address'],
      ['2001:db8::1', 'address'],
      ['*', 'wildcard'],
      ['*.', 'wildcard'],
      ['*.*.example.com', 'wildcard'],
      ['mx*.example.com', 'wildcard'],
      ['.example.com', 'leading-dot'],
      ['mail.example.com.', 'trailing-dot'],
      ['mail..example.com', 'empty-label'],
      ['mail.example.com:25', 'port'],
      ['https://example.com', 'not-a-host'],
      ['例え.jp', 'international'],
      ['a_b.example.com', 'bad-character'],
      ['a-.example.com', 'bad-character'],
      [`${'a'.repeat(64)}.example.com`, 'too-long'],
      [`${'a.'.repeat(127)}a`, 'too-long'],
    ];
    for (const [text, problem] of wrong) assert.equal(mxPatternProblem(text), problem, text);
  });
});

describe('An MTA-STS policy', () => {
  it('is known by its name, by a name like it and its first line, and not otherwise', () => {
    assert.equal(languageOf('mta-sts.txt'), language);
    assert.equal(languageOf('mta-sts-example.com.txt', 'version: STSv1\r\nmode: none\r\n'), language);
    assert.equal(languageOf('mta-sts.example.com.txt', '\n version:STSv1 \n'), language);
    assert.equal(languageOf('mta-sts-notes.txt', 'Our version: STSv1\n'), undefined);
    assert.equal(languageOf('notes.txt', 'version: STSv1\n'), undefined);
    assert.equal(languageOf('mta-sts.ts', 'version: STSv1\n'), undefined);
  });

  it('has nothing to be said of it where it is as the standard shows it, with LF and CR LF', () => {
    assert.deepEqual(findings(GOOD), []);
    assert.deepEqual(findings(GOOD.replaceAll('\n', '\r\n')), []);
    assert.deepEqual(findings(GOOD.trimEnd()), []);
    assert.deepEqual(findings(GOOD.replace(/\n/g, ' \t\n')), []);
  });

  it('has one finding for one mistake', () => {
    const slips: [string, string, string[]][] = [
      ['version: STSv1', 'version: STSv2', ['1 error mta-sts-policy-bad-version']],
      ['version: STSv1', 'Version: STSv1', ['1 error mta-sts-policy-key-case']],
      ['version: STSv1', 'version：STSv1', ['1 error mta-sts-policy-bad-character']],
      ['version: STSv1', 'version STSv1', ['1 error mta-sts-policy-no-colon']],
      ['version: STSv1', 'verison: STSv1', ['1 error mta-sts-policy-unknown-field']],
      ['version: STSv1', 'version : STSv1', ['1 warning mta-sts-policy-blank-at-key']],
      ['version: STSv1', '\ufeffversion: STSv1', ['1 error mta-sts-policy-byte-order-mark']],
      ['version: STSv1\n', '', ['1 error mta-sts-policy-missing-field']],
      ['mode: enforce', 'mode: enforced', ['2 error mta-sts-policy-bad-mode']],
      ['mode: enforce', 'mode: enforce # now', ['2 error mta-sts-policy-comment']],
      ['mode: enforce', 'mode: “enforce”', Array(2).fill('2 error mta-sts-policy-bad-character') as string[]],
      ['mode: enforce', 'mode: enforce\n', ['3 warning mta-sts-policy-blank-line']],
      [
        'mode: enforce',
        '# mode: enforce',
        ['1 error mta-sts-policy-missing-field', '2 warning mta-sts-policy-comment'],
      ],
      ['mode: enforce', 'mode: enf\u200borce', ['2 error mta-sts-policy-bad-character']],
      ['mode: enforce', 'mode: enforce\0', ['2 error mta-sts-policy-bad-character']],
      ['mail.example.com', 'mail.example.com.', ['3 error mta-sts-policy-bad-mx']],
      ['mail.example.com', 'ｍail.example.com', ['3 error mta-sts-policy-bad-character']],
      ['mail.example.com', 'a.example, b.example', ['3 error mta-sts-policy-mx-list']],
      ['mail.example.com', '*.com', ['3 warning mta-sts-policy-broad-mx']],
      ['max_age: 604800', 'max_age: 1 week', ['5 error mta-sts-policy-bad-max-age']],
      ['max_age: 604800', 'max_age: 60', ['5 warning mta-sts-policy-short-max-age']],
      ['max_age: 604800', 'MAX-AGE: 604800', ['5 error mta-sts-policy-unknown-field']],
    ];
    for (const [from, to, expected] of slips) {
      assert.ok(GOOD.includes(from), from);
      assert.deepEqual(findings(GOOD.replace(from, to)), expected, to);
    }
  });

  it('that is empty lacks everything', () => {
    assert.deepEqual(findings(''), ['1 error mta-sts-policy-missing-field']);
    assert.deepEqual(findings('\n\n'), ['1 error mta-sts-policy-missing-field']);
  });

  it('keeps its line ends where lines are put in or split', () => {
    const fixed = (text: string) => {
      const fix = findingsIn(language, text).flatMap(({ fixes }) => fixes)[0]!;
      return applyEdits(text, fix.edits);
    };
    assert.equal(
      fixed('mode: none\r\nmax_age: 86400\r\n'),
      'version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n',
    );
    assert.equal(
      fixed('version: STSv1\r\nmode: enforce\r\nmx: a.example, b.example\r\nmax_age: 604800\r\n'),
      'version: STSv1\r\nmode: enforce\r\nmx: a.example\r\nmx: b.example\r\nmax_age: 604800\r\n',
    );
    assert.equal(
      fixed('mx: a.example\r\nmode: enforce\r\nmax_age: 604800\r\nversion: STSv1'),
      'version: STSv1\r\nmx: a.example\r\nmode: enforce\r\nmax_age: 604800\r\n',
    );
  });

  it('has a lone CR shown, which ends no line', () => {
    const text = 'version: STSv1\rmode: none\nmax_age: 86400\n';
    const [found] = findingsIn(language, text).filter(({ rule }) => rule === 'mta-sts-policy-bad-character');
    assert.deepEqual(found?.span, { start: 14, end: 15 });
    assert.equal(applyEdits(text, found.fixes[0]!.edits), 'version: STSv1\nmode: none\nmax_age: 86400\n');
  });

  it('keeps the anchors of the lines that an edit left alone', () => {
    const before = open(GOOD);
    const after = READERS[language].update(
      before,
      edited(before.text, { span: { start: 21, end: 28 }, text: 'none' }),
    );
    const anchors = (model: Model) => model.sections[0]!.placed.map(({ anchor }) => anchor);
    const kept = anchors(after).map((anchor) => anchors(before).indexOf(anchor));
    assert.deepEqual(kept, [0, -1, 2, 3, 4]);
    assert.deepEqual([...after.changedGroups.keys], ['file']);
    const same = READERS[language].update(
      after,
      sourceText('version: STSv1\nmode: none\nmx: mail.example.com\nmx: *.example.net\nmax_age: 604800\n'),
    );
    assert.deepEqual([...same.changedGroups.keys], []);
  });
});

describe('Completion in a policy', () => {
  it('offers a whole policy in an empty file', () => {
    const found = expectedAt(language, '|');
    assert.deepEqual(
      found?.candidates.map(({ label }) => label),
      ['version: STSv1 …', 'version', 'mode', 'mx', 'max_age'],
    );
    assert.equal(found.candidates[0]!.snippet, true);
    const written = found.candidates[0]!.insert!.replace(/\$\{1:([^}]*)\}/, '$1');
    assert.deepEqual(findings(written), ['2 information mta-sts-policy-testing']);
  });

  it('offers the keys that are missing, and mx again', () => {
    assert.deepEqual(labelsAt(language, 'version: STSv1\n|'), ['mode', 'mx', 'max_age']);
    assert.deepEqual(labelsAt(language, 'version: STSv1\nmode: none\nmx: a.example\nm|\n'), [
      'mx',
      'max_age',
    ]);
    assert.equal(chosen(language, 'version: STSv1\nma|\n', 'max_age'), 'version: STSv1\nmax_age: \n');
    assert.equal(chosen(language, 'mode: none\nv|', 'version'), 'mode: none\nversion: STSv1');
    assert.equal(chosen(language, 'mo|: none\n', 'mode'), 'mode: none\n');
    assert.deepEqual(labelsAt(language, GOOD.replace('mode', 'mo|de')), ['mode', 'mx']);
  });

  it('offers the values of a key, in place of the one that is there', () => {
    assert.deepEqual(labelsAt(language, 'mode: |\n'), ['testing', 'enforce', 'none']);
    assert.equal(chosen(language, 'mode: te|sting # c\n', 'enforce'), 'mode: enforce # c\n');
    assert.equal(chosen(language, 'mode:|\n', 'testing'), 'mode: testing\n');
    assert.deepEqual(labelsAt(language, 'version: |'), ['STSv1']);
    assert.ok(labelsAt(language, 'max_age: |\r\nmode: none').includes('604800'));
    for (const { detail } of expectedAt(language, 'mode: |')!.candidates) assert.ok(detail);
  });

  it('offers nothing in comments and extensions', () => {
    assert.equal(expectedAt(language, '# mode|'), undefined);
    assert.equal(expectedAt(language, 'x-note: |'), undefined);
  });
});

describe('Hover in a policy', () => {
  it('explains keys and values', () => {
    assert.match(hoverAt(language, 'mo|de: none')!.explained, /does when a mail server/);
    assert.match(hoverAt(language, 'mo|de: none', 'ja')!.explained, /TLS/);
    assert.match(hoverAt(language, 'mode: no|ne')!.explained, /take one back/);
    const age = hoverAt(language, 'max_age: 604|800 # a week')!;
    assert.equal(age.words, '604800');
    assert.match(age.explained, /7 days/);
    assert.match(hoverAt(language, 'max_age: 604|800', 'ja')!.explained, /7日/);
    assert.match(hoverAt(language, 'mx: *.exam|ple.com')!.explained, /mx1\.example\.com/);
    assert.match(hoverAt(language, 'mx: mail.exam|ple.com')!.explained, /no other/);
    assert.match(hoverAt(language, 'version: STS|v1')!.explained, /only version/);
  });

  it('has no word for what is not known', () => {
    for (const text of [
      'x-no|te: a',
      'mode: mo|dest',
      'max_age: 7|d',
      'mx: *|',
      '# mo|de',
      'mode: none\n|',
      '|',
    ]) {
      assert.equal(hoverAt(language, text), undefined, text);
    }
  });
});

describe('What else an editor asks of a policy', () => {
  it('lists the fields', () => {
    assert.deepEqual(
      editing(GOOD).outline!().map(({ name, detail }) => `${name} ${detail!}`),
      ['version STSv1', 'mode enforce', 'mx mail.example.com', 'mx *.example.net', 'max_age 604800'],
    );
  });

  it('tells words apart', () => {
    const text = '# c\nmode: none # c\nmx: *.a.example\nx-y: z\n';
    const tokens = editing(text).tokens!({ start: 0, end: text.length });
    assert.deepEqual(
      tokens.map(({ span, type }) => `${text.slice(span.start, span.end)} ${type}`),
      [
        '# c comment',
        'mode property',
        'none enumMember',
        ' # c comment',
        'mx property',
        '* operator',
        '.a.example namespace',
        'x-y variable',
        'z string',
      ],
    );
  });

  it('lays lines out, and changes nothing that is laid out', () => {
    const formatted = (text: string) =>
      applyEdits(text, [...editing(text).format!({ tabSize: 8, insertSpaces: true })].flat());
    assert.equal(
      formatted('  version :STSv1  \r\nmode:\t none\r\n \t\r\n# c  \r\nmx:  \r\nmax_age:   1\t'),
      'version: STSv1\r\nmode: none\r\n\r\n# c\r\nmx:\r\nmax_age: 1',
    );
    assert.equal(formatted(GOOD), GOOD);
  });

  it('knows the hosts by their names, and follows them where they are renamed', () => {
    const own = editing(GOOD);
    assert.deepEqual(own.nameAt!(GOOD.indexOf('mail')), {
      span: { start: 33, end: 49 },
      name: 'mail.example.com.',
    });
    assert.equal(own.nameAt!(GOOD.indexOf('enforce')), undefined);
    assert.deepEqual(own.occurrences!('example.net.'), [{ span: { start: 56, end: 67 }, role: 'reference' }]);
    const renamed = (from: string, to: string) =>
      applyEdits(GOOD, own.renamed!(from, to)).split('\n').slice(2, 4);
    assert.deepEqual(renamed('mail.example.com.', 'mx.example.org.'), [
      'mx: mx.example.org',
      'mx: *.example.net',
    ]);
    assert.deepEqual(renamed('example.net.', 'example.org.'), ['mx: mail.example.com', 'mx: *.example.org']);
    assert.deepEqual(renamed('com.', 'net.'), ['mx: mail.example.net', 'mx: *.example.net']);
    assert.deepEqual(renamed('ail.example.com.', 'x.'), ['mx: mail.example.com', 'mx: *.example.net']);
    assert.deepEqual(renamed('mail.example.com.', '_x.example.com.'), [
      'mx: mail.example.com',
      'mx: *.example.net',
    ]);
  });
});
