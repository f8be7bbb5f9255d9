import { replacing, spanOf } from '../records/textRecord';
import type { SpfRecord } from '../records/spf';
import { textOf } from '../records/spf';
import type { SpfProblem, SpfProblemKind } from '../syntax/spf/problem';
import type { SpfDirective, SpfTerm } from '../syntax/spf/term';
import type { Range } from '../syntax/tagList';
import type { Message } from '../text/message';
import { message } from '../text/message';
import type { Span } from '../text/span';
import { parseIp4, parseIp6 } from '../values/ipAddress';
import type { Fix } from './rule';
import { insertTitle, removeTitle, replaceTitle } from './titles';

/** A problem with the term that has it. */
export interface FoundProblem {
  readonly term: SpfTerm;
  /** Which of the record's terms it is. */
  readonly index: number;
  readonly problem: SpfProblem;
}

/** The problems of some kinds, in the order of the record. */
export function problemsIn({ syntax }: SpfRecord, ...kinds: readonly SpfProblemKind[]): FoundProblem[] {
  // Nearly all records have none.
  if (syntax.problems.length === 0) return [];
  return syntax.terms.flatMap((term, index) =>
    term.problems.filter(({ kind }) => kinds.includes(kind)).map((problem) => ({ term, index, problem })),
  );
}

/** A fix that makes a part of the record read otherwise. */
export function replaceFix(record: SpfRecord, part: Range, text: string): Fix {
  return { title: fixTitle(textOf(record, part), text), edits: replacing(record, part, text) };
}

/** What a replacement comes to, in words; blanks around what changes are left out. */
function fixTitle(written: string, wanted: string): Message {
  const old = written.trim();
  const text = wanted.trim();
  if (old === text) return wanted === text ? REMOVE_BLANK : written === '' ? INSERT_SPACE : USE_SPACE;
  if (text === '') return wanted === '' ? removeTitle(old) : spaceTitle(old);
  return old === '' ? insertTitle(text) : replaceTitle(old, text);
}

const REMOVE_BLANK = message({ en: 'Remove the blank', ja: '空白を削除する' });
const INSERT_SPACE = message({ en: 'Insert a space', ja: '半角空白を入れる' });
const USE_SPACE = message({ en: 'Use a space', ja: '半角空白にする' });

function spaceTitle(old: string): Message {
  return message({ en: 'Replace `{old}` with a space', ja: '`{old}` を半角空白に置き換える' }, { old });
}

/** Whether the text is words outside of quotes, which are strings of their own: the zone's rules have a word on that. */
export function isUnquoted({ text: { pieces } }: SpfRecord): boolean {
  return pieces.length > 1 && pieces.every(({ quoted }) => !quoted);
}

/** The mechanism behind the term at `index`, where that is a sign that a blank parted from it: `~ all`. */
export function signedApart({ syntax }: SpfRecord, index: number): SpfDirective | undefined {
  const term = syntax.terms[index];
  const next = syntax.terms[index + 1];
  const alone = term?.kind === 'unknown' && /^[-+~?]$/.test(term.text);
  return alone && next?.kind === 'directive' && next.sign.text === '' ? next : undefined;
}

/** Several networks with commas between as terms of their own; undefined where not all are networks of the family. */
export function listedNetworks({ sign, name, mechanism, argument }: SpfDirective): string | undefined {
  const parts = argument.text.split(/[,;]/);
  const networks = parts.every((part) => {
    const [address = '', prefix, more] = part.split('/');
    const read = mechanism === 'ip4' ? parseIp4(address) : parseIp6(address);
    return read !== undefined && more === undefined && (prefix === undefined || /^\d{1,3}$/.test(prefix));
  });
  if (parts.length < 2 || !networks) return undefined;
  return parts.map((part) => `${sign.text}${name.text}:${part}`).join(' ');
}

/** The place of a problem; of an empty one, the term's. */
export function problemSpan(record: SpfRecord, { term, problem }: FoundProblem): Span {
  return spanOf(record, problem.to > problem.from ? problem : term);
}

/** The record's mechanisms of a name. */
export function mechanismsIn(
  { syntax }: SpfRecord,
  ...names: readonly SpfDirective['mechanism'][]
): SpfDirective[] {
  return syntax.terms.filter((term) => term.kind === 'directive').filter((t) => names.includes(t.mechanism));
}

/**
 * The word behind the term at `index` that was parted from its name by a blank: `ip4: 192.0.2.1`, `include example.com`.
 * Undefined where what follows is a term of its own.
 */
export function strandedArgument({ syntax }: SpfRecord, index: number): SpfTerm | undefined {
  const problems = syntax.terms[index]?.problems ?? [];
  const lacks = problems.some(({ kind }) => kind === 'missing-argument' || kind === 'empty-domain');
  const next = syntax.terms[index + 1];
  if (!lacks || next?.kind !== 'unknown') return undefined;
  return /^[\w.:/%{}-]*[.:][\w.:/%{}-]*$/.test(next.text) ? next : undefined;
}
