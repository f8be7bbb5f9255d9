import type { Candidate, Expectation } from '../../../text/cursor';
import { message } from '../../../text/message';
import { touches } from '../../../text/span';
import type { StandingDirective } from '../lookup';
import { zoneApex } from '../place';
import type { ZoneModel } from '../zone';
import {
  classCandidates,
  directiveCandidates,
  MOST_NAMES,
  ttlCandidates,
  typeCandidates,
  typesOf,
} from './completeHead';
import { near } from './namesNear';
import { isInComment, readDirective, spell, tokenAt } from './standing';

/**
 * What may be written in a directive.
 * @param at counts from the directive's beginning, as does what is replaced
 */
export function completeDirective(
  model: ZoneModel,
  standing: StandingDirective,
  at: number,
): Expectation | undefined {
  const directive = readDirective(standing);
  const { nameSpan, text, tokens } = directive;
  if (touches(nameSpan, at)) {
    // Where arguments stand already, a snippet would bring its own.
    const bare = directive.arguments.length > 0;
    const candidates = directiveCandidates().map((candidate) =>
      bare ? { ...candidate, insert: candidate.label, snippet: false } : candidate,
    );
    return { replace: nameSpan, candidates };
  }
  if (at < nameSpan.start || isInComment(tokens, at)) return undefined;
  const token = tokenAt(text, directive.arguments, at);
  const typed = token === undefined ? '' : spell(text, token).slice(0, at - token.span.start);
  const index = directive.arguments.filter(({ span }) => span.end < at && span !== token?.span).length;
  const candidates = candidatesFor(model, standing, directive.name, index, typed);
  if (candidates.length === 0) return undefined;
  // Another digit, folder, or letter of a long list's names brings other candidates.
  const incomplete =
    directive.name === 'TTL' || directive.name === 'INCLUDE' || candidates.length > MOST_NAMES;
  return {
    replace: token?.span ?? { start: at, end: at },
    candidates,
    ...(incomplete && { incomplete }),
  };
}

function candidatesFor(
  model: ZoneModel,
  standing: StandingDirective,
  name: string,
  index: number,
  typed: string,
): Candidate[] {
  switch (name) {
    case 'ORIGIN':
      return index === 0 ? origins(model, standing, typed) : [];
    case 'INCLUDE':
      return index === 0 ? includable(model, typed) : index === 1 ? origins(model, standing, typed) : [];
    case 'TTL':
      return index === 0 ? ttlCandidates(typed) : [];
    case 'GENERATE':
      if (index === 0) return RANGES.map((label) => ({ label, kind: 'value' }));
      return index === 1 ? [] : [...typeCandidates(standing.context.origin), ...classCandidates()];
    default:
      return [];
  }
}

const RANGES = ['1-10', '0-255', '1-254', '0-254/2'];

const MOST_FILES = 200;

/** Files of the folder that is typed, those that look like zone files first. */
function includable({ documentContext: { names } }: ZoneModel, typed: string): Candidate[] {
  if (names === undefined || typed.startsWith('"')) return [];
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const found = names(folder).filter((name) => /^[^.\s"();\\][^\s"();\\]*$/.test(name));
  const isLikely = (name: string): boolean => /^db\.|\.(?:zone|db|dns|hosts|inc|include)$/i.test(name);
  return [...found.filter(isLikely), ...found.filter((name) => !isLikely(name))]
    .slice(0, MOST_FILES)
    .map((name) => ({ label: folder + name, kind: 'reference' }));
}

/** Domains written in full: NSD and Knot take no relative ones here. */
function origins(model: ZoneModel, { start }: StandingDirective, typed: string): Candidate[] {
  const apex = zoneApex(model);
  const found = near(model, start, start, { typed, origin: undefined }, MOST_NAMES);
  const names = [...found.owners.values()].filter(
    ({ name }) => name !== apex && !name.startsWith('_') && !name.startsWith('*'),
  );
  return [
    { label: apex, kind: 'name', detail: message({ en: 'the zone itself', ja: 'ゾーン自身' }) },
    ...names.map(({ name, types }): Candidate => ({ label: name, kind: 'name', detail: typesOf(types) })),
  ];
}
