import { access, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { REPOSITORIES } from '../../core/generator/repositories';
import type { ClientPlatform } from '../platform';

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** How files of private keys come to be on Node: the `keyFiles` of `ClientPlatform`. */
export const keyFiles = {
  // Windows has lists of rights in place of a mode.
  restricts: process.platform !== 'win32',

  async repositoryAround(path) {
    // A link may lead into a repository.
    let folder = await realpath(dirname(path)).catch(() => dirname(path));
    for (;;) {
      for (const name of REPOSITORIES) if (await isThere(join(folder, name))) return folder;
      const above = dirname(folder);
      if (above === folder) return undefined;
      folder = above;
    }
  },

  async write(path, text) {
    try {
      // The mode holds from the moment in which the file comes to be.
      await writeFile(path, text, { flag: 'wx', mode: 0o600 });
      return 'written';
    } catch (problem) {
      const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '?';
      return code === 'EEXIST' ? 'exists' : { failed: code };
    }
  },
} satisfies ClientPlatform['keyFiles'];
