import { KEY_LABEL } from '../records/dkimKey';
import { POLICY_LABEL } from '../records/dmarcPolicy';
import { labelsOf, plainName, writeName } from '../values/domainName';
import type { Answers } from './form';

/** The records that a receiver looks for at a name. */
export type RecordAtName = 'spf' | 'dkim' | 'dmarc';

/**
 * What a form is answered so that its record comes to stand at a name: the domain, and of DKIM the selector.
 * @param owner in plain form: `_dmarc.sub.example.com`
 * @returns no answers where no record of the kind can stand at the name, as at some targets of aliases
 */
export function answersAt(kind: RecordAtName, owner: string): Answers {
  if (kind === 'spf') return { domain: owner };
  const labels = labelsOf(owner);
  const at = labels.indexOf(kind === 'dkim' ? KEY_LABEL : POLICY_LABEL);
  if (at < 0 || at === labels.length - 1) return {};
  const domain = plainName(writeName(labels.slice(at + 1)));
  if (kind === 'dmarc') return at === 0 ? { domain } : {};
  return at === 0 ? {} : { domain, selector: plainName(writeName(labels.slice(0, at))) };
}
