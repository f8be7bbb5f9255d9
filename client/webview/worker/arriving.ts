import { inflate } from '../../../core/report/inflate';
import { message, type Message } from '../../../core/text/message';

/** A piece of a file on its way from the extension. */
export interface Arriving {
  readonly bytes: Uint8Array;
  /** How many bytes of the file it is, where they come as deflate data. */
  readonly inflated?: number | undefined;
}

/** The file's own bytes. @throws Error where deflate data are not what they were said to be */
export async function* unpacked(pieces: AsyncIterable<Arriving>): AsyncGenerator<Uint8Array> {
  for await (const { bytes, inflated } of pieces) {
    if (inflated === undefined) {
      yield bytes;
      continue;
    }
    let length = 0;
    const content = inflate(bytes, 0);
    let next = content.next();
    for (; next.done !== true; next = content.next()) {
      length += next.value.length;
      if (length > inflated) break;
      yield next.value;
    }
    if (length !== inflated) throw new Error(`deflate: ${String(length)} / ${String(inflated)} B`);
  }
}

/**
 * Ends the stream where it breaks (a file that was dropped and is gone by now), and tells so: what came before it is
 * read, and the files behind it as well.
 */
export async function* untilBroken(
  chunks: AsyncIterable<Uint8Array>,
  tell: (reason: Message) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    tell(
      message(
        {
          en: 'The file could not be read to its end: {reason}',
          ja: 'ファイルを最後まで読み込めませんでした: {reason}',
        },
        { reason },
      ),
    );
  }
}
