import { isAligned } from './alignment';
import { isPass, normalised } from './judge';
import { fieldIn } from './lists';
import { itemsAt, type ReportStore } from './store';
import type { DkimAuthResult, SpfAuthResult } from './types';

/** What is true of a record, a bit each: what the results themselves say, whatever the receiver made of them. */
export const fact = Object.freeze({
  /** A signature verified for the same Organizational Domain; for the very domain. */
  dkimRelaxed: 1,
  dkimStrict: 2,
  spfRelaxed: 4,
  spfStrict: 8,
  /** A signature by an aligned domain did not verify, nor did another of them. */
  ownSignatureBroken: 16,
  /** A signature verified, SPF passed: for another Organizational Domain. */
  dkimForeign: 32,
  spfForeign: 64,
  /** SPF checked an aligned domain, and did not pass. */
  spfOwnFailed: 128,
  unsigned: 256,
  /** The receiver says that the mail was forwarded or came from a list. */
  forwarded: 512,
});

const forwardReasons = new Set(['forwarded', 'mailing_list', 'trusted_forwarder']);

/** The facts of every row; worked out once for each pair of results and header From. */
export function factsOf(store: ReportStore): Int32Array {
  return store.derived.keep('facts', store.size, () => {
    const { derived } = store;
    const from = store.text.headerFrom;
    const fromCells = from.cells.values();
    const fromTexts = from.dictionary.texts;
    const dkimCells = store.list.dkimResults.cells.values();
    const spfCells = store.list.spfResults.cells.values();
    const reasonCells = store.list.reasons.cells.values();
    const forwarded = Int32Array.from(store.list.reasons.dictionary.texts, (text) =>
      fieldIn('reasons', 'type', text).some((type) => forwardReasons.has(normalised(type)))
        ? fact.forwarded
        : 0,
    );
    const dkimKnown = new Map<number, number>();
    const spfKnown = new Map<number, number>();
    const facts = new Int32Array(store.size);
    for (let row = 0; row < facts.length; row++) {
      const fromNumber = fromCells[row]!;
      const dkimKey = dkimCells[row]! * fromTexts.length + fromNumber;
      let dkim = dkimKnown.get(dkimKey);
      if (dkim === undefined) {
        dkim = dkimFacts(
          itemsAt(store, 'dkimResults', dkimCells[row]!),
          fromTexts[fromNumber]!,
          derived.organization,
        );
        dkimKnown.set(dkimKey, dkim);
      }
      const spfKey = spfCells[row]! * fromTexts.length + fromNumber;
      let spf = spfKnown.get(spfKey);
      if (spf === undefined) {
        spf = spfFacts(
          itemsAt(store, 'spfResults', spfCells[row]!),
          fromTexts[fromNumber]!,
          derived.organization,
        );
        spfKnown.set(spfKey, spf);
      }
      facts[row] = dkim | spf | forwarded[reasonCells[row]!]!;
    }
    return facts;
  });
}

function dkimFacts(
  items: readonly DkimAuthResult[],
  from: string,
  organization: (name: string) => string,
): number {
  if (items.length === 0) return fact.unsigned;
  let facts = 0;
  let broken = 0;
  for (const { domain, result } of items) {
    const relaxed = isAligned(domain, from, 'relaxed', organization);
    if (!isPass(result)) {
      if (relaxed) broken = fact.ownSignatureBroken;
    } else if (relaxed) {
      facts |= fact.dkimRelaxed;
      if (isAligned(domain, from, 'strict', organization)) facts |= fact.dkimStrict;
    } else facts |= fact.dkimForeign;
  }
  return (facts & fact.dkimRelaxed) === 0 ? facts | broken : facts;
}

function spfFacts(
  items: readonly SpfAuthResult[],
  from: string,
  organization: (name: string) => string,
): number {
  let facts = 0;
  for (const { domain, result } of items) {
    const relaxed = isAligned(domain, from, 'relaxed', organization);
    if (!isPass(result)) facts |= relaxed ? fact.spfOwnFailed : 0;
    else if (relaxed) {
      facts |= fact.spfRelaxed;
      if (isAligned(domain, from, 'strict', organization)) facts |= fact.spfStrict;
    } else facts |= fact.spfForeign;
  }
  return facts;
}
