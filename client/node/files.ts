import { open, realpath } from 'node:fs/promises';
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

/** What a client does with local files on Node. */
export const files = {
  pieces,
  realPath: (path) => realpath(path),
} satisfies ClientPlatform;
