import assert from 'node:assert/strict';
import fc from 'fast-check';
import { READERS, type LanguageId } from '../../../core/languages';
import type { Editing, FormatOptions } from '../../../core/model/editing';
import { sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';
import { findingsIn } from '../../support/configuration';

function editing(language: LanguageId, text: string): Editing {
  const found = READERS[language].open(sourceText(text), {}).editing;
  assert.ok(found);
  return found;
}

const BLANKS: FormatOptions = { tabSize: 8, insertSpaces: true };
const TABS: FormatOptions = { tabSize: 8, insertSpaces: false };

/** The text laid out, and laid out again: nothing may change the second time. */
function formatted(language: LanguageId, text: string, options = BLANKS): string {
  const once = applyEdits(text, [...editing(language, text).format!(options)].flat());
  assert.deepEqual([...editing(language, once).format!(options)].flat(), []);
  return once;
}

const DKIM = `# one
# two
Socket inet:8891@localhost
Syslog yes # really
KeyTable refile:/etc/opendkim/KeyTable
InternalHosts csl:127.0.0.1, ::1
KeyFile /etc/k
PidFile /run/p
Colour x
`;

describe('editing opendmarc.conf and opendkim.conf', () => {
  it('outlines settings with their values', () => {
    const nodes = editing('opendkim', DKIM).outline!();
    assert.deepEqual(nodes.map(({ name, detail }) => `${name}=${detail ?? ''}`).slice(0, 2), [
      'Socket=inet:8891@localhost',
      'Syslog=yes',
    ]);
    assert.equal(nodes.length, 7);
  });

  it('folds comments of several lines', () => {
    const folds = editing('opendkim', DKIM).folds!();
    assert.deepEqual(
      folds.map(({ span }) => DKIM.slice(span.start, span.end)),
      ['# one\n# two'],
    );
  });

  it('marks what each word is, in order and apart', () => {
    const tokens = editing('opendkim', DKIM).tokens!({ start: 0, end: DKIM.length });
    const said = tokens.map(({ span, type }) => `${type} ${DKIM.slice(span.start, span.end)}`);
    for (const one of [
      'comment # one',
      'property Socket',
      'type inet',
      'enumMember yes',
      'comment # really',
      'type refile',
      'string /etc/opendkim/KeyTable',
      'namespace 127.0.0.1',
      'namespace ::1',
      'variable Colour',
    ])
      assert.ok(said.includes(one), one);
    tokens.slice(1).forEach(({ span }, index) => {
      assert.ok(span.start >= tokens[index]!.span.end);
    });
  });

  it('leads to the files that settings name, not to those that the program makes', () => {
    const links = editing('opendkim', DKIM).links!();
    assert.deepEqual(
      links.map(({ path }) => path),
      ['/etc/opendkim/KeyTable', '/etc/k'],
    );
    const [first] = links;
    assert.equal(DKIM.slice(first!.span.start, first!.span.end), '/etc/opendkim/KeyTable');
    const dmarc = 'PublicSuffixList /psl\nIgnoreHosts ignore.hosts\nHistoryFile /h\nBaseDirectory /b\n';
    assert.deepEqual(
      editing('opendmarc', dmarc).links!().map(({ path }) => path),
      ['/psl', 'ignore.hosts'],
    );
  });

  it('lays settings out in the columns that they have, and in none where they have none', () => {
    assert.equal(formatted('opendmarc', '  Syslog  true  \nUMask 002\n'), 'Syslog true\nUMask  002\n');
    assert.equal(formatted('opendmarc', ' Syslog true \nPidFile /p # c\n'), 'Syslog true\nPidFile /p # c\n');
    assert.equal(
      formatted('opendkim', 'Syslog\t\tyes\nCanonicalization\tsimple\n', TABS),
      'Syslog\t\t\tyes\nCanonicalization\tsimple\n',
    );
    assert.equal(formatted('opendmarc', 'Syslog\n\r\n#x\n'), 'Syslog\n\r\n#x\n');
  });
});

describe('editing KeyTable, SigningTable and host lists', () => {
  const keys = 'a a.example:s:/etc/keys/a\nlonger b.example:s:./b # c\n\nc %:s:/k/%\n';

  it('lays rows out in columns', () => {
    assert.equal(
      formatted('opendkim-keytable', ` ${keys}`),
      'a      a.example:s:/etc/keys/a\nlonger b.example:s:./b # c\n\nc %:s:/k/%\n',
    );
    assert.equal(formatted('mail-hosts', ' 127.0.0.1 \n\t::1\n'), '127.0.0.1\n::1\n');
    assert.equal(formatted('opendkim-signingtable', '*@a.example\ta\n', TABS), '*@a.example\ta\n');
  });

  it('leads to the files of keys', () => {
    assert.deepEqual(
      editing('opendkim-keytable', keys).links!().map(({ path }) => path),
      ['/etc/keys/a', './b'],
    );
  });

  it('knows the names of keys, defined in one table and used in the other', () => {
    const table = editing('opendkim-keytable', keys);
    const signing = 'x.example longer:u@x.example\ny.example longer\n';
    const signers = editing('opendkim-signingtable', signing);
    const here = signers.nameAt!(signing.indexOf('longer') + 1);
    assert.equal(here && signing.slice(here.span.start, here.span.end), 'longer');
    assert.equal(signers.occurrences!(here!.name).length, 2);
    assert.deepEqual(
      table.occurrences!(here!.name).map(({ span, role }) => [keys.slice(span.start, span.end), role]),
      [['longer', 'definition']],
    );
    assert.equal(signers.nameAt!(0), undefined);
    assert.deepEqual(
      table.definitions!(0).map(({ start }) => start),
      [0],
    );
  });

  it('marks their words', () => {
    const marked = (language: LanguageId, text: string): string[] =>
      editing(language, text).tokens!({ start: 0, end: text.length }).map(
        ({ span, type }) => `${type} ${text.slice(span.start, span.end)}`,
      );
    assert.deepEqual(marked('opendkim-keytable', 'm %:s:/k#c'), [
      'variable m',
      'operator %',
      'enumMember s',
      'string /k',
      'comment #c',
    ]);
    assert.deepEqual(marked('mail-hosts', '!10.0.0.0/8\nhost.example x'), [
      'operator !',
      'number 10.0.0.0/8',
      'namespace host.example',
      'comment x',
    ]);
    assert.deepEqual(marked('opendkim-signingtable', '*@a.example k:u@a.example'), [
      'namespace *@a.example',
      'variable k',
      'string :u@a.example',
    ]);
  });
});

describe('files of the milters that nobody meant', () => {
  const languages = [
    'opendmarc',
    'opendkim',
    'opendkim-keytable',
    'opendkim-signingtable',
    'mail-hosts',
  ] as const;
  const piece = fc.constantFrom(
    ...[
      'Socket',
      'KeyTable',
      'refile:',
      '/k',
      ' ',
      '\t',
      '\n',
      '\r\n',
      '#',
      ':',
      ',',
      '!',
      '*',
      '@',
      '%',
      'é',
      '😀',
    ],
    ...['::1', '10.0.0.1/8', '\v', '=', 'inet:', 'x'.repeat(300)],
  );
  const texts = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

  for (const language of languages) {
    it(`${language}: findings, tokens and links lie within the text, and layout changes blanks alone`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const model = editing(language, text);
          let last = 0;
          for (const { span } of model.tokens!({ start: 0, end: text.length })) {
            assert.ok(span.start >= last && span.end <= text.length && span.start < span.end);
            assert.ok(!text.slice(span.start, span.end).includes('\n'));
            last = span.end;
          }
          for (const { span, path } of model.links!()) assert.equal(text.slice(span.start, span.end), path);
          const laid = applyEdits(text, [...model.format!(BLANKS)].flat());
          assert.equal(laid.replace(/[ \t\v\f]/g, ''), text.replace(/[ \t\v\f]/g, ''));
          assert.deepEqual([...editing(language, laid).format!(BLANKS)].flat(), []);
          for (const { span, fixes } of findingsIn(language, text)) {
            assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end);
            for (const { edits } of fixes) for (const edit of edits) assert.ok(edit.span.end <= text.length);
          }
        }),
      );
    }).timeout(120_000);
  }

  for (const language of languages) {
    it(`of ${language} are read in time that grows with their length`, () => {
      // So much that it would not end if time grew with the square of it.
      const text = `${'10.0.0.0/8 a.example:s:/k\n'.repeat(10_000)}${'#'.repeat(300_000)}\n${' '.repeat(300_000)}x`;
      for (const { span } of findingsIn(language, text)) assert.ok(span.end <= text.length);
      const model = editing(language, text);
      for (const { span } of model.tokens!({ start: 0, end: text.length }))
        assert.ok(span.end <= text.length);
      for (const { span } of [...model.format!(BLANKS)].flat()) assert.ok(span.end <= text.length);
    }).timeout(120_000);
  }
});
