// What is said of included files, held against what OpenDKIM itself makes of them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Include } from '../../core/model/model';
import { createLanguageService } from '../../core/service';
import { sourceText } from '../../core/text/sourceText';

const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin`;

/** Whether OpenDKIM would start; undefined where it is not installed. */
function starts(file: string): boolean | undefined {
  const { status, error } = spawnSync('opendkim', ['-n', '-x', file], { env: { PATH }, timeout: 8000 });
  return error === undefined ? status === 0 : undefined;
}

describe('Files that opendkim.conf includes, against opendkim -n', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-auth-opendkim-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const path = (name: string) => join(folder, name);
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length: length + 1 }, (_, n) => [
        n === 0 ? 'main' : `${n}`,
        n === length ? 'Syslog yes\n' : `Include ${n + 1}\n`,
      ]),
    );
  const CASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'a file that is there': { main: 'Mode v\nInclude a\n', a: 'Syslog yes\n' },
    'an empty file': { main: 'Include a\nMode v\n', a: '' },
    'the same file twice': { main: 'Include a\nInclude a\n', a: 'Syslog yes\n' },
    'a file that is not there': { main: 'Mode v\nInclude gone\n' },
    'a file that is not there, inside': { main: 'Include a\n', a: 'Include gone\n' },
    'a folder': { main: 'Mode v\nInclude folder\n' },
    itself: { main: 'Include main\n' },
    'a circle': { main: 'Include a\n', a: 'Include b\n', b: 'Include a\n' },
    'five levels': chain(5),
    'six levels': chain(6),
    'a table whose other half is included': {
      main: 'Mode s\nKeyTable csl:k=%:s:/x\nInclude a\n',
      a: 'SigningTable csl:*=k\n',
    },
    'a table without its other half': { main: 'Mode s\nInclude a\n', a: 'KeyTable csl:k=%:s:/x\n' },
    'half a key': {
      main: 'Mode s\nDomain example.com\nSelector s\nInclude a\n',
      a: 'Canonicalization simple\n',
    },
  };

  for (const [name, files] of Object.entries(CASES)) {
    it(`${name}: an error is said where it does not start, and only there`, function () {
      mkdirSync(path('folder'));
      for (const [file, text] of Object.entries(files)) {
        writeFileSync(path(file), text.replace(/^(Include )/gm, `$1${folder}/`));
      }
      const accepted = starts(path('main'));
      if (accepted === undefined) this.skip();
      const include = including([path('main')]);
      const service = createLanguageService();
      service.open('opendkim.conf', 'opendkim', sourceText(readFileSync(path('main'), 'utf8')), { include });
      const errors = service.findings('opendkim.conf').filter(({ severity }) => severity === 'error');
      assert.equal(errors.length === 0, accepted, errors.map(({ rule }) => rule).join());
    });
  }
});

/** Finds files as the server does, with the files that include one another. */
function including(chain: readonly string[]): Include {
  return (path) => {
    if (chain.includes(path)) return { problem: 'circular' };
    if (!existsSync(path)) return { problem: 'missing' };
    if (path.endsWith('/folder')) return { problem: 'not-a-file' };
    return { text: sourceText(readFileSync(path, 'utf8')), include: including([...chain, path]) };
  };
}
