import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The project's own folder. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * A file or folder of the shared corpora that stand beside the project, where they are there.
 * @param path relative to that folder, e.g. `corpora/howto`
 * @returns the absolute path, or undefined where it does not exist (tests then skip or use their own fixtures)
 */
export function shared(path: string): string | undefined {
  const full = resolve(root, '../shared', path);
  return existsSync(full) ? full : undefined;
}
