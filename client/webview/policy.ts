import { visible, type PolicyPublished } from '../../core/report';

/** A policy as a record would have it; tags that the report leaves out are left out here, too. */
export function policyLine({ p, sp, np, adkim, aspf, pct, fo, testing }: PolicyPublished): string {
  const tags = { p, sp, np, adkim, aspf, pct: pct === '100' ? '' : pct, fo, t: testing };
  return Object.entries(tags)
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}=${visible(value)}`)
    .join(' ');
}
