/** What becomes of the file of a private key when its steps are left. */
export type KeyEnd = 'keep' | 'ask' | 'remove';

/**
 * A key is of no use without its record; but a signer whose lines were taken may use it already, and would not start
 * without it.
 * @param records whether the records, or a part of them, were handed over in some way
 * @param lines whether lines for the signer were
 */
export function keyEnd(handedOver: { readonly records: boolean; readonly lines: boolean }): KeyEnd {
  if (handedOver.records) return 'keep';
  return handedOver.lines ? 'ask' : 'remove';
}
