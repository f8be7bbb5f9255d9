import type { Localized } from '../text/message';
import { domainComplaint } from './domain';
import type { Answers, Choice, Question } from './form';
import type { Known } from './known';

/** Seconds that a new record may be cached for: an hour, so that a slip is mended within one. */
export const USUAL_TTL = 3600;

/** A question that always has a point. */
export const ALWAYS = (): boolean => true;

/** The question for the domain, with which every form begins. */
export function domainQuestion(known: Known, text: Localized): Question {
  return {
    key: 'domain',
    kind: 'text',
    title: { en: 'Domain', ja: 'ドメイン' },
    text,
    asked: ALWAYS,
    proposal: () => known.domain ?? '',
    example: 'example.com',
    complaint: domainComplaint,
    essential: true,
  };
}

/** What the two words of a yes-or-no question do. */
export interface YesNo {
  readonly yes: Localized;
  readonly no: Localized;
}

/** The choices of a yes-or-no question: `y` and `n`. */
export function yesNo({ yes, no }: YesNo): () => readonly Choice[] {
  const choices: readonly Choice[] = [
    { value: 'y', label: { en: 'Yes', ja: 'はい' }, detail: yes },
    { value: 'n', label: { en: 'No', ja: 'いいえ' }, detail: no },
  ];
  return () => choices;
}

/** Whether a question of yes or no was answered with yes. */
export function isYes(answers: Answers, key: string): boolean {
  return answers[key] === 'y';
}
