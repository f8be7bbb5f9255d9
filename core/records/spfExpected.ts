import type { Range } from '../syntax/tagList';
import type { SpfTerm } from '../syntax/spf/term';
import type { Candidate, Expectation } from '../text/cursor';
import type { Localized, Message } from '../text/message';
import { message } from '../text/message';
import { domainsExpected, networksExpected } from './spfArguments';
import { macroExpected } from './spfMacros';
import { prefixExpected } from './spfPrefixes';
import type { SpfRecord } from './spf';
import { SPF_QUALIFIERS, SPF_TERMS, type SpfTermDefinition } from './spfTerms';
import { offering, offeringWhole, type TextPlace } from './place';
import type { RecordSurroundings } from './surroundings';

/** A place in an SPF record that can be completed. */
export interface SpfPlace extends TextPlace {
  readonly record: SpfRecord;
  readonly around: RecordSurroundings;
}

/** What may be written at a place of an SPF record. */
export function expectedInSpf(
  record: SpfRecord,
  textPlace: TextPlace,
  around: RecordSurroundings,
): Expectation | undefined {
  const { syntax } = record;
  const { at } = textPlace;
  const place: SpfPlace = { ...textPlace, record, around };
  if (at <= syntax.version.to) {
    return syntax.terms.length === 0 ? offeringWhole(place, spfRecords()) : undefined;
  }
  const term = syntax.terms.find(({ from, to }) => from <= at && at <= to);
  if (term === undefined) return offering(place, { from: at, to: at }, terms(record, undefined));
  const macro = macroExpected(place, term);
  if (macro !== undefined) return macro;
  const sign = term.kind === 'directive' ? term.sign : { from: term.from, to: term.name.from };
  if (at <= term.name.to && at >= sign.to) return nameIn(place, term, sign);
  if (at < sign.to) return undefined;
  return prefixExpected(place, term) ?? networksExpected(place, term) ?? domainsExpected(place, term);
}

/** The cursor is in a term's name: another name may take its place, and that of the separator behind it. */
function nameIn(place: SpfPlace, term: SpfTerm, sign: Range): Expectation | undefined {
  const to = term.separator.to > term.name.to ? term.separator.to : term.name.to;
  const signed = sign.to > sign.from;
  // Behind an argument that stays, a name without a place for one makes no term.
  const argued = term.argument.to > to && !term.argument.text.startsWith('/');
  const fitting = terms(place.record, term).filter(
    ({ label }) => fits(label, signed, term) && (!argued || /[:=]$/.test(label)),
  );
  return offering(place, { from: term.name.from, to }, fitting);
}

/** Behind a sign only mechanisms make sense, and `all` without one of its own. */
function fits(label: string, signed: boolean, term: SpfTerm): boolean {
  if (!signed) return true;
  return !label.includes('=') && (!label.endsWith('all') || label === 'all') && term.kind !== 'modifier';
}

const WHOLE: readonly (readonly [string, Localized])[] = [
  [
    'v=spf1 mx ~all',
    { en: 'the mail servers send; others are suspicious', ja: 'メールサーバーから送信。他は疑わしい扱い' },
  ],
  ['v=spf1 mx -all', { en: 'the mail servers send, no one else', ja: 'メールサーバーだけが送信' }],
  ['v=spf1 include:_spf.google.com ~all', { en: 'Google Workspace sends', ja: 'Google Workspace から送信' }],
  [
    'v=spf1 include:spf.protection.outlook.com -all',
    { en: 'Microsoft 365 sends', ja: 'Microsoft 365 から送信' },
  ],
  ['v=spf1 -all', { en: 'the domain sends no mail', ja: 'メールを送信しないドメイン' }],
];

/** SPF records to begin with. */
export function spfRecords(): Candidate[] {
  return WHOLE.map(([label, detail]) => ({ label, kind: 'record', detail: message(detail) }));
}

/** Terms that may begin here: each as it is mostly written, and the modifiers that the record does not have yet. */
function terms(record: SpfRecord, replaced: SpfTerm | undefined): Candidate[] {
  const has = (name: string) =>
    record.syntax.terms.some((term) => term !== replaced && term.name.text.toLowerCase() === name);
  const hasAll = has('all');
  return SPF_TERMS.flatMap((definition): Candidate[] => {
    const { name, argument, kind } = definition;
    if (kind === 'modifier') {
      if (has(name) || (name === 'redirect' && hasAll)) return [];
      return [termCandidate(`${name}=`, definition)];
    }
    if (name === 'all') return hasAll ? [] : allCandidates(definition);
    const stated = argument === 'none' ? [] : [termCandidate(`${name}:`, definition)];
    return argument === 'own-domain' ? [termCandidate(name, definition), ...stated] : stated;
  });
}

function termCandidate(label: string, definition: SpfTermDefinition): Candidate {
  return {
    label,
    kind: 'tag',
    detail: message(definition.title),
    documentation: termWords(definition),
    ...(definition.discouraged && { deprecated: true }),
    ...(/[:=]$/.test(label) && { again: true }),
  };
}

function allCandidates(definition: SpfTermDefinition): Candidate[] {
  return (['~', '-', '?'] as const)
    .map((sign): Candidate => ({
      label: `${sign}all`,
      kind: 'tag',
      detail: message(
        { en: '{result}: {meaning}', ja: '{result}: {meaning}' },
        { result: SPF_QUALIFIERS[sign].result, meaning: SPF_QUALIFIERS[sign].meaning },
      ),
      documentation: termWords(definition),
    }))
    .concat({ ...termCandidate('all', definition) });
}

/** A term in a few sentences for beside the list. */
function termWords({ documentation, counted, reference }: SpfTermDefinition): Message {
  return message(
    { en: '{documentation}\n\n{cost} ({reference})', ja: '{documentation}\n\n{cost}({reference})' },
    { documentation, cost: costWords(counted), reference },
  );
}

/** Whether a term counts against the limit of lookups. */
export function costWords(counted: boolean): Localized {
  return counted
    ? { en: 'Counts as one of at most ten DNS lookups', ja: 'DNS 参照の上限(10 回)に 1 回と数えられます' }
    : { en: 'Costs no DNS lookup', ja: 'DNS 参照の回数には数えられません' };
}
