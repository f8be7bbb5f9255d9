/** Stands for the items of the list while the rest is written; JSON has no such character outside of strings. */
const PLACE = '\u0000items';

/**
 * A value with one long list in it as JSON of two blanks' indentation, piece by piece, so that the list never has to
 * be in memory as a whole.
 * @param around gives the value around the list it is handed
 * @param json what stands for an item
 */
export function* piecewise<T>(
  around: (list: readonly unknown[]) => unknown,
  items: Iterable<T>,
  json: (item: T) => unknown,
): Generator<string, undefined> {
  const [before, after] = JSON.stringify(around([PLACE]), undefined, 2).split(JSON.stringify(PLACE));
  if (before === undefined || after === undefined) throw new Error('the list stands nowhere, or twice');
  const indent = /\n *$/.exec(before)?.[0] ?? '\n';
  let first = true;
  for (const item of items) {
    const written = JSON.stringify(json(item), undefined, 2).replaceAll('\n', indent);
    yield `${first ? before : `,${indent}`}${written}`;
    first = false;
  }
  yield first ? `${before.trimEnd()}${after.trimStart()}\n` : `${after}\n`;
}
