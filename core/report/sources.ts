import { fact, factsOf } from './facts';
import { groupRows, type Group, type GroupKey, type OrganisationOf } from './group';
import { sourceTexts as texts } from './sourceTexts';
import type { ReportStore } from './store';
import { message, type Localized, type Message } from '../text/message';

/** What a source of mail seems to be. */
export const sourceKinds = ['yours', 'misconfigured', 'forwarder', 'spoofing', 'unknown'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Something that speaks for a kind, and how much. */
export interface Signal {
  readonly kind: SourceKind;
  readonly weight: number;
  readonly message: Message;
}

/** A source, what it seems to be, and why. */
export interface JudgedSource extends Group {
  readonly kind: SourceKind;
  /** The kind in a word. */
  readonly word: Localized;
  /** All signals, the strongest first. */
  readonly signals: readonly Signal[];
  readonly rows: Int32Array;
}

/** Sums over the rows of a source, in messages. */
interface Tally {
  readonly messages: number;
  readonly pass: number;
  readonly dkim: number;
  readonly spf: number;
  readonly reporters: number;
  readonly of: (facts: number) => number;
}

/**
 * Tells sources of mail from one another by what reports say of them: a rule of thumb, so each judgement comes with
 * the signals that led to it, and is never more than a suggestion.
 * @param by `network` or `organisation`, as a rule
 * @param chosen which sources are wanted, by their rows: judging a million of them takes a while
 */
export function judgeSources(
  store: ReportStore,
  rows: Int32Array,
  by: GroupKey = 'network',
  organisationOf?: OrganisationOf,
  chosen: (rows: Int32Array) => boolean = () => true,
): readonly JudgedSource[] {
  const grouping = groupRows(store, rows, by, organisationOf);
  return grouping.groups.flatMap((group, index) => {
    const own = grouping.rows(index);
    if (!chosen(own)) return [];
    const signals = signalsOf(tally(store, own, group));
    return [{ ...group, ...judged(signals), signals, rows: own }];
  });
}

function tally(store: ReportStore, rows: Int32Array, { messages, pass, dkim, spf }: Group): Tally {
  const facts = factsOf(store);
  const counts = store.count.values();
  const report = store.report.values();
  const sums = new Map<number, number>();
  const reporters = new Set<string>();
  let last = -1;
  for (const row of rows) {
    sums.set(facts[row]!, (sums.get(facts[row]!) ?? 0) + counts[row]!);
    if (report[row] === last) continue;
    last = report[row]!;
    reporters.add(store.reports[last]!.metadata.orgName);
  }
  return {
    messages,
    pass,
    dkim,
    spf,
    reporters: reporters.size,
    of(wanted) {
      let sum = 0;
      for (const [found, count] of sums) if ((found & wanted) !== 0) sum += count;
      return sum;
    },
  };
}

function signalsOf({ messages, pass, dkim, spf, reporters, of }: Tally): readonly Signal[] {
  const found: Signal[] = [];
  const add = (kind: SourceKind, weight: number, text: Localized, count: number): void => {
    found.push({ kind, weight, message: message(text, { count, all: messages, reporters }) });
  };
  const forwarded = of(fact.forwarded);
  const own = of(fact.dkimRelaxed);
  const broken = of(fact.ownSignatureBroken);
  const foreign = of(fact.dkimForeign | fact.spfForeign);
  const fails = messages - pass;
  if (messages === 0) return found;

  if (spf > 0) add('yours', 3, texts.spfAligned, spf);
  if (pass >= 0.98 * messages && forwarded < messages / 2) add('yours', 2, texts.nearlyAllPass, pass);
  if (forwarded > 0) add('forwarder', forwarded * 2 >= messages ? 5 : 3, texts.saidForwarded, forwarded);
  // Forwarding breaks SPF and leaves signatures whole; some forwarders change the text and break these, too.
  const spfLost = of(fact.spfOwnFailed);
  if (own > 0 && spf === 0 && spfLost > 0) add('forwarder', 3, texts.dkimSurvives, own);
  if (own > 0 && spf === 0 && spfLost === 0 && foreign > 0) {
    add(pass === messages ? 'yours' : 'forwarder', 1, texts.dkimWithForeignSpf, own);
  }
  if (own > 0 && broken > 0 && spf === 0) add('forwarder', 2, texts.someBroken, broken);
  if (fails > 0 && spf > 0) add('misconfigured', 2, texts.sometimesAligned, fails);
  if (own === 0 && broken > 0 && dkim === 0)
    add('misconfigured', spf > 0 ? 3 : 2, texts.alwaysBroken, broken);
  if (fails > 0 && own === 0 && spf === 0 && foreign > 0) {
    const steady = fails >= 10 || reporters > 1;
    add('misconfigured', steady ? 3 : 1, steady ? texts.foreignSteady : texts.foreignFew, foreign);
  }
  const bare = fails > 0 && own === 0 && spf === 0 && broken === 0 && foreign === 0;
  if (bare) add('spoofing', 4, texts.nothingPasses, fails);
  return found.sort((a, b) => b.weight - a.weight);
}

/** The kind with most weight; unknown where two are equal, or the weight is slight. */
function judged(signals: readonly Signal[]): { readonly kind: SourceKind; readonly word: Localized } {
  const weights = new Map<SourceKind, number>();
  for (const { kind, weight } of signals) weights.set(kind, (weights.get(kind) ?? 0) + weight);
  const [first, second] = [...weights].sort(([, a], [, b]) => b - a);
  const kind = first === undefined || first[1] < 2 || first[1] === second?.[1] ? 'unknown' : first[0];
  return { kind, word: texts[kind] };
}
