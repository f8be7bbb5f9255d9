/** Items that are pushed at one end and iterated at the other. */
export interface Channel<Item> {
  push(item: Item): void;
  end(): void;
  /** To be iterated once. */
  readonly items: AsyncIterable<Item>;
}

/** An open channel. */
export function channel<Item>(): Channel<Item> {
  const waiting: Item[] = [];
  let ended = false;
  let wake = (): void => undefined;
  async function* items(): AsyncGenerator<Item> {
    for (;;) {
      const item = waiting.shift();
      if (item !== undefined) yield item;
      else if (ended) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
  return {
    push(item) {
      waiting.push(item);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    items: items(),
  };
}
