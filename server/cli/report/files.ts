import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { message, type Localized } from '../../../core/text/message';
import { codeOf, type Unread } from '../find';

/** A file, or a path that could not be searched. */
export type Met = { readonly path: string } | Unread;

/** Folders that hold copies of other people's files, or a version control system's own. */
const skipped = new Set(['node_modules', '.git', '.hg', '.svn']);
const deepest = 100;

const said = {
  notAFile: { en: 'neither a file nor a folder', ja: 'ファイルでもフォルダーでもありません' },
  unreadable: { en: 'cannot be read ({code})', ja: '読めません ({code})' },
  tooDeep: { en: 'folders are nested too deeply', ja: 'フォルダーの入れ子が深すぎます' },
  empty: { en: 'there is no file in the folder', ja: 'フォルダーにファイルがありません' },
} satisfies Record<string, Localized>;

/**
 * The files that the paths name or hold, in the order of the paths, within a folder by name. Whatever is in a folder
 * is read, for names of reports say little; only hidden files are passed over. Each real file comes once.
 */
export function* reportFiles(paths: readonly string[]): Generator<Met> {
  const seen = new Set<string>();

  function* search(folder: string, depth: number): Generator<Met> {
    if (depth > deepest) {
      yield { path: folder, message: message(said.tooDeep) };
      return;
    }
    let names: string[];
    try {
      names = readdirSync(folder).sort();
    } catch (problem) {
      yield { path: folder, message: message(said.unreadable, { code: codeOf(problem) }) };
      return;
    }
    for (const name of names) {
      if (!name.startsWith('.') && !skipped.has(name)) yield* meet(join(folder, name), depth, false);
    }
  }

  function* meet(path: string, depth: number, named: boolean): Generator<Met> {
    try {
      // A link that leads nowhere is only told where somebody named it.
      const linked = !named && lstatSync(path).isSymbolicLink();
      if (linked && !existsSync(path)) return;
      const stats = statSync(path);
      if (stats.isFile() || stats.isDirectory()) {
        const real = realpathSync(path);
        if (seen.has(real)) return;
        seen.add(real);
      }
      if (stats.isDirectory()) {
        let any = false;
        for (const met of search(path, depth + 1)) {
          any = true;
          yield met;
        }
        if (!any && named) yield { path, message: message(said.empty) };
      } else if (stats.isFile() || (named && stats.isFIFO())) yield { path };
      else if (named) yield { path, message: message(said.notAFile) };
    } catch (problem) {
      yield { path, message: message(said.unreadable, { code: codeOf(problem) }) };
    }
  }

  for (const path of paths) yield* meet(path, 0, true);
}
