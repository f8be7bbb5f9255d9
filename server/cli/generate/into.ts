import { isUtf8 } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { GeneratedRecord } from '../../../core/generator/form';
import { message, type Localized, type Message } from '../../../core/text/message';
import { circumstancesOf } from '../../circumstances';
import { hunksBetween } from '../../generator/lineDifference';
import { codeOf } from '../find';
import { putRecordsInto } from '../../generator/putInto';

const ENCODING: Localized = {
  en: 'the file is not UTF-8, so it cannot be written back as it was',
  ja: 'ファイルが UTF-8 ではないため、元どおりに書き戻せません',
};

const UNWRITTEN: Localized = { en: 'cannot be written ({code})', ja: '書き込めません ({code})' };

/** A zone file with records put into it. */
export interface Changed {
  readonly before: string;
  readonly after: string;
  readonly notes: readonly Message[];
}

/** Puts records into a zone's text, in place of those of their kind or in a fitting place, and raises the serial. */
export function putInto(
  text: string,
  fileName: string,
  records: readonly GeneratedRecord[],
  origin?: string,
): Changed {
  const context = { fileName, ...(origin !== undefined && { origin }) };
  return putRecordsInto(text, records, context, circumstancesOf(undefined));
}

/**
 * Puts records into a zone file.
 * @param write whether the file is changed; otherwise what would change is told
 * @throws the system's error where the file cannot be read
 */
export function putIntoFile(
  path: string,
  records: readonly GeneratedRecord[],
  write: boolean,
  origin?: string,
): Changed | Message {
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) return message(ENCODING);
  const changed = putInto(bytes.toString('utf8'), basename(path), records, origin);
  if (!write || changed.after === changed.before) return changed;
  try {
    writeFileSync(path, changed.after);
    return changed;
  } catch (problem) {
    return message(UNWRITTEN, { code: codeOf(problem) });
  }
}

/** The lines that differ: those that went with `-` before them, those that came with `+`. */
export function difference(before: string, after: string): string[] {
  return hunksBetween(before, after).flatMap(({ gone, come }) => [
    ...gone.map((line) => `-${line.replace(/\r?\n$/, '')}`),
    ...come.map((line) => `+${line.replace(/\r?\n$/, '')}`),
  ]);
}
