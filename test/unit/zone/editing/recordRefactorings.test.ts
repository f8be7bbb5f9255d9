import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Refactoring } from '../../../../core/model/editing';
import { zoneRefactorings } from '../../../../core/model/zone/editing/refactorings';
import { render } from '../../../../core/text/message';
import { applyEdits } from '../../../../core/text/span';
import { recordsIn, zoneOf } from '../../../support/zone';

const circumstances = {
  now: { year: 2026, month: 11, day: 22, seconds: 1_795_348_800 },
  serialStyle: 'auto',
} as const;

/** What may be done with the record in which the only `|` stands. */
function offered(text: string): { readonly plain: string; readonly found: Refactoring[] } {
  const at = text.indexOf('|');
  const plain = text.replace('|', '');
  return { plain, found: zoneRefactorings(zoneOf(plain), { start: at, end: at }, circumstances) };
}

const titles = (text: string): string[] => offered(text).found.map(({ title }) => render(title, 'en'));

/** What a text becomes by a refactoring. */
function done(text: string, title: string): string {
  const { plain, found } = offered(text);
  const chosen = found.find((one) => render(one.title, 'en') === title);
  assert.ok(chosen, `${title} among ${titles(text).join(' | ')}`);
  assert.match(render(chosen.title, 'ja'), /[\u3040-\u9fff]/);
  return applyEdits(plain, chosen.edits());
}

const LINES = 'Put one tag or term on each line, in parentheses';
const BACK = 'Write the text on one line, in as few strings as hold it';
const ORDER = 'Put the tags into the usual order';
const WITHOUT = 'Take out tags that only state a default';
const WITH = 'Write out the defaults';
const OCTETS = 'Write characters beyond ASCII as escapes';
const SPLIT = 'Split strings at 255 octets';

describe('Refactoring records of mail authentication', () => {
  it('lays tags out one a line and back', () => {
    const flat = '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com" ; note\n';
    const laid = `_dmarc TXT ( "v=DMARC1; "
             "p=none; "
             "rua=mailto:a@example.com" ) ; note
`;
    assert.equal(done(flat.replace('p=', '|p='), LINES), laid);
    assert.equal(done(laid.replace('p=', '|p='), BACK), flat);
    assert.ok(!titles(laid.replace('p=', '|p=')).includes(LINES));
    assert.ok(!titles(flat.replace('p=', '|p=')).includes(BACK));
  });

  it('lays SPF terms out, with the line breaks of the file, as its escapes are', () => {
    assert.equal(
      done('@ TXT "v=spf1 |mx\\032include:_spf.exa" "mple.net -all"\r\n', LINES),
      '@ TXT ( "v=spf1 "\r\n        "mx\\032"\r\n        "include:_spf.example.net "\r\n        "-all" )\r\n',
    );
  });

  it('leaves comments among the strings in peace', () => {
    const text = '_dmarc TXT ( "v=DMARC1; |p=none; " ; why\n "sp=none; np=none" )\n';
    assert.ok(!titles(text).some((title) => [LINES, BACK].includes(title)));
  });

  it('puts tags into the usual order, each in the place of another one', () => {
    assert.equal(
      done(
        '_dmarc TXT ( "v=DMARC1\\; |rua=mailto:a@example.com\\; " ; one\n "p=none; x=1; sp=reject" )\n',
        ORDER,
      ),
      '_dmarc TXT ( "v=DMARC1\\; p=none\\; " ; one\n "sp=reject; rua=mailto:a@example.com; x=1" )\n',
    );
    assert.ok(!titles('_dmarc TXT "v=DMARC1; |p=none; sp=none"\n').includes(ORDER));
    assert.ok(
      !titles('_dmarc TXT "v=DMARC1; |sp=none; p=none; p=reject"\n').includes(ORDER),
      'which p counts',
    );
    assert.ok(!titles('_dmarc TXT "p=none; |v=DMARC1"\n').includes(ORDER), 'it is no record as it is');
    assert.equal(
      done('s._domainkey TXT "v=DKIM1; |p=; k=rsa"\n', ORDER),
      's._domainkey TXT "v=DKIM1; k=rsa; p="\n',
    );
  });

  it('takes out what holds anyway, and writes it out', () => {
    assert.equal(
      done('_dmarc TXT "v=DMARC1; |p=none; sp=none; adkim=r; aspf=s; pct=100"\n', WITHOUT),
      '_dmarc TXT "v=DMARC1; p=none; aspf=s"\n',
    );
    assert.equal(
      done('_dmarc TXT "v=DMARC1; |p=reject" "; aspf=s"\n', WITH),
      '_dmarc TXT "v=DMARC1; p=reject; sp=reject; adkim=r" "; aspf=s"\n',
    );
    assert.ok(!titles('_dmarc TXT "v=DMARC1; |p=reject; sp=none; aspf=s"\n').includes(WITHOUT));
  });

  it('splits what no string can hold', () => {
    const text = `a TXT "|${'x'.repeat(250)}\\;\\059éé${'y'.repeat(260)}"\n`;
    const split = done(text, SPLIT);
    assert.equal(zoneOf(split).sections.length, 1);
    assert.deepEqual(recordsIn(split), recordsIn(text.replace('|', '')));
    assert.ok(!titles(split.replace('xxx', '|xxx')).includes(SPLIT));
  });

  it('writes semicolons and escapes in another way', () => {
    const bare = 'Write `;` in quotes without a backslash';
    const escaped = 'Write `;` in quotes as `\\;`';
    assert.equal(done('a TXT "v=DMARC1\\; |p=none\\;" x\\;y\n', bare), 'a TXT "v=DMARC1; p=none;" x\\;y\n');
    assert.equal(
      done('a TXT "v=DMARC1; |p=\\"\\;" x\\;y\n', escaped),
      'a TXT "v=DMARC1\\; p=\\"\\;" x\\;y\n',
    );
    const plain = 'Write escapes as the characters they stand for';
    assert.equal(
      done('a TXT "\\097|\\032\\034\\200\\b" \\099\\032\n', plain),
      'a TXT "a \\"\\200b" c\\032\n',
    );
    assert.equal(done('a TXT "é|x"\n', OCTETS), 'a TXT "\\195\\169x"\n');
    assert.ok(!titles('a TXT "v=DMARC1; p=none|"\n').some((title) => [bare, plain, OCTETS].includes(title)));
  });

  it('never changes what a record says, and is only offered where something changes', () => {
    const parts = fc.constantFrom(
      ...[
        'v=DMARC1',
        'v=spf1',
        'p=none',
        'sp=none',
        'adkim=r',
        'fo=0',
        'x',
        ' mx',
        ' -all',
        'rua=mailto:a@b.example',
      ],
      ...[
        ';',
        ' ',
        '" "',
        '" x "',
        '\\;',
        '\\059',
        '\\032',
        '\\"',
        '"\n "',
        '" ; c\n "',
        'é',
        'z'.repeat(120),
        '=',
      ],
    );
    fc.assert(
      fc.property(
        fc.constantFrom('_dmarc', '@', 's._domainkey'),
        fc.array(parts, { maxLength: 12 }),
        (owner, list) => {
          const text = `${owner} TXT ( "${list.join('')}" )\nmail A 192.0.2.1\n`;
          for (const { title, edits } of zoneRefactorings(
            zoneOf(text),
            { start: 0, end: 0 },
            circumstances,
          )) {
            const after = applyEdits(text, edits());
            assert.notEqual(after, text, render(title, 'en'));
            // Octets and the characters that they make are told apart by recordsIn.
            if (![ORDER, WITHOUT, WITH, OCTETS].includes(render(title, 'en')))
              assert.deepEqual(recordsIn(after), recordsIn(text));
          }
        },
      ),
      { numRuns: 300 },
    );
  }).timeout(120_000);
});
