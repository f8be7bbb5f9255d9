import { alignmentMode, plain, type AlignmentMode } from './alignment';
import { fact, factsOf } from './facts';
import { groupRows, type Grouping, type GroupKey, type OrganisationOf } from './group';
import { alignedByValues } from './judge';
import { orderOfSums } from './ranks';
import { judging, kindsOf, sourceKinds, type JudgedSource, type SourceKind } from './sources';
import type { ReportStore } from './store';

export type Level = 'none' | 'quarantine' | 'reject';

/** A policy to try on the mail of the past. What is left out stays as the report's policy has it. */
export interface Plan {
  readonly p?: Level;
  readonly sp?: Level;
  readonly np?: Level;
  readonly adkim?: AlignmentMode;
  readonly aspf?: AlignmentMode;
}

/** What a plan would have done. Counts are of messages. */
export interface Readiness {
  readonly messages: number;
  /** Messages that fail DMARC, by the policy that meets them. */
  readonly failing: Readonly<Record<Level, number>>;
  /** Messages that pass today and would fail: what stricter alignment costs. */
  readonly newlyFailing: number;
  /** Messages that would be quarantined or rejected, as numbers of the store's rows. */
  readonly rows: Int32Array;
  /** Sources of those, what most needs mending first: all, or as many as were asked for. */
  readonly sources: readonly HarmedSource[];
  /** How many there are, shown or not. */
  readonly sourceCount: number;
}

export interface HarmedSource extends JudgedSource {
  readonly quarantined: number;
  readonly rejected: number;
}

/**
 * Counts exactly which messages a plan would hit. Where alignment stays as it was, the receiver's own verdict counts;
 * where the plan changes it, the results that the report lists do. Receivers' exceptions (forwarders they know, local
 * rules) are theirs and not counted on. Policies are taken in full: without `pct` and test mode.
 * @param exists whether a name below the domain exists in the DNS (for `np`); undefined where unknown, then it does
 * @param most how many sources are wanted: there may be a million
 */
export function readiness(
  store: ReportStore,
  rows: Int32Array,
  plan: Plan,
  {
    by = 'network',
    exists = () => undefined,
    organisationOf,
    most = Infinity,
  }: {
    readonly by?: GroupKey;
    readonly exists?: (name: string) => boolean | undefined;
    readonly organisationOf?: OrganisationOf;
    readonly most?: number;
  } = {},
): Readiness {
  const counts = store.count.values();
  const passes = passesUnder(store, plan);
  const level = levels(store, plan, exists);
  const today = store.alignedBy.values();
  const neither = alignedByValues.indexOf('neither');
  const failing: Record<Level, number> = { none: 0, quarantine: 0, reject: 0 };
  const hit = new Int32Array(rows.length);
  // 0 untouched, 1 quarantined, 2 rejected.
  const fate = new Uint8Array(store.size);
  let length = 0;
  let messages = 0;
  let newlyFailing = 0;
  for (const row of rows) {
    const count = counts[row]!;
    messages += count;
    if (passes(row)) continue;
    if (today[row] !== neither) newlyFailing += count;
    const met = level(row);
    failing[met] += count;
    if (met === 'none') continue;
    fate[row] = met === 'reject' ? 2 : 1;
    hit[length++] = row;
  }
  // What a source seems to be is told by all of its mail, not by what a filter leaves of it.
  const whole = Int32Array.from({ length: store.size }, (_, row) => row);
  const sources = harmed(store, groupRows(store, whole, by, organisationOf), fate, most);
  return { messages, failing, newlyFailing, rows: hit.slice(0, length), ...sources };
}

/** The groups that a plan would hit, what most needs mending first. */
function harmed(
  store: ReportStore,
  grouping: Grouping,
  fate: Uint8Array,
  most: number,
): Pick<Readiness, 'sources' | 'sourceCount'> {
  const counts = store.count.values();
  const kinds = kindsOf(store, grouping);
  const { gathered, starts, length } = grouping;
  const sum = (index: number, wanted: number): number => {
    let messages = 0;
    for (const row of grouping.rows(index)) if (fate[row] === wanted) messages += counts[row]!;
    return messages;
  };
  const harms = new Float64Array(length);
  const hit = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    let harm = 0;
    for (let i = starts[index]!; i < starts[index + 1]!; i++) {
      const row = gathered[i]!;
      if (fate[row] === 0) continue;
      hit[index] = 1;
      harm += fate[row]! * counts[row]!;
    }
    // Spoofers come last, among themselves by number.
    harms[index] = harm * (wantedPart[sourceKinds[kinds[index]!]!] + 1e-9);
  }
  const order = orderOfSums(harms, (index) => hit[index] === 1);
  const judge = judging(store, grouping);
  const sources = Array.from(order.subarray(0, most), (index) => ({
    ...judge(index),
    quarantined: sum(index, 1),
    rejected: sum(index, 2),
  }));
  return { sources, sourceCount: order.length };
}

/** How much of a source's harmed mail is probably wanted: a spoofer's is what the policy is for. */
const wantedPart: Readonly<Record<SourceKind, number>> = {
  yours: 1,
  misconfigured: 1,
  forwarder: 0.5,
  unknown: 0.3,
  spoofing: 0,
};

/** Whether a row passes DMARC under the plan's alignment. */
function passesUnder(store: ReportStore, { adkim, aspf }: Plan): (row: number) => boolean {
  const aligned = store.alignedBy.values();
  const report = store.report.values();
  const facts = factsOf(store);
  const heads = store.reports.map(({ policy }) => ({
    dkim: alignmentMode(policy.adkim),
    spf: alignmentMode(policy.aspf),
  }));
  const one = (
    was: AlignmentMode,
    will: AlignmentMode,
    said: boolean,
    row: number,
    strict: number,
    relaxed: number,
  ) => {
    if (was === will) return said;
    const has = (facts[row]! & (will === 'strict' ? strict : relaxed)) !== 0;
    return will === 'strict' ? said && has : said || has;
  };
  return (row) => {
    const { dkim, spf } = heads[report[row]!]!;
    // In the order of alignedByValues: both, dkim, spf, neither.
    const saidDkim = aligned[row]! <= 1;
    const saidSpf = aligned[row] === 0 || aligned[row] === 2;
    return (
      one(dkim, adkim ?? dkim, saidDkim, row, fact.dkimStrict, fact.dkimRelaxed) ||
      one(spf, aspf ?? spf, saidSpf, row, fact.spfStrict, fact.spfRelaxed)
    );
  };
}

/** The policy that meets a row: `p` at the policy's domain, below it `sp`, and `np` where the name does not exist. */
function levels(
  store: ReportStore,
  plan: Plan,
  exists: (name: string) => boolean | undefined,
): (row: number) => Level {
  const report = store.report.values();
  const from = store.text.headerFrom;
  const cells = from.cells.values();
  const names = from.dictionary.texts.map(plain);
  const known = new Map<string, boolean>();
  const there = (name: string): boolean => {
    let found = known.get(name);
    if (found === undefined) {
      found = exists(name) ?? true;
      known.set(name, found);
    }
    return found;
  };
  const heads = store.reports.map(({ policy }) => {
    const p = plan.p ?? levelOf(policy.p) ?? 'none';
    // A tag that is absent takes its value from the one before it (RFC 9989 §4.7).
    const sp = plan.sp ?? levelOf(policy.sp) ?? p;
    const np = plan.np ?? levelOf(policy.np) ?? sp;
    return { domain: plain(policy.domain), p, sp, np };
  });
  return (row) => {
    const { domain, p, sp, np } = heads[report[row]!]!;
    const name = names[cells[row]!]!;
    if (name === '' || name === domain || domain === '') return p;
    return there(name) ? sp : np;
  };
}

function levelOf(value: string): Level | undefined {
  const plainValue = value.trim().toLowerCase();
  return plainValue === 'none' || plainValue === 'quarantine' || plainValue === 'reject'
    ? plainValue
    : undefined;
}
