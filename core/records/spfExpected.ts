import type { Range } from '../syntax/tagList';
import type { SpfTerm } from '../syntax/spf/term';
import type { Candidate, Expectation } from '../text/cursor';
import { decodedOffset, sourceSpan } from '../text/joinedText';
import type { Localized, Message } from '../text/message';
import { message } from '../text/message';
import { encoderLike } from '../values/characterString';
import { plainName } from '../values/domainName';
import type { SpfRecord } from './spf';
import { SPF_PROVIDERS } from './spfProviders';
import { SPF_MACROS, SPF_QUALIFIERS, SPF_TERMS, type SpfTermDefinition } from './spfTerms';

/** Writes text for the character-string in which the cursor stands. */
type Write = (text: string) => string;

/**
 * What may be written at a place of an SPF record.
 * @param offset counts from the entry's beginning, as do the spans of the answer
 */
export function expectedInSpf(record: SpfRecord, offset: number): Expectation | undefined {
  const { text, syntax } = record;
  const at = decodedOffset(text, offset);
  const piece = text.pieces.find((p) => p.source.start <= offset && offset <= p.source.end);
  if (at === undefined || piece === undefined) return undefined;
  const encode = encoderLike(text);
  const write: Write = (t) => encode(t, piece.quoted);
  const at0 = (range: Range, candidates: readonly Candidate[]): Expectation | undefined =>
    candidates.length === 0 ? undefined : { replace: sourceSpan(text, range.from, range.to), candidates };
  if (at <= syntax.version.to) {
    return syntax.terms.length === 0
      ? at0({ from: 0, to: text.text.length }, wholeRecords(write))
      : undefined;
  }
  const macro = /%\{?[a-z]?$/i.exec(text.text.slice(0, at))?.[0];
  if (macro !== undefined && !/%%$/.test(text.text.slice(0, at))) {
    return at0({ from: at - macro.length, to: at }, macros(write));
  }
  const term = syntax.terms.find(({ from, to }) => from <= at && at <= to);
  if (term === undefined) return at0({ from: at, to: at }, terms(record, undefined, write));
  const sign = term.kind === 'directive' ? term.sign : { from: term.from, to: term.name.from };
  if (at <= term.name.to && at >= sign.to) {
    const to = term.separator.to > term.name.to ? term.separator.to : term.name.to;
    const signed = sign.to > sign.from;
    return at0(
      { from: term.name.from, to },
      terms(record, term, write).filter((c) => fits(c, signed, term)),
    );
  }
  if (at < sign.to || term.separator.text === '') return undefined;
  return at0(term.argument, domains(record, term, write));
}

/** Behind a sign only mechanisms make sense, and `all` without one of its own. */
function fits({ label }: Candidate, signed: boolean, term: SpfTerm): boolean {
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

function wholeRecords(write: Write): Candidate[] {
  return WHOLE.map(([text, detail]) => ({
    label: text,
    kind: 'record',
    insert: write(text),
    detail: message(detail),
  }));
}

/** Terms that may begin here: each as it is mostly written, and the modifiers that the record does not have yet. */
function terms(record: SpfRecord, replaced: SpfTerm | undefined, write: Write): Candidate[] {
  const has = (name: string) =>
    record.syntax.terms.some((term) => term !== replaced && term.name.text.toLowerCase() === name);
  const hasAll = has('all');
  return SPF_TERMS.flatMap((definition): Candidate[] => {
    const { name, argument, kind } = definition;
    if (kind === 'modifier') {
      if (has(name) || (name === 'redirect' && hasAll)) return [];
      return [termCandidate(`${name}=`, definition, write)];
    }
    if (name === 'all') return hasAll ? [] : allCandidates(definition, write);
    const stated = argument === 'none' ? [] : [termCandidate(`${name}:`, definition, write)];
    return argument === 'own-domain' ? [termCandidate(name, definition, write), ...stated] : stated;
  });
}

function termCandidate(label: string, definition: SpfTermDefinition, write: Write): Candidate {
  return {
    label,
    kind: 'tag',
    insert: write(label),
    detail: message(definition.title),
    documentation: termWords(definition),
    ...(definition.discouraged && { deprecated: true }),
    ...(/[:=]$/.test(label) && { again: true }),
  };
}

function allCandidates(definition: SpfTermDefinition, write: Write): Candidate[] {
  return (['~', '-', '?'] as const)
    .map((sign): Candidate => ({
      label: `${sign}all`,
      kind: 'tag',
      insert: write(`${sign}all`),
      detail: message(
        { en: '{result}: {meaning}', ja: '{result}: {meaning}' },
        { result: SPF_QUALIFIERS[sign].result, meaning: SPF_QUALIFIERS[sign].meaning },
      ),
      documentation: termWords(definition),
    }))
    .concat({ ...termCandidate('all', definition, write) });
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

function macros(write: Write): Candidate[] {
  return Object.entries(SPF_MACROS).flatMap(([letter, meaning]): Candidate[] =>
    'crt'.includes(letter)
      ? []
      : [{ label: `%{${letter}}`, kind: 'value', insert: write(`%{${letter}}`), detail: message(meaning) }],
  );
}

/** Domains for a term: those of mail services for include, the own domain for all that take one. */
function domains(record: SpfRecord, term: SpfTerm, write: Write): Candidate[] {
  const own = plainName(record.domain);
  const value = (label: string, detail: Localized): Candidate => ({
    label,
    kind: 'value',
    insert: write(label),
    detail: message(detail),
  });
  if (term.kind === 'modifier') {
    if (term.modifier === 'redirect') return [value(`_spf.${own}`, OWN)];
    return term.modifier === 'exp' ? [value(`explain._spf.${own}`, OWN)] : [];
  }
  if (term.kind !== 'directive') return [];
  const taken = new Set(
    record.syntax.terms.flatMap((other) =>
      other !== term && other.kind === 'directive' && other.mechanism === 'include'
        ? [other.argument.text.toLowerCase()]
        : [],
    ),
  );
  switch (term.mechanism) {
    case 'include':
      return [
        ...SPF_PROVIDERS.filter(({ include }) => !taken.has(include)).map(({ include, name }) =>
          value(include, { en: name, ja: name }),
        ),
        value(`_spf.${own}`, OWN),
      ];
    case 'a':
      return [value(`mail.${own}`, OWN)];
    case 'mx':
    case 'ptr':
      return [value(own, OWN)];
    case 'exists':
      return [value(`%{i}._spf.${own}`, OWN)];
    default:
      return [];
  }
}

const OWN: Localized = { en: 'in your own domain', ja: '自ドメインの名前' };
