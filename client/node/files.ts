import { open, readFile, realpath, stat, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { deflateRaw, type ZlibOptions } from 'node:zlib';
import type { ClientPlatform, FileStamp } from '../platform';

/**
 * A local file, piece by piece: the `pieces` of `ClientPlatform`. Each piece is memory of its own, so that whoever gets
 * it may keep it or give it away. The file is closed when nobody asks for more.
 */
async function* pieces(path: string, length: number, first = length): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    for (let wanted = first; ; wanted = length) {
      // Not a Buffer: those do not survive the way into a page.
      const piece = new Uint8Array(wanted);
      const filled = await fill(file, piece, null);
      if (filled > 0) yield filled === wanted ? piece : piece.slice(0, filled);
      if (filled < wanted) return;
    }
  } finally {
    await file.close();
  }
}

async function small(
  path: string,
  most: number,
): Promise<FileStamp & { readonly bytes: Uint8Array | undefined }> {
  const about = await stat(path);
  if (!about.isFile()) throw new Error(path);
  // A copy: the Buffer may be a part of memory that others share.
  const bytes = about.size <= most ? new Uint8Array(await readFile(path)) : undefined;
  return { size: about.size, modified: about.mtimeMs, bytes };
}

async function slice(
  path: string,
  from: number,
  length: number,
): Promise<FileStamp & { readonly bytes: Uint8Array }> {
  // Before it is opened: a pipe would wait for somebody to write.
  if (!(await stat(path)).isFile()) throw new Error(path);
  const file = await open(path, 'r');
  try {
    const { size, mtimeMs } = await file.stat();
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - from)));
    return { size, modified: mtimeMs, bytes: bytes.subarray(0, await fill(file, bytes, from)) };
  } finally {
    await file.close();
  }
}

/** Reads until the array is full or the file ends. @returns how many bytes were read */
async function fill(file: FileHandle, bytes: Uint8Array, from: number | null): Promise<number> {
  let filled = 0;
  while (filled < bytes.length) {
    const position = from === null ? null : from + filled;
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, position);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

const deflateRawBeside = promisify<Uint8Array, ZlibOptions, Buffer>(deflateRaw);

/** Level 1 makes a report a twentieth of itself, at four times the speed of the usual level, which makes it a thirtieth. */
async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await deflateRawBeside(bytes, { level: 1, chunkSize: 2 ** 18 }));
}

/** What a client does with local files on Node. */
export const files = {
  pieces,
  small,
  slice,
  deflate,
  realPath: (path) => realpath(path),
} satisfies ClientPlatform;
