import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/shared';

/** What a command cost. */
export interface Run {
  /** Seconds. */
  readonly user: number;
  readonly wall: number;
  /** Of the largest process, in MB; undefined where nobody tells. */
  readonly memory?: number;
}

/** User and wall seconds of a command and its children; undefined where it cannot be run. */
export function run(command: string, args: readonly string[]): Run | undefined {
  const script = 'TIMEFORMAT="%U %R"; time "$@" > /dev/null 2>&1';
  const { stderr, error } = spawnSync('bash', ['-c', script, command, command, ...args], {
    encoding: 'utf8',
  });
  const match = /([\d.]+) ([\d.]+)\s*$/.exec(stderr);
  if (error !== undefined || match === null) return undefined;
  return { user: Number(match[1]), wall: Number(match[2]) };
}

/** A run of our linter, which tells its own use of memory at its end. */
export function runCli(args: readonly string[]): Run | undefined {
  const cli = join(root, 'dist/cli.js');
  if (!existsSync(cli)) {
    console.log('  dist/cli.js is not built: npm run build');
    return undefined;
  }
  const tell = `process.on('exit', () => {
    const { userCPUTime, maxRSS } = process.resourceUsage();
    process.stderr.write('\\n@' + userCPUTime + ' ' + maxRSS);
  });`;
  const hook = `data:text/javascript,${encodeURIComponent(tell)}`;
  const start = performance.now();
  const { stderr } = spawnSync(process.execPath, ['--import', hook, cli, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 30,
  });
  const wall = (performance.now() - start) / 1000;
  const match = /@(\d+) (\d+)$/.exec(stderr);
  return match === null ? undefined : { user: Number(match[1]) / 1e6, wall, memory: Number(match[2]) / 1024 };
}

/** Whether there is such a command. */
export function installed(command: string): boolean {
  return spawnSync('bash', ['-c', `command -v ${command}`]).status === 0;
}

/** Prints what a command cost; that it is not installed where it was not run. */
export function show(name: string, r: Run | undefined): void {
  const said =
    r === undefined
      ? 'not installed'
      : `${r.user.toFixed(2)} s user, ${r.wall.toFixed(2)} s wall${r.memory === undefined ? '' : `, ${r.memory.toFixed(0)} MB at most`}`;
  console.log(`  ${name.padEnd(26)} ${said}`);
}
