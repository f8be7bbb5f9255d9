import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMainCf } from '../../../core/syntax/mainCf';
import { decodedOffset, sourceSpan } from '../../../core/text/joinedText';

/** The settings as `name=value`, the value with `·` for each blank. */
function read(text: string): string[] {
  return parseMainCf(text).map(({ setting }) => `${setting.name}=${setting.value.text.replace(/\s/g, '·')}`);
}

function problems(text: string): string[] {
  return parseMainCf(text).flatMap(({ at, setting }) =>
    setting.problems.map(({ kind, span }) => `${kind} ${at + span.start}-${at + span.end}`),
  );
}

describe('main.cf is read as Postfix reads it', () => {
  it('splits at the first = and cuts blanks off both ends', () => {
    assert.deepEqual(read('myhostname = mail.example.com \nrelayhost=\nmydomain\t=a=b\n'), [
      'myhostname=mail.example.com',
      'relayhost=',
      'mydomain=a=b',
    ]);
  });

  it('joins continued lines with the blanks that they begin with', () => {
    assert.deepEqual(read('smtpd_milters =\n  inet:a:1\n\tinet:b:2\nbiff = no'), [
      'smtpd_milters=inet:a:1·inet:b:2',
      'biff=no',
    ]);
  });

  it('passes over comments and blank lines inside a value, which go on behind them', () => {
    assert.deepEqual(read('mydomain = a\n# c\n\n  \n  # d\n  b\n'), ['mydomain=a··b']);
  });

  it('takes a # behind a value for part of it', () => {
    assert.deepEqual(read('mydomain = a # c\n'), ['mydomain=a·#·c']);
  });

  it('takes a CR for a blank', () => {
    assert.deepEqual(read('mydomain = a\r\nmyorigin = b\r\n c\r\n\r\n'), ['mydomain=a', 'myorigin=b··c']);
  });

  it('finds the = on a continued line', () => {
    assert.deepEqual(read('mydomain\n = a\n'), ['mydomain=a']);
  });

  it('notes a line without =, one without a name, and an indented first line', () => {
    assert.deepEqual(problems('mydomain\n'), ['missing-equals 0-8']);
    assert.deepEqual(problems('biff = no\nmy domain = a\n'), ['missing-equals 10-12']);
    assert.deepEqual(problems('= a\n'), ['missing-name 0-1']);
    assert.deepEqual(problems('# c\n  biff = no\nmydomain = a\n'), ['indented-first-line 4-6']);
  });

  it('reads nothing behind a NUL', () => {
    assert.deepEqual(read('mydomain = a\0b\n c\nbiff = no\n'), ['mydomain=a', 'biff=no']);
    assert.deepEqual(problems('\0mydomain = a\n'), ['missing-equals 0-0']);
  });

  it('says nothing of a line that Postfix throws away but that it does', () => {
    assert.deepEqual(problems('  mydomain\n  a\n'), ['indented-first-line 0-2']);
  });

  it('keeps the place of an empty value', () => {
    const [{ setting } = { setting: undefined }] = parseMainCf('relayhost = \n');
    assert.deepEqual(setting?.valueSpan, { start: 12, end: 12 });
  });

  it('maps the joined value back to the source', () => {
    const text = 'biff = no\nsmtpd_milters =\n  inet:a:1\n# c\n  inet:b:2\n';
    const { at, setting } = parseMainCf(text)[1]!;
    const from = setting.value.text.indexOf('inet:b:2');
    const span = sourceSpan(setting.value, from, from + 8);
    assert.equal(text.slice(at + span.start, at + span.end), 'inet:b:2');
    assert.equal(decodedOffset(setting.value, text.indexOf('inet:b:2') - at), from);
    assert.equal(text.slice(at, at + setting.text.length), setting.text);
  });

  it('never fails, and every span stands for the characters it claims', () => {
    const piece = fc.constantFrom('a', '=', ' ', '\t', '\n', '\r\n', '#', '$', '{', '}', ',', 'é');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        let before = 0;
        for (const { at, setting } of parseMainCf(text)) {
          assert.ok(at >= before);
          before = at + setting.text.length;
          assert.equal(text.slice(at, before), setting.text);
          assert.equal(setting.text.slice(setting.nameSpan.start, setting.nameSpan.end), setting.name);
          for (const piece of setting.value.pieces) {
            const { start, end } = piece.source;
            assert.equal(setting.text.slice(start, end), setting.value.text.slice(piece.from, piece.to));
          }
        }
      }),
    );
  }).timeout(120_000);
});
