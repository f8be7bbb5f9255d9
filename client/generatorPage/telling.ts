import type { Verdict } from './preview';
import type { Speech } from './words';

/** How long after a change screen readers are told what it came to, in milliseconds. */
const TELL_DELAY = 900;

/** What there is to be told. */
export interface Tidings {
  /** How many answers will not do. */
  readonly open: number;
  /** How many records the form came to when it was last in order. */
  readonly records: number | undefined;
  /** What the rules say when it is told. */
  readonly verdict: () => Verdict;
}

/** Tells screen readers what the answers come to, once nobody types any more. */
export function createTeller(speech: Speech, say: (text: string) => void): { tell(tidings: Tidings): void } {
  let telling: ReturnType<typeof setTimeout> | undefined;
  return {
    tell({ open, records: count, verdict }) {
      clearTimeout(telling);
      telling = setTimeout(() => {
        const findings = verdict()?.records.reduce((sum, one) => sum + one.findings.length, 0);
        if (open > 0) say(speech.say(open === 1 ? 'openOne' : 'open', { count: open }));
        else if (count !== undefined && findings !== undefined) {
          say(
            speech.say('ready', {
              records: speech.say(count === 1 ? 'recordOne' : 'records', { count }),
              findings: speech.say(
                findings === 0 ? 'noFinding' : findings === 1 ? 'findingOne' : 'findings',
                {
                  count: findings,
                },
              ),
            }),
          );
        }
      }, TELL_DELAY);
    },
  };
}
