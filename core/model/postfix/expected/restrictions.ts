import { POSTFIX_RESTRICTIONS } from '../../../facts/postfix';
import { RESTRICTION_WORDS } from '../../../facts/postfixRestrictionWords';
import type { Candidate, Expectation } from '../../../text/cursor';
import { message } from '../../../text/message';
import { statedIn } from '../resolve';
import { policyExpected } from './endpoints';
import type { ValuePlace } from './place';
import { tablesExpected } from './tables';

/** What may be written in a list of restrictions: restrictions, and what they are given. */
export function restrictionsExpected(place: ValuePlace): Expectation | undefined {
  const { groups, words, typed, rest } = place;
  if (groups === undefined || groups.length > 1) return undefined;
  const [group] = groups;
  const before = (group === undefined ? words : group.words).at(-1)?.toLowerCase() ?? '';
  const argument = POSTFIX_RESTRICTIONS.get(before)?.argument;
  if (group !== undefined) {
    if (argument === 'servername') return policyExpected(place, true);
    // `{ type:name, search_order = … }`
    return argument === 'type:table' && words.length === 0 ? tablesExpected(place) : undefined;
  }
  if (argument === 'servername') return policyExpected(place, false);
  if (argument === 'type:table' || typed.includes(':')) return tablesExpected(place);
  if (argument !== undefined) return undefined;
  return { replace: place.span(typed.length, rest.length), candidates: restrictions(place) };
}

/** Restrictions, those documented for this very list first; and the file's own classes. */
function restrictions({ view, name, after, rest }: ValuePlace): Candidate[] {
  const classes =
    statedIn(view.file, 'smtpd_restriction_classes') ??
    statedIn(view.beside, 'smtpd_restriction_classes') ??
    '';
  const own = classes.split(/[\s,]+/).filter((word) => word !== '');
  const all = [...POSTFIX_RESTRICTIONS.values()];
  const ranked = [
    ...all.filter(({ parameters }) => parameters.includes(name)),
    ...all.filter(({ parameters }) => !parameters.includes(name)),
  ];
  const followed = /^\s/.test(after.slice(rest.length));
  return [
    ...own.map((label): Candidate => ({ label, kind: 'value' })),
    ...ranked.map((restriction): Candidate => {
      const { argument } = restriction;
      const words = RESTRICTION_WORDS[restriction.name];
      return {
        label: restriction.name,
        kind: 'value',
        ...(argument !== undefined && !followed && { insert: `${restriction.name} `, again: true }),
        ...(argument !== undefined && { detail: message({ en: argument, ja: argument }) }),
        ...(words !== undefined && { documentation: message(words) }),
      };
    }),
  ];
}
