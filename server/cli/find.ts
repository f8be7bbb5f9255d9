import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  type Stats,
} from 'node:fs';
import { basename } from 'node:path';
import { isWorthALook, languageOf, type LanguageId } from '../../core/languages';
import { message, type Localized, type Message } from '../../core/text/message';
import { beginsLikeMtaStsPolicy } from '../../core/syntax/mtaStsPolicyNames';
import { isNameServerFile } from '../../core/syntax/zoneNames';
import { looksLikeZone } from './zoneSniff';

/** A file to check. */
export interface Found {
  /** As given, or under the folder given. */
  readonly path: string;
  readonly languageId: LanguageId;
}

/** A path of a name server's configuration file, and the folder within which its zone files count; all, if none. */
export interface FoundConfiguration {
  readonly path: string;
  readonly within: string | undefined;
}

/** Why a path, or a part of a folder, is not checked. */
export interface Unread {
  readonly path: string;
  readonly message: Message;
}

/** Folders that hold copies of other people's files, or a version control system's own. */
const skipped = new Set(['node_modules', '.git', '.hg', '.svn']);

/** A search ends here: a slip such as `check /` should end with a word, not with a full memory. */
const mostFiles = 20_000;
const mostEntries = 1_000_000;
const deepest = 100;

const said = {
  unknown: {
    en: 'the name does not say what kind of file this is, nor does the text look like a zone file; known names are *.zone, db.*, named.conf, main.cf, master.cf, opendmarc.conf, opendkim.conf, ignore.hosts, mta-sts.txt',
    ja: '名前からファイルの種類が分からず、内容もゾーンファイルには見えません。分かる名前は *.zone、db.*、named.conf、main.cf、master.cf、opendmarc.conf、opendkim.conf、ignore.hosts、mta-sts.txt です',
  },
  notAFile: { en: 'neither a file nor a folder', ja: 'ファイルでもフォルダーでもありません' },
  unreadable: { en: 'cannot be read ({code})', ja: '読めません ({code})' },
  tooMany: {
    en: 'the folder holds more than can be searched; name its parts instead',
    ja: 'フォルダーが大きすぎて探しきれません。中のフォルダーを個別に指定してください',
  },
} satisfies Record<string, Localized>;

/**
 * The files that the paths name or hold, each once, in the order of the paths; within a folder by name.
 * A folder is followed through symbolic links, each real folder once, so that loops end.
 */
export function findFiles(paths: readonly string[]): {
  files: readonly Found[];
  configurations: readonly FoundConfiguration[];
  unread: readonly Unread[];
} {
  const files: Found[] = [];
  const configurations: FoundConfiguration[] = [];
  const unread: Unread[] = [];
  const seen = new Set<string>();
  let entries = 0;

  const failed = (path: string, problem: unknown): void => {
    unread.push({ path, message: message(said.unreadable, { code: codeOf(problem) }) });
  };

  /** Whether the file or folder is met for the first time. */
  const isNew = (path: string): boolean => {
    const real = realpathSync(path);
    if (seen.has(real)) return false;
    seen.add(real);
    return true;
  };

  const isFull = () => files.length >= mostFiles || entries > mostEntries;

  const search = (folder: string, depth: number, top: string): void => {
    if (depth > deepest || !isNew(folder)) return;
    const inside = readdirSync(folder, { withFileTypes: true });
    entries += inside.length;
    inside.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of inside) {
      if (isFull()) return;
      const path = folder.endsWith('/') ? folder + entry.name : `${folder}/${entry.name}`;
      const known = languageOf(entry.name);
      const worthALook = known !== undefined || isWorthALook(entry.name) || isNameServerFile(entry.name);
      const linked = entry.isSymbolicLink();
      if (!linked && !entry.isDirectory() && (!worthALook || !entry.isFile())) continue;
      try {
        // A link that leads nowhere is not ours to report, unless its name says that we should check it.
        if (linked && known === undefined && !existsSync(path)) continue;
        const stats = linked ? statSync(path) : entry;
        if (stats.isDirectory()) {
          if (!skipped.has(entry.name)) search(path, depth + 1, top);
        } else if (stats.isFile() && worthALook) {
          if (isNameServerFile(entry.name)) {
            if (isNew(path)) configurations.push({ path, within: top });
            continue;
          }
          const languageId = known ?? languageOf(entry.name, beginning(path));
          if (languageId !== undefined && isMeant(path, entry.name) && isNew(path)) {
            files.push({ path, languageId });
          }
        }
      } catch (problem) {
        failed(path, problem);
      }
    }
  };

  for (const path of paths) {
    try {
      const stats: Stats = statSync(path);
      if (stats.isDirectory()) {
        search(path, 0, path);
        if (isFull()) unread.push({ path, message: message(said.tooMany) });
      } else if (!stats.isFile()) {
        unread.push({ path, message: message(said.notAFile) });
      } else if (isNameServerFile(basename(path))) {
        if (isNew(path)) configurations.push({ path, within: undefined });
      } else if (isNew(path)) {
        const languageId = languageOf(basename(path)) ?? languageByText(beginning(path));
        if (languageId === undefined) unread.push({ path, message: message(said.unknown) });
        else files.push({ path, languageId });
      }
    } catch (problem) {
      failed(path, problem);
    }
  }
  return { files, configurations, unread };
}

/** What a file is that somebody named, whatever its name. */
function languageByText(head: string): LanguageId | undefined {
  if (looksLikeZone(head)) return 'dns-zone';
  return beginsLikeMtaStsPolicy(head) ? 'mta-sts-policy' : undefined;
}

/** `db.` begins the names of programs (`db.ts`), backups and databases as well: there, the text decides. */
function isMeant(path: string, name: string): boolean {
  return !/^db\./i.test(name) || looksLikeZone(beginning(path));
}

/** The first 64 KiB, one character a byte. */
function beginning(path: string): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(1 << 16);
    return buffer.toString('latin1', 0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}

/** Node's code of a failure (`ENOENT`), for a message. */
export function codeOf(problem: unknown): string {
  if (problem instanceof Error) {
    return 'code' in problem && typeof problem.code === 'string' ? problem.code : problem.message;
  }
  return String(problem);
}
