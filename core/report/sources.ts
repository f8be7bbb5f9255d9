import { fact, factsOf } from './facts';
import { groupRows, type Group, type Grouping, type GroupKey, type OrganisationOf } from './group';
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
  readonly forwarded: number;
  /** A signature by the domain itself, or an aligned one, verified. */
  readonly own: number;
  readonly broken: number;
  /** Something passed for somebody else's domain. */
  readonly foreign: number;
  /** SPF checked the own domain and did not pass. */
  readonly spfLost: number;
}

/** Takes note of what speaks for a kind; `count` is the number of messages that its text tells. */
type Note = (kind: SourceKind, weight: number, text: Localized, count: number) => void;

/**
 * Tells sources of mail from one another by what reports say of them: a rule of thumb, so each judgement comes with
 * the signals that led to it, and is never more than a suggestion. Where there may be very many sources, judge those on
 * show by `judgeGroup`.
 * @param by `network` or `organisation`, as a rule
 */
export function judgeSources(
  store: ReportStore,
  rows: Int32Array,
  by: GroupKey = 'network',
  organisationOf?: OrganisationOf,
): readonly JudgedSource[] {
  const grouping = groupRows(store, rows, by, organisationOf);
  const judge = judging(store, grouping);
  return Array.from({ length: grouping.length }, (_, index) => judge(index));
}

/** Judges one group of sources. @throws RangeError where there is no such group */
export function judgeGroup(store: ReportStore, grouping: Grouping, index: number): JudgedSource {
  return judging(store, grouping)(index);
}

/** Judges groups as `judgeGroup` does, several at less cost. */
export function judging(store: ReportStore, grouping: Grouping): (index: number) => JudgedSource {
  const tallied = tallying(store);
  return (index) => {
    const group = grouping.group(index);
    const rows = grouping.rows(index);
    const tally = tallied(rows, 0, rows.length);
    const { messages: all, reporters } = tally;
    const signals: Signal[] = [];
    const weights = new Float64Array(sourceKinds.length);
    weigh(tally, (kind, weight, text, count) => {
      signals.push({ kind, weight, message: message(text, { count, all, reporters }) });
      weights[sourceKinds.indexOf(kind)]! += weight;
    });
    signals.sort((a, b) => b.weight - a.weight);
    const kind = sourceKinds[heaviest(weights)]!;
    return { ...group, kind, word: texts[kind], signals, rows };
  };
}

/** The kinds of all groups as numbers into `sourceKinds`: those that `judgeGroup` finds, without the reasons. */
export function kindsOf(store: ReportStore, grouping: Grouping): Uint8Array {
  const tallied = tallying(store);
  const { gathered, starts, length } = grouping;
  const kinds = new Uint8Array(length);
  const weights = new Float64Array(sourceKinds.length);
  const note: Note = (kind, weight) => {
    weights[sourceKinds.indexOf(kind)]! += weight;
  };
  for (let index = 0; index < length; index++) {
    weights.fill(0);
    weigh(tallied(gathered, starts[index]!, starts[index + 1]!), note);
    kinds[index] = heaviest(weights);
  }
  return kinds;
}

/** What sums up the rows of a source: [from, to) of some rows. */
function tallying(store: ReportStore): (rows: Int32Array, from: number, to: number) => Tally {
  const facts = factsOf(store);
  const counts = store.count.values();
  const aligned = store.alignedBy.values();
  const report = store.report.values();
  const names = new Map<string, number>();
  const reporterOfReport = Int32Array.from(store.reports, ({ metadata: { orgName } }) => {
    const number = names.get(orgName) ?? names.size;
    names.set(orgName, number);
    return number;
  });
  const seen = new Int32Array(names.size);
  let call = 0;
  return (rows, from, to) => {
    call++;
    let [messages, pass, dkim, spf, reporters] = [0, 0, 0, 0, 0];
    let [forwarded, own, broken, foreign, spfLost] = [0, 0, 0, 0, 0];
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      const count = counts[row]!;
      const has = facts[row]!;
      // In the order of alignedByValues: both, dkim, spf, neither.
      const by = aligned[row]!;
      messages += count;
      if (by < 3) pass += count;
      if (by < 2) dkim += count;
      if (by === 0 || by === 2) spf += count;
      if ((has & fact.forwarded) !== 0) forwarded += count;
      if ((has & fact.dkimRelaxed) !== 0) own += count;
      if ((has & fact.ownSignatureBroken) !== 0) broken += count;
      if ((has & (fact.dkimForeign | fact.spfForeign)) !== 0) foreign += count;
      if ((has & fact.spfOwnFailed) !== 0) spfLost += count;
      const reporter = reporterOfReport[report[row]!]!;
      if (seen[reporter] === call) continue;
      seen[reporter] = call;
      reporters++;
    }
    return { messages, pass, dkim, spf, reporters, forwarded, own, broken, foreign, spfLost };
  };
}

function weigh(
  { messages, pass, dkim, spf, reporters, forwarded, own, broken, foreign, spfLost }: Tally,
  note: Note,
): void {
  const fails = messages - pass;
  if (messages === 0) return;

  if (spf > 0) note('yours', 3, texts.spfAligned, spf);
  if (pass >= 0.98 * messages && forwarded < messages / 2) note('yours', 2, texts.nearlyAllPass, pass);
  if (forwarded > 0) note('forwarder', forwarded * 2 >= messages ? 5 : 3, texts.saidForwarded, forwarded);
  // Forwarding breaks SPF and leaves signatures whole; some forwarders change the text and break these, too.
  if (own > 0 && spf === 0 && spfLost > 0) note('forwarder', 3, texts.dkimSurvives, own);
  if (own > 0 && spf === 0 && spfLost === 0 && foreign > 0) {
    note(pass === messages ? 'yours' : 'forwarder', 1, texts.dkimWithForeignSpf, own);
  }
  if (own > 0 && broken > 0 && spf === 0) note('forwarder', 2, texts.someBroken, broken);
  if (fails > 0 && spf > 0) note('misconfigured', 2, texts.sometimesAligned, fails);
  if (own === 0 && broken > 0 && dkim === 0) {
    note('misconfigured', spf > 0 ? 3 : 2, texts.alwaysBroken, broken);
  }
  if (fails > 0 && own === 0 && spf === 0 && foreign > 0) {
    const steady = fails >= 10 || reporters > 1;
    note('misconfigured', steady ? 3 : 1, steady ? texts.foreignSteady : texts.foreignFew, foreign);
  }
  const bare = fails > 0 && own === 0 && spf === 0 && broken === 0 && foreign === 0;
  if (bare) note('spoofing', 4, texts.nothingPasses, fails);
}

/** The number of the kind with most weight; that of `unknown` where two are equal, or the weight is slight. */
function heaviest(weights: Float64Array): number {
  let best = 0;
  let tie = false;
  for (let kind = 1; kind < weights.length; kind++) {
    if (weights[kind]! > weights[best]!) {
      best = kind;
      tie = false;
    } else if (weights[kind] === weights[best]) tie = true;
  }
  return tie || weights[best]! < 2 ? sourceKinds.indexOf('unknown') : best;
}
