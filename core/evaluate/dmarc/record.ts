import { keywordOf, tagDefinition } from '../../records/definition';
import { dmarcPolicyDefinition } from '../../records/dmarcPolicyTags';
import { parseReportUris } from '../../values/mailtoUri';

/** What receivers are asked to do with mail that fails. */
export type Policy = 'none' | 'quarantine' | 'reject';

/** The tags that state a policy: for the domain, its subdomains, and those of them that do not exist. */
export type PolicyTag = 'p' | 'sp' | 'np';

/** What receivers read in a DMARC Policy Record to find the policy; all else of it is passed over. */
export interface PublishedPolicy {
  /** `broken`: the tag is there, with a value that is none. */
  readonly stated: Readonly<Partial<Record<PolicyTag, Policy | 'broken'>>>;
  /** `y`: a Public Suffix Domain; `n`: an Organizational Domain; `u`: nothing is said (RFC 9989 §4.7). */
  readonly psd: 'y' | 'n' | 'u';
  /** `t=y`: to be applied one level weaker (RFC 9989 §4.7). */
  readonly testing: boolean;
  /** The percentage of mail that the policy is for (`pct`, RFC 7489 §6.3). */
  readonly share: number;
  /** Whether `rua` names at least one address that reports can be sent to. */
  readonly reported: boolean;
}

const TAG = /^[ \t]*([A-Za-z]+)[ \t]*=([^]*)$/;

/**
 * Reads a text as receivers do: nothing is guessed, where the version is not right nothing is read, and of a tag that
 * stands twice the first counts.
 * @param text the character-strings of a TXT record, joined
 * @returns undefined where it is no DMARC Policy Record (RFC 9989 §4.10 step 2: it begins with the version)
 */
export function readPublishedPolicy(text: string): PublishedPolicy | undefined {
  if (!isPolicyRecord(text)) return undefined;
  const values = new Map<string, string>();
  for (const part of text.split(';')) {
    const [, name, value] = TAG.exec(part) ?? [];
    const key = name?.toLowerCase();
    if (key !== undefined && !values.has(key)) values.set(key, value!.trim());
  }
  const word = (name: string): string | undefined => {
    const value = values.get(name);
    const kind = tagDefinition(dmarcPolicyDefinition, name)?.value;
    return value === undefined || kind?.type !== 'keyword' ? undefined : keywordOf(kind, value)?.value;
  };
  const stated: Partial<Record<PolicyTag, Policy | 'broken'>> = {};
  for (const tag of ['p', 'sp', 'np'] as const) {
    if (values.has(tag)) stated[tag] = (word(tag) as Policy | undefined) ?? 'broken';
  }
  const percentage = values.get('pct') ?? '';
  return {
    stated,
    psd: (word('psd') as PublishedPolicy['psd'] | undefined) ?? 'u',
    testing: word('t') === 'y',
    share: /^\d{1,3}$/.test(percentage) && Number(percentage) <= 100 ? Number(percentage) : 100,
    reported: parseReportUris(values.get('rua') ?? '').some(({ problem }) => problem === undefined),
  };
}

/** Whether receivers take a text for a DMARC Policy Record: it begins with the version (RFC 9989 §4.8). */
export function isPolicyRecord(text: string): boolean {
  return /^v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text);
}
