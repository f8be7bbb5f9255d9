/** A column of 32-bit integers that grows. Columns cost 4 bytes a row where objects cost hundreds. */
export interface Column {
  readonly length: number;
  push(value: number): void;
  /** The values so far; a view that is only good until the next `push`. */
  values(): Int32Array;
}

/** Where columns begin: most reports are small, and there may be thousands. */
const few = 32;

/** An empty column. */
export function column(): Column {
  let data = new Int32Array(few);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === data.length) {
        const larger = new Int32Array(length * 2);
        larger.set(data);
        data = larger;
      }
      data[length++] = value;
    },
    values: () => data.subarray(0, length),
  };
}

/** A column of non-negative numbers up to 2^53, e.g. message counts. */
export interface NumberColumn {
  push(value: number): void;
  values(): Float64Array;
}

/** An empty number column. */
export function numberColumn(): NumberColumn {
  let data = new Float64Array(few);
  let length = 0;
  return {
    push(value) {
      if (length === data.length) {
        const larger = new Float64Array(length * 2);
        larger.set(data);
        data = larger;
      }
      data[length++] = value;
    },
    values: () => data.subarray(0, length),
  };
}

/** Texts by number: each different text is kept once, however many rows have it. */
export interface Dictionary {
  /** The number of the text. */
  intern(text: string): number;
  readonly size: number;
  /** The text at a number. */
  readonly at: (number: number) => string;
  /** All texts, at their numbers; of addresses they are made when they are asked for. */
  readonly texts: readonly string[];
}

/**
 * A dictionary that knows only the empty text, as number 0.
 * @param own makes a text the dictionary's own; texts that were not cut out of others need that not
 */
export function dictionary(own = copied): Dictionary {
  const texts = [''];
  const numbers = new Map([['', 0]]); // a Map: texts from outside must not meet object prototypes
  return {
    get size() {
      return texts.length;
    },
    at: (number) => texts[number]!,
    texts,
    intern(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const kept = own(text);
      numbers.set(kept, texts.length);
      return texts.push(kept) - 1;
    },
  };
}

/** A copy that does not keep the text alive that this was cut out of (engines share it from 13 characters on). */
function copied(text: string): string {
  // Joining writes the characters anew; a text cut out of a longer one made for it would keep a reference to that, too.
  return text.length < 13 ? text : [text.slice(0, 1), text.slice(1)].join('');
}
