/**
 * What the extension and the report page say to each other. Types only, so that the page can share them.
 * The page says `ready` first; until then the extension holds everything back.
 */

/** From the extension to the page. `id` tells files apart; chunks of one file come in order. */
export type ToPage =
  | { readonly type: 'open'; readonly id: number; readonly name: string; readonly uri: string }
  | { readonly type: 'chunk'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: 'end'; readonly id: number }
  /** The file could not be read; `reason` is a sentence in the interface's language. */
  | { readonly type: 'failed'; readonly name: string; readonly reason: string }
  | { readonly type: 'clear' };

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'openSamples' }
  /** The page forgot all files; so should the extension. */
  | { readonly type: 'cleared' };

/** What the page keeps over hiding and reloading, and the extension reads when a window is restored. */
export interface PageState {
  readonly filter: string;
  readonly sort: { readonly column: string; readonly descending: boolean } | undefined;
  /** The row at the top of the table. */
  readonly top: number;
  /** Files that were open; those without a URI were dropped or picked and cannot be opened again by themselves. */
  readonly files: readonly { readonly name: string; readonly uri?: string }[];
}
