import { message, type Localized, type Message } from '../text/message';
import type { Answers, Question } from './form';
import type { Known } from './known';
import { ALWAYS } from './questions';

/** What a selector is made of (RFC 6376 §3.1): labels of letters, digits and inner hyphens. */
const SELECTOR = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?){0,3}$/i;

/** The question for a selector. */
export function selectorQuestion(text: Localized, proposal: (answers: Answers) => string): Question {
  return {
    key: 'selector',
    kind: 'text',
    title: { en: 'Selector', ja: 'セレクター' },
    text,
    asked: ALWAYS,
    proposal,
    example: 's202611',
    complaint: selectorComplaint,
    essential: true,
  };
}

/** What is wrong with a typed selector. */
export function selectorComplaint(text: string): Message | undefined {
  if (SELECTOR.test(text.trim()) && text.trim().length <= 100) return undefined;
  return message(
    {
      en: '“{text}” is no selector: use letters, digits and inner hyphens, such as s202611.',
      ja: '「{text}」はセレクターになりません。s202611 のように英数字とハイフンを使ってください。',
    },
    { text },
  );
}

/**
 * A selector for a new key: one that the signer uses already and that has no key yet, else one with the month in it,
 * so that its age shows (RFC 6376 §3.1 asks for a new selector with each key).
 * @param domain without final dot
 */
export function suggestedSelector({ signing, records, now }: Known, domain: string): string {
  const taken = new Set((records ?? []).map(({ owner }) => owner));
  const isFree = (selector: string): boolean => !taken.has(`${selector}._domainkey.${domain}.`);
  const waiting = (signing ?? []).find((key) => key.domain === domain && isFree(key.selector));
  if (waiting !== undefined) return waiting.selector;
  const month = now === undefined ? 's1' : `s${now.year}${String(now.month).padStart(2, '0')}`;
  const candidates = [month, ...Array.from('bcdefghijklmnopqrstuvwxyz', (letter) => `${month}${letter}`)];
  return candidates.find(isFree) ?? month;
}
