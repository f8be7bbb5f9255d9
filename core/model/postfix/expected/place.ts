import type { PostfixParameter } from '../../../facts/postfix';
import { POSTFIX_VERSION } from '../../../facts/postfixVersion';
import type { ParsedSetting } from '../../../syntax/setting';
import { decodedOffset, sourceSpan } from '../../../text/joinedText';
import { shiftSpan, type Span } from '../../../text/span';
import { listWords } from '../../../values/words';
import type { SettingsView } from '../../settings';

/** A group in braces that the cursor stands in. */
export interface OpenGroup {
  /** What stands before the brace at once: `unionmap:`, or nothing. */
  readonly opener: string;
  /** The words before it, in what it stands in. */
  readonly words: readonly string[];
}

/** Where the cursor stands in a value of main.cf. */
export interface ValuePlace {
  readonly view: SettingsView;
  readonly name: string;
  readonly known: PostfixParameter | undefined;
  /** The Postfix that reads it: the stated one, or the newest. */
  readonly version: string;
  /** The value up to the cursor, and from there on. */
  readonly before: string;
  readonly after: string;
  /** The open groups, the outermost first; undefined inside of `${…}`. */
  readonly groups: readonly OpenGroup[] | undefined;
  /** The words before the cursor's own, in the innermost group. */
  readonly words: readonly string[];
  /** The cursor's word up to the cursor, and from there on. */
  readonly typed: string;
  readonly rest: string;
  /** The document's span of so many characters of the word before the cursor and behind it. */
  span(back: number, forth: number): Span;
}

const WORD_AFTER = /^(?:\$\{\w*\}|[^\s,{}])*/;

/** Where an offset of the document stands in the value of a setting. */
export function placeInValue(
  view: SettingsView,
  { at, setting }: ParsedSetting,
  known: PostfixParameter | undefined,
  offset: number,
): ValuePlace {
  const { value } = setting;
  const here = decodedOffset(value, offset - at);
  const reached = here ?? (offset - at < setting.valueSpan.start ? 0 : value.text.length);
  // Behind the value blanks are cut off: a new word begins there.
  const before = value.text.slice(0, reached) + (here === undefined && reached > 0 ? ' ' : '');
  const after = value.text.slice(reached);
  const typed = lastWord(before);
  const outside = before.slice(0, before.length - typed.length);
  const { groups, from } = openGroups(outside);
  return {
    view,
    name: setting.name,
    known,
    version: view.around?.().versions.postfix ?? POSTFIX_VERSION,
    before,
    after,
    groups,
    words: listWords(outside.slice(from)).map(({ text }) => text),
    typed,
    rest: here === undefined ? '' : WORD_AFTER.exec(after)![0],
    span: (back, forth) =>
      here === undefined || back + forth === 0
        ? { start: offset, end: offset }
        : shiftSpan(sourceSpan(value, here - back, here + forth), at),
  };
}

/** No name of a parameter is longer. */
const LONGEST_NAME = 100;

/** What a text ends with that is one word so far; `${name}` is a part of one. A pattern would try each beginning. */
function lastWord(text: string): string {
  let at = text.length;
  while (at > 0) {
    const character = text[at - 1]!;
    if (character === '}') {
      const name = /\$\{\w*\}$/.exec(text.slice(Math.max(0, at - LONGEST_NAME), at));
      if (name === null) break;
      at -= name[0].length;
    } else if (/[\s,{]/.test(character)) break;
    else at--;
  }
  return text.slice(at);
}

/** Nobody nests deeper; hostile text may. */
const DEEPEST = 50;

function openGroups(text: string): { groups: OpenGroup[] | undefined; from: number } {
  const open: { readonly at: number; readonly from: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') open.push({ at, from: at + 1 });
    else if (text[at] === '}') open.pop();
  }
  if (open.length > DEEPEST || open.some(({ at }) => text[at - 1] === '$')) {
    return { groups: undefined, from: text.length };
  }
  const groups = open.map(({ at }, index): OpenGroup => {
    const around = text.slice(open[index - 1]?.from ?? 0, at);
    const opener = lastWord(around);
    const words = listWords(around.slice(0, around.length - opener.length)).map((word) => word.text);
    return { opener, words };
  });
  return { groups, from: open.at(-1)?.from ?? 0 };
}
