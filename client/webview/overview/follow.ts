/** How a room keeps what it shows up to date. */
export interface Following<Question, Answer> {
  readonly ask: (question: Question) => Promise<Answer>;
  /** Gets each answer; a newer one may be on its way. */
  readonly take: (answer: Answer, question: Question) => void;
  readonly fail: (error: unknown) => void;
  /**
   * Whether to rest after an answer, three times as long as it took: summing up a million records again and again must
   * not keep the worker from reading them.
   */
  readonly rest: () => boolean;
}

/** The longest rest in milliseconds. */
const longestRest = 2_000;

/** Asks anew with each call, but one question at a time: of those that come meanwhile, only the last is asked. */
export function following<Question, Answer>({
  ask,
  take,
  fail,
  rest,
}: Following<Question, Answer>): (question: Question) => void {
  let waiting: { readonly question: Question } | undefined;
  let busy = false;
  const next = async (): Promise<void> => {
    busy = true;
    while (waiting !== undefined) {
      const { question } = waiting;
      waiting = undefined;
      const begun = performance.now();
      try {
        take(await ask(question), question);
      } catch (error) {
        fail(error);
      }
      const took = performance.now() - begun;
      if (rest()) await new Promise((resolve) => setTimeout(resolve, Math.min(longestRest, 3 * took)));
    }
    busy = false;
  };
  return (question) => {
    waiting = { question };
    if (!busy) void next();
  };
}
