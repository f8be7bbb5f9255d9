// The folder of things fetched for the tests: each entry is made aside, then moved into place in one step,
// so that what stands there is complete whatever was interrupted or runs at the same time.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../support/shared';
import type { Pin } from './pins';

const run = promisify(execFile);
const cacheFolder = join(root, '.vscode-test');

/**
 * A folder of the cache, made if it is not there yet.
 * @param name the entry's name; put the version into it, an entry is never refreshed
 * @param fill puts the content into the empty folder it is given
 * @returns the entry's absolute path
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const place = join(cacheFolder, name);
  if (existsSync(place)) return place;
  await mkdir(cacheFolder, { recursive: true });
  const aside = await mkdtemp(join(cacheFolder, `.new-${name}-`));
  try {
    await fill(aside);
    await rename(aside, place).catch((error: unknown) => {
      // Somebody else's finished copy is as good as ours.
      if (!existsSync(place)) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true, maxRetries: 3 });
  }
  return place;
}

/**
 * Unpacks (part of) a pinned package; throws where its checksum is not the pinned one.
 * @param pin the package
 * @param folder where to; must exist
 * @param part the path inside the tarball to take, e.g. `package/bin`; its leading folders are left away
 */
export async function unpack(pin: Pin, folder: string, part = 'package'): Promise<void> {
  const download = await mkdtemp(join(cacheFolder, '.download-'));
  try {
    await npm(['pack', `${pin.name}@${pin.version}`, '--silent'], download);
    const [file] = await readdir(download);
    if (file === undefined) throw new Error(`npm gave no tarball for ${pin.name}@${pin.version}`);
    const tarball = join(download, file);
    const sum = `sha512-${createHash('sha512')
      .update(await readFile(tarball))
      .digest('base64')}`;
    if (sum !== pin.integrity) {
      throw new Error(
        `${pin.name}@${pin.version} is not the package that was pinned: its checksum is ${sum}, expected ${pin.integrity}`,
      );
    }
    const strip = part.split('/').length;
    await run('tar', ['-xzf', tarball, '-C', folder, `--strip-components=${strip}`, part]);
  } finally {
    await rm(download, { recursive: true, force: true });
  }
}

/**
 * Runs npm without any package's install scripts.
 * @param args npm's arguments
 * @param folder the working directory, which is also the package that npm acts on
 */
export async function npm(args: readonly string[], folder: string): Promise<void> {
  // `npm test` hands its own project down in these; the npm started here has another one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix)$/i.test(name),
    ),
  );
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await run('npm', [...args, ...options], { cwd: folder, env, timeout: 300_000, maxBuffer: 1 << 26 });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`npm ${args.join(' ')} failed: ${stderr?.trim() ?? String(error)}`, { cause: error });
  }
}
