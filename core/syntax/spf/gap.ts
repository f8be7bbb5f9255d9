import type { Part } from '../tagList';
import { beginsTerm } from './version';

/** What stands before a term, or behind the last. */
export interface SpfGap extends Part {
  /**
   * `blank`: spaces, as the grammar wants; `bad-blank`: other blanks among them; `mark`: a comma or semicolon among
   * them; `missing`: no blank at all where a term begins; `none`: nothing, and nothing belongs there.
   */
  readonly kind: 'blank' | 'bad-blank' | 'mark' | 'missing' | 'none';
}

/** Blanks of any kind, with marks before them that people take for separators. */
export const BLANKS = /[\s\u200b]+/g;

const MARKS = ',;，；、';

/** A stretch of the text that is read as one term. */
export interface Stretch {
  readonly gap: SpfGap;
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts the text behind the version into terms.
 * @param begin where the version ends
 * @param joints offsets where one character-string ends and the next begins, ascending; where they are given, terms that were
 *   glued together are told apart, and marks at their ends are taken for separators. Without them the text is cut
 *   to the letter (RFC 7208 §4.6.1).
 * @returns the stretches and what stands behind the last of them
 */
export function cutTerms(
  text: string,
  begin: number,
  joints: readonly number[] | undefined,
): { readonly stretches: readonly Stretch[]; readonly tail: SpfGap } {
  const stretches: Stretch[] = [];
  let gapFrom = begin;
  let passed = 0;
  const take = (from: number, to: number) => {
    const own: number[] = [];
    for (; joints !== undefined && passed < joints.length && joints[passed]! < to; passed++) {
      if (joints[passed]! > from) own.push(joints[passed]!);
    }
    const cuts = joints === undefined ? [] : gluedAt(text, from, to, own);
    let at = from;
    for (const cut of cuts) {
      if (cut.from > at) {
        stretches.push({ gap: gapOf(text, gapFrom, at, begin), from: at, to: cut.from });
        gapFrom = cut.from;
      }
      at = cut.to;
    }
    const end = joints === undefined ? to : withoutMarks(text, at, to);
    if (end > at) {
      stretches.push({ gap: gapOf(text, gapFrom, at, begin), from: at, to: end });
      gapFrom = end;
    }
  };
  let at = begin;
  for (const blank of text.slice(begin).matchAll(BLANKS)) {
    const from = begin + blank.index;
    if (from > at) take(at, from);
    at = from + blank[0].length;
  }
  if (text.length > at) take(at, text.length);
  return { stretches, tail: gapOf(text, gapFrom, text.length, begin) };
}

function gapOf(text: string, from: number, to: number, begin: number): SpfGap {
  const between = text.slice(from, to);
  const own = { text: between, from, to };
  if (between === '') {
    const first = from === begin && begin === 0;
    return { kind: first || to === text.length ? 'none' : 'missing', ...own };
  }
  if (/^ +$/.test(between)) return { kind: 'blank', ...own };
  if (!/[\s\u200b]/.test(between)) return { kind: to === text.length ? 'mark' : 'missing', ...own };
  return { kind: [...between].some((unit) => MARKS.includes(unit)) ? 'mark' : 'bad-blank', ...own };
}

/** Where a stretch ends without the commas and semicolons at its end; an unknown modifier's value may hold them. */
function withoutMarks(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && MARKS.includes(text[end - 1]!)) end--;
  return end;
}

/** Words that begin a term wherever they stand, as no domain name and no network holds them with their mark. */
const CLEAR_INSIDE = /[-+~?]?(?:(?:include|exists|ip[46]):|(?:redirect|exp)=)/i;

/** A qualified `all` at the end of something else: `include:example.com-all`. */
const FINAL_ALL = /[^-+~?:=.{,][-+~?]all$/i;

/** Nobody glues more terms together; a hostile text would cost its length squared. */
const MOST_CUTS = 64;

/** Places inside a stretch where a further term begins though no blank stands before it. */
function gluedAt(
  text: string,
  from: number,
  to: number,
  joints: readonly number[],
): { from: number; to: number }[] {
  const cuts: { from: number; to: number }[] = [];
  let start = from;
  while (cuts.length < MOST_CUTS) {
    const at = nextGlued(text, start, to, joints);
    if (at === undefined) break;
    const end = withoutMarks(text, start, at);
    cuts.push({ from: end, to: at });
    start = at;
  }
  return cuts;
}

/** Where the first term begins that stands behind a mark. */
function firstBehindMark(stretch: string): number | undefined {
  for (const mark of stretch.matchAll(/[,;，；、]+/g)) {
    const behind = mark.index + mark[0].length;
    if (behind < stretch.length && beginsTerm(stretch.slice(behind))) return behind;
  }
  return undefined;
}

/** The first such place behind `from`. */
function nextGlued(text: string, from: number, to: number, joints: readonly number[]): number | undefined {
  const places: number[] = [];
  const stretch = text.slice(from, to);
  const own = /^[-+~?]?[a-z][\w.-]*[:=]?/i.exec(stretch)?.[0].length ?? 1;
  const clear = CLEAR_INSIDE.exec(stretch.slice(own));
  if (clear !== null) places.push(from + own + clear.index);
  const all = FINAL_ALL.exec(stretch);
  if (all !== null) places.push(from + all.index + 1);
  const address = /^[-+~?]?ip4:[\d.]+(?:\/\d+)?/i.exec(stretch)?.[0].length;
  if (address !== undefined && beginsTerm(stretch.slice(address))) places.push(from + address);
  const mark = [...MARKS].some((one) => stretch.includes(one)) ? firstBehindMark(stretch) : undefined;
  if (mark !== undefined) places.push(from + mark);
  const isNetwork = /^[-+~?]?ip6:/i.test(stretch);
  const joint = joints.find(
    (at) => at > from && beginsAtJoint(text.slice(from, at), text.slice(at, to), isNetwork),
  );
  if (joint !== undefined) places.push(joint);
  return places.length === 0 ? undefined : Math.min(...places);
}

/**
 * Whether a term begins where two character-strings meet. Long records are split anywhere, so `a`, `mx` and `ptr`
 * alone may as well be the rest of a name (`"include:example." "mx"`).
 */
function beginsAtJoint(before: string, behind: string, isNetwork: boolean): boolean {
  if (!beginsTerm(behind)) return false;
  if (/^[-+~?]/.test(behind)) return !/[-+~?:=]$/.test(before);
  if (isNetwork) return !/^a:/i.test(behind);
  if (/^(?:a|mx|ptr)(?:$|\/)/i.test(behind)) return !/[:=]/.test(before) || /^[-+~?]?ip4:/i.test(before);
  return !/[-+~?:=.]$/.test(before);
}
