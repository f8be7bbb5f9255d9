import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '../../core/facts/rrTypes';

/** Where distributions put name servers; not always on everybody's PATH. */
const PATH = [process.env['PATH'] ?? '', '/usr/sbin', '/usr/local/sbin', '/sbin'].join(':');

/** No tool takes longer for what is given to it here. */
const LIMIT = 8000;

/** What a program says of a zone file. */
export interface Verdict {
  readonly accepted: boolean;
  /** The lines (from 1) that it complains of, where it does not accept it. */
  readonly lines: readonly number[];
  readonly output: string;
}

/** The name servers' own checkers, working in a folder of their own. */
export interface Tools {
  /** What is installed, for the report. */
  readonly versions: readonly string[];
  check(program: Program, zone: string | Buffer): Verdict;
  /** The records as named-compilezone writes them, a line each, without the SOA record's comment lines. */
  compile(zone: string | Buffer): readonly string[] | undefined;
  close(): void;
}

function found(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], {
      env: { ...process.env, PATH },
      stdio: 'pipe',
      timeout: LIMIT,
    });
    return true;
  } catch {
    return false;
  }
}

/** The commands that are needed and not installed. */
export function missingTools(): string[] {
  const needed = ['named-checkzone', 'named-compilezone', 'nsd-checkzone'].filter(
    (command) => !found(command),
  );
  return found('kzonecheck') || found('knotc') ? needed : [...needed, 'kzonecheck or knotc'];
}

/**
 * Opens the installed tools.
 * @param origin of all zones, without its final dot
 */
export function openTools(origin: string): Tools {
  const folder = mkdtempSync(join(tmpdir(), 'ma-differential-'));
  const file = join(folder, 'zone');
  const configuration = join(folder, 'knot.conf');
  // kzonecheck cannot do without the checks that go beyond reading.
  const kzonecheck = !found('knotc');
  writeFileSync(
    configuration,
    [
      `server:\n  rundir: ${folder}`,
      `database:\n  storage: ${folder}`,
      'log:\n  - target: stderr\n    any: warning',
      `zone:\n  - domain: ${origin}.\n    file: ${file}\n    semantic-checks: off\n`,
    ].join('\n'),
  );
  const lenient = [
    '-i',
    'none',
    '-k',
    'ignore',
    '-n',
    'ignore',
    '-m',
    'ignore',
    '-r',
    'ignore',
    '-T',
    'ignore',
    '-S',
    'ignore',
  ];
  const commands: Readonly<Record<Program, readonly string[]>> = {
    BIND: ['named-checkzone', ...lenient, origin, file],
    NSD: ['nsd-checkzone', origin, file],
    Knot: kzonecheck
      ? ['kzonecheck', '-o', `${origin}.`, file]
      : ['knotc', '-c', configuration, 'zone-check', `${origin}.`],
  };
  const run = (words: readonly string[]): { status: number | null; output: string } => {
    const [command, ...args] = words;
    const done = spawnSync(command!, args, {
      env: { ...process.env, PATH, LC_ALL: 'C' },
      cwd: folder,
      timeout: LIMIT,
      encoding: 'latin1',
      maxBuffer: 1 << 26,
    });
    // Knot never ends with some records: that is no yes, and no line is named.
    if (done.error !== undefined && !('code' in done.error && done.error.code === 'ETIMEDOUT'))
      throw done.error;
    return { status: done.status, output: `${done.stdout}${done.stderr}` };
  };
  return {
    versions: [
      firstLine(run(['named-checkzone', '-v']).output),
      firstLine(run(['nsd', '-v']).output),
      firstLine(run([kzonecheck ? 'kzonecheck' : 'knotc', '-V']).output),
    ],
    check(program, zone) {
      writeFileSync(file, zone);
      const { status, output } = run(commands[program]);
      return { accepted: status === 0, lines: status === 0 ? [] : complaints(output), output };
    },
    compile(zone) {
      writeFileSync(file, zone);
      const out = join(folder, 'compiled');
      const { status } = run(['named-compilezone', ...lenient, '-s', 'full', '-o', out, origin, file]);
      if (status !== 0) return undefined;
      return readFileSync(out, 'latin1')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith(';'));
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function firstLine(output: string): string {
  return output.split('\n').find((line) => /\d+\.\d+/.test(line)) ?? output.split('\n')[0] ?? '';
}

/** The lines that errors name: `zone:6: …` of BIND and NSD, `line 6` of Knot; warnings are passed over. */
function complaints(output: string): number[] {
  const lines = new Set<number>();
  for (const line of output.split('\n')) {
    if (/\bwarning\b|check-names|TTL set to|using RFC1035 TTL|out-of-zone/.test(line)) continue;
    const at = /zone['"]?(?::|, line )(\d+)/.exec(line)?.[1];
    if (at !== undefined) lines.add(Number(at));
  }
  return [...lines];
}
