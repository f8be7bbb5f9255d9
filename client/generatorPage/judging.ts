import type { GeneratedRecord } from '../../core/generator/form';
import type { FormQuestions } from '../generator/form/protocol';
import type { Ask } from '../report/link';
import type { Verdict } from './preview';

/** How long after a change the rules are asked, in milliseconds: nobody types a whole name at once. */
const ASK_DELAY = 200;

/** What the rules say of the records on show. */
export interface Judging {
  /** Asks the rules, where records or file are others than before. */
  judge(records: readonly GeneratedRecord[], zone: string | undefined): void;
  /** The same records are to be judged once more: files have changed. */
  again(): void;
  verdict(): Verdict;
}

/** @param heard called when there is a verdict */
export function createJudging(ask: Ask<FormQuestions>, heard: () => void): Judging {
  let verdict: Verdict;
  /** What was last judged, and for which file. */
  let judged = '';
  let anew = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    judge(records, zone) {
      const now = JSON.stringify([records, zone]);
      if (now === judged && !anew) return;
      // What was said of other records is not true of these.
      if (now !== judged) verdict = undefined;
      judged = now;
      anew = false;
      clearTimeout(waiting);
      if (records.length === 0) return;
      waiting = setTimeout(() => {
        void ask('judge', { records, ...(zone !== undefined && { zone }) })
          .catch(() => null)
          .then((found) => {
            if (judged !== now) return;
            verdict = found;
            heard();
          });
      }, ASK_DELAY);
    },
    again() {
      anew = true;
    },
    verdict: () => verdict,
  };
}
