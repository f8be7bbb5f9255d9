import { dmarcPolicyDefinition, POLICY_LABEL } from '../records/dmarcPolicy';
import { parseTagList, type Tag } from '../syntax/tagList';
import { message, type Localized, type Message } from '../text/message';
import { applyEdits, type Edit } from '../text/span';
import type { GivenRecord } from './known';
import { recognised } from './known';

/** A rung of the way from watching to refusing. */
export interface PolicyStep {
  readonly id: 'none' | 'quarantine-testing' | 'quarantine' | 'reject';
  readonly policy: 'none' | 'quarantine' | 'reject';
  readonly testing: boolean;
  readonly title: Localized;
  /** What receivers do then. */
  readonly means: Localized;
  /** What to look at before going there. */
  readonly before: Localized;
}

/** From the weakest to the strictest. */
export const POLICY_STEPS: readonly PolicyStep[] = Object.freeze<PolicyStep[]>([
  {
    id: 'none',
    policy: 'none',
    testing: false,
    title: { en: 'p=none', ja: 'p=none' },
    means: {
      en: 'Receivers deliver as usual and report.',
      ja: '受信側は通常どおり配送し、レポートを送ります。',
    },
    before: {
      en: 'Have an address for aggregate reports, and read them.',
      ja: '集計レポートの送付先を用意し、届いたレポートを読んでください。',
    },
  },
  {
    id: 'quarantine-testing',
    policy: 'quarantine',
    testing: true,
    title: { en: 'p=quarantine with t=y', ja: 'p=quarantine、t=y' },
    means: {
      en: 'Receivers that follow RFC 9989 still deliver as usual, and report what quarantine would have met. Older ones do not know t and put failing mail into the junk folder already.',
      ja: 'RFC 9989 に従う受信側は引き続き通常どおり配送し、quarantine の対象になるものをレポートで知らせます。古い受信側は t を解釈しないため、失敗したメールをすぐに迷惑メール扱いにします。',
    },
    before: {
      en: 'All services that send in your name should pass, with DKIM or SPF aligned, in the reports of two weeks or more.',
      ja: '自ドメインで送信するすべてのサービスが、2 週間以上のレポートで、DKIM か SPF のアライメントを含めて成功していることを確認してください。',
    },
  },
  {
    id: 'quarantine',
    policy: 'quarantine',
    testing: false,
    title: { en: 'p=quarantine', ja: 'p=quarantine' },
    means: {
      en: 'Receivers put failing mail into the junk folder.',
      ja: '受信側は失敗したメールを迷惑メール扱いにします。',
    },
    before: {
      en: 'What still fails should be forgery, or forwarding that you can do without.',
      ja: 'まだ失敗しているものが、なりすましか、届かなくてもよい転送だけであることを確認してください。',
    },
  },
  {
    id: 'reject',
    policy: 'reject',
    testing: false,
    title: { en: 'p=reject', ja: 'p=reject' },
    means: {
      en: 'Receivers refuse failing mail, mailing lists’ and forwarded mail included where it lost its signature.',
      ja: '受信側は失敗したメールを拒否します。署名が壊れたメーリングリストや転送のメールも含まれます。',
    },
    before: {
      en: 'Quarantine should have been in force for weeks without complaints. People who write to mailing lists are better off with quarantine (RFC 9989 §7.4).',
      ja: 'quarantine で数週間、問題が起きていないことを確認してください。利用者がメーリングリストに投稿するドメインでは、quarantine にとどめることが勧められています (RFC 9989 §7.4)。',
    },
  },
]);

/** What reports say about the mail of a domain; counted by the door, for the period that it has reports of. */
export interface ReportEvidence {
  readonly days: number;
  readonly messages: number;
  /** Those that passed DMARC. */
  readonly passed: number;
  /** The sources that fail most, with how many messages failed. */
  readonly failing: readonly { readonly source: string; readonly messages: number }[];
}

/** A way from one rung to another. */
export interface PolicyChange {
  readonly from: PolicyStep;
  readonly to: PolicyStep;
  /** The record's new text; everything but `p`, `t` and a `pct` stays as it was. */
  readonly value: string;
  /** What to know before it is published, the gravest first. */
  readonly advice: readonly Message[];
}

/** The way to the next rung for a record. */
export type NextStep = PolicyChange;

/** Where a record stands; undefined where it is no policy record that counts. */
export function currentStep(record: GivenRecord): PolicyStep | undefined {
  const found = recognised(record);
  if (found?.kind !== 'dmarc-policy' || found.value.content !== 'dmarc') return undefined;
  const tags = tagsOf(record.value);
  const policy = tags.get('p')?.value.text.toLowerCase() ?? 'none';
  const testing = tags.get('t')?.value.text.toLowerCase() === 'y';
  // Under t=y a policy counts as the one below it (RFC 9989 §4.7): reject is not reached by it.
  if (policy === 'reject') return step(testing ? 'quarantine' : 'reject');
  return policy === 'quarantine' ? step(testing ? 'quarantine-testing' : 'quarantine') : step('none');
}

function step(id: PolicyStep['id']): PolicyStep {
  return POLICY_STEPS.find((one) => one.id === id)!;
}

function tagsOf(text: string): Map<string, Tag> {
  const tags = parseTagList(text, dmarcPolicyDefinition.vocabulary).tags;
  return new Map([...tags].reverse().map((tag) => [tag.name.text.toLowerCase(), tag]));
}

/**
 * The next stricter policy for a record.
 * @param evidence what reports say, where there are any
 * @returns undefined at the top, and for what is no policy record
 */
export function nextStep(record: GivenRecord, evidence?: ReportEvidence): NextStep | undefined {
  const from = currentStep(record);
  const to = from && POLICY_STEPS[POLICY_STEPS.indexOf(from) + 1];
  return to === undefined ? undefined : stepTo(record, to.id, evidence);
}

/**
 * The way to a rung of one's choice, further up or down again.
 * @returns undefined for what is no policy record
 */
export function stepTo(
  record: GivenRecord,
  id: PolicyStep['id'],
  evidence?: ReportEvidence,
): PolicyChange | undefined {
  const from = currentStep(record);
  if (from === undefined) return undefined;
  const to = step(id);
  const steps = POLICY_STEPS.indexOf(to) - POLICY_STEPS.indexOf(from);
  const advice =
    steps < 0
      ? [message(to.policy === 'none' ? DOWN_TO_NONE : DOWN, { to: to.title })]
      : [...(steps > 1 ? [message(SKIPPING, { to: to.title })] : []), ...adviceFor(record, to, evidence)];
  return { from, to, value: atStep(record.value, to), advice: steps === 0 ? [] : advice };
}

/** The record's text with another policy; the other tags keep their order and spelling. */
export function atStep(text: string, step: PolicyStep): string {
  return applyEdits(text, stepEdits(text, step));
}

/**
 * The edits of a record's text that give it another policy. They touch `p`, `t` and `pct` alone; a list that is not in
 * order is written anew.
 */
export function stepEdits(text: string, { policy, testing }: PolicyStep): Edit[] {
  const { items, tags } = parseTagList(text, dmarcPolicyDefinition.vocabulary);
  const [version] = tags;
  const sound = items.every(({ tag, separator, text: item }) => {
    return (tag !== undefined || item === '') && separator.kind !== 'missing';
  });
  if (!sound || version === undefined) {
    return [{ span: { start: 0, end: text.length }, text: rewritten(tags, policy, testing) }];
  }
  const edits: Edit[] = [];
  const put = (start: number, end: number, words: string): void => {
    if (text.slice(start, end).toLowerCase() !== words) edits.push({ span: { start, end }, text: words });
  };
  const first = (name: string): Tag | undefined => tags.find((tag) => isCalled(tag, name));
  const stated = first('p');
  // Older receivers want p second (RFC 7489 §6.3).
  if (stated === undefined) put(version.to, version.to, `; p=${policy}`);
  else put(stated.value.from, stated.value.to, policy);
  const trial = testing ? first('t') : undefined;
  if (trial !== undefined) put(trial.value.from, trial.value.to, 'y');
  tags.forEach((tag, index) => {
    // A percentage would let older receivers apply only a part of it, t does that now.
    if (tag === trial || !(isCalled(tag, 't') || isCalled(tag, 'pct'))) return;
    edits.push({ span: { start: tags[index - 1]?.to ?? tag.from, end: tag.to }, text: '' });
  });
  const { to: end } = tags.at(-1)!;
  if (testing && trial === undefined) put(end, end, '; t=y');
  return edits;
}

function isCalled(tag: Tag, name: string): boolean {
  return tag.name.text.toLowerCase() === name;
}

function rewritten(tags: readonly Tag[], policy: string, testing: boolean): string {
  const kept = tags
    .filter((tag) => !isCalled(tag, 't') && !isCalled(tag, 'pct'))
    .map((tag) => ({ name: tag.name.text, value: tag.value.text }));
  const at = kept.findIndex(({ name }) => name.toLowerCase() === 'p');
  if (at < 0) kept.splice(1, 0, { name: 'p', value: policy });
  else kept[at] = { name: kept[at]!.name, value: policy };
  if (testing) kept.push({ name: 't', value: 'y' });
  return kept.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** So many days of reports are looked for, at least. */
const ENOUGH_DAYS = 14;

/** A share of failing mail below which forgery and forwarding are the likely cause. */
const FEW = 0.02;

function adviceFor(record: GivenRecord, to: PolicyStep, evidence: ReportEvidence | undefined): Message[] {
  const advice: Message[] = [message(to.before)];
  const tags = tagsOf(record.value);
  if (tags.get('rua') === undefined) advice.unshift(NO_REPORTS);
  const below = POLICY_STEPS.find(({ policy }) => policy === tags.get('sp')?.value.text.toLowerCase());
  if (
    below !== undefined &&
    POLICY_STEPS.indexOf(below) < POLICY_STEPS.findIndex(({ policy }) => policy === to.policy)
  ) {
    advice.push(message(SUBDOMAINS, { sp: below.policy }));
  }
  if (!record.owner.toLowerCase().startsWith(`${POLICY_LABEL}.`)) advice.unshift(MISPLACED);
  if (evidence === undefined || evidence.messages === 0) return [...advice, UNKNOWN];
  const { days, messages, passed, failing } = evidence;
  const failed = messages - passed;
  const share = failed / messages;
  const period = { en: days === 1 ? '1 day' : `${days} days`, ja: `${days} 日` };
  const values = { period, messages, failed, share: `${(share * 100).toFixed(1)} %` };
  const said = message(share <= FEW ? FEW_FAIL : MANY_FAIL, values);
  const sources = failing
    .slice(0, 5)
    .map(({ source, messages: count }) => message(SOURCE, { source, count }));
  const short = days < ENOUGH_DAYS ? [message(SHORT, { days, period, enough: ENOUGH_DAYS })] : [];
  return share <= FEW ? [...advice, said, ...sources, ...short] : [said, ...sources, ...short, ...advice];
}

const DOWN: Localized = {
  en: 'Back to {to}: receivers treat failing mail more mildly, forged mail included. That is right while you mend a sender of your own; go up again afterwards.',
  ja: '{to} に戻します。失敗したメールの扱いは緩くなり、なりすましにも及びます。自社の送信元を直している間は適切ですが、直したら元に戻してください。',
};
const DOWN_TO_NONE: Localized = {
  en: 'Back to {to}: failing mail is delivered as usual, forged mail included, and only reported. That is right while you mend a sender of your own; go up again afterwards.',
  ja: '{to} に戻します。失敗したメールは、なりすましも含めて通常どおり配送され、レポートだけが届きます。自社の送信元を直している間は適切ですが、直したら元に戻してください。',
};
const SKIPPING: Localized = {
  en: 'This leaves out rungs of the ladder: what a step to {to} does shows more gently one rung at a time.',
  ja: '段階を飛ばして {to} にします。1 段ずつ進めるほうが、影響を安全に確認できます。',
};
const SUBDOMAINS: Localized = {
  en: 'Subdomains stay at sp={sp}; raise or remove sp when they are ready, too.',
  ja: 'サブドメインは sp={sp} のままです。サブドメインも準備ができたら sp を変更するか削除してください。',
};
const NO_REPORTS = message({
  en: 'The record asks for no aggregate reports (rua), so nobody would notice what this step does. Add an address first.',
  ja: 'レコードに集計レポートの送付先 (rua) がないため、この変更の影響を確認できません。先に送付先を追加してください。',
});
const MISPLACED = message({
  en: 'The record does not stand at a _dmarc name: receivers do not see it.',
  ja: 'レコードが _dmarc の名前にないため、受信側からは見えません。',
});
const UNKNOWN = message({
  en: 'No reports are open, so it is not known how much mail this step would meet.',
  ja: 'レポートが開かれていないため、この変更の影響を受けるメールの量は分かりません。',
});
const FEW_FAIL: Localized = {
  en: 'In the reports of {period}, {failed} of {messages} messages ({share}) fail.',
  ja: '{period}分のレポートでは、{messages} 通のうち {failed} 通 ({share}) が失敗しています。',
};
const MANY_FAIL: Localized = {
  en: 'In the reports of {period}, {failed} of {messages} messages ({share}) fail. Find out whose they are before this step.',
  ja: '{period}分のレポートでは、{messages} 通のうち {failed} 通 ({share}) が失敗しています。この変更の前に、送信元を確認してください。',
};
const SOURCE: Localized = { en: '{source}: {count} failing', ja: '{source}: {count} 通が失敗' };
const SHORT: Localized = {
  en: 'That is {period} only; {enough} or more show what is sent once a week or month.',
  ja: 'まだ {period}分しかありません。週次や月次の送信も含めて確認するには {enough} 日分以上が必要です。',
};
