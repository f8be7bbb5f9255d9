import assert from 'node:assert/strict';
import fc from 'fast-check';
import { READERS, languageOf, type LanguageId } from '../../../core/languages';
import type { TableForm } from '../../../core/syntax/lookupTable/line';
import { parseLookupTable } from '../../../core/syntax/lookupTable/parse';
import { sourceText } from '../../../core/text/sourceText';
import { findingsIn, hoverAt } from '../../support/configuration';
import { TABLE_VERDICTS } from '../../support/tableVerdicts';

const LANGUAGES: Readonly<Record<TableForm, LanguageId>> = {
  keyed: 'postfix-table',
  aliases: 'postfix-aliases',
  patterns: 'postfix-patterns',
  networks: 'postfix-networks',
};

describe('lookup tables', () => {
  it('are read as Postfix reads them, line by line', () => {
    assert.ok(TABLE_VERDICTS.length > 140);
    for (const [form, line, taken] of TABLE_VERDICTS) {
      const [only, ...others] = parseLookupTable(`${line}\n`, form);
      assert.deepEqual(others, []);
      const refused = only !== undefined && (only.value.indented || only.value.problems.length > 0);
      assert.equal(!refused, taken, `${form}: ${line}`);
    }
  });

  it('have an error or warning where Postfix has one', () => {
    for (const [form, line, taken] of TABLE_VERDICTS) {
      if (taken) continue;
      assert.ok(findingsIn(LANGUAGES[form], `${line}\n`).length > 0, `${form}: ${line}`);
    }
  });

  it('read lines that go on, with comments between them', () => {
    const [first, second] = parseLookupTable('a b\n# comment\n  c\nd e\n', 'keyed');
    assert.equal(first!.value.result!.text.replace(/\s+/g, ' '), 'b c');
    assert.deepEqual([second!.at, second!.value.key!.text], [18, 'd']);
  });

  it('are told by their names', () => {
    const names = [
      'header_checks',
      'smtp_header_checks',
      'a.pcre',
      'clients.cidr',
      'aliases',
      'sender_access',
      'transport',
    ];
    assert.deepEqual(
      names.map((name) => languageOf(name)),
      [
        'postfix-patterns',
        'postfix-patterns',
        'postfix-patterns',
        'postfix-networks',
        'postfix-aliases',
        'postfix-table',
        undefined,
      ],
    );
  });

  it('show how large a network is', () => {
    assert.match(hoverAt('postfix-networks', '192.0.2.0|/24 OK\n')!.explained, /256/);
    assert.match(hoverAt('postfix-networks', '2001:db8::|/32 OK\n')!.explained, /2\^96/);
  });

  it('have an outline, and fold what an if holds', () => {
    const text = 'if /^a/\n/b/ OK\nendif\n/c/ REJECT\n  at once\n';
    const { editing } = READERS['postfix-patterns'].open(sourceText(text), {});
    assert.deepEqual(
      editing!.outline!().map(({ name, detail }) => [name, detail]),
      [
        ['b', 'OK'],
        ['c', 'REJECT at once'],
      ],
    );
    assert.deepEqual(
      editing!.folds!().map(({ span }) => text.slice(span.start, span.end)),
      ['if /^a/\n/b/ OK\nendif', '/c/ REJECT\n  at once'],
    );
  });

  it('never fail, and what is found lies in the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '!',
        '(',
        ')',
        '[',
        ']',
        '\\',
        '$',
        '${',
        '}',
        '"',
        ':',
        '#',
        ' ',
        '\t',
        '\n',
        'if',
        'endif',
        '10.0.0.0/8',
        '::',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(LANGUAGES)),
        fc.array(piece, { maxLength: 25 }),
        (language, pieces) => {
          const text = pieces.join('');
          for (const { span, fixes } of findingsIn(language, text)) {
            for (const one of [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))]) {
              assert.ok(0 <= one.start && one.start <= one.end && one.end <= text.length, text);
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
  }).timeout(120_000);
});
