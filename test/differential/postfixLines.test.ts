import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseMainCf } from '../../core/syntax/mainCf';
import { expandValue } from '../../core/values/expand';
import { output } from '../support/configuration';

/** Names that Postfix knows and that mean nothing to postconf itself. */
const NAMES = ['mydestination', 'relayhost', 'virtual_alias_domains', 'smtpd_banner'] as const;

/** postconf prints each run of blanks as one. */
function squeezed(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

describe('main.cf as postconf reads it', () => {
  let folder: string | undefined;

  before(function () {
    if (output('postconf', '-d', 'mail_version') === undefined) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'ma-lines-'));
  });
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  /** What postconf prints, by name; undefined where it cannot read the file. */
  function postconf(text: string, ...options: string[]): Map<string, string> | undefined {
    if (folder === undefined) return undefined;
    writeFileSync(join(folder, 'main.cf'), text, 'latin1');
    // Postfix waits until a file that was just written has cooled down.
    utimesSync(join(folder, 'main.cf'), 1e9, 1e9);
    writeFileSync(join(folder, 'master.cf'), '');
    try {
      const printed = execFileSync('postconf', ['-c', folder, ...options, ...NAMES], {
        encoding: 'latin1',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return new Map(
        printed
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => {
            const [, name = '', value = ''] = /^(\w+) = ?([^]*)$/.exec(line) ?? [];
            return [name, squeezed(value)];
          }),
      );
    } catch {
      return undefined;
    }
  }

  /** The same by our own reading: the last setting of each name counts, and one bad line is one too many. */
  function ours(text: string): Map<string, string> | undefined {
    const found = new Map<string, string>();
    for (const { setting } of parseMainCf(text)) {
      const kinds = setting.problems.map(({ kind }) => kind);
      if (kinds.includes('missing-equals') || kinds.includes('missing-name')) return undefined;
      if (!kinds.includes('indented-first-line')) found.set(setting.name, squeezed(setting.value.text));
    }
    return found;
  }

  it('has the same names and values, or cannot be read, whatever the lines look like', () => {
    const blank = fc.constantFrom('', ' ', '\t', '  ', '\f', '\v', '\r');
    const words = fc
      .array(fc.constantFrom('a', 'b,', '=', '#', ' ', '\t', '\r', '\0', '\xe9', '$$', ...NAMES), {
        maxLength: 5,
      })
      .map((parts) => parts.join(''));
    const setting = fc
      .tuple(fc.constantFrom(...NAMES), blank, blank, words)
      .map(([name, before, behind, value]) => `${name}${before}=${behind}${value}`);
    const line = fc.oneof(
      { weight: 6, arbitrary: setting },
      { weight: 3, arbitrary: words.map((text) => ` ${text}`) },
      { weight: 2, arbitrary: fc.tuple(blank, words).map(([before, text]) => `${before}#${text}`) },
      { weight: 2, arbitrary: blank },
      { weight: 1, arbitrary: fc.constantFrom(...NAMES, '=', 'a b = c') },
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), (lines, ended) => {
        const text = lines.join('\n') + (ended ? '\n' : '');
        const theirs = postconf(text, '-n');
        const mine = ours(text);
        assert.equal(mine === undefined, theirs === undefined, JSON.stringify(text));
        if (theirs === undefined || mine === undefined) return;
        for (const name of NAMES) {
          const value = mine.get(name);
          // postconf -n leaves out what equals the default or does not show control characters in a line of its own.
          if (value === undefined) assert.ok(!theirs.has(name), JSON.stringify(text));
          else {
            read++;
            assert.equal(theirs.get(name), value, JSON.stringify(text));
          }
        }
      }),
      // Where it cannot read the file, postconf sleeps for a second before it ends.
      { numRuns: 200 },
    );
    assert.ok(read > 20);
  }).timeout(400_000);

  it('has the same values when names are put in', () => {
    const piece = fc.constantFrom(
      '$one',
      '${two}',
      '$(none)',
      '$$',
      'x',
      ' ',
      '${one?yes}',
      '${none:no $two}',
      '${one?{a}:{b}}',
      '${none ? {a} : {$one}}',
      '${{$one} == {1} ? {same} : {other}}',
      '${{$two} < {10} ? {less}}',
      '${{3.6} <level {3.10} ? {older} : {newer}}',
      '$mail_name',
    );
    const names: Record<string, string> = { one: '1', two: '$one 2', mail_name: 'Postfix' };
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (parts) => {
        const value = parts.join('');
        const text = `one = 1\ntwo = $one 2\nrelayhost = ${value}\n`;
        const theirs = postconf(text, '-x')?.get('relayhost');
        const mine = expandValue(value, (name) => names[name]);
        assert.ok(typeof mine === 'object', value);
        assert.equal(squeezed(mine.text), theirs, value);
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);
});
