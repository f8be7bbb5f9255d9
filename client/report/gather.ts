/** What a search finds, gathered while it goes on, so that it is known how much is to come. */
export interface Gathered<Item> {
  /** The next items, at most `count`; none where there is no more. Waits where none is known yet. */
  take(count: number): Promise<Item[]>;
  /** Items that are known and not taken yet. */
  left(): number;
}

/** Starts the search; it ends when it is through, or at the next item once `signal` tells so. */
export function gather<Item>(search: AsyncIterable<Item>, signal: AbortSignal): Gathered<Item> {
  const found: Item[] = [];
  let next = 0;
  let through = false;
  let failure: unknown;
  let wake = (): void => undefined;

  const run = async (): Promise<void> => {
    try {
      for await (const item of search) {
        if (signal.aborted) return;
        found.push(item);
        wake();
      }
    } catch (problem) {
      failure = problem;
    } finally {
      through = true;
      wake();
    }
  };
  void run();

  return {
    async take(count) {
      while (next === found.length && !through) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      // What is found at once is taken at once.
      if (found.length - next < count && !through) await new Promise((resolve) => setTimeout(resolve, 0));
      const items = found.slice(next, next + count);
      next += items.length;
      if (items.length === 0 && failure !== undefined) throw failure as Error;
      return items;
    },
    left: () => found.length - next,
  };
}
