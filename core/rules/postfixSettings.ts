// What several rules about main.cf need.
import { postfixParameter } from '../facts/postfix';
import type { ConfigurationFile, Setting } from '../model/configuration';
import type { Member } from '../model/model';
import { sourceSpan } from '../text/joinedText';
import type { Edit, Span } from '../text/span';
import { readExpansion } from '../values/expansion';
import { listWords } from '../values/words';

/** For how many unknown names of one file the nearest known one is looked for. */
export const MOST_SEARCHES = 300;

/** The source span of a range of the value, counted from the setting's beginning. */
export function valuePart(setting: Setting, part: Span): Span {
  return sourceSpan(setting.value, part.start, part.end);
}

/** The edit that writes `text` in place of a range of the value (a range that lies in one line). */
export function replaceValue(setting: Setting, part: Span, text: string): Edit {
  return { span: valuePart(setting, part), text };
}

/** Whether Postfix takes the line for a setting at all. */
export function counts(setting: Setting): boolean {
  return setting.problems.length === 0;
}

/** The settings that count, by name. */
export function effective(file: ConfigurationFile): [string, readonly Member<Setting>[]][] {
  return [...file.byName].flatMap(([name, members]) => {
    const counting = members.filter(({ value }) => counts(value));
    return counting.length === 0 ? [] : [[name, counting] satisfies [string, readonly Member<Setting>[]]];
  });
}

/** Whether `$name` in the value stands for a parameter when Postfix reads it. */
export function isExpanded(setting: Setting): boolean {
  return postfixParameter(setting.name)?.type.kind !== 'raw';
}

/** Every name that some value of the file refers to. */
export function referencedNames(file: ConfigurationFile): Set<string> {
  const names = new Set<string>();
  for (const { value: setting } of file.settings) {
    for (const { name } of readExpansion(setting.value.text).references) names.add(name);
  }
  return names;
}

/** Names that the file gives to lists of restrictions of its own. */
export function restrictionClasses(file: ConfigurationFile): Set<string> {
  const found = file.byName.get('smtpd_restriction_classes') ?? [];
  return new Set(found.flatMap(({ value }) => listWords(value.value.text).map(({ text }) => text)));
}

/**
 * A `# …` that follows a blank, or begins the value: what its writer took for a comment. Groups in braces are passed
 * over, where patterns may hold it.
 * @returns one range of the decoded value for each line that has one, from its blanks to the line's end
 */
export function trailingComments(setting: Setting): Span[] {
  const { text, pieces } = setting.value;
  let level = 0;
  return pieces.flatMap((piece) => {
    for (let at = piece.from; at < piece.to; at++) {
      const character = text[at]!;
      if (character === '{') level++;
      else if (character === '}') level = Math.max(0, level - 1);
      if (character !== '#' || level > 0) continue;
      if (at > piece.from && !/\s/.test(text[at - 1]!)) continue;
      let start = at;
      while (start > piece.from && /\s/.test(text[start - 1]!)) start--;
      return [{ start, end: piece.to }];
    }
    return [];
  });
}
