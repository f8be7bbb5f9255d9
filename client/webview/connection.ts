import { answerTo, asking, type Answered, type Answers, type Ask, type Asked } from '../report/link';
import { handedOver } from './transfer';
import type { FileQuestions, FromWorker, ToWorker, WorkerQuestions } from './messages';

/** The page's line to its worker. What is said before the worker is there waits for it. */
export interface Connection {
  readonly send: (message: ToWorker, transfer?: Transferable[]) => void;
  readonly ask: Ask<WorkerQuestions>;
}

/** What the worker says by itself. */
export type Heard = Exclude<FromWorker, Answered | Asked<FileQuestions>>;

/**
 * Starts the worker. A worker may only come from the page's own origin: its script is fetched and given as a blob.
 * @param url of the worker's script
 * @param hear takes what the worker says by itself
 * @param answers to what the worker asks
 * @param fail takes the reason where it cannot be started, or breaks
 */
export function connectWorker(
  url: string,
  hear: (message: Heard) => void,
  answers: Answers<FileQuestions>,
  fail: (reason: string) => void,
): Connection {
  let worker: Worker | undefined;
  const unsent: { message: ToWorker; transfer: Transferable[] }[] = [];
  const send = (message: ToWorker, transfer: Transferable[] = []): void => {
    if (worker === undefined) unsent.push({ message, transfer });
    else worker.postMessage(message, transfer);
  };
  const link = asking<WorkerQuestions>((asked) => {
    send(asked);
  });
  const start = async (): Promise<void> => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(String(response.status));
    const script = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
    worker = new Worker(script);
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'answer' || data.type === 'noAnswer') link.take(data);
      else if (data.type === 'ask') {
        void answerTo(answers, data).then((answered) => {
          send(answered, answered.type === 'answer' ? handedOver(answered.answer) : []);
        });
      } else hear(data);
    };
    worker.onerror = ({ message }) => {
      fail(message);
    };
    for (const { message, transfer } of unsent.splice(0)) worker.postMessage(message, transfer);
  };
  start().catch((error: unknown) => {
    fail(error instanceof Error ? error.message : String(error));
  });
  return { send, ask: link.ask };
}
