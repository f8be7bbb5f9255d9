import type { Limits } from './limits';
import { openParts } from './open';
import type { Platform } from './platform';
import { readDocument } from './read';
import type { ReportStore } from './store';
import { texts } from './texts';
import type { Chunks, Reading } from './types';
import { message } from '../text/message';

/**
 * Reads a file into the store: every report in it, every problem with it. Never throws for what the file holds.
 * @param file the file's name, as problems and heads shall give it
 * @param chunks its bytes
 * @returns after each batch of records the number of records that were added so far
 */
export async function* loadFile(
  store: ReportStore,
  file: string,
  chunks: Chunks,
  platform: Platform,
  limits: Limits,
): AsyncGenerator<number> {
  let told = 0;
  const reading: Reading = {
    file,
    platform,
    limits,
    tell(severity, text, place) {
      if (++told <= limits.problems) store.addProblem({ severity, message: text, file, ...place });
    },
  };
  const before = store.size;
  for await (const { part, chunks: document } of openParts(reading, chunks)) {
    const numbers = new Map<number, number>();
    for await (const event of readDocument(reading, document, part)) {
      const number = numbers.get(event.report);
      if (event.type === 'head') {
        if (number === undefined) numbers.set(event.report, store.addReport(event.head));
        else store.replaceReport(number, event.head);
        continue;
      }
      for (const record of event.records) store.addRecord(number!, record);
      yield store.size - before;
    }
  }
  if (told > limits.problems) {
    const more = message(texts.moreProblems, { count: told - limits.problems });
    store.addProblem({ severity: 'warning', message: more, file, part: '' });
  }
}
