import assert from 'node:assert/strict';
import type { Refactoring } from '../../../core/model/editing';
import { zoneRefactorings } from '../../../core/model/zone/editing/refactorings';
import { withUnits } from '../../../core/model/zone/editing/rewrite/times';
import { render } from '../../../core/text/message';
import { applyEdits } from '../../../core/text/span';
import { zoneOf } from '../../support/zone';

const circumstances = {
  now: { year: 2026, month: 11, day: 22, seconds: 1_795_348_800 },
  serialStyle: 'auto',
} as const;

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The text without `|` and what lies between two of them, or the place of the only one. */
function marked(text: string): Place {
  const start = text.indexOf('|');
  const end = text.lastIndexOf('|');
  const plain = text.replaceAll('|', '');
  return { text: plain, start, end: end === start ? start : end - 1 };
}

function offered({ text, start, end }: Place): Refactoring[] {
  return zoneRefactorings(zoneOf(text), { start, end }, circumstances);
}

function titles(text: string): string[] {
  return offered(marked(text)).map(({ title }) => render(title, 'en'));
}

/** What a text becomes by a refactoring. */
function done(text: string, title: string): string {
  const place = marked(text);
  const found = offered(place).find((refactoring) => render(refactoring.title, 'en') === title);
  assert.ok(found, `${title} among ${titles(text).join(', ')}`);
  assert.notEqual(render(found.title, 'ja'), title);
  return applyEdits(place.text, found.edits());
}

describe('Refactoring a zone file', () => {
  describe('names', () => {
    it('are written in full, the origin too', () => {
      assert.equal(
        done('|@ MX 10 mail\nwww CNAME @|\nb A 192.0.2.1\n', 'Write names in full'),
        'example.com. MX 10 mail.example.com.\nwww.example.com. CNAME example.com.\nb A 192.0.2.1\n',
      );
    });

    it('are written relative to the origin that is in force', () => {
      assert.equal(
        done(
          '$ORIGIN sub.example.com.\n|a.sub.EXAMPLE.com. CNAME sub.example.com.\nx MX 1 example.com.|\n',
          'Write names relative to the origin',
        ),
        '$ORIGIN sub.example.com.\na CNAME @\nx MX 1 example.com.\n',
      );
    });

    it('of a whole file are rewritten from any place with one to rewrite', () => {
      assert.equal(
        done('a NS b\nc| NS d\n', 'Write all names of the file in full'),
        'a.example.com. NS b.example.com.\nc.example.com. NS d.example.com.\n',
      );
    });

    it('stay where the short form would mean another thing', () => {
      assert.deepEqual(
        titles('|\\@.example.com. A 192.0.2.1\n$x.example.com. A 192.0.2.1|\n').filter((t) =>
          /relative/.test(t),
        ),
        ['Write names relative to the origin', 'Write all names of the file relative to the origin'],
      );
      assert.equal(
        done(
          '|@.example.com. NS a\\.example.com.\n\\$x.example.com. NS \\#.example.com.|\n',
          'Write names relative to the origin',
        ),
        '@.example.com. NS a\\.example.com.\n\\$x NS \\#.example.com.\n',
      );
    });

    it('that would grow too long stay', () => {
      const long = `${'a'.repeat(60)}.`.repeat(4);
      assert.deepEqual(titles(`|${long}a NS ns.example.net.\n`), []);
    });
  });

  it('writes inherited owners into the room before them', () => {
    assert.equal(
      done(
        '|www     A 192.0.2.1\n        A 192.0.2.2\n\tA 192.0.2.3\n  A 192.0.2.4|\n',
        'Write the inherited owner',
      ),
      'www     A 192.0.2.1\nwww     A 192.0.2.2\nwww\tA 192.0.2.3\nwww  A 192.0.2.4\n',
    );
    assert.equal(
      done('www A 192.0.2.1\n$ORIGIN example.net.\n|  A 192.0.2.2\n', 'Write the inherited owner'),
      'www A 192.0.2.1\n$ORIGIN example.net.\nwww.example.com.  A 192.0.2.2\n',
    );
  });

  describe('times', () => {
    it('are written with units', () => {
      assert.equal(
        done('@ 3600 |SOA a b 7200 7200 1800 1209600 5400\n', 'Write times with units'),
        '@ 1h SOA a b 7200 2h 30m 2w 1h30m\n',
      );
    });

    it('are written in seconds', () => {
      assert.equal(
        done('@ 1H |SOA a b 1 2h 30m 2w 1h30m\n', 'Write times in seconds'),
        '@ 3600 SOA a b 1 7200 1800 1209600 5400\n',
      );
    });

    it('stay where units would not be shorter to read', () => {
      assert.deepEqual(
        titles('@ 3661| NS ns1.example.com.\n').filter((t) => /units/.test(t)),
        [],
      );
      assert.deepEqual([59, 60, 90, 3600, 86_399, 86_400, 0].map(withUnits), [
        undefined,
        '1m',
        undefined,
        '1h',
        undefined,
        '1d',
        undefined,
      ]);
    });
  });

  describe('strings', () => {
    it('get their quotes', () => {
      assert.equal(done('@ TXT a|b c\\"d "e"\n', 'Put the text in quotes'), '@ TXT "ab" "c\\"d" "e"\n');
    });

    it('keep their words out of quotes where a comment cuts them off', () => {
      assert.ok(!titles('_dmarc TXT v=|DMARC1; p=none\n').includes('Put the text in quotes'));
    });

    it('are put below each other in parentheses, and back on one line', () => {
      const lines = 'k\tIN TXT ( "a"\n \t       "b" ) ; key\n';
      assert.equal(
        done('k\tIN| TXT "a" "b" ; key\n', 'Put the strings in parentheses, one a line'),
        'k\tIN TXT ( "a"\n \t         "b" ) ; key\n',
      );
      assert.equal(done(`|${lines}`, 'Write the record on one line'), 'k\tIN TXT "a" "b" ; key\n');
    });

    it('keep CR LF where lines are made', () => {
      assert.equal(
        done('k TXT |"a" "b"\r\n', 'Put the strings in parentheses, one a line'),
        'k TXT ( "a"\r\n        "b" )\r\n',
      );
    });

    it('stay on their lines where a comment would swallow what follows', () => {
      assert.ok(!titles('k| TXT ( "a" ; c\n "b" )\n').includes('Write the record on one line'));
    });

    it('are split at the cursor, never within an escape', () => {
      assert.equal(done('@ TXT "ab|cd"\n', 'Split the string at the cursor'), '@ TXT "ab" "cd"\n');
      for (const text of ['@ TXT "a\\|;d"\n', '@ TXT "a\\0|65"\n', '@ TXT |"ab"\n', '@ TXT a|b\n']) {
        assert.ok(!titles(text).includes('Split the string at the cursor'), text);
      }
    });

    it('are split where they are long, behind a blank or semicolon', () => {
      const text = `@ TXT |"v=DKIM1; k=rsa; n=${'x'.repeat(30)}; p=${'A'.repeat(100)}"\n`;
      const after = done(text, 'Split long strings');
      assert.equal(
        after,
        `@ TXT "v=DKIM1; k=rsa; n=${'x'.repeat(30)}; " "p=${'A'.repeat(70)}" "${'A'.repeat(30)}"\n`,
      );
      assert.equal(done(`|${after}`, 'Join the strings'), text.replace('|', ''));
    });

    it('are joined into as few as hold them', () => {
      const [a, b] = ['a'.repeat(200), 'b'.repeat(50)];
      assert.equal(
        done(`@ TXT |"${a}" "${b}" "cccccc" ( "d" )\n`, 'Join the strings'),
        `@ TXT "${a}${b}" "cccccc" ( "d" )\n`,
      );
    });
  });

  it('raises the serial of the SOA record at the cursor', () => {
    assert.equal(
      done('@ SOA a b 202|6112107 2 3 4 5\n', 'Raise the serial to 2026112201'),
      '@ SOA a b 2026112201 2 3 4 5\n',
    );
    assert.deepEqual(
      titles('@ SOA a| b 99999999999 2 3 4 5\n').filter((t) => /serial/.test(t)),
      [],
    );
  });

  it('offers nothing for what is out of order, and on comments', () => {
    assert.deepEqual(titles('a| TXT "b c\n'), []);
    assert.deepEqual(titles('; a| comment\n'), []);
  });
});
