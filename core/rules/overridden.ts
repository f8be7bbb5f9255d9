import type { Setting } from '../model/configuration';
import type { Member } from '../model/model';
import { message, type Localized } from '../text/message';
import type { Report } from './rule';

/**
 * Reports every setting of one name that a later one makes void.
 * @param name as the program spells it
 * @param members the settings of that name in file order
 */
export function reportOverridden(
  name: string,
  members: readonly Member<Setting>[],
  report: (found: Report) => void,
): void {
  const last = members.at(-1);
  if (last === undefined) return;
  for (const { anchor, value } of members.slice(0, -1)) {
    report({
      anchor,
      span: value.nameSpan,
      tag: 'unnecessary',
      message: message(
        {
          en: '`{name}` is set again further down, and only the last setting counts. Keep one.',
          ja: '`{name}` は後でもう一度設定されており、最後の設定だけが有効です。1 つにしてください。',
        },
        { name },
      ),
      related: [
        {
          anchor: last.anchor,
          span: last.value.nameSpan,
          message: message({ en: 'This one counts', ja: 'こちらが有効です' }),
        },
      ],
    });
  }
}

/**
 * Reports every setting of one name that stands behind the first.
 * @param words what is wrong, with the name as `{name}`
 * @param first what the first one is to the others
 */
export function reportRepeated(
  [counting, ...others]: readonly Member<Setting>[],
  words: Localized,
  first: Localized,
  report: (found: Report) => void,
): void {
  if (counting === undefined) return;
  const related = [{ anchor: counting.anchor, span: counting.value.nameSpan, message: message(first) }];
  for (const { anchor, value } of others) {
    report({
      anchor,
      span: value.nameSpan,
      tag: 'unnecessary',
      message: message(words, { name: value.name }),
      related,
    });
  }
}
