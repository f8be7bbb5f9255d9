// What the rules about access restrictions need.
import { POSTFIX_RESTRICTIONS } from '../facts/postfix';
import { isRestrictionList } from '../facts/postfixTypes';
import type { ConfigurationFile, Setting } from '../model/configuration';
import type { Member } from '../model/model';
import { listWords, type Word } from '../values/words';
import { counts, restrictionClasses } from './postfixSettings';

/** What must follow a restriction. */
export type RestrictionArgument = 'table' | 'domain' | 'number' | 'service';

/** A restriction as it stands in a list, with what follows it. */
export interface Restriction {
  readonly word: Word;
  /** In lower case. */
  readonly name: string;
  readonly needs?: RestrictionArgument;
  readonly argument?: Word;
}

/**
 * What a restriction takes, as smtpd reads it.
 * @param name in lower case
 */
export function argumentOf(name: string): RestrictionArgument | undefined {
  if (name === 'sleep') return 'number';
  if (name === 'check_policy_service') return 'service';
  if (/^check_\w+_access$/.test(name) && POSTFIX_RESTRICTIONS.has(name)) return 'table';
  return /^(?:reject_rbl_client|reject_rhsbl_\w+|permit_dnswl_client|permit_rhswl_client)$/.test(name)
    ? 'domain'
    : undefined;
}

/** The restrictions of a list in their order; what is the argument of one is no restriction itself. */
export function restrictionsIn(value: string): Restriction[] {
  const words = listWords(value);
  const found: Restriction[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const name = word.text.toLowerCase();
    const needs = argumentOf(name);
    const next = words[i + 1];
    const taken = needs !== undefined && next !== undefined && fits(needs, next.text);
    found.push({
      word,
      name,
      ...(needs !== undefined && { needs }),
      ...(taken && { argument: next }),
    });
    if (taken) i++;
  }
  return found;
}

/** Whether smtpd takes the next word for the argument, whatever it thinks of it. */
function fits(needs: RestrictionArgument, text: string): boolean {
  const known = POSTFIX_RESTRICTIONS.has(text.toLowerCase());
  if (text.startsWith('$')) return true;
  switch (needs) {
    case 'table':
      return text.includes(':') || (!known && !/^(?:permit|reject|defer|check|warn)(?:_|$)/i.test(text));
    case 'service':
      return !known;
    case 'number':
      return /^\d+$/.test(text);
    case 'domain':
      return !known;
  }
}

/** The lists of restrictions of a file: Postfix’s own, one’s own for master.cf, and the classes. */
export function* restrictionLists(file: ConfigurationFile): Generator<Member<Setting>> {
  const classes = restrictionClasses(file);
  for (const member of file.settings) {
    const { value: setting } = member;
    if (counts(setting) && (isRestrictionList(setting.name) || classes.has(setting.name))) yield member;
  }
}
