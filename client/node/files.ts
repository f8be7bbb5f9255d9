import { open, readFile, realpath, stat } from 'node:fs/promises';
import type { ClientPlatform } from '../platform';

/**
 * A local file, piece by piece: the `pieces` of `ClientPlatform`. Each piece is memory of its own, so that whoever gets
 * it may keep it or give it away. The file is closed when nobody asks for more.
 */
async function* pieces(path: string, length: number): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      // Not a Buffer: those do not survive the way into a page.
      const piece = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await file.read(piece, filled, length - filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      if (filled > 0) yield filled === length ? piece : piece.slice(0, filled);
      if (filled < length) return;
    }
  } finally {
    await file.close();
  }
}

async function small(path: string, most: number): Promise<{ size: number; bytes: Uint8Array | undefined }> {
  const about = await stat(path);
  if (!about.isFile()) throw new Error(path);
  // A copy: the Buffer may be a part of memory that others share.
  return { size: about.size, bytes: about.size <= most ? new Uint8Array(await readFile(path)) : undefined };
}

/** What a client does with local files on Node. */
export const files = {
  pieces,
  small,
  realPath: (path) => realpath(path),
} satisfies ClientPlatform;
