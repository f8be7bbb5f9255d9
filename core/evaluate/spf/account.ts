import type { Localized, Message } from '../../text/message';
import { joinMessages, message } from '../../text/message';
import type { BudgetItem, BudgetState, SpfBudget } from './budget';
import { SPF_LIMITS, type SpfOutcome, type SpfResult, type SpfStep, type SpfTrace } from './outcome';

/** A line of an account; those of greater depth belong to the one before. */
export interface AccountLine {
  readonly depth: number;
  readonly text: Message;
}

/** Longer accounts are cut: a record of hundreds of terms is nothing to read. */
const MOST_LINES = 300;

/** What each result means for the mail (RFC 7208 §2.6). */
export const RESULT_MEANING: Readonly<Record<SpfResult, Localized>> = Object.freeze({
  pass: { en: 'the client may send for the domain', ja: '正規の送信元と認められます' },
  fail: { en: 'the client may not send for the domain', ja: '正規の送信元ではありません' },
  softfail: {
    en: 'the client probably may not send for the domain',
    ja: 'おそらく正規の送信元ではありません',
  },
  neutral: {
    en: 'the domain says nothing of the client',
    ja: 'ドメインはこの送信元について何も主張していません',
  },
  none: { en: 'the domain has no SPF record', ja: '有効な SPF レコードがありません' },
  temperror: { en: 'it could not be told now', ja: '一時的な問題により判定できませんでした' },
  permerror: { en: 'the record cannot be evaluated', ja: 'レコードに誤りがあり評価できません' },
});

const OUTCOMES: Readonly<Record<SpfStep['outcome'], Localized>> = {
  match: { en: 'matches', ja: '一致' },
  'no-match': { en: 'does not match', ja: '一致しない' },
  temperror: { en: 'temperror', ja: 'temperror' },
  permerror: { en: 'permerror', ja: 'permerror' },
};

/** What check_host() did, line by line: records, terms tried, what came of each, the result. */
export function spfAccount({ result, reason, lookups, voidLookups, trace }: SpfOutcome): AccountLine[] {
  const lines: AccountLine[] = [];
  traceLines(trace, 0, lines);
  const verdict = message(
    { en: '{result}: {meaning}.', ja: '{result}: {meaning}。' },
    { result, meaning: RESULT_MEANING[result] },
  );
  const cost = message(
    {
      en: '({lookups} of {most} lookups, {voids} of them void)',
      ja: '(DNS 参照 {most} 回中 {lookups} 回、うち空振り {voids} 回)',
    },
    { lookups, most: SPF_LIMITS.lookups, voids: voidLookups },
  );
  lines.push({ depth: 0, text: joinMessages([verdict, reason, cost], { en: ' ', ja: '' }) });
  return lines;
}

function traceLines(
  { domain, syntax, steps, result, reason }: SpfTrace,
  depth: number,
  lines: AccountLine[],
): void {
  if (lines.length >= MOST_LINES) return;
  const name = message({ en: '{domain}', ja: '{domain}' }, { domain });
  const text =
    syntax === undefined ? reason : message({ en: '{record}', ja: '{record}' }, { record: syntax.text });
  lines.push({ depth, text: joinMessages([name, text], { en: ': ', ja: ': ' }) });
  for (const step of steps) {
    if (lines.length >= MOST_LINES) return;
    lines.push({ depth: depth + 1, text: stepText(step) });
    if (step.nested !== undefined) traceLines(step.nested, depth + 2, lines);
  }
  // A record that is wrong as a whole has no steps that would say why.
  if (syntax !== undefined && steps.length === 0 && result === 'permerror') {
    lines.push({ depth: depth + 1, text: reason });
  }
}

function stepText({ term, target, outcome, lookup, found, reason, nested }: SpfStep): Message {
  const named = target !== undefined && !term.text.toLowerCase().includes(target.toLowerCase());
  const parts: Message[] = [message(OUTCOMES[outcome])];
  if (named) parts.push(message({ en: 'asked for {target}', ja: '問い合わせ先 {target}' }, { target }));
  if (lookup !== undefined)
    parts.push(message({ en: 'lookup {lookup}', ja: 'DNS 参照 {lookup} 回目' }, { lookup }));
  if (found.length > 0) {
    parts.push(message({ en: 'found {found}', ja: '結果 {found}' }, { found: listed(found) }));
  }
  if (reason !== undefined && nested === undefined) parts.push(reason);
  const name = message({ en: '{term}', ja: '{term}' }, { term: term.text });
  return joinMessages([name, joinMessages(parts, { en: '; ', ja: '、' })], { en: ' – ', ja: ' – ' });
}

/** A few of what was found. */
function listed(found: readonly string[]): string {
  const most = 5;
  return found.length <= most ? found.join(' ') : `${found.slice(0, most).join(' ')} …`;
}

const STATES: Readonly<Record<BudgetState, Localized | undefined>> = {
  known: undefined,
  depends: { en: 'depends on the message', ja: 'メールによって変わります' },
  unknown: { en: 'what is behind it is not known here', ja: '参照先の内容は不明' },
  'no-record': { en: 'no SPF record there: permerror', ja: '参照先に SPF レコードなし: permerror' },
  'several-records': {
    en: 'several SPF records there: permerror',
    ja: '参照先に SPF レコードが複数: permerror',
  },
  loop: { en: 'leads back here: permerror', ja: '循環参照: permerror' },
  void: { en: 'nothing there (void lookup)', ja: '該当レコードなし(void lookup)' },
  'too-many-exchanges': { en: 'more than ten mail servers: permerror', ja: 'MX が 10 個超: permerror' },
};

/** The lookups of a record, term by term: the number, and what is to be said of each. */
export function budgetAccount(budget: SpfBudget): AccountLine[] {
  const lines: AccountLine[] = [
    {
      depth: 0,
      text: message(
        budget.complete
          ? { en: '{domain}: {count} of {most} lookups', ja: '{domain}: DNS 参照 {most} 回中 {count} 回' }
          : {
              en: '{domain}: at least {count} of {most} lookups',
              ja: '{domain}: DNS 参照 {most} 回中、少なくとも {count} 回',
            },
        { domain: budget.domain, count: budget.lookups, most: SPF_LIMITS.lookups },
      ),
    },
  ];
  budgetLines(budget, 1, lines, new Set());
  return lines;
}

function budgetLines(budget: SpfBudget, depth: number, lines: AccountLine[], told: Set<SpfBudget>): void {
  // Records that several others include are told once.
  if (told.has(budget)) return;
  told.add(budget);
  for (const item of budget.items) {
    if (lines.length >= MOST_LINES) return;
    lines.push({ depth, text: itemText(item) });
    if (item.nested !== undefined) budgetLines(item.nested, depth + 1, lines, told);
  }
}

function itemText({ term, lookups, state }: BudgetItem): Message {
  const words = STATES[state];
  const values = { term: term.text, lookups };
  return words === undefined
    ? message({ en: '{term} – {lookups}', ja: '{term} – {lookups}' }, values)
    : message(
        { en: '{term} – {lookups} ({words})', ja: '{term} – {lookups}({words})' },
        { ...values, words },
      );
}

/** An account as one message: a nested list in Markdown. */
export function accountList(lines: readonly AccountLine[]): Message {
  const items = lines.map(({ depth, text }) => {
    const mark = `${'  '.repeat(depth)}- `;
    return { ...text, text: { en: mark + text.text.en, ja: mark + text.text.ja } };
  });
  return joinMessages(items, { en: '\n', ja: '\n' });
}
