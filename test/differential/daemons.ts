// Asks the real opendmarc and opendkim what they take, for the comparison with our findings.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isKnownAt, type KeywordTable } from '../../core/facts/keywordTable';

/** What a program says of a configuration; `files`: it refuses it for a file or user that this system lacks. */
export type Verdict = 'accepted' | 'refused' | 'files';

/** One configuration that is tried, and what came of it. */
export interface Probe {
  readonly keyword: string;
  readonly value: string;
  readonly verdict: Verdict;
}

/** Every keyword is tried with each of these. */
export const VALUES: readonly string[] = [
  'yes',
  'no',
  'zzz',
  '0',
  '1x',
  '088',
  '',
  'a,b',
  'a b',
  '0x1F',
  '-1',
  '+5',
  '99999999999',
  'true # c',
  '=yes',
  '%s',
  'x:y',
  '::1,127.0.0.1',
  'csl:a',
  // More than one reading of OpenDMARC.
  'a'.repeat(1100),
];

/** Keywords whose values only show when the program runs, and what they are tried with. */
export const RUN: Readonly<Record<string, readonly string[]>> = {
  Socket: [
    'inet:18890@localhost',
    'inet:18890@127.0.0.1',
    'INET:18890@127.0.0.1',
    'inet6:18890@::1',
    'inet6:18890@[::1]',
    'inet:localhost:18890',
    'inet6:[::1]:18890',
    'inet:',
    'inet:@localhost',
    'inet:99999@localhost',
    'inet:nosuchservice@localhost',
    'tcp:18890@localhost',
    'local:',
    'local:FOLDER/s',
    'unix:FOLDER/s',
    'UNIX:FOLDER/s',
    'FOLDER/s',
    'zzz:FOLDER/s',
  ],
  SyslogFacility: ['mail', 'LOCAL3', 'zzz', '0', 'local9'],
  AutoRestartRate: [
    '10/1h',
    '10/3600',
    '10',
    '/1h',
    '10/',
    '10/1w',
    '10/1hh',
    'x/1h',
    '-1/1h',
    '10/ 1h',
    '10 per hour',
    '10/-1',
    '1 0/1h',
    '0/1d',
    '10/0',
  ],
  UMask: ['022', '22', '0', '0777'],
  UserID: ['root', 'root:', ':root', 'root:root', 'root:root:root', 'no such'],
};

const PATH = [process.env['PATH'] ?? '', '/usr/sbin', '/usr/local/sbin'].join(':');
const ENVIRONMENT = { PATH, LC_ALL: 'C' };

/** Refusals that speak of this system, not of the configuration; a very long path leaves no room for the reason. */
const OF_SYSTEM =
  /No such file|Not a directory|Permission denied|Is a directory|File name too long|Invalid argument|no such user|no such group|not a regular|ldap|Lua|cannot find|allocate|error reading|: a{900}/i;

/** The program's version; undefined where it is not installed. */
export function version(program: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, ['-V'], { env: ENVIRONMENT, encoding: 'utf8' });
  return status === 0 ? /v(\d[\w.]*)/.exec(stdout + stderr)?.[1] : undefined;
}

/** Whether a program takes a configuration by its own check (`-n`). */
export function accepts(program: string, file: string, text: string): Verdict {
  writeFileSync(file, text);
  const option = program === 'opendkim' ? '-x' : '-c';
  const { status, stderr } = spawnSync(program, ['-n', option, file], {
    env: ENVIRONMENT,
    encoding: 'utf8',
    timeout: 8000,
  });
  if (status === 0) return 'accepted';
  return OF_SYSTEM.test(stderr) ? 'files' : 'refused';
}

/** Starts a program for a moment: whether it is still there, or went by itself. */
async function starts(program: string, folder: string, text: string): Promise<Verdict> {
  const file = join(folder, 'run.conf');
  writeFileSync(file, text);
  const option = program === 'opendkim' ? '-x' : '-c';
  const child = spawn(program, ['-f', option, file], {
    env: ENVIRONMENT,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore'],
    detached: true,
  });
  const gone = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => {
      resolve(false);
    }, 500);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
  // The group: with AutoRestart there is a child that is started again.
  if (child.pid !== undefined) {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }
  return gone ? 'refused' : 'accepted';
}

/** The line that a keyword and a value make. */
export function lineOf(keyword: string, value: string): string {
  return value === '' ? keyword : `${keyword} ${value}`;
}

/** What is needed beside a keyword for its value to be looked at. */
export function around(keyword: string, line: string, folder: string): string {
  const socket = keyword === 'Socket' ? '' : `Socket local:${folder}/s\n`;
  const restart = keyword === 'AutoRestartRate' ? 'AutoRestart true\n' : '';
  const syslog = keyword === 'SyslogFacility' ? 'Syslog true\n' : '';
  return `${socket}${restart}${syslog}Background false\n${line}\n`;
}

/** Tries every keyword of a table with every value, in a folder of its own. */
export async function probe(program: 'opendmarc' | 'opendkim', table: KeywordTable): Promise<Probe[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ma-'));
  const file = join(folder, 'probe.conf');
  const found: Probe[] = [];
  try {
    for (const known of table.keywords.values()) {
      if (!isKnownAt(known, table.version)) continue;
      for (const value of VALUES) {
        const verdict = accepts(program, file, `${lineOf(known.name, value)}\n`);
        found.push({ keyword: known.name, value, verdict });
      }
    }
    for (const [keyword, values] of Object.entries(RUN)) {
      for (const value of values) {
        const line = lineOf(keyword, value.replace('FOLDER', folder));
        const verdict = await starts(program, folder, around(keyword, line, folder));
        found.push({ keyword: `run ${keyword}`, value, verdict });
        rmSync(join(folder, 's'), { force: true });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return found;
}

/** Probes as a table that is kept: keyword, value, verdict. A long value is written as its length. */
export function toTable(version: string, probes: readonly Probe[]): string {
  const rows = probes.map(({ keyword, value, verdict }) => [keyword, shown(value), verdict].join('\t'));
  return [`# ${version}: keyword, value, what the program said`, ...rows, ''].join('\n');
}

/** The probes of a kept table. */
export function fromTable(text: string): Probe[] {
  return text
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => {
      const [keyword = '', value = '', verdict = ''] = row.split('\t');
      const length = /^<(\d+) a>$/.exec(value)?.[1];
      return {
        keyword,
        value: length === undefined ? value : 'a'.repeat(Number(length)),
        verdict: verdict as Verdict,
      };
    });
}

function shown(value: string): string {
  return /^a{100,}$/.test(value) ? `<${value.length} a>` : value;
}
