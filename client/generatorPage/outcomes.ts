import type { Done } from '../report/protocol';
import type { Speech } from './words';

/** Says how things ended that the extension did. */
export interface Outcomes {
  /** @param otherwise what is said where the extension has no words of its own @returns whether it was done */
  readonly carriedOut: (doing: Promise<Done>, otherwise?: string) => Promise<boolean>;
  readonly failed: (problem: unknown) => void;
}

/** @param say shows a sentence in passing */
export function createOutcomes(speech: Speech, say: (text: string, well: boolean) => void): Outcomes {
  const failed = (problem: unknown): void => {
    const reason = problem instanceof Error ? problem.message : String(problem);
    say(speech.say('failed', { reason }), false);
  };
  return {
    failed,
    async carriedOut(doing, otherwise) {
      try {
        const { done, said = done ? otherwise : undefined } = await doing;
        if (said !== undefined) say(said, done);
        return done;
      } catch (problem) {
        failed(problem);
        return false;
      }
    },
  };
}
