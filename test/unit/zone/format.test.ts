import assert from 'node:assert/strict';
import { formatZone } from '../../../core/model/zone/editing/format';
import { commentsOf, formatted, saidBy, zoneOf } from '../../support/zone';

const lines = (...all: string[]) => `${all.join('\n')}\n`;

/** Formatting gives this, and again the same. */
function gives(before: string, after: string, tabs = false): void {
  const options = { insertSpaces: !tabs };
  assert.equal(formatted(before, options), after);
  assert.equal(formatted(after, options), after);
}

describe('Formatting a zone file', () => {
  it('puts owner, TTL, class, type and data below each other', () => {
    gives(
      lines('@ 3600 IN NS ns1', 'www  IN   A 192.0.2.1', '  300 AAAA 2001:db8::1'),
      lines('@       3600 IN NS   ns1', 'www          IN A    192.0.2.1', '        300     AAAA 2001:db8::1'),
    );
  });

  it('keeps the order in which TTL and class are written', () => {
    gives(
      lines('a IN 300 A 192.0.2.1', 'b  IN  A  192.0.2.2', 'c 60 IN A 192.0.2.3'),
      lines(
        'a       IN 300 A    192.0.2.1',
        'b       IN     A    192.0.2.2',
        'c       60 IN  A    192.0.2.3',
      ),
    );
  });

  it('keeps the case of every word, escapes and the inside of strings', () => {
    gives(lines('A\\ b  in   txt  "a  b;c"   \\"x\\ y'), lines('A\\ b    in txt  "a  b;c" \\"x\\ y'));
  });

  it('lays out a SOA record over its lines, with the timers’ comments below each other', () => {
    gives(
      lines('@ IN SOA ns1 host (', '1 ; serial', '\t7200; refresh', '  900', ' 1209600 ; expire', '3600 )'),
      lines(
        '@       IN SOA  ns1 host (',
        '                1       ; serial',
        '                7200    ; refresh',
        '                900',
        '                1209600 ; expire',
        '                3600 )',
      ),
    );
  });

  it('puts the strings of a TXT record below each other', () => {
    gives(
      lines('k IN TXT ( "a"', '"bc"   ; more', '   "d" ) ; key'),
      lines('k       IN TXT  ( "a"', '                  "bc"  ; more', '                  "d" ) ; key'),
    );
    gives(
      lines('k TXT (', '"a"', '', '"b"', ')'),
      lines('k       TXT  (', '             "a"', '', '             "b"', '             )'),
    );
  });

  it('puts the fields of records of one type below each other', () => {
    gives(
      lines('@ MX 5 a', ' MX 10 bb.example.', ' TXT x y', ' MX 100 c'),
      lines('@       MX   5  a', '        MX   10 bb.example.', '        TXT  x y', '        MX   100 c'),
    );
  });

  it('lets a long name stand out, not push its neighbours', () => {
    const long = `${'x'.repeat(60)}.example.`;
    gives(
      lines('a A 192.0.2.1 ; one', `${long} A 192.0.2.2 ; two`, 'b A 192.0.2.3 ; three'),
      lines('a       A    192.0.2.1 ; one', `${long} A 192.0.2.2 ; two`, 'b       A    192.0.2.3 ; three'),
    );
  });

  it('gives long names their column where most are long', () => {
    const name = (n: number) => `${String(n).repeat(5)}.${'0.'.repeat(20)}ip6.arpa.`;
    gives(
      lines(`${name(1)}  PTR a.`, `${name(2)} PTR b.`, 'x PTR c.'),
      lines(`${name(1)} PTR  a.`, `${name(2)} PTR  b.`, `x${' '.repeat(name(1).length)}PTR  c.`),
    );
  });

  it('parts columns at blank lines, but not from the owner above', () => {
    gives(
      lines('longer-name A 192.0.2.1', '', ' A 192.0.2.2', '', 'b A 192.0.2.3'),
      lines('longer-name A    192.0.2.1', '', '            A    192.0.2.2', '', 'b       A    192.0.2.3'),
    );
  });

  it('keeps comments, blank lines and the place of comments on lines of their own', () => {
    const text = lines(
      '; top',
      '',
      '',
      '',
      '  ; in',
      'a A 192.0.2.1;x',
      '; between  ',
      'b    A 192.0.2.2 ; y',
    );
    const after = formatted(text);
    assert.deepEqual(commentsOf(after), commentsOf(text));
    assert.equal(
      after,
      lines(
        '; top',
        '',
        '',
        '',
        '  ; in',
        'a       A    192.0.2.1 ;x',
        '; between  ',
        'b       A    192.0.2.2 ; y',
      ),
    );
  });

  it('keeps a line of a record that was commented out in column 0', () => {
    gives(
      lines('@ SOA a b (', '; 1 ; old', ' 2 3 4 5 6 )'),
      lines('@       SOA  a b (', '; 1 ; old', '             2 3 4 5 6 )'),
    );
  });

  it('uses tabs where the editor does', () => {
    gives(
      lines('@ IN NS ns1 ; a', 'www-and-more IN A 192.0.2.1 ; b', ' TXT ( "a"', '"b" )'),
      lines(
        '@\t\tIN\tNS\tns1\t\t; a',
        'www-and-more\tIN\tA\t192.0.2.1\t; b',
        '\t\t\tTXT\t( "a"',
        '\t\t\t\t  "b" )',
      ),
      true,
    );
  });

  it('keeps CR LF', () => {
    gives(
      'a A 192.0.2.1\r\n  \r\nb SOA x y (\r\n1 2\r\n3 4 5 )\r\n',
      'a       A    192.0.2.1\r\n\r\nb       SOA  x y (\r\n             1 2\r\n             3 4 5 )\r\n',
    );
  });

  for (const [what, text] of Object.entries({
    'a quote that is not closed': 'a   TXT   "x\n',
    'a parenthesis that is not closed': 'a   TXT  (  x\n',
    'a parenthesis that was not opened': 'a   TXT   x  )\n',
    'a string over lines': 'a   TXT   "x\ny"   z\n',
    'a head over lines': 'a  (  IN\n  A  192.0.2.1 )\n',
    'a quoted owner': '"a"   TXT   x\n',
    'words that touch': 'a   TXT   "x""y"\n',
    'data without quotes that a comment cuts': '_dmarc   TXT   v=DMARC1; p=none\n',
    'an indented directive': '  $TTL   300\n',
    'a record without a type': 'a   3600\n',
  })) {
    it(`leaves ${what} as it is, and lays out its neighbours`, () => {
      const after = formatted(`b  A  192.0.2.1\n${text}c  A  192.0.2.2\n`);
      assert.ok(after.includes(text), after);
      assert.match(after, /^b {7}A {4}192\.0\.2\.1\n/);
      assert.match(after, /\nc {7}A {4}192\.0\.2\.2\n$/);
    });
  }

  it('never changes how far a parenthesis that is not closed reaches', () => {
    const text = 'foo TXT ( "a"\nfoo IN TXT ( "a"\nns1 IN A 192.0.2.1\n "b" )\n "b" )\n';
    assert.deepEqual(saidBy(formatted(text)), saidBy(text));
  });

  it('writes directives with one blank, and their comments below each other', () => {
    gives(
      lines('$TTL\t3600 ; default', '$ORIGIN   example.com.   ; zone'),
      lines('$TTL 3600            ; default', '$ORIGIN example.com. ; zone'),
    );
  });

  it('edits only blanks that differ', () => {
    const edits = [
      ...formatZone(zoneOf('a       A    192.0.2.1\nb  A    192.0.2.2\n'), {
        tabSize: 8,
        insertSpaces: true,
      }),
    ].flat();
    assert.deepEqual(edits, [{ span: { start: 24, end: 26 }, text: '       ' }]);
  });

  it('of a range touches only its records, in the columns of all that stand together', () => {
    const text = lines('longest-name A 192.0.2.1', 'b   A 192.0.2.2', 'c   A 192.0.2.3');
    const at = text.indexOf('b ');
    assert.equal(
      formatted(text, {}, { start: at, end: at + 3 }),
      lines('longest-name A 192.0.2.1', 'b            A    192.0.2.2', 'c   A 192.0.2.3'),
    );
  });

  it('of a range reads the range and its neighbourhood, not the file', () => {
    const many = Array.from({ length: 60_000 }, (_, i) => `h${i}   A   192.0.2.${i % 256}\n`).join('');
    const model = zoneOf(many);
    const at = many.indexOf('h30000 ');
    let read = 0;
    const chunks = model.text.chunks.map((chunk) => ({
      lineStarts: chunk.lineStarts,
      get text() {
        read++;
        return chunk.text;
      },
    }));
    const watched = { ...model, text: { ...model.text, chunks } };
    const edits = [
      ...formatZone(watched, { tabSize: 8, insertSpaces: true }, { start: at, end: at + 9 }),
    ].flat();
    assert.equal(edits.length, 1);
    assert.ok(read > 0 && read < 60, `${read} of ${chunks.length} chunks were read`);
  });

  it('joins the edits of a long file, and they still are its formatting', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `h${i}\tA   192.0.2.${i % 256}\n`).join('');
    const batches = [...formatZone(zoneOf(many), { tabSize: 8, insertSpaces: true })];
    assert.ok(batches.length > 10);
    assert.ok(batches.flat().length < 200);
    assert.match(formatted(many), /^h0 {6}A {4}192\.0\.2\.0\n/);
    assert.deepEqual(saidBy(formatted(many)).length, 30_000);
  }).timeout(120_000);
});
