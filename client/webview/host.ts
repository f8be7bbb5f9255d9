import type { FromPage, PageState } from '../report/protocol';

/** VS Code's side of the page, as its API gives it. */
export interface Host {
  postMessage(message: FromPage, transfer?: readonly Transferable[]): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

/** The host; may be asked for once only. */
export function connect(): Host {
  return acquireVsCodeApi();
}
