import type { ShownWords } from '../../core/report';
import type { Opened } from './messages';
import { words, type Speech } from './words';

/** Nothing is open. */
export const nothingOpened: Opened = Object.freeze({
  summary: {
    reports: 0,
    records: 0,
    messages: 0,
    dmarcPass: 0,
    dkimPass: 0,
    spfPass: 0,
    sources: 0,
    begin: undefined,
    end: undefined,
    reporters: [],
    domains: [],
    reportIds: [],
    policies: [],
  },
  problems: [],
  reading: undefined,
  failures: 0,
  tlsReports: 0,
  history: 0,
} satisfies Opened);

/** Whether there is nothing to show, not even why something could not be read. */
export function isNothing(opened: Opened): boolean {
  const { summary, problems, reading, failures, tlsReports, history } = opened;
  return summary.reports + problems.length + failures + tlsReports + history === 0 && reading === undefined;
}

/** The words that the table shows in place of values, so that plain words of a filter find them. */
export function shownWordsOf(speech: Speech): ShownWords {
  return {
    outcome: {
      pass: speech.say(words.pass),
      unaligned: speech.say(words.unaligned),
      fail: speech.say(words.fail),
      unknown: speech.say(words.unknown),
    },
    alignedBy: {
      both: speech.say(words.both),
      dkim: speech.say(words.dkim),
      spf: speech.say(words.spf),
      neither: speech.say(words.neither),
    },
  };
}
