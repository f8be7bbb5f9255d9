import type { InclusionProblem } from '../core/model/model';

/** A file that was read, or why it was not. */
export type FileRead =
  | { readonly text: string; /** Where it truly lies, links followed. */ readonly path: string }
  | { readonly problem: InclusionProblem };

/** Reads files of the computer that the server runs on; in a browser there is none. */
export interface FileReader {
  /**
   * Reads a regular file that lies in one of the folders, links followed. Never waits for a pipe or a device.
   * @param path absolute
   * @param folders absolute; nothing outside of them is so much as looked at
   * @param limit the most octets, where they are fewer than the reader's own
   */
  read(path: string, folders: readonly string[], limit?: number): FileRead;
  /**
   * The public half of the private key in a regular file that lies in one of the folders, links followed, as
   * SubjectPublicKeyInfo in DER, a code unit an octet; undefined where there is none. The private half is not kept.
   */
  publicKey(path: string, folders: readonly string[]): string | undefined;
  /** A path with its links followed; the path itself where there is nothing. */
  real(path: string): string;
  /** The names in a folder; none where it cannot be read. */
  list(folder: string): readonly string[];
  /**
   * The names of files, sockets and folders in a folder, those of folders with `/` behind them; none where it cannot
   * be read, or lies in none of `folders` (nor is one of them), links followed. No file is opened.
   */
  listWithin(folder: string, folders: readonly string[]): readonly string[];
  /** An absolute path of a `file:` URI; undefined for any other, and for paths on other computers. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** Puts a path behind a folder, unless it is absolute itself; undefined for what is no path of this computer. */
  join(folder: string, path: string): string | undefined;
  folderOf(path: string): string;
}
