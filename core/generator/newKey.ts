import { KEY_ALGORITHMS, type KeyAlgorithm } from './dkimKey';
import { domainOf } from './domain';
import { completed, type Answers, type RecordForm } from './form';
import { withPublicKey } from './forms/dkim';
import { partAnswers } from './forms/newDomain';

/** A pair of keys that answers ask for. */
export interface WantedKey {
  readonly algorithm: KeyAlgorithm;
  /** Without final dot. */
  readonly domain: string;
  readonly selector: string;
}

/** What stands before the keys of the DKIM questions: several records are asked for together in some forms. */
function prefixOf(form: RecordForm): string {
  return form.kind === 'dkim' ? '' : 'dkim.';
}

/**
 * The pair of keys that has to be made before there are all records.
 * @param full as {@link completed} gives them
 */
export function wantedKey(form: RecordForm, full: Answers): WantedKey | undefined {
  const stated = full[`${prefixOf(form)}algorithm`];
  const algorithm = KEY_ALGORITHMS.find(({ value }) => value === stated)?.value;
  if (algorithm === undefined) return undefined;
  const own = form.kind === 'dkim' ? full : partAnswers(full, 'dkim');
  return { algorithm, domain: domainOf(own['domain'] ?? ''), selector: (own['selector'] ?? '').trim() };
}

/**
 * The answers when the keys are made.
 * @param publicKey PEM or Base64 of SubjectPublicKeyInfo
 * @returns a full set, from which the form generates all records
 */
export function withNewKey(form: RecordForm, full: Answers, publicKey: string): Answers {
  if (form.kind === 'dkim') return completed(form, withPublicKey(full, publicKey));
  return completed(form, { ...full, 'dkim.source': 'given', 'dkim.p': publicKey });
}
