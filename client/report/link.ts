/**
 * Questions and answers over a channel that only carries messages: page and extension, page and worker. Pure, so that
 * all sides share it.
 */

/** What may be asked over a link: by name, what goes with the question and what comes back. */
export type Questions<All> = {
  readonly [Name in keyof All]: { readonly ask: unknown; readonly answer: unknown };
};

/** A question on its way. `id` tells it from others of the same side. */
export interface Asked<All> {
  readonly type: 'ask';
  readonly id: number;
  readonly name: keyof All & string;
  readonly ask: unknown;
}

/** Its answer, or why there is none: a sentence in the interface's language. */
export type Answered =
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'noAnswer'; readonly id: number; readonly reason: string };

/** How the other side is asked. @throws Error (rejects) with the reason where it has no answer */
export type Ask<All extends Questions<All>> = <Name extends keyof All & string>(
  name: Name,
  ask: All[Name]['ask'],
) => Promise<All[Name]['answer']>;

/** One answer for every question. */
export type Answers<All extends Questions<All>> = {
  readonly [Name in keyof All]: (ask: All[Name]['ask']) => All[Name]['answer'] | Promise<All[Name]['answer']>;
};

/** The asking end of a link. */
export interface Asking<All extends Questions<All>> {
  readonly ask: Ask<All>;
  /** Takes in what came back; answers to unknown questions (of an earlier page) are dropped. */
  take(answered: Answered): void;
}

/** @param post sends a message to the other side */
export function asking<All extends Questions<All>>(post: (asked: Asked<All>) => void): Asking<All> {
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (reason: Error) => void }>();
  let next = 1;
  return {
    ask: (name, ask) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        post({ type: 'ask', id, name, ask });
      }),
    take(answered) {
      const asker = waiting.get(answered.id);
      if (asker === undefined) return;
      waiting.delete(answered.id);
      if (answered.type === 'answer') asker.resolve(answered.answer as never);
      else asker.reject(new Error(answered.reason));
    },
  };
}

/** The answering end of a link: what comes back of a question, also where answering it fails. */
export async function answerTo<All extends Questions<All>>(
  answers: Answers<All>,
  { id, name, ask }: Asked<All>,
): Promise<Answered> {
  try {
    if (!Object.hasOwn(answers, name)) throw new Error(name);
    return { type: 'answer', id, answer: await answers[name](ask) };
  } catch (problem) {
    return { type: 'noAnswer', id, reason: problem instanceof Error ? problem.message : String(problem) };
  }
}
