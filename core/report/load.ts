import type { Limits } from './limits';
import { collect } from './bytes';
import { openParts, type OpenedPart } from './open';
import { historyReports } from './other/aggregate';
import { failureReport } from './other/failure';
import { readHistory } from './other/history';
import { otherTexts } from './other/texts';
import { readTlsReport } from './other/tls';
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
  const { origins } = store;
  origins.nextFile();
  let documents = 0;
  for await (const opened of openParts(reading, chunks)) {
    const { part, format } = opened;
    if (format !== 'xml') {
      await loadOther(store, reading, opened);
      if (store.size > before) yield store.size - before;
      continue;
    }
    const { chunks: document, direct } = opened;
    origins.nextDocument(documents++, direct);
    const numbers = new Map<number, number>();
    for await (const event of readDocument(reading, document, part, store.prepare)) {
      if (event.type === 'anchor') {
        origins.anchor(event.anchor);
        continue;
      }
      const number = numbers.get(event.report);
      if (event.type === 'head') {
        if (number === undefined) numbers.set(event.report, store.addReport(event.head));
        else store.replaceReport(number, event.head);
        continue;
      }
      if (event.type === 'plain') {
        origins.rows(store.size, event.first, event.records.length);
        store.addPlain(number!, event.records);
      } else {
        event.records.forEach((record, i) => {
          if (record === undefined) return;
          origins.rows(store.size, event.first + i, 1);
          store.addRecord(number!, record);
        });
      }
      yield store.size - before;
    }
  }
  if (told > limits.problems) {
    const more = message(texts.moreProblems, { count: told - limits.problems });
    store.addProblem({ severity: 'warning', message: more, file, part: '' });
  }
}

/** The longest document that is read whole, in bytes: TLS reports and histories are small. */
const longestWhole = 128 * 2 ** 20;

async function loadOther(store: ReportStore, reading: Reading, opened: OpenedPart): Promise<void> {
  const { part } = opened;
  if (opened.format === 'failure') {
    const failure = failureReport(reading.file, part, opened.entities, reading.platform);
    if (failure === undefined) return;
    store.addFailure(failure);
    const { reportedDomain, sourceIp, authFailure } = failure;
    const values = { domain: reportedDomain, source: sourceIp, failed: authFailure.join(', ') };
    reading.tell('information', message(otherTexts.failureFound, values), { part });
    return;
  }
  const limit = Math.min(longestWhole, reading.limits.inflatedBytes);
  const bytes = await collect(opened.chunks, limit);
  if (bytes === undefined) {
    const values = { limit: Math.max(1, Math.round(limit / 2 ** 20)) };
    reading.tell('error', message(texts.tooBig, values), { part });
    return;
  }
  const text = reading.platform.decoder('utf-8', false)!.decode(bytes);
  if (opened.format === 'json') {
    const report = readTlsReport(reading, text, part);
    if (report === undefined) return;
    store.addTlsReport(report);
    const sum = (key: 'successful' | 'failed'): number =>
      report.policies.reduce((all, one) => all + one[key], 0);
    const values = {
      organization: report.organizationName,
      successful: sum('successful'),
      failed: sum('failed'),
    };
    reading.tell('information', message(otherTexts.tlsFound, values), { part });
    return;
  }
  const history = readHistory(reading, text, part);
  store.addHistory(history);
  reading.tell('information', message(otherTexts.historyFound, { messages: history.length }), { part });
  for (const { head, records } of historyReports(history)) {
    const number = store.addReport(head);
    for (const record of records) store.addRecord(number, record);
  }
}
