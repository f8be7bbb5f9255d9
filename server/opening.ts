import type { SourceText } from '../core/text/sourceText';
import type { OpenDocument } from './documents';

/** A text of fewer code units is opened at once: that takes as long as a step or two. */
const atOnce = 1 << 19;

/** Milliseconds of one step: a request that comes meanwhile waits no longer. */
const patience = 10;

/** Opens documents, big ones in steps between which requests are answered. */
export interface Opening {
  /** Opens a document, in place of one that is being opened under the same URI. */
  begin(document: OpenDocument): void;
  /** Whether a document is being opened; what becomes of its text meanwhile is taken over at the end. */
  isUnderWay(uri: string): boolean;
  /** Gives up. */
  cancel(uri: string): void;
  /** When a document is not being opened (any more). */
  settled(uri: string): Promise<void>;
}

/** What opening needs to know. */
export interface OpeningOptions {
  /** The steps of opening a document; undefined for one that is none of ours. */
  readonly steps: (document: OpenDocument) => Generator<undefined, void> | undefined;
  /** Does work of ours that may fail; false where it did. */
  readonly attempt: (what: string, work: () => void) => boolean;
  /** The document's text is open now. `late` where others had to wait for it. */
  readonly done: (uri: string, text: SourceText, late: boolean) => void;
}

/** What is under way for one document. */
interface Work {
  readonly settled: Promise<void>;
}

/** Opens documents one beside the other. */
export function opening({ steps, attempt, done }: OpeningOptions): Opening {
  const works = new Map<string, Work>();

  /** Goes on for a while; whether all is done, or undefined where it failed. */
  const goOn = (uri: string, all: Generator): boolean | undefined => {
    let last = false;
    const began = performance.now();
    const well = attempt(`opening ${uri}`, () => {
      do last = all.next().done === true;
      while (!last && performance.now() - began < patience);
    });
    return well ? last : undefined;
  };

  const inSteps = async (uri: string, text: SourceText, work: Work, all: Generator): Promise<void> => {
    for (;;) {
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      if (works.get(uri) !== work) return;
      const finished = goOn(uri, all);
      if (finished === false) continue;
      works.delete(uri);
      if (finished === true) {
        attempt(`opening ${uri}`, () => {
          done(uri, text, true);
        });
      }
      return;
    }
  };

  const cancel = (uri: string): void => {
    works.delete(uri);
  };

  return {
    begin(document) {
      const { uri, text } = document;
      cancel(uri);
      attempt(`opening ${uri}`, () => {
        const all = steps(document);
        if (all === undefined) return;
        if (text.length < atOnce) {
          while (all.next().done !== true);
          done(uri, text, false);
          return;
        }
        let settle: () => void = () => undefined;
        const work: Work = { settled: new Promise((resolve) => (settle = resolve)) };
        works.set(uri, work);
        void inSteps(uri, text, work, all).then(settle);
      });
    },
    isUnderWay: (uri) => works.has(uri),
    cancel,
    async settled(uri) {
      for (let work = works.get(uri); work !== undefined; work = works.get(uri)) await work.settled;
    },
  };
}
