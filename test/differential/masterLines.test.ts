import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseMasterCf } from '../../core/syntax/masterCf';
import { findingsIn, output } from '../support/configuration';

interface Read {
  readonly fields: readonly string[];
  readonly options: readonly string[];
  /** Whether postconf prints it so that it can be read again: it drops the braces of words that are no options. */
  readonly plain: boolean;
}

function read(text: string): Read[] {
  return parseMasterCf(text)
    .filter(({ value }) => !value.indented)
    .map(({ value: { fields, options, operands, braces } }) => ({
      fields: fields.map((word) => word.text),
      options: options.map(({ setting, argument }) =>
        setting === undefined ? `? ${argument?.text ?? ''}` : `${setting.name}=${setting.value.text}`,
      ),
      plain:
        operands.length === 0 && braces.length === 0 && options.every(({ problem }) => problem === undefined),
    }));
}

const piece = fc.constantFrom(
  'smtp inet n - y - - smtpd',
  '\nsmtp unix - - n - 0 smtp',
  '\np unix - n n 60? - pipe user=a argv=/b  c',
  '\nq unix-dgram -',
  '\n',
  '\n\n',
  ' ',
  '\r',
  '\n# comment\n',
  '\n\t# comment\n',
  '  -o a=b',
  '\n  -o { c =  d  e }',
  '\n -o { x = {y} z }',
  '\t-v',
  ' -o',
  ' x',
  ' {',
  '}',
  ' {a b}c',
  ',',
  '"',
  '$x',
  ' --',
);

describe('master.cf as postconf reads it', () => {
  let folder: string | undefined;

  before(function () {
    if (output('postconf', '-d', 'mail_version') === undefined) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'ma-master-'));
    writeFileSync(join(folder, 'main.cf'), 'compatibility_level = 3.6\n');
  });
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  /** The services as postconf prints them; undefined where it refuses the file. */
  function postconf(text: string): string | undefined {
    const file = join(folder!, 'master.cf');
    writeFileSync(file, text);
    // Postfix waits until a file that was just written has cooled down.
    utimesSync(file, 1e9, 1e9);
    try {
      return execFileSync('postconf', ['-c', folder!, '-M'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch {
      return undefined;
    }
  }

  it('has the same services, fields and options, and an error of ours where it refuses', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const text = `${pieces.join('')}\n`;
        const printed = postconf(text);
        if (printed === undefined) {
          const errors = findingsIn('postfix-master', text).filter(({ severity }) => severity === 'error');
          assert.ok(errors.length > 0, `postconf refuses ${JSON.stringify(text)}`);
          return;
        }
        const ours = read(text);
        const theirs = read(printed);
        assert.deepEqual(
          theirs.map(({ fields }) => fields),
          ours.map(({ fields }) => fields),
        );
        for (const [index, { options, plain }] of ours.entries()) {
          if (plain) assert.deepEqual(theirs[index]!.options, options);
        }
      }),
      { numRuns: 100 },
    );
  });
});
