import type { Resolver } from './report/names/resolver';

/**
 * What extensions can do on Node and not in a browser. Only client/main.ts brings it in, from client/node; whatever is
 * absent has to be done without.
 */
export interface ClientPlatform {
  /**
   * A local file, piece by piece, so that it is never held whole.
   * @param path as the system writes it
   * @param length bytes of a piece; the last may have fewer
   * @param first bytes of the first one
   * @throws Error (rejects) where the file cannot be read
   */
  readonly pieces?: (path: string, length: number, first: number) => AsyncIterable<Uint8Array>;
  /**
   * The size of a local file, and its bytes where those are at most `most`: VS Code's own way asks the window each
   * time, which thousands of files feel.
   * @throws Error (rejects) where the file cannot be read, or is none
   */
  readonly small?: (
    path: string,
    most: number,
  ) => Promise<FileStamp & { readonly bytes: Uint8Array | undefined }>;
  /**
   * A part of a local file, in memory of its own: as much of it as there is.
   * @throws Error (rejects) where the file cannot be read, or is none
   */
  readonly slice?: (
    path: string,
    from: number,
    length: number,
  ) => Promise<FileStamp & { readonly bytes: Uint8Array }>;
  /** The bytes as deflate data (RFC 1951), made quickly and beside everything else, in memory of their own. */
  readonly deflate?: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** The path without symbolic links. @throws Error (rejects) where it leads nowhere */
  readonly realPath?: (path: string) => Promise<string>;
  /** A resolver with the system's settings as they are now: networks change while VS Code runs. */
  readonly newResolver?: () => Resolver;
  /** The user's home folder, for `~` in a path. */
  readonly home?: string;
  /** Files for private keys, by their paths as the system writes them. */
  readonly keyFiles?: {
    /** Whether they come to be readable for their owner alone. */
    readonly restricts: boolean;
    /** The folder under version control that a file would lie in. */
    repositoryAround(path: string): Promise<string | undefined>;
    /** Writes a new file; one that is there is never touched. Does not reject. */
    write(path: string, text: string): Promise<Written>;
  };
}

/** What tells whether a file is what it was. */
export interface FileStamp {
  readonly size: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly modified: number;
}

/** What became of a file that was to be written. */
export type Written = 'written' | 'exists' | { readonly failed: string };
