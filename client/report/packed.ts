/** A piece of a file as it goes to the page. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Bytes of the file that it stands for. */
  readonly length: number;
  /** Whether `bytes` are deflate data (RFC 1951) that come to these. */
  readonly deflated: boolean;
}

/** A piece that does not get smaller than this part of itself was compressed before, and so are those behind it. */
const worthwhile = 3 / 4;

/**
 * A file's pieces, deflated: what crosses from the extension to the page is copied several times on its way, and over a
 * network where the extension runs remotely. Reports become twenty times smaller. The first piece goes as it is, so
 * that rows come at once, and so does what would not get smaller. While one piece is on its way, the next is deflated.
 * @param deflate undefined where there is none: all pieces go as they are, and none is read ahead
 */
export async function* packed(
  pieces: AsyncIterable<Uint8Array>,
  deflate: ((bytes: Uint8Array) => Promise<Uint8Array>) | undefined,
): AsyncGenerator<Piece> {
  if (deflate === undefined) {
    for await (const bytes of pieces) yield plain(bytes);
    return;
  }
  const source = pieces[Symbol.asyncIterator]();
  let first = true;
  let pays = true;
  const pull = async (): Promise<Piece | undefined> => {
    const next = await source.next();
    if (next.done === true) return undefined;
    const bytes = next.value;
    if (first || !pays) {
      first = false;
      return plain(bytes);
    }
    const smaller = await deflate(bytes);
    pays = smaller.length <= bytes.length * worthwhile;
    return pays ? { bytes: smaller, length: bytes.length, deflated: true } : plain(bytes);
  };
  let next: Promise<Piece | undefined> | undefined;
  try {
    for (;;) {
      const piece = await (next ?? pull());
      if (piece === undefined) return;
      next = pull();
      // Where nobody asks for it any more, nobody is told that it failed.
      next.catch(() => undefined);
      yield piece;
    }
  } finally {
    await next?.catch(() => undefined);
    await source.return?.();
  }
}

function plain(bytes: Uint8Array): Piece {
  return { bytes, length: bytes.length, deflated: false };
}
