import type { Setting } from '../model/configuration';
import type { Member } from '../model/model';
import { message } from '../text/message';
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
