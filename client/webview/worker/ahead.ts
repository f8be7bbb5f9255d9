import { orderAhead, type ReportStore } from '../../../core/report';

/** Milliseconds of a slice of work: a question that comes meanwhile waits no longer than this. */
const slice = 5;
/** Milliseconds without a question before work goes on: who scrolls asks again soon, and must not wait. */
const pause = 300;

/** Works out ahead, while nobody asks for anything, in which order the records stand by each column. */
export interface Ahead {
  /** Reading is over: there is something to work out. */
  begin(store: ReportStore): void;
  /** Gives up; what was worked out stays with the store. */
  stop(): void;
  /** Somebody asks: goes on a little later. */
  later(): void;
}

/** @param work the steps of what there is to work out */
export function createAhead(work: (store: ReportStore) => Iterator<undefined> = orderAhead): Ahead {
  let steps: Iterator<undefined> | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  /** No work before this moment. */
  let notBefore = 0;
  const stop = (): void => {
    clearTimeout(next);
    steps = undefined;
  };
  const goOn = (): void => {
    const end = performance.now() + slice;
    if (end - slice >= notBefore) {
      while (steps !== undefined && performance.now() < end)
        if (steps.next().done === true) steps = undefined;
    }
    if (steps !== undefined) next = setTimeout(goOn, Math.max(0, notBefore - performance.now()));
  };
  return {
    begin(store) {
      stop();
      steps = work(store);
      next = setTimeout(goOn, Math.max(0, notBefore - performance.now()));
    },
    stop,
    later() {
      notBefore = performance.now() + pause;
    },
  };
}
