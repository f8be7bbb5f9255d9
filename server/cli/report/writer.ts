import { once } from 'node:events';

/** Somewhere to write text to, as fast as it is taken. */
export interface Writer {
  write(text: string): Promise<void>;
  writeAll(pieces: Iterable<string>): Promise<void>;
  end(): Promise<void>;
}

/** How much is written at once, in UTF-16 code units. */
const portion = 1 << 16;

/** Collects text into portions, and waits where the stream cannot keep up, so that memory stays bounded. */
export function writer(stream: NodeJS.WriteStream): Writer {
  let waiting = '';
  let open = true;
  const close = (): void => {
    open = false;
  };
  stream.on('error', close).on('close', close);
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text === '' || !open) return;
    if (stream.write(text)) return;
    // Whichever comes first; the other is not listened to any longer, or listeners would pile up write by write.
    const either = new AbortController();
    const { signal } = either;
    await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]).catch(close);
    either.abort();
  };
  const write = async (text: string): Promise<void> => {
    waiting += text;
    if (waiting.length >= portion) await flush();
  };
  return {
    write,
    async writeAll(pieces) {
      for (const piece of pieces) {
        waiting += piece;
        if (waiting.length >= portion) await flush();
      }
    },
    end: flush,
  };
}
