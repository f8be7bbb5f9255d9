import { unlinkSync } from 'node:fs';
import { message, type Localized, type Message } from '../../../core/text/message';
import { codeOf } from '../find';

const said = {
  exists: {
    en: '{path} is there already; it is not overwritten',
    ja: '{path} は既にあります。上書きはしません',
  },
  unwritten: { en: '{path} cannot be written ({code})', ja: '{path} に書き込めません ({code})' },
  removed: {
    en: '{path} was removed again, as the records could not be written',
    ja: 'レコードを書き込めなかったため、{path} を削除しました',
  },
} satisfies Record<string, Localized>;

/** A file that was made: its path. What went wrong otherwise; undefined where there was nothing to be made. */
export type WrittenFile = string | Message | undefined;

/**
 * Writes new files and then does what they are for; where that fails, they are removed again.
 * @returns what went wrong
 */
export function inTurn(
  files: readonly (() => WrittenFile)[],
  last: () => Message | undefined,
  say: (text: Message) => void,
): Message | undefined {
  const made: string[] = [];
  let trouble: Message | undefined;
  for (const write of files) {
    const written = write();
    if (typeof written === 'string') made.push(written);
    else if (written !== undefined) trouble = written;
    if (trouble !== undefined) break;
  }
  trouble ??= last();
  if (trouble === undefined) return undefined;
  for (const path of made) {
    try {
      unlinkSync(path);
      say(message(said.removed, { path }));
    } catch (problem) {
      say(unwritten(path, problem));
    }
  }
  return trouble;
}

/** Why a file could not be written. */
export function unwritten(path: string, problem: unknown): Message {
  const code = codeOf(problem);
  return code === 'EEXIST' ? message(said.exists, { path }) : message(said.unwritten, { path, code });
}
