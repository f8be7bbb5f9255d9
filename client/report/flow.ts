/** How far the extension is ahead of the page: bytes that were sent and not taken in yet. */
export interface Flow {
  /** These bytes of a file were sent. */
  sent(id: number, bytes: number): void;
  /** The page has taken in so many bytes of a file, all in all. */
  taken(id: number, bytes: number): void;
  /** The page needs nothing more of this file and of those before it. */
  done(id: number): void;
  isDone(id: number): boolean;
  /** Waits until there is room for more, or nothing is to be sent any longer. */
  room(signal: AbortSignal): Promise<void>;
}

/** @param most bytes that may be under way */
export function createFlow(most: number): Flow {
  const open = new Map<number, { sent: number; taken: number }>();
  let finished = 0;
  let wake = (): void => undefined;
  const underWay = (): number => {
    let sum = 0;
    for (const { sent, taken } of open.values()) sum += Math.max(0, sent - taken);
    return sum;
  };
  return {
    sent(id, bytes) {
      if (id <= finished) return;
      const file = open.get(id) ?? { sent: 0, taken: 0 };
      file.sent += bytes;
      open.set(id, file);
    },
    taken(id, bytes) {
      const file = open.get(id);
      if (file !== undefined) file.taken = bytes;
      wake();
    },
    done(id) {
      finished = Math.max(finished, id);
      for (const one of open.keys()) if (one <= finished) open.delete(one);
      wake();
    },
    isDone: (id) => id <= finished,
    async room(signal) {
      while (!signal.aborted && underWay() >= most) {
        await new Promise<void>((resolve) => {
          wake = () => {
            signal.removeEventListener('abort', wake);
            resolve();
          };
          signal.addEventListener('abort', wake);
        });
      }
    },
  };
}
