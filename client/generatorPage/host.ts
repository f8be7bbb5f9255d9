import type { FormQuestions, FromForm, ToForm } from '../generator/form/protocol';
import { asking, type Ask } from '../report/link';

/** VS Code's side of the page, as its API gives it. */
interface Host {
  postMessage(message: FromForm): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Host;

/** The extension, as the page sees it. */
export interface Extension {
  readonly ask: Ask<FormQuestions>;
  kept(): unknown;
  keep(state: unknown): void;
  /** Says that the page listens; what was held back comes then. */
  ready(): void;
}

/** Connects to the extension; may be done once only. @param hear hears what it says by itself */
export function connect(hear: (message: Exclude<ToForm, { readonly id: number }>) => void): Extension {
  const host = acquireVsCodeApi();
  const link = asking<FormQuestions>((asked) => {
    host.postMessage(asked);
  });
  window.addEventListener('message', ({ data }: MessageEvent<ToForm>) => {
    if (data.type === 'answer' || data.type === 'noAnswer') link.take(data);
    else hear(data);
  });
  return {
    ask: link.ask,
    kept: () => host.getState(),
    keep: (state) => {
      host.setState(state);
    },
    ready: () => {
      host.postMessage({ type: 'ready' });
    },
  };
}
