import {
  alignmentMode,
  authorDomain,
  isAligned,
  plain,
  type AlignmentMode,
  type OrganizationOf,
} from '../alignment';
import { alignedByEvaluations, evaluation, isPass, normalised } from '../judge';
import type { DkimAuthResult, ReportHead, ReportRecord, SpfAuthResult } from '../types';
import { sentenceTexts as texts } from './texts';
import { message, type Localized, type Message } from '../../text/message';

/** Why a record passed DMARC or not, sentence by sentence. */
export interface Explanation {
  readonly passed: boolean;
  /** What decided, in one sentence. */
  readonly verdict: Message;
  /** What SPF and each DKIM signature gave. */
  readonly steps: readonly Message[];
  /** What the policy asked for, what the receiver did, and why where that differs. */
  readonly handling: readonly Message[];
  /** Where the report does not fit together. */
  readonly doubts: readonly Message[];
}

/**
 * Puts a record into words.
 * @param organization Organizational Domains by the public suffix list, e.g. `store.derived.organization`; a receiver
 *   that walks the tree (RFC 9989 §4.10) may have found others: its own word decides, and a doubt tells the difference
 */
export function explain(record: ReportRecord, head: ReportHead, organization: OrganizationOf): Explanation {
  const from = authorDomain(record, head);
  const spfMode = alignmentMode(head.policy.aspf);
  const dkimMode = alignmentMode(head.policy.adkim);
  const aligned = alignedByEvaluations(evaluation(record.dkim), evaluation(record.spf));
  const verdict = { both: texts.passBoth, dkim: texts.passDkim, spf: texts.passSpf, neither: texts.fail }[
    aligned
  ];
  const steps = [
    ...record.spfResults.map((one) => spfStep(one, from, spfMode, organization)),
    ...(record.spfResults.length === 0 ? [message(texts.noSpf)] : []),
    ...record.dkimResults.map((one) => dkimStep(one, from, dkimMode, organization)),
    ...(record.dkimResults.length === 0 ? [message(texts.noDkim)] : []),
  ];
  return {
    passed: aligned !== 'neither',
    verdict: message(verdict, { from }),
    steps,
    handling: handlingOf(record, head, aligned !== 'neither', organization),
    doubts: doubtsOf(record, from, spfMode, dkimMode, organization),
  };
}

/** All sentences of an explanation, in the order in which they are read. */
export function sentencesOf({ verdict, steps, handling, doubts }: Explanation): readonly Message[] {
  return [...steps, verdict, ...handling, ...doubts];
}

function spfStep(
  { domain, result, scope }: SpfAuthResult,
  from: string,
  mode: AlignmentMode,
  organization: OrganizationOf,
): Message {
  const values = { domain: domain === '' ? '?' : domain, from, result, mode: modes[mode] };
  const helo = normalised(scope) === 'helo';
  if (!isPass(result)) return message(texts.spfFail, { ...values, meaning: meaningOf(result, 'spf') });
  if (plain(domain) === plain(from)) return message(helo ? texts.spfSameHelo : texts.spfSame, values);
  if (isAligned(domain, from, mode, organization)) return message(texts.spfAligned, values);
  return message(texts.spfUnaligned, { ...values, why: whyNot(domain, from, mode, organization) });
}

function dkimStep(
  { domain, selector, result, humanResult }: DkimAuthResult,
  from: string,
  mode: AlignmentMode,
  organization: OrganizationOf,
): Message {
  const name = selector === '' ? domain : `${domain} (${selector})`;
  const values = { domain: name === '' ? '?' : name, from, result, mode: modes[mode] };
  if (!isPass(result)) {
    const meaning =
      humanResult === '' ? meaningOf(result, 'dkim') : { en: ` (${humanResult})`, ja: `（${humanResult}）` };
    return message(texts.dkimFail, { ...values, meaning });
  }
  if (plain(domain) === plain(from)) return message(texts.dkimSame, values);
  if (isAligned(domain, from, mode, organization)) return message(texts.dkimAligned, values);
  return message(texts.dkimUnaligned, { ...values, why: whyNot(domain, from, mode, organization) });
}

const modes: Readonly<Record<AlignmentMode, Localized>> = { relaxed: texts.relaxed, strict: texts.strict };

/** Why a domain that passed is not aligned. */
function whyNot(domain: string, from: string, mode: AlignmentMode, organization: OrganizationOf): Localized {
  return mode === 'strict' && isAligned(domain, from, 'relaxed', organization)
    ? texts.onlyRelaxed
    : texts.otherDomain;
}

function meaningOf(result: string, mechanism: 'spf' | 'dkim'): Localized {
  const plainResult = normalised(result);
  if (plainResult === 'temperror') return texts.temperror;
  if (plainResult === 'permerror') return mechanism === 'spf' ? texts.spfPermerror : texts.dkimPermerror;
  if (plainResult === 'none' && mechanism === 'spf') return texts.spfNone;
  return texts.noMeaning;
}

function handlingOf(
  record: ReportRecord,
  { policy }: ReportHead,
  passed: boolean,
  organization: OrganizationOf,
): readonly Message[] {
  const done = normalised(record.disposition);
  const below = plain(record.headerFrom) !== '' && plain(record.headerFrom) !== plain(policy.domain);
  const sub = below && organization(record.headerFrom) === organization(policy.domain);
  const tag = sub && policy.sp !== '' ? 'sp' : 'p';
  const asked = normalised(policy[tag]);
  const values = { policy: `${tag}=${asked === '' ? '?' : asked}`, disposition: done === '' ? '?' : done };
  const found: Message[] = [];
  if (passed) {
    if (done === 'quarantine' || done === 'reject') found.push(message(texts.passedButHarmed, values));
  } else if (done === '' || asked === '') found.push(message(texts.unknownHandling, values));
  else if (done === asked || (asked === 'none' && done === 'pass'))
    found.push(message(texts.followed, values));
  else if (severity(done) < severity(asked)) found.push(message(texts.milder, values));
  else found.push(message(texts.stricter, values));
  for (const { type, comment } of record.reasons) {
    const known = Object.hasOwn(reasons, normalised(type)) ? reasons[normalised(type)]! : texts.reasonOther;
    const said = comment === '' ? texts.noMeaning : { en: ` (“${comment}”)`, ja: `（「${comment}」）` };
    found.push(message(texts.reason, { type, meaning: known, comment: said }));
  }
  return found;
}

const reasons: Readonly<Record<string, Localized>> = {
  forwarded: texts.reasonForwarded,
  local_policy: texts.reasonLocalPolicy,
  mailing_list: texts.reasonMailingList,
  policy_test_mode: texts.reasonTestMode,
  sampled_out: texts.reasonSampledOut,
  trusted_forwarder: texts.reasonTrustedForwarder,
};

function severity(disposition: string): number {
  return disposition === 'reject' ? 2 : disposition === 'quarantine' ? 1 : 0;
}

/** Where the receiver's verdict does not follow from the results that it lists. */
function doubtsOf(
  record: ReportRecord,
  from: string,
  spfMode: AlignmentMode,
  dkimMode: AlignmentMode,
  organization: OrganizationOf,
): readonly Message[] {
  const found: Message[] = [];
  for (const [mechanism, evaluated, results, mode] of [
    ['SPF', record.spf, record.spfResults, spfMode],
    ['DKIM', record.dkim, record.dkimResults, dkimMode],
  ] as const) {
    if (evaluation(evaluated) === 'unsaid' || results.length === 0) continue;
    const should = results.some(
      (one) => isPass(one.result) && isAligned(one.domain, from, mode, organization),
    );
    if (should && !isPass(evaluated)) found.push(message(texts.doubtFail, { mechanism, evaluated }));
    if (!should && isPass(evaluated)) found.push(message(texts.doubtPass, { mechanism, evaluated }));
  }
  return found;
}
